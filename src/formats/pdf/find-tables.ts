/** Rows of data among the lines of a page: cells under cells. Two columns of a letterhead or a signature are none. */
import type { Cell, PageLine } from './page-lines'

/** A line of text, or a row whose cells may hold several lines each. */
export type PageBlock =
  | { readonly kind: 'line'; readonly line: PageLine }
  | { readonly kind: 'row'; readonly line: PageLine; readonly cells: readonly (readonly Cell[])[] }

/** Cells that stand side by side without being a table become lines of their own, in the order of the file. */
export function findTables(lines: readonly PageLine[]): readonly PageBlock[] {
  const blocks: PageBlock[] = []
  for (let at = 0; at < lines.length;) {
    const table = tableAt(lines, at)
    if (table) {
      for (const { line, cells } of table.rows) blocks.push({ kind: 'row', line, cells })
      at = table.next
    } else {
      for (const cell of lines[at]?.cells ?? []) blocks.push({ kind: 'line', line: lineOfCell(lines[at], cell) })
      at += 1
    }
  }
  return blocks
}

const lineOfCell = (line: PageLine | undefined, cell: Cell): PageLine => ({
  cells: [cell],
  x: cell.x,
  end: cell.end,
  y: line?.y ?? 0,
  size: cell.pieces[0]?.size ?? 0,
})

interface Row {
  readonly line: PageLine
  readonly cells: Cell[][]
}

/** The table that begins with this line, and the first line after it. */
function tableAt(lines: readonly PageLine[], from: number): { rows: readonly Row[]; next: number } | undefined {
  const first = lines[from]
  if (!first || first.cells.length < 2) return undefined
  const columns = new Set(first.cells.map(({ x }) => x))
  const rows: Row[] = []
  let next = from
  for (let line = lines[next]; line; next += 1, line = lines[next]) {
    const above = rows.at(-1)
    if (isRowOf(line, [...columns])) {
      rows.push({ line, cells: line.cells.map((cell) => [cell]) })
      for (const { x } of line.cells) columns.add(x)
    } else if (above && isBeside(line, above)) above.cells.push(...line.cells.map((cell) => [cell]))
    else if (above && isContinuation(line, above)) addBelow(line, above)
    else break
  }
  const isTable = rows.some(({ cells }) => cells.length >= 3) ? rows.length >= 2 : rows.length >= 3
  return isTable ? { rows, next } : undefined
}

/** In points: numbers set to the right or in the middle of their cell begin at different places. */
const COLUMN_TOLERANCE = 4
const WIDE_COLUMN_TOLERANCE = 30

function isRowOf(line: PageLine, columns: readonly number[]): boolean {
  if (line.cells.length < 2) return false
  const tolerance = columns.length > 2 ? WIDE_COLUMN_TOLERANCE : COLUMN_TOLERANCE
  const known = line.cells.filter(({ x }) => columns.some((column) => Math.abs(column - x) <= tolerance))
  // A narrow gap may hide a border of cells in one row and not in the next.
  return known.length >= 2 && known.length >= line.cells.length - 1
}

/** A cell that comes after one of several lines: back at the height of its row, further to the right. */
function isBeside(line: PageLine, { line: first, cells }: Row): boolean {
  const end = Math.max(...cells.flat().map((cell) => cell.end))
  return Math.abs(line.y - first.y) < line.size * 0.3 && line.x > end
}

/** The second line of a cell: close below, under one of the cells beside the first. */
function isContinuation(line: PageLine, { line: above, cells }: Row): boolean {
  const lowest = Math.max(...cells.flat().map((cell) => cell.pieces[0]?.y ?? above.y))
  const isClose = line.y - lowest > 0 && line.y - lowest < line.size * 1.7
  return isClose && line.cells.every((cell) => cells.slice(1).some((column) => isUnder(cell, column)))
}

const isUnder = (cell: Cell, column: readonly Cell[]): boolean =>
  column.some(({ x }) => Math.abs(cell.x - x) <= COLUMN_TOLERANCE * 2)

function addBelow(line: PageLine, { cells }: Row): void {
  for (const cell of line.cells)
    cells
      .slice(1)
      .find((column) => isUnder(cell, column))
      ?.push(cell)
}
