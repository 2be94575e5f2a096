/**
 * Whether a table holds data, or only sets lines side by side: letterhead and signature are tables without lines in
 * nearly every report of an office.
 */
import type { DocxBlock, DocxCell, DocxTable } from './docx-document'
import { plainText } from './plain-text'

/** Letterhead and signature have two columns; a narrow one may stand between. */
const MOST_COLUMNS = 3
/** A paragraph of this length belongs to the text of a report; before it stands only its head. */
const LONGEST_HEAD_LINE = 200

/** `before`: what stands above the table. */
export function laysOutLines(table: DocxTable, before: readonly DocxBlock[]): boolean {
  const columns = Math.max(0, ...table.rows.map((row) => row.cells.length))
  if (columns <= 1) return true
  if (table.hasVisibleBorders || columns > MOST_COLUMNS) return false
  const cells = table.rows.flatMap((row) => row.cells)
  return cells.some((cell) => filledParagraphs(cell) > 1) || isHead(before)
}

const filledParagraphs = (cell: DocxCell): number =>
  cell.blocks.filter((block) => block.type === 'table' || plainText([block]).trim() !== '').length

const isHead = (before: readonly DocxBlock[]): boolean =>
  before.every((block) => block.type === 'paragraph' && plainText([block]).length <= LONGEST_HEAD_LINE)
