/** The decided frame: the rules propose it, the chain of the frame has the last word, and says how sure it is. */
import type { Analysis } from '../words/analyse-paragraph'
import { chainChanges, userCueFeatures, withUserCues } from '../corrections/apply-corrections'
import { frameLabelOf, type FrameLabel } from '../chain/chain-labels'
import { decodeChain, type ChainChoice, type ChainModel } from '../chain/chain-model'
import type { CorrectedLabel } from '../corrections/correction'
import type { CorrectionModel } from '../corrections/correction-model'
import type { FeatureVector } from '../chain/feature-vector'
import { fixedLabel, type FixedLabel, type Frame } from './frame'
import { frameFeatures } from './frame-features'
import { isDateLine, stockEffect } from '../words/line-kinds'
import { LINE_SHAPES } from '../words/line-shapes'
import type { ReasonCode } from '../reason'
import type { SampleView } from '../view-sample'

export interface DecidedFrame extends Frame {
  /** For each paragraph, that its side of the border between frame and body is right: 0–1. */
  readonly probabilities: readonly number[]
  readonly features: readonly FeatureVector[]
}

export function decodeFrame(
  view: SampleView,
  model: ChainModel<FrameLabel>,
  corrections: CorrectionModel,
  settled: ReadonlyMap<number, CorrectedLabel>,
): DecidedFrame {
  const features = frameFeatures(view)
  const links = view.paragraphs.map((paragraph, at) => ({
    features: withUserCues(features[at] ?? [], paragraph, corrections),
    stays: [],
    ...forcedLabel(paragraph, view, model, settled),
  }))
  const changes = chainChanges<FrameLabel>(corrections)
  const isItself = (paragraph: Analysis) =>
    isClutterItself(paragraph, view) || userCueFeatures(paragraph, corrections).some(({ label }) => label === 'clutter')
  const choices = withoutHoles(decodeChain(model, links, changes), view, isItself, (held) =>
    decodeChain(
      model,
      links.map((link, at) => (held.has(at) && link.forced === undefined ? { ...link, forced: 'body' } : link)),
      changes,
    ),
  )
  const fixed = new Map<number, FixedLabel>()
  const body: number[] = []
  for (const [at, paragraph] of view.paragraphs.entries()) {
    const label = choices[at]?.label ?? 'body'
    if (label === 'body') body.push(paragraph.index)
    else fixed.set(paragraph.index, withReason(label, paragraph, view))
  }
  const probabilities = choices.map((choice) => choice.probabilities[model.labels.indexOf(choice.label)] ?? 0)
  return { fixed, body, probabilities, features }
}

type Choices = readonly ChainChoice<FrameLabel>[]

/**
 * Between the first and the last paragraph of the body nothing is clutter or part of the official layout for its
 * neighbours' sake, only for what it is itself: a heading inside an article, a row of a table, a line of a list belong to it, however short they are.
 */
function withoutHoles(
  choices: Choices,
  view: SampleView,
  isItself: (paragraph: Analysis) => boolean,
  decodeHolding: (held: ReadonlySet<number>) => Choices,
): Choices {
  const first = choices.findIndex((choice) => choice.label === 'body')
  const last = choices.findLastIndex((choice) => choice.label === 'body')
  const held = new Set<number>()
  for (let at = first + 1; at < last; at += 1) {
    const paragraph = view.paragraphs[at]
    if (!paragraph) continue
    const label = choices[at]?.label
    if (label === 'clutter' ? !isItself(paragraph) : label === 'officialLayout' && !isProposed(paragraph, view))
      held.add(at)
  }
  return held.size === 0 ? choices : decodeHolding(held)
}

const isProposed = ({ index }: Analysis, view: SampleView): boolean =>
  view.frame.fixed.get(index)?.section === 'officialLayout'

const ITSELF = new Set([
  'clutter.stock',
  'clutter.duplicate',
  'clutter.outsideContent',
  'clutter.pageNumber',
  'clutter.pageClock',
])

function isClutterItself(paragraph: Analysis, view: SampleView): boolean {
  if (paragraph.signals.isOutsideContent === true || stockEffect(paragraph) || isDateLine(paragraph)) return true
  if (LINE_SHAPES.fileName(paragraph.key) || LINE_SHAPES.menu(paragraph.key)) return true
  return ITSELF.has(view.frame.fixed.get(paragraph.index)?.reason.code ?? '')
}

/** What an officer has said holds, and a copy of a paragraph is one whatever its words. */
function forcedLabel(
  paragraph: Analysis,
  view: SampleView,
  model: ChainModel<FrameLabel>,
  settled: ReadonlyMap<number, CorrectedLabel>,
): { readonly forced?: FrameLabel } {
  const known = settled.get(paragraph.index)
  const label = known ? frameLabelOf(known.section) : view.repeats.has(paragraph.index) ? 'clutter' : undefined
  return label !== undefined && model.labels.includes(label) ? { forced: label } : {}
}

/** The rule's own reason where it saw the same, else the reason that goes with the label. */
function withReason(label: Exclude<FrameLabel, 'body'>, paragraph: Analysis, view: SampleView): FixedLabel {
  const proposed = view.frame.fixed.get(paragraph.index)
  if (proposed?.section === label) return proposed
  const isEarly = paragraph.index < (view.frame.body[0] ?? 0)
  return fixedLabel(label, isEarly ? REASONS[label].early : REASONS[label].late)
}

const REASONS: Readonly<
  Record<Exclude<FrameLabel, 'body'>, { readonly early: ReasonCode; readonly late: ReasonCode }>
> = {
  headline: { early: 'place.headline', late: 'place.headline' },
  publishedAt: { early: 'shape.date', late: 'shape.date' },
  byline: { early: 'shape.byline', late: 'shape.byline' },
  photoCaption: { early: 'shape.caption', late: 'shape.caption' },
  officialLayout: { early: 'place.head', late: 'place.tail' },
  appendix: { early: 'place.appendix', late: 'place.appendix' },
  clutter: { early: 'clutter.beforeArticle', late: 'clutter.afterArticle' },
}
