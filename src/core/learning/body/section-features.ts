/** Features of a body paragraph for its section: phrases of the lexicon, words, who acts, headings, place. */
import type { ReportKind } from '../../report/report'
import type { Analysis } from '../words/analyse-paragraph'
import { BODY_ROLES, isBodyRole } from '../chain/chain-labels'
import { periodUse, type DocumentPeriod } from '../slots/document-period'
import type { Feature, FeatureVector } from '../chain/feature-vector'
import type { Heading, Outline } from './find-headings'
import { findPeriods } from '../slots/find-periods'
import { findFeatures, isContinuation, type FeatureCounts, runsOn } from './paragraph-features'
import { isTableRow } from './paragraph-role'
import { hitsOf } from '../words/phrase-uses'
import { scoreParagraph, type Scores } from './score-paragraph'
import { lengthStep, titleFeatures, wordFeatures } from '../chain/word-features'
import type { Vocabulary } from '../chain/word-names'

export interface BodyContext {
  readonly outline: Outline
  readonly kind: ReportKind
  readonly document: DocumentPeriod | undefined
  /** The words to name; absent = all. */
  readonly vocabulary?: Vocabulary | undefined
}

export interface BodyFeatures {
  readonly features: FeatureVector
  readonly stays: FeatureVector
  readonly scores: Scores
  readonly heading: Heading | undefined
  readonly isHeading: boolean
  readonly isContinuation: boolean
}

const named = (name: string, value = 1): Feature => ({ name, value })

export function sectionFeatures(body: readonly Analysis[], context: BodyContext): readonly BodyFeatures[] {
  const byIndex = new Map(body.map((paragraph) => [paragraph.index, paragraph]))
  const periods = new Map(body.map((paragraph) => [paragraph.index, periodFeatures(paragraph, context.document)]))
  let host: Host | undefined
  return body.map((paragraph, position) => {
    const { outline, kind, document } = context
    const previous = body[position - 1]
    const heading = outline.headingOf.get(paragraph.index)
    const isHeading = outline.headings.has(paragraph.index)
    const isBeforeHeadings = heading === undefined && outline.headings.size > 0
    const counts = findFeatures(paragraph, { position, document, isBeforeHeadings })
    const scores = scoreParagraph(paragraph, counts, kind)
    const continues = isContinuation(paragraph)
    const leadIn = continues && !isHeading ? host : undefined
    if (!leadIn) host = { paragraph, counts, scores }
    return {
      features: [
        ...(leadIn ? hostFeatures(leadIn, periods) : []),
        ...[...counts].map(([name, count]) => named(`is:${name}`, Math.min(count, 4))),
        ...earlyMarkers(paragraph),
        ...(periods.get(paragraph.index) ?? []),
        ...cueFeatures(scores),
        ...wordFeatures(paragraph, context.vocabulary),
        ...headingFeatures(byIndex.get(heading?.index ?? -1), heading, isHeading, { ...context, periods }),
        ...placeFeatures(body, position, outline),
      ],
      stays: stayFeatures(paragraph, previous, { continues, isHeading, outline, heading }),
      scores,
      heading,
      isHeading,
      isContinuation: continues,
    }
  })
}

/** Paragraph index → which periods it names in its first words. */
type Periods = ReadonlyMap<number, readonly Feature[]>

/** The last paragraph before a list, or before sentences without a subject, that had one: what it says holds on. */
interface Host {
  readonly paragraph: Analysis
  readonly counts: FeatureCounts
  readonly scores: Scores
}

const TELLING_COUNTS = ['personSpeaks', 'personSubject', 'delegatesSubject', 'organizationSubject'] as const

function hostFeatures({ paragraph, counts, scores }: Host, periods: Periods): readonly Feature[] {
  const strongest = Math.max(0, ...[...scores.values()].map((score) => score.openingWeight))
  return [
    ...(strongest < STRONG_OPENING
      ? []
      : BODY_ROLES.filter((role) => scores.get(role)?.openingWeight === strongest).map((role) => ({
          name: 'host.cue',
          value: 1,
          label: role,
        }))),
    ...TELLING_COUNTS.filter((name) => counts.has(name)).map((name) => named(`host:${name}`)),
    ...(periods.get(paragraph.index) ?? []).map(({ name }) => named(`host.${name}`)),
    named(`host.ends:${endOf(paragraph.text)}`),
  ]
}

/** So many syllables in, a paragraph has said what it is about. */
const EARLY = 14
const TELLING = ['lack', 'done', 'future', 'speechVerbs', 'personTitles', 'delegates', 'organizations'] as const

function earlyMarkers(paragraph: Analysis): readonly Feature[] {
  const early = hitsOf(paragraph.hits, 'marker').filter((hit) => hit.from - paragraph.firstToken < EARLY)
  return TELLING.filter((list) => early.some((hit) => hit.use.list === list)).map((list) => named(`early:${list}`))
}

/** Periods named in the first words of a paragraph look back or ahead. */
const PERIOD_REACH = 160

function periodFeatures(paragraph: Analysis, document: DocumentPeriod | undefined): readonly Feature[] {
  const head = paragraph.text.slice(0, PERIOD_REACH)
  const uses = findPeriods(head).map((mention) => periodUse(mention, head.slice(0, mention.start), document))
  return [...new Set(uses)].map((use) => named(`names:${use}`))
}

/** Lexicon weights come in steps of ten. */
const CUE_STEP = 10

/** An opening of this weight tells what a paragraph is about; what it mentions further on then says less. */
const STRONG_OPENING = 45

function cueFeatures(scores: Scores): readonly Feature[] {
  const strongest = Math.max(0, ...[...scores.values()].map((score) => score.openingWeight))
  return BODY_ROLES.flatMap((role) => {
    const score = scores.get(role)
    if (!score) return []
    const pointers = [
      { name: 'cue.opening', value: Math.round(score.openingWeight / CUE_STEP), label: role },
      {
        name: insideName(score.openingWeight, strongest),
        value: Math.round((score.insideWeight - score.lateWeight) / CUE_STEP),
        label: role,
      },
      { name: 'cue.late', value: Math.round(score.lateWeight / CUE_STEP), label: role },
      { name: 'cue.traits', value: Math.round((score.weight - score.cueWeight) / CUE_STEP), label: role },
    ].filter((feature) => feature.value !== 0)
    return [...pointers, ...score.rows.map((row) => named(`cue:${row}`))]
  })
}

function insideName(own: number, strongest: number): string {
  if (strongest < STRONG_OPENING) return 'cue.inside'
  return own === strongest ? 'cue.inside.same' : 'cue.inside.other'
}

function headingFeatures(
  title: Analysis | undefined,
  heading: Heading | undefined,
  isHeading: boolean,
  { outline, periods, vocabulary }: BodyContext & { readonly periods: Periods },
): readonly Feature[] {
  if (!heading) return [named(outline.headings.size > 0 ? 'heading:before' : 'heading:none')]
  const source = isHeading ? 'own' : 'above'
  const kind = heading.customName === undefined ? 'known' : 'custom'
  const pointers: Feature[] = []
  if (heading.section && isBodyRole(heading.section)) {
    pointers.push({ name: `heading.${source}.${kind}`, value: 1, label: heading.section })
  }
  for (const also of heading.also)
    if (isBodyRole(also)) pointers.push({ name: `heading.${source}.also`, value: 1, label: also })
  const titleTokens = (title?.tokens ?? []).slice(title?.firstToken ?? 0).slice(0, 24)
  const end = heading.isRunIn ? titleTokens.findIndex((token, at) => at > 0 && token.breaksBefore) : -1
  return [
    ...pointers,
    named(`heading:${source}.${kind}`),
    named(`heading:${source}.depth${Math.min(heading.depth, 3)}`),
    ...(heading.isRunIn ? [named('heading:runIn')] : []),
    ...(heading.field ? [named(`heading:${source}.field`)] : []),
    ...(periods.get(heading.index) ?? []).map(({ name }) => named(`${source}.${name}`)),
    ...titleFeatures(end > 0 ? titleTokens.slice(0, end) : titleTokens, isHeading ? 'title' : 'under', vocabulary),
  ]
}

function placeFeatures(body: readonly Analysis[], position: number, outline: Outline): readonly Feature[] {
  const paragraph = body[position]
  const [previous, next] = [body[position - 1], body[position + 1]]
  if (!paragraph) return []
  return [
    named(`place:${Math.min(position, 3)}`),
    ...(position === body.length - 1 && body.length > 2 ? [named('place:last')] : []),
    named(`length:${lengthStep(paragraph.tokens.length - paragraph.firstToken)}`),
    named(`ends:${endOf(paragraph.text)}`),
    named(`mark:${paragraph.marker?.style ?? 'none'}`),
    ...(previous ? [named(`ends<:${endOf(previous.text)}`), named(`mark<:${previous.marker?.style ?? 'none'}`)] : []),
    ...(next ? [named(`mark>:${next.marker?.style ?? 'none'}`)] : []),
    ...(next && outline.headings.has(next.index) ? [named('heading>')] : []),
    ...(isTableRow(paragraph) ? [named('is:tableRow')] : []),
    ...(paragraph.isAllCaps ? [named('is:caps')] : []),
    ...(paragraph.signals.isBold === true ? [named('is:bold')] : []),
    ...(/^["“]/.test(paragraph.text) ? [named('is:quote')] : []),
  ]
}

const endOf = (text: string): string => {
  const last = text.at(-1) ?? ''
  return /[.:;,!?…]/.test(last) ? last : 'other'
}

function stayFeatures(
  paragraph: Analysis,
  previous: Analysis | undefined,
  at: {
    readonly continues: boolean
    readonly isHeading: boolean
    readonly outline: Outline
    readonly heading: Heading | undefined
  },
): FeatureVector {
  if (!previous) return []
  const wasHeading = at.outline.headings.has(previous.index)
  const isSameSection = at.outline.headingOf.get(previous.index) === at.heading
  return [
    named('always'),
    ...(at.continues ? [named('continues')] : []),
    ...(!wasHeading && runsOn(previous, paragraph) ? [named('runsOn')] : []),
    ...(at.isHeading ? headingStays(at.heading, at.outline.headingOf.get(previous.index)) : []),
    ...(wasHeading ? [named('afterHeading')] : []),
    ...(at.heading && isSameSection && !at.isHeading ? [named('sameHeading')] : []),
    ...(previous.text.endsWith(':') ? [named('afterColon')] : []),
    ...(/[;,]$/.test(previous.text) ? [named('afterSemicolon')] : []),
    ...(paragraph.marker && previous.marker?.style === paragraph.marker.style ? [named('sameMark')] : []),
    ...(paragraph.marker ? [named('marked')] : []),
    ...(isTableRow(paragraph) ? [named('tableRow')] : []),
  ]
}

/** A heading below another goes on with its section; one of the same level may, one further up seldom does. */
function headingStays(heading: Heading | undefined, before: Heading | undefined): FeatureVector {
  if (!heading) return []
  const step =
    before === undefined
      ? 'first'
      : heading.depth > before.depth
        ? 'down'
        : heading.depth < before.depth
          ? 'up'
          : 'level'
  const kind = heading.section === undefined ? 'unknown' : heading.customName === undefined ? 'known' : 'inherited'
  return [
    named('newHeading'),
    named(`newHeading.${step}`),
    named(`newHeading.${step}.${Math.min(heading.depth, 2)}.${kind}`),
  ]
}
