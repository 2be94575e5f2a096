/** Features of a paragraph that tell the body from what stands round it: the rules of the frame, shapes, neighbours. */
import type { Analysis } from '../words/analyse-paragraph'
import { frameLabelOf } from '../chain/chain-labels'
import type { Feature, FeatureVector } from '../chain/feature-vector'
import { leadWeight } from './find-lead'
import type { Frame } from './frame'
import { LEXICON } from '../lexicon'
import { captionWeight, isByline, isCaption, isDateLine, opensSection, stockEffect } from '../words/line-kinds'
import { LINE_SHAPES, OFFICIAL_SHAPES } from '../words/line-shapes'
import { isTableRow } from '../body/paragraph-role'
import { wordPattern } from '../words/word-pattern'
import { lengthStep, wordName } from '../chain/word-features'

export interface FrameView {
  readonly paragraphs: readonly Analysis[]
  readonly repeats: ReadonlyMap<number, number>
  readonly frame: Frame
}

/** One vector for each paragraph. */
export function frameFeatures(view: FrameView): readonly FeatureVector[] {
  const { paragraphs, frame } = view
  const shapes = paragraphs.map((paragraph) => shapesOf(paragraph, view.repeats))
  const rules = paragraphs.map((paragraph) => ruleName(frame, paragraph.index))
  const firstBody = frame.body[0] ?? paragraphs.length
  const lastBody = frame.body.at(-1) ?? -1
  const story = storyOf(view)
  return paragraphs.map((paragraph, at) => {
    const features: Feature[] = [
      { name: 'rule', value: 1, label: frameLabelOf(frame.fixed.get(paragraph.index)?.section ?? 'results') },
      named('always'),
      RULES.here(rules[at] ?? EDGE),
      RULES.before(rules[at - 1] ?? EDGE),
      RULES.after(rules[at + 1] ?? EDGE),
      RULES.twoBefore(rules[at - 2] ?? EDGE),
      RULES.twoAfter(rules[at + 2] ?? EDGE),
    ]
    for (const shape of shapes[at] ?? []) features.push(SHAPES.here(shape))
    for (const shape of shapes[at - 1] ?? [EDGE]) features.push(SHAPES.before(shape))
    for (const shape of shapes[at + 1] ?? [EDGE]) features.push(SHAPES.after(shape))
    features.push(
      named(`place:${placeOf(at, firstBody, lastBody)}`),
      named(`top:${Math.min(at, 6)}`),
      named(`end:${Math.min(paragraphs.length - 1 - at, 6)}`),
    )
    for (const name of story[at] ?? []) features.push(STORY.here(name))
    for (const name of edgesOf(paragraph)) features.push(named(name))
    return features
  })
}

const EDGE = 'edge'
const named = (name: string): Feature => ({ name, value: 1 })

/** A closed set of names – rules, shapes – seen here or at a neighbour: every paragraph has dozens, each made once. */
function placedNames(group: string) {
  const at = (mark: string): ((name: string) => Feature) => {
    const known = new Map<string, Feature>()
    return (name) => {
      const feature = known.get(name) ?? named(`${group}${mark}:${name}`)
      known.set(name, feature)
      return feature
    }
  }
  return { here: at(''), before: at('<'), after: at('>'), twoBefore: at('<<'), twoAfter: at('>>') }
}

const RULES = placedNames('rule')
const SHAPES = placedNames('shape')
const STORY = placedNames('story')

/** A paragraph of so many syllables that ends a sentence belongs to some story. */
const FULL = 14

/** What has been seen of the page down to a paragraph, and what still comes. */
function storyOf({ paragraphs, repeats, frame }: FrameView): readonly (readonly string[])[] {
  const isFull = paragraphs.map(
    (paragraph) =>
      paragraph.tokens.length >= FULL &&
      paragraph.endsSentence &&
      stockEffect(paragraph) === undefined &&
      !repeats.has(paragraph.index),
  )
  const words = wordsOfStory(paragraphs, isFull)
  const all = isFull.filter(Boolean).length
  let [full, closings, bylines, ended] = [0, 0, 0, false]
  return paragraphs.map((paragraph, at) => {
    const later = all - full - Number(isFull[at])
    const names = [
      `full<${Math.min(full, 3)}`,
      `full>${Math.min(later, 3)}`,
      `shared${sharedStep(paragraph, words)}`,
      ...(closings > 0 ? [`closings${Math.min(closings, 2)}`] : []),
      ...(full > 1 && bylines > 0 ? ['afterByline'] : []),
      ...(ended ? ['afterEnd'] : []),
      ...(full > 0 ? [`${closings > 0 ? 'closed' : 'open'}.${kindOf(paragraph, frame, isFull[at] === true)}`] : []),
    ]
    full += Number(isFull[at])
    closings += Number(stockEffect(paragraph) === 'closing')
    bylines += Number(full > 1 && isByline(paragraph))
    ended ||= LINE_SHAPES.endMark(paragraph.key)
    return names
  })
}

/** Together with whether the page has been closed already: a full paragraph before that is seldom clutter. */
function kindOf(paragraph: Analysis, frame: Frame, isFull: boolean): string {
  const rule = frame.fixed.get(paragraph.index)?.section ?? 'body'
  if (isFull) return `${rule}.full`
  return isByline(paragraph) ? `${rule}.name` : `${rule}.short`
}

/** The opening of the story: what belongs to it speaks of the same people, places and work. */
const OPENING = 4
const COMMON = 3

function wordsOfStory(paragraphs: readonly Analysis[], isFull: readonly boolean[]): ReadonlySet<string> {
  const opening = paragraphs.filter((_, at) => isFull[at]).slice(0, OPENING)
  return new Set(opening.flatMap((paragraph) => paragraph.tokens.map(wordName)).filter((word) => word.length >= COMMON))
}

function sharedStep(paragraph: Analysis, words: ReadonlySet<string>): number {
  const own = paragraph.tokens
    .slice(paragraph.firstToken)
    .map(wordName)
    .filter((word) => word.length >= COMMON)
  const shared = own.filter((word) => words.has(word)).length
  return Math.floor((shared * 5) / Math.max(1, own.length))
}

const ruleName = (frame: Frame, index: number): string => {
  const label = frame.fixed.get(index)
  return label ? `${label.section}/${label.reason.code}` : 'body'
}

function placeOf(at: number, firstBody: number, lastBody: number): string {
  if (at < firstBody) return `before${Math.min(firstBody - at, 4)}`
  if (at > lastBody) return `after${Math.min(at - lastBody, 4)}`
  return 'inside'
}

/** First and last words of a short line; of a long one they say nothing about the frame. */
const LONGEST_LINE = 30

function edgesOf(paragraph: Analysis): readonly string[] {
  const { tokens, firstToken } = paragraph
  if (tokens.length > LONGEST_LINE) return []
  const words = tokens.slice(firstToken).map(wordName)
  const names: string[] = []
  for (const length of [1, 2]) {
    if (words.length < length) break
    names.push(`opens:${words.slice(0, length).join(' ')}`, `closes:${words.slice(-length).join(' ')}`)
  }
  return names
}

/** A date with a few words round it. */
const LONGEST_DATED = 16
const REVIEW = new RegExp(wordPattern(LEXICON.templateParts.reviewWords), 'u')

function shapesOf(paragraph: Analysis, repeats: ReadonlyMap<number, number>): readonly string[] {
  const { key, signals, tokens } = paragraph
  const effect = stockEffect(paragraph)
  const caption = captionWeight(paragraph)
  const tests: readonly (readonly [string, boolean])[] = [
    ['byline', isByline(paragraph)],
    ['date', isDateLine(paragraph)],
    ['publication', LINE_SHAPES.publicationWord(key)],
    ['clock', LINE_SHAPES.timeOfDay(key)],
    ['gmt', LINE_SHAPES.pageClock(key)],
    ['caption', isCaption(paragraph)],
    ['credit', LINE_SHAPES.photoCredit(key)],
    ['endMark', LINE_SHAPES.endMark(key)],
    ['agency', LINE_SHAPES.agencyDateline(key)],
    ['dateOpening', LINE_SHAPES.dateOpening(key)],
    ['gluedTime', LINE_SHAPES.gluedTime(key)],
    ['sentence', paragraph.endsSentence],
    ['colon', paragraph.text.endsWith(':')],
    ['semicolon', /[;,]$/.test(paragraph.text)],
    ['caps', paragraph.isAllCaps],
    ['name', paragraph.isNameShaped],
    ['opensSection', opensSection(paragraph)],
    ['lead', leadWeight(paragraph) >= 35],
    ['heading', paragraph.hits.some((hit) => hit.use.kind === 'heading' && hit.from <= paragraph.firstToken + 2)],
    ['outside', signals.isOutsideContent === true],
    ['bold', signals.isBold === true],
    ['centred', signals.alignment === 'center'],
    ['right', signals.alignment === 'right'],
    ['level', signals.headingLevel !== undefined],
    ['table', isTableRow(paragraph)],
    ['copy', repeats.has(paragraph.index)],
    ['marked', paragraph.marker !== undefined],
    ['digits', tokens.slice(paragraph.firstToken).some((token) => /^\d/.test(token.key))],
    ['lower', /^\p{Ll}/u.test(paragraph.text)],
    ['title', OFFICIAL_SHAPES.title(key)],
    ['head', tokens.length <= LONGEST_LINE && OFFICIAL_SHAPES.head(key)],
    ['organization', OFFICIAL_SHAPES.organizationLine(key)],
    ['addressee', OFFICIAL_SHAPES.addressee(key)],
    ['subjectNote', OFFICIAL_SHAPES.subjectNote(key)],
    ['tailStart', OFFICIAL_SHAPES.tailStart(key)],
    ['tailLine', OFFICIAL_SHAPES.tailLine(key)],
    ['appendix', OFFICIAL_SHAPES.appendix(key)],
    ['tableCaption', OFFICIAL_SHAPES.tableCaption(key)],
    ['ruleLine', LINE_SHAPES.ruleLine(key)],
    ['pageNumber', LINE_SHAPES.pageNumber(key)],
    ['file', LINE_SHAPES.fileName(key)],
    ['menu', LINE_SHAPES.menu(key)],
    ['dated', tokens.length <= LONGEST_DATED && LINE_SHAPES.fullDate(key)],
    ['review', tokens.length <= LONGEST_LINE && REVIEW.test(key)],
  ]
  return [
    ...tests.flatMap(([name, holds]) => (holds ? [name] : [])),
    `length${lengthStep(tokens.length - paragraph.firstToken)}`,
    ...(effect ? [`stock.${effect}`] : []),
    ...(caption > 0 ? [`caption${Math.min(3, Math.floor(caption / 25))}`] : []),
    ...(paragraph.marker ? [`marker.${paragraph.marker.style}`] : []),
  ]
}
