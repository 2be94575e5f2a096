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

/** The first block that is no short line: up to it a document has only its head. */
export function endOfHead(blocks: readonly DocxBlock[]): number {
  const end = blocks.findIndex((block) => block.type === 'table' || plainText([block]).length > LONGEST_HEAD_LINE)
  return end < 0 ? blocks.length : end
}

export function laysOutLines(table: DocxTable, place: { readonly isInHead: boolean }): boolean {
  const columns = Math.max(0, ...table.rows.map((row) => row.cells.length))
  if (columns <= 1) return true
  if (table.hasVisibleBorders || columns > MOST_COLUMNS) return false
  const cells = table.rows.flatMap((row) => row.cells)
  return cells.some((cell) => filledParagraphs(cell) > 1) || place.isInHead
}

const filledParagraphs = (cell: DocxCell): number =>
  cell.blocks.filter((block) => block.type === 'table' || plainText([block]).trim() !== '').length
