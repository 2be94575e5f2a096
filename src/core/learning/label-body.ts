/** The paragraphs of the body with their decoded sections, fields of work, second readings and reasons. */
import type { ReportKind } from '../report/report'
import type { WorkField } from '../section-labels'
import type { Analysis } from './analyse-paragraph'
import { BODY_ROLES } from './chain-labels'
import { decodeLabels, type ChainLink, type Decoded } from './decode-labels'
import type { DocumentPeriod } from './document-period'
import { dominantFields, weighFields } from './find-fields'
import type { Heading, Outline } from './find-headings'
import type { Reason } from './frame'
import { LEXICON } from './lexicon'
import { findFeatures, isContinuation, openingPeriod, runsOn } from './paragraph-features'
import { paragraphRole } from './paragraph-role'
import type { SegmentedParagraph } from './sample-document'
import { titlePlace } from './title-place'
import { scoreParagraph, type Scores } from './score-paragraph'

export interface BodyContext {
  readonly outline: Outline
  readonly kind: ReportKind
  readonly document: DocumentPeriod | undefined
}

export function labelBody(body: readonly Analysis[], context: BodyContext): ReadonlyMap<number, SegmentedParagraph> {
  const links = body.map((paragraph, position) => linkOf(paragraph, body[position - 1], position, context))
  const decoded = decodeLabels(links, context.kind)
  return new Map(
    body.flatMap((paragraph, at) => {
      const link = links[at]
      const choice = decoded[at]
      return link && choice ? [[paragraph.index, labelled(paragraph, link, choice, context)] as const] : []
    }),
  )
}

function linkOf(
  paragraph: Analysis,
  previous: Analysis | undefined,
  position: number,
  context: BodyContext,
): ChainLink {
  const { outline, kind, document } = context
  const heading = outline.headingOf.get(paragraph.index)
  const isBeforeHeadings = heading === undefined && outline.headings.size > 0
  return {
    scores: scoreParagraph(paragraph, findFeatures(paragraph, { position, document, isBeforeHeadings }), kind),
    isContinuation: isContinuation(paragraph),
    isRunOn: previous !== undefined && !outline.headings.has(previous.index) && runsOn(previous, paragraph),
    heading,
    isHeading: outline.headings.has(paragraph.index),
  }
}

function labelled(paragraph: Analysis, link: ChainLink, choice: Decoded, context: BodyContext): SegmentedParagraph {
  const own = context.outline.headings.get(paragraph.index)
  const isUnderHeading = link.heading?.section === choice.role
  const section = link.heading?.section === 'appendix' ? 'appendix' : choice.role
  const field = section === 'results' ? fieldOf(paragraph, link, context, isUnderHeading) : undefined
  // Under a heading that names no known section the name holds whatever label the words come nearest to.
  const isNamed = isUnderHeading || link.isHeading || link.heading?.section === undefined
  const customName = isNamed ? link.heading?.customName : undefined
  return {
    index: paragraph.index,
    text: paragraph.text,
    section,
    ...(field ? { field } : {}),
    ...(customName === undefined ? {} : { customName }),
    role: paragraphRole(paragraph, own),
    ...(own ? { title: titlePlace(paragraph, own) } : {}),
    also: alsoOf(paragraph, link, choice, field),
    reasons: reasonsOf(link, choice, own),
    confidence: confidenceOf(choice.margin, link),
  }
}

/** A phrase of this weight names its field by itself. */
const NAMING = 3

/** The heading's field holds for its whole section; without one the words decide. */
function fieldOf(
  paragraph: Analysis,
  link: ChainLink,
  context: BodyContext,
  isUnderHeading: boolean,
): WorkField | undefined {
  if (isUnderHeading && link.heading?.field) return link.heading.field
  // A heading of the office's own names its section; its words are no field of the list.
  if (link.isHeading || (isUnderHeading && link.heading?.customName !== undefined)) return undefined
  const naming = weighFields(paragraph).filter((entry) => entry.weight >= NAMING)
  const most =
    openingPeriod(paragraph, context.document) === 'none' ? dominantFields(paragraph).length : naming.length + 1
  // "6 tháng đầu năm, …" opens the account of the whole work, unless it names one field alone.
  return most < 3 ? naming[0]?.field : undefined
}

/** A section whose own phrases weigh this much could be read here as well. */
const SECOND_READING = 45

function alsoOf(
  paragraph: Analysis,
  link: ChainLink,
  choice: Decoded,
  field: WorkField | undefined,
): SegmentedParagraph['also'] {
  const { role } = choice
  const sections = BODY_ROLES.filter(
    (other) =>
      other !== role && (isSecondReading(link.scores, other) || (other === choice.second && choice.margin < 25)),
  ).map((section) => ({ section }))
  const fields =
    role === 'results'
      ? weighFields(paragraph)
          .filter((entry) => entry.field !== field && entry.weight >= NAMING)
          .slice(0, 5)
          .map((entry) => ({ section: 'results' as const, field: entry.field }))
      : []
  return [...sections, ...fields]
}

function isSecondReading(scores: Scores, role: (typeof BODY_ROLES)[number]): boolean {
  const score = scores.get(role)
  return score !== undefined && score.cueWeight >= SECOND_READING && score.weight >= SECOND_READING
}

function reasonsOf(link: ChainLink, choice: Decoded, own: Heading | undefined): Reason[] {
  const reasons: Reason[] = []
  const cue = link.scores.get(choice.role)?.reason
  if (own)
    reasons.push({
      code: own.customName === undefined ? 'heading.own' : 'heading.unknown',
      data: own.title.slice(0, 80),
    })
  else if (cue) reasons.push(cue)
  if (!own && link.heading?.section === choice.role) {
    reasons.push({ code: 'heading.above', data: link.heading.title.slice(0, 80) })
  }
  if (reasons.length === 0) reasons.push({ code: link.isContinuation ? 'place.continues' : 'place.order' })
  return reasons
}

function confidenceOf(margin: number, link: ChainLink): number {
  if (link.isHeading && link.heading?.customName === undefined) return 0.97
  const row = LEXICON.priors.confidence.findLast((entry) => margin >= entry.margin)
  return (row?.percent ?? 50) / 100
}
