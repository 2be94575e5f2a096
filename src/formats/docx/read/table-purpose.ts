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

/** So many short lines may stand above a letterhead: a mark of a draft, a stamp, where the page was copied from. */
const MOST_LINES_ABOVE = 3

/** The block up to which a document can only have its letterhead: the first table, long line or fourth line. */
export function endOfHead(blocks: readonly DocxBlock[]): number {
  let lines = 0
  const end = blocks.findIndex((block) => {
    const { length } = block.type === 'table' ? '' : plainText([block]).trim()
    if (length > 0) lines += 1
    return block.type === 'table' || length > LONGEST_HEAD_LINE || lines > MOST_LINES_ABOVE
  })
  return end < 0 ? blocks.length : end
}

export function laysOutLines(table: DocxTable, place: { readonly isInHead: boolean }): boolean {
  const columns = Math.max(0, ...table.rows.map((row) => row.cells.length))
  if (columns <= 1) return true
  if (table.hasVisibleBorders || columns > MOST_COLUMNS) return false
  const cells = table.rows.flatMap((row) => row.cells)
  return cells.some((cell) => linesIn(cell) > 1) || place.isInHead
}

/** Lines end with a paragraph or with a break inside one. */
const linesIn = (cell: DocxCell): number =>
  cell.blocks.flatMap((block) => plainText([block]).split('\n')).filter((text) => text.trim() !== '').length
