/** Why a paragraph has its label. Every code there is: a new one needs a sentence in the window, or that does not compile. */
export const REASON_CODES = [
  'officer',
  'heading.own',
  'heading.unknown',
  'heading.above',
  'cue.opening',
  'cue.inside',
  'who.person',
  'who.delegates',
  'who.organization',
  'period.past',
  'period.next',
  'words.lack',
  'words.done',
  'place.continues',
  'place.note',
  'place.order',
  'place.appendix',
  'place.head',
  'place.headline',
  'place.summary',
  'place.tail',
  'place.title',
  'shape.byline',
  'shape.caption',
  'shape.date',
  'shape.rule',
  'clutter.afterArticle',
  'clutter.beforeArticle',
  'clutter.duplicate',
  'clutter.fragment',
  'clutter.outsideContent',
  'clutter.pageClock',
  'clutter.pageNumber',
  'clutter.stock',
] as const
export type ReasonCode = (typeof REASON_CODES)[number]

export interface Reason {
  readonly code: ReasonCode
  /** What the sentence of the code needs: the cue, the title of the heading. */
  readonly data?: string | undefined
}
