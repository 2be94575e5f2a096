/**
 * The frame of a formal report: the official layout above the title, the title, recipients and signature,
 * the appendix after them, and the clutter of a page the report was copied from.
 */
import type { Analysis } from '../words/analyse-paragraph'
import { fixedLabel, type FixedLabel, type Frame } from './frame'
import { layoutNamedIn } from './layout-named-in'
import { stockEffect } from '../words/line-kinds'
import { LINE_SHAPES, OFFICIAL_SHAPES } from '../words/line-shapes'

/** The title stands within so many lines. */
const LONGEST_HEAD = 40
const LONGEST_TITLE_LINES = 5

export function findFormalFrame(paragraphs: readonly Analysis[], repeats: ReadonlyMap<number, number>): Frame {
  const title = findTitle(paragraphs)
  const bodyStart = title ? title.end : headEnd(paragraphs)
  const tail = findTail(paragraphs, bodyStart)
  const headStart = firstHeadLine(paragraphs, title?.start ?? bodyStart)
  const fixed = new Map<number, FixedLabel>()
  const body: number[] = []
  for (const paragraph of paragraphs) {
    const { index } = paragraph
    const label =
      commonLabel(paragraph, repeats) ??
      (title && index >= title.start && index < title.end
        ? titleLabel(paragraph)
        : index < bodyStart
          ? headLabel(paragraph, headStart)
          : index >= tail.start
            ? tailLabel(paragraph, tail)
            : bodyLabel(paragraph, bodyStart, [paragraphs[index - 1], paragraphs[index + 1]]))
    if (label) fixed.set(index, label)
    else body.push(index)
  }
  return { fixed, body }
}

function commonLabel(paragraph: Analysis, repeats: ReadonlyMap<number, number>): FixedLabel | undefined {
  const copyOf = repeats.get(paragraph.index)
  if (copyOf !== undefined) return fixedLabel('clutter', 'clutter.duplicate', String(copyOf))
  if (paragraph.signals.isOutsideContent === true) return fixedLabel('clutter', 'clutter.outsideContent')
  return undefined
}

interface Span {
  readonly start: number
  /** The line after the last. */
  readonly end: number
}

/**
 * "BÁO CÁO" with the lines of the subject below it. A page names the report before it begins, so below the name of the
 * Party or of the State is where the title is looked for first.
 */
function findTitle(paragraphs: readonly Analysis[]): Span | undefined {
  const head = paragraphs.slice(0, LONGEST_HEAD)
  const named = head.findIndex((paragraph) => isHeadLine(paragraph) && layoutNamedIn(paragraph.text) !== undefined)
  const below = named < 0 ? -1 : head.findIndex((paragraph, at) => at > named && isTitleLine(paragraph))
  const start = below < 0 ? head.findIndex(isTitleLine) : below
  if (start < 0) return undefined
  let end = start + 1
  while (end < start + LONGEST_TITLE_LINES && isSubjectLine(paragraphs[end])) end += 1
  return { start, end }
}

function isTitleLine(paragraph: Analysis): boolean {
  if (!OFFICIAL_SHAPES.title(paragraph.key) || paragraph.tokens.length > 60) return false
  const spaced = paragraph.text.replace(/\s/g, '')
  if (paragraph.isAllCaps || spaced.startsWith('BÁOCÁO') || paragraph.signals.headingLevel !== undefined) return true
  return OFFICIAL_SHAPES.genreTitle(paragraph.key) && !paragraph.endsSentence && !/[,;:]$/.test(paragraph.text)
}

function isSubjectLine(paragraph: Analysis | undefined): boolean {
  if (!paragraph) return false
  const { key, tokens } = paragraph
  if (LINE_SHAPES.ruleLine(key) || OFFICIAL_SHAPES.addressee(key)) return false
  if (OFFICIAL_SHAPES.subjectNote(key)) return true
  if (paragraph.marker || tokens.length > 60) return false
  return !/[.:]$/.test(paragraph.text) && !opensBody(paragraph)
}

/** Opening words of the body, which a subject never has. */
function opensBody(paragraph: Analysis): boolean {
  return paragraph.hits.some(
    ({ use, from, to }) =>
      from === 0 &&
      ((use.kind === 'cue' && use.row.role === 'situation' && use.row.where === 'start') ||
        (use.kind === 'heading' && to === paragraph.tokens.length && paragraph.isAllCaps)),
  )
}

function titleLabel(paragraph: Analysis): FixedLabel {
  return fixedLabel('headline', 'place.title', paragraph.text.slice(0, 40))
}

/** Where no title stands: the lines of the head that follow one another from the first. */
function headEnd(paragraphs: readonly Analysis[]): number {
  const limit = Math.min(paragraphs.length, LONGEST_HEAD)
  let end = 0
  for (let at = 0; at < limit; at += 1) {
    const paragraph = paragraphs[at]
    if (!paragraph || isText(paragraph)) break
    if (isHeadLine(paragraph)) end = at + 1
  }
  return end
}

const LONGEST_HEAD_LINE = 30

/** Where sentences begin the head is over. */
const isText = (paragraph: Analysis): boolean => paragraph.tokens.length > LONGEST_HEAD_LINE && paragraph.endsSentence

function isHeadLine(paragraph: Analysis): boolean {
  if (paragraph.tokens.length > LONGEST_HEAD_LINE) return false
  return (
    OFFICIAL_SHAPES.head(paragraph.key) ||
    OFFICIAL_SHAPES.addressee(paragraph.key) ||
    (paragraph.isAllCaps && OFFICIAL_SHAPES.organizationLine(paragraph.key) && !paragraph.marker)
  )
}

function firstHeadLine(paragraphs: readonly Analysis[], limit: number): number {
  const first = paragraphs
    .slice(0, limit)
    .findIndex((paragraph) => isHeadLine(paragraph) && !LINE_SHAPES.ruleLine(paragraph.key))
  return first < 0 ? limit : first
}

function headLabel(paragraph: Analysis, headStart: number): FixedLabel {
  if (paragraph.index < headStart) return fixedLabel('clutter', 'clutter.beforeArticle')
  return stockEffect(paragraph) && !isHeadLine(paragraph)
    ? fixedLabel('clutter', 'clutter.stock')
    : fixedLabel('officialLayout', 'place.head')
}

interface Tail {
  /** First line of recipients or signature; the number of paragraphs where there is none. */
  readonly start: number
  /** First line of the appendix. */
  readonly appendix: number
  /** First line of the page after the report. */
  readonly clutter: number
}

function findTail(paragraphs: readonly Analysis[], bodyStart: number): Tail {
  const after = (test: (paragraph: Analysis) => boolean, from: number): number => {
    const found = paragraphs.findIndex((paragraph) => paragraph.index >= from && test(paragraph))
    return found < 0 ? paragraphs.length : found
  }
  const signature = after(isTailStart, bodyStart + 1)
  const conclusion = paragraphs.findLast((paragraph) => paragraph.index >= bodyStart && isClosingSentence(paragraph))
  const position = conclusion ? after(isSignerLine, conclusion.index + 1) : paragraphs.length
  const start = Math.min(signature, position)
  const lateAppendix = after(isAppendixTitle, Math.max(bodyStart + 1, Math.floor(paragraphs.length / 2)))
  const appendix =
    start < paragraphs.length
      ? Math.min(after(isAppendixTitle, start + 1), afterSignature(paragraphs, start))
      : lateAppendix
  const clutter = after((paragraph) => stockEffect(paragraph) === 'closing', Math.min(start, appendix) + 1)
  return { start: Math.min(start, appendix), appendix, clutter }
}

const LONGEST_TAIL_LINE = 14

const isTailStart = (paragraph: Analysis): boolean =>
  paragraph.tokens.length <= LONGEST_TAIL_LINE &&
  OFFICIAL_SHAPES.tailStart(paragraph.key) &&
  !/[;,]$/.test(paragraph.text)

const isSignerLine = (paragraph: Analysis): boolean =>
  paragraph.isAllCaps && paragraph.tokens.length <= LONGEST_TAIL_LINE && OFFICIAL_SHAPES.tailLine(paragraph.key)

const isClosingSentence = (paragraph: Analysis): boolean => /^trên đây là/.test(paragraph.key)

const isAppendixTitle = (paragraph: Analysis): boolean =>
  paragraph.tokens.length <= 30 && OFFICIAL_SHAPES.appendix(paragraph.key) && !/[.;]$/.test(paragraph.text)

/** After the signer's name nothing belongs to the report: a long paragraph or a table there is an appendix. */
function afterSignature(paragraphs: readonly Analysis[], start: number): number {
  for (const paragraph of paragraphs.slice(start)) {
    const isLong =
      paragraph.tokens.length > 30 || paragraph.signals.isTableRow === true || paragraph.text.includes('\t')
    if (isLong && !OFFICIAL_SHAPES.tailLine(paragraph.key) && !OFFICIAL_SHAPES.tailStart(paragraph.key))
      return paragraph.index
  }
  return paragraphs.length
}

function tailLabel(paragraph: Analysis, tail: Tail): FixedLabel {
  if (paragraph.index >= tail.clutter) return fixedLabel('clutter', 'clutter.afterArticle')
  return paragraph.index >= tail.appendix
    ? fixedLabel('appendix', 'place.appendix')
    : fixedLabel('officialLayout', 'place.tail')
}

/** A number between short lines is a cell of a table that was pasted as lines. */
const LONGEST_CELL = 8

function bodyLabel(
  paragraph: Analysis,
  bodyStart: number,
  neighbours: readonly (Analysis | undefined)[],
): FixedLabel | undefined {
  const { key } = paragraph
  if (LINE_SHAPES.ruleLine(key)) return fixedLabel('officialLayout', 'shape.rule')
  if (paragraph.index <= bodyStart + 2 && OFFICIAL_SHAPES.addressee(key))
    return fixedLabel('officialLayout', 'place.head')
  const isCell = neighbours.every((other) => other && other.tokens.length <= LONGEST_CELL && !other.endsSentence)
  if (LINE_SHAPES.pageNumber(key) && !isCell) return fixedLabel('clutter', 'clutter.pageNumber')
  if (LINE_SHAPES.photoCredit(key) && paragraph.tokens.length <= 30) return fixedLabel('photoCaption', 'shape.caption')
  const effect = paragraph.marker || paragraph.endsSentence ? undefined : stockEffect(paragraph)
  return effect === 'line' ? fixedLabel('clutter', 'clutter.stock') : undefined
}
