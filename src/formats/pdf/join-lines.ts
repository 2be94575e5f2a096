/**
 * Lines of pages → paragraphs. A PDF has lines only; a paragraph goes on where the line is full, the next begins neither
 * further in nor with a mark of its own, and looks the same.
 */
import type { ParagraphSignals, SampleParagraph } from '../../core/learning/sample-document'
import { decodeLegacyRuns } from '../../core/vietnamese/legacy-encodings'
import type { LegacyEncoding } from '../../core/vietnamese/legacy-tables'
import { toNfc, trimWide } from '../../core/vietnamese/nfc'
import { findTables, type PageBlock } from './find-tables'
import type { PdfPage } from './page-furniture'
import type { Cell, PageLine, PlacedText } from './page-lines'
import { countsOf, repeated } from './repeated'

export interface JoinedLines {
  readonly paragraphs: readonly Omit<SampleParagraph, 'index'>[]
  readonly encodings: ReadonlySet<LegacyEncoding>
}

/** Reads all pages; a paragraph may go on over the end of a page. */
export function joinLines(pages: readonly PdfPage[]): JoinedLines {
  const encodings = new Set<LegacyEncoding>()
  const page = shapeOf(pages)
  const lines = pages.flatMap(({ lines: own }, index) =>
    findTables(own).map((block) => toLine(block, index, encodings)),
  )
  const paragraphs: Open[] = []
  for (const line of lines) {
    const open = paragraphs.at(-1)
    if (open && goesOn(open, line, page)) {
      open.text = joinTexts(open.text, line.text)
      open.last = line
      open.isFull = true
    } else paragraphs.push({ text: line.text, first: line, last: line, isFull: false })
  }
  return { paragraphs: paragraphs.map((open) => ({ text: open.text, signals: signalsOf(open, page) })), encodings }
}

interface Line {
  readonly text: string
  readonly place: PageLine
  readonly page: number
  readonly isRow: boolean
  readonly isBold: boolean
  readonly isItalic: boolean
}

interface Open {
  text: string
  readonly first: Line
  last: Line
  /** Whether it has more than one line. */
  isFull: boolean
}

function toLine(block: PageBlock, page: number, encodings: Set<LegacyEncoding>): Line {
  const cells = block.kind === 'row' ? block.cells : [block.line.cells]
  const texts = cells.map((lines) =>
    lines.map((cell) => cellText(cell, encodings)).reduce((above, below) => joinTexts(above, below), ''),
  )
  const pieces = cells.flat().flatMap((cell) => cell.pieces)
  return {
    text: trimWide(toNfc(texts.join('\t'))),
    place: block.line,
    page,
    isRow: block.kind === 'row',
    isBold: isMostly(pieces, /bold|black|heavy|demi/i),
    isItalic: isMostly(pieces, /italic|oblique/i),
  }
}

function cellText({ pieces }: Cell, encodings: Set<LegacyEncoding>): string {
  const decoded = decodeLegacyRuns(pieces)
  for (const encoding of decoded.encodings) encodings.add(encoding)
  return trimWide(decoded.texts.join('').replace(/\s+/g, ' '))
}

/** Four fifths of the letters, as in the other readers: a space or a number may be set otherwise. */
function isMostly(pieces: readonly PlacedText[], font: RegExp): boolean {
  const lettersIn = (some: readonly PlacedText[]): number => some.reduce((sum, { text }) => sum + text.trim().length, 0)
  const inFont = pieces.filter((piece) => font.test(piece.font ?? ''))
  return inFont.length > 0 && lettersIn(inFont) * 5 >= lettersIn(pieces) * 4
}

/** How the pages of the document are set. */
interface PageShape {
  readonly left: number
  readonly right: number
  /** From one line of a paragraph to the next. */
  readonly step: number
  /** Where paragraphs begin whose other lines begin at the left. */
  readonly indents: ReadonlySet<number>
}

/** Where lines begin, where the full ones end, how far they stand apart. */
function shapeOf(pages: readonly PdfPage[]): PageShape {
  const lines = pages.flatMap((page) => page.lines).filter(({ cells }) => cells.length === 1)
  const left = leftMargin(lines.map(({ x }) => Math.round(x)))
  const ends = lines.map(({ end }) => Math.round(end)).sort((one, other) => one - other)
  const pairs = lines.slice(1).map((line, index): readonly [PageLine | undefined, PageLine] => [lines[index], line])
  const steps = pairs.flatMap(([above, line]) => {
    const step = line.y - (above?.y ?? line.y)
    return step > 0 && step < line.size * LEADING ? [Math.round(step * 2) / 2] : []
  })
  const indents = pairs.flatMap(([above, line]) =>
    above && above.x > left + TOLERANCE && Math.abs(line.x - left) <= TOLERANCE ? [Math.round(above.x)] : [],
  )
  return {
    left,
    right: ends[Math.floor((ends.length - 1) * 0.9)] ?? 0,
    step: mostFrequent(steps),
    indents: new Set(repeated(indents, TIMES_OF_A_HABIT)),
  }
}

const TIMES_OF_A_HABIT = 3

/** The first place from the left where a share of the lines begins; most may begin at the indent of their paragraph. */
function leftMargin(starts: readonly number[]): number {
  const share = Math.max(2, starts.length * LEAST_SHARE)
  const usual = repeated(starts, share)
  return usual.length === 0 ? mostFrequent(starts) : Math.min(...usual)
}

const LEAST_SHARE = 0.03

function mostFrequent(values: readonly number[]): number {
  return [...countsOf(values)].reduce((best, one) => (one[1] > best[1] ? one : best), [0, 0])[0]
}

function goesOn(open: Open, next: Line, page: PageShape): boolean {
  const { last } = open
  if (last.isRow || next.isRow || opensItem(next.text)) return false
  if (last.isBold !== next.isBold || Math.abs(last.place.size - next.place.size) > 0.6) return false
  if (isCentred(last.place, page) || isCentred(next.place, page)) return false
  if (isHeading(last, next) || isHeading(next, last) || beginsLike(open, next, page)) return false
  const isHanging = opensItem(open.first.text) && next.place.x > open.first.place.x + TOLERANCE
  const isFurtherIn = next.place.x > open.last.place.x + TOLERANCE
  if (isFurtherIn && !(isHanging && open.last === open.first)) return false
  if (!isHanging && page.indents.has(Math.round(next.place.x))) return false
  if (!isFollowing(last, next, page)) return false
  return isFullLine(last, next, page)
}

/** Four words in capitals beside small letters; names of offices have fewer. */
const isHeading = ({ text }: Line, { text: beside }: Line): boolean =>
  /\p{Ll}/u.test(beside) && !/\p{Ll}/u.test(text) && (text.match(/\p{Lu}+/gu) ?? []).length >= 4

/** A sentence ended on a line that is indented, and another begins as far in: both open a paragraph. */
function beginsLike({ first, last }: Open, next: Line, { left }: PageShape): boolean {
  if (first !== last || first.place.x <= left + TOLERANCE) return false
  const isAsFarIn = Math.abs(next.place.x - first.place.x) <= TOLERANCE
  return isAsFarIn && /[.!?:;…]["”)]*$/.test(last.text) && /^["“(]*[\p{Lu}\d]/u.test(next.text)
}

/** In points. */
const TOLERANCE = 3

/** The mark of a list or of a numbered heading, with something after it. */
const opensItem = (text: string): boolean =>
  /^(?:[-–+*•▪●○✓➢·]\s?\S|\(?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[a-zđ]|[ivx]{1,4})[.)]\s|\d{1,2}(?:\.\d{1,2}){1,3}\s|[IVX]{1,4}[.)]\s|[A-ZĐ]\.\s|(?:Phần|PHẦN|Điều|Chương)\s(?:thứ|THỨ|[IVX\d]))/u.test(
    text,
  )

/** The next line of the page, or the first of the next page where a sentence is open. */
function isFollowing(last: Line, next: Line, { step: usual }: PageShape): boolean {
  if (last.page !== next.page)
    return next.page === last.page + 1 && /^[\p{Ll}\d(“"]/u.test(next.text) && !/[.!?:;]$/.test(last.text)
  const step = next.place.y - last.place.y
  return step > 0 && step < last.place.size * LEADING && step < usual + last.place.size * SPACE_BETWEEN
}

/** Lines of official documents stand up to 1.5 lines apart; paragraphs further. */
const LEADING = 2.1
/** In heights of the letters: so much more room stands between paragraphs, where any does. */
const SPACE_BETWEEN = 0.3

/** Whether the first word of the next line would not have fitted behind this one. */
function isFullLine(last: Line, next: Line, { right }: PageShape): boolean {
  const width = last.place.end - last.place.x
  const ofLetter = width / Math.max(1, last.text.length)
  const firstWord = (/^\S+/.exec(next.text)?.[0].length ?? 0) + 1
  return last.place.end + firstWord * ofLetter * 0.9 > right
}

function isCentred(line: PageLine, { left, right }: PageShape): boolean {
  const [before, after] = [line.x - left, right - line.end]
  return before > line.size * 1.5 && after > line.size * 1.5 && Math.abs(before - after) < line.size * 2
}

const isToTheRight = (line: PageLine, { left, right }: PageShape): boolean =>
  line.x - left > (right - left) / 2 && Math.abs(right - line.end) < line.size

/** Of hyphens at the end of a line only those beside a figure surely had no space: "2021-2025", "12-BC/TU", "Covid-19". */
function joinTexts(above: string, below: string): string {
  if (above === '') return below
  const isOneWord = /\d[-–/]$/.test(above) || (/\p{L}[-–]$/u.test(above) && /^\d/.test(below))
  return isOneWord ? above + below : `${above} ${below}`
}

function signalsOf({ first, isFull }: Open, page: PageShape): ParagraphSignals {
  const { place } = first
  const alignment = isFull ? undefined : alignmentOf(place, page)
  const indent = Math.round(place.x - page.left)
  return {
    ...(first.isRow ? { isTableRow: true } : {}),
    ...(first.isBold ? { isBold: true } : {}),
    ...(first.isItalic ? { isItalic: true } : {}),
    fontSize: Math.round(place.size * 2) / 2,
    ...(alignment && !first.isRow ? { alignment } : {}),
    ...(indent > 0 && !alignment && !first.isRow ? { indent } : {}),
  }
}

function alignmentOf(place: PageLine, page: PageShape): 'center' | 'right' | undefined {
  if (isCentred(place, page)) return 'center'
  return isToTheRight(place, page) ? 'right' : undefined
}
