/**
 * Headings of a document and what their sections inherit. The level of a heading comes from a stack of the styles of
 * marks seen in this document, not from a fixed table: offices number as they like.
 */
import type { ReportKind } from '../../report/report'
import type { SectionRole, WorkField } from '../../section-labels'
import type { Analysis } from '../words/analyse-paragraph'
import { headingLabels, type HeadingLabel } from './heading-labels'
import { isListStyle, type MarkerStyle } from '../words/line-marker'

export interface Heading {
  readonly index: number
  /** Without its mark. */
  readonly title: string
  readonly section?: SectionRole
  readonly also: readonly SectionRole[]
  readonly field?: WorkField
  /** A heading outside the closed set, by its own name. */
  readonly customName?: string
  /** "1. Công tác tuyên truyền: Đã tổ chức …": the heading is the first words of its paragraph. */
  readonly isRunIn: boolean
  readonly depth: number
}

export interface Outline {
  readonly headings: ReadonlyMap<number, Heading>
  /** The heading whose section a paragraph stands in (the heading itself included). */
  readonly headingOf: ReadonlyMap<number, Heading>
}

interface Level {
  readonly style: string
  readonly heading: Heading
}

/** Walks the body and keeps the stack of open headings. */
export function findHeadings(body: readonly Analysis[], kind: ReportKind): Outline {
  const headings = new Map<number, Heading>()
  const headingOf = new Map<number, Heading>()
  let stack: readonly Level[] = []
  for (const [at, paragraph] of body.entries()) {
    const found = kind === 'formalReport' ? findTitle(paragraph) : undefined
    if (found) {
      const style = styleOf(paragraph)
      const previous = body[at - 1]
      const isContinued = previous !== undefined && isSecondLine(previous, paragraph, headings)
      const outer = isContinued ? stack.slice(0, -1) : openAbove(stack, style)
      const parent = outer.at(-1)?.heading
      const heading = makeHeading(
        paragraph,
        found,
        outer.length,
        parent,
        isContinued ? headings.get(paragraph.index - 1) : undefined,
      )
      headings.set(paragraph.index, heading)
      // The first line "Phần thứ nhất" and the title below it are one heading.
      if (isContinued) renameFirstLine(headings, headingOf, paragraph.index - 1, heading)
      stack = [...outer, { style: isContinued ? (stack.at(-1)?.style ?? style) : style, heading }]
    }
    const open = stack.at(-1)?.heading
    if (open) headingOf.set(paragraph.index, open)
  }
  return { headings, headingOf }
}

function renameFirstLine(
  headings: Map<number, Heading>,
  headingOf: Map<number, Heading>,
  index: number,
  whole: Heading,
): void {
  const first = { ...whole, index }
  headings.set(index, first)
  headingOf.set(index, first)
}

/** A style already open closes all above it; a new one goes deeper, but never above a part. */
function openAbove(stack: readonly Level[], style: string): readonly Level[] {
  const known = stack.findIndex((level) => level.style === style)
  if (known >= 0) return stack.slice(0, known)
  const rank = RANKS.indexOf(style)
  // Default order only where the styles have not met yet: "I." never goes below "1.".
  const higher = stack.findIndex((level) => rank >= 0 && RANKS.indexOf(level.style) > rank)
  return higher >= 0 ? stack.slice(0, higher) : stack
}

const RANKS: readonly string[] = [
  'part',
  'caps',
  'upperLetter',
  'roman',
  'number',
  'number2',
  'number3',
  'letter',
  'bold',
  'list',
]

function styleOf(paragraph: Analysis): string {
  const style = paragraph.marker?.style
  if (style) return isListStyle(style) ? 'list' : style
  if (paragraph.signals.headingLevel !== undefined) return `h${paragraph.signals.headingLevel}`
  return paragraph.isAllCaps ? 'caps' : 'bold'
}

interface Title {
  readonly text: string
  readonly from: number
  readonly to: number
  readonly isRunIn: boolean
}

const LONGEST_TITLE = 32
const LONGEST_RUN_IN = 16
/** Thirty-two syllables fit well into this; a line of one endless word is no title. */
const LONGEST_TITLE_TEXT = 600

/** The words of a heading line, of a run-in heading, or `undefined` for body text. */
function findTitle(paragraph: Analysis): Title | undefined {
  const { text, marker, tokens, firstToken } = paragraph
  if (paragraph.signals.isTableRow === true || text.includes('\t')) return undefined
  const length = tokens.length - firstToken
  if (length === 0 && marker?.style !== 'part') return undefined
  const whole: Title = { text: text.slice(marker?.length ?? 0), from: firstToken, to: tokens.length, isRunIn: false }
  const isNumbered = marker !== undefined && !isListStyle(marker.style)
  if (text.length > LONGEST_TITLE_TEXT) return isNumbered ? findRunIn(paragraph) : undefined
  const isMarked =
    isNumbered ||
    paragraph.isAllCaps ||
    paragraph.signals.headingLevel !== undefined ||
    paragraph.signals.isBold === true
  const isLine = !/[.;,…]["”)]?$/.test(text) && length <= LONGEST_TITLE
  if (
    isMarked &&
    isLine &&
    (length <= 15 || !isPlainNumber(marker?.style) || namesSection(paragraph, firstToken, tokens.length))
  )
    return whole
  if (isMarked && length <= 10 && /[.:]$/.test(text) && namesSection(paragraph, firstToken, tokens.length)) return whole
  if (marker && !isMarked && length <= 8 && text.endsWith(':') && namesRole(paragraph, firstToken)) return whole
  if (!marker && !isMarked && length <= 8 && /:$/.test(text) && namesRole(paragraph, firstToken)) return whole
  return isNumbered ? findRunIn(paragraph) : undefined
}

/** Items of lists are numbered like headings: "1. Tiếp tục …". */
const isPlainNumber = (style: MarkerStyle | undefined): boolean =>
  style === 'number' || style === 'letter' || style === 'number2' || style === 'number3'

function findRunIn(paragraph: Analysis): Title | undefined {
  const { text, tokens, firstToken, marker } = paragraph
  const stop = tokens.findIndex((token, at) => at > firstToken && token.breaksBefore)
  if (stop < 0 || stop - firstToken > LONGEST_RUN_IN) return undefined
  const end = tokens[stop - 1]?.end ?? 0
  if (!/^\s*[.:]/.test(text.slice(end)) || !namesSection(paragraph, firstToken, stop)) return undefined
  return { text: text.slice(marker?.length ?? 0, end), from: firstToken, to: stop, isRunIn: true }
}

/** A word of a section or of a field of work stands near the beginning. */
function namesSection(paragraph: Analysis, from: number, to: number): boolean {
  return paragraph.hits.some(
    (hit) =>
      (hit.use.kind === 'heading' || (hit.use.kind === 'field' && hit.use.row.weight >= 3)) &&
      hit.from >= from &&
      hit.from <= from + 4 &&
      hit.to <= to,
  )
}

function namesRole(paragraph: Analysis, from: number): boolean {
  return paragraph.hits.some((hit) => hit.use.kind === 'heading' && hit.from >= from && hit.from <= from + 1)
}

function isSecondLine(previous: Analysis, paragraph: Analysis, headings: ReadonlyMap<number, Heading>): boolean {
  const before = headings.get(previous.index)
  if (!before || previous.index !== paragraph.index - 1 || paragraph.marker) return false
  const isBarePart = previous.marker?.style === 'part' && before.title.trim() === ''
  return isBarePart || (previous.isAllCaps && paragraph.isAllCaps && before.section === undefined)
}

function makeHeading(
  paragraph: Analysis,
  title: Title,
  depth: number,
  parent: Heading | undefined,
  firstLine: Heading | undefined,
): Heading {
  const label: HeadingLabel = headingLabels(paragraph, title.from, title.to, parent?.section)
  const name = [firstLine?.title ?? '', title.text].join(' ').trim()
  const section = label.section ?? parent?.section
  const isKnown = label.section !== undefined || label.field !== undefined || name === ''
  return {
    index: paragraph.index,
    title: name,
    ...(section ? { section } : {}),
    also: label.section ? label.also : (parent?.also ?? []),
    ...(section === 'results' && (label.field ?? parent?.field) ? { field: label.field ?? parent?.field } : {}),
    ...(isKnown ? {} : { customName: name.replace(/[.:;\s]+$/, '') }),
    isRunIn: title.isRunIn,
    depth,
  }
}
