/**
 * Makes a table rectangular: walks the grid row by row, shortens spans that run out of it or into each other,
 * fills gaps with empty cells. Columns grow to hold every cell, so no text is lost.
 */
import { normalizeInlines } from './normalize-inlines'
import { MAX_COLUMNS, type Table, type TableCell } from './report'

interface Place {
  readonly column: number
  cell: TableCell
}

export function normalizeTable(table: Table): Table {
  const { places, owners } = placeCells(table.rows.length > 0 ? table.rows : [[]])
  const width = owners.reduce((widest, row) => Math.max(widest, row.length), Math.max(1, table.columns.length))
  const columnCount = Math.min(MAX_COLUMNS, width)
  const rows = places.map((row, index) => {
    const gaps: Place[] = []
    for (let column = 0; column < columnCount; column += 1) {
      if (!owners[index]?.[column]) gaps.push({ column, cell: EMPTY_CELL })
    }
    return [...row, ...gaps].sort((a, b) => a.column - b.column).map((place) => place.cell)
  })
  return {
    ...table,
    columns: normalizeColumns(table.columns, columnCount),
    headerRows: Math.min(table.headerRows, rows.length),
    rows,
  }
}

const EMPTY_CELL: TableCell = { columnSpan: 1, rowSpan: 1, paragraphs: [[]] }

/** Where each cell starts, row by row, and which cell owns each place of the grid. */
function placeCells(source: Table['rows']): { places: Place[][]; owners: (Place | undefined)[][] } {
  const places: Place[][] = source.map(() => [])
  const owners: (Place | undefined)[][] = source.map(() => [])
  for (const [row, cells] of source.entries()) {
    const ownRow = owners[row] ?? []
    let column = 0
    for (const cell of cells) {
      while (ownRow[column]) column += 1
      const paragraphs = cell.paragraphs.map(normalizeInlines)
      const last = ownRow[MAX_COLUMNS - 1]
      if (column >= MAX_COLUMNS && last) {
        // Beyond the last column: the text joins the cell that stands there.
        last.cell = { ...last.cell, paragraphs: [...last.cell.paragraphs, ...paragraphs] }
        continue
      }
      const rowSpan = Math.min(Math.max(1, cell.rowSpan), source.length - row)
      let columnSpan = 1
      while (columnSpan < cell.columnSpan && column + columnSpan < MAX_COLUMNS && !ownRow[column + columnSpan])
        columnSpan += 1
      const place: Place = {
        column,
        cell: { ...cell, rowSpan, columnSpan, paragraphs: paragraphs.length > 0 ? paragraphs : [[]] },
      }
      places[row]?.push(place)
      // What is free in this row is free below: every earlier span that reaches down starts above and covers this row too.
      for (let r = row; r < row + rowSpan; r += 1)
        for (let c = column; c < column + columnSpan; c += 1) (owners[r] ??= [])[c] = place
      column += columnSpan
    }
  }
  return { places, owners }
}

/** Shares of the width in per mille: whole, at least 1, together 1000. A missing share is the mean of the others. */
function normalizeColumns(columns: readonly number[], width: number): readonly number[] {
  const known = columns.filter((share) => share > 0)
  const typical = known.length > 0 ? known.reduce((sum, share) => sum + share, 0) / known.length : 1
  const wanted = Array.from({ length: width }, (_, index) => {
    const share = columns[index] ?? 0
    return share > 0 ? share : typical
  })
  const total = sum(wanted)
  if (total === 1000 && wanted.every(Number.isInteger)) return wanted
  const shares = wanted.map((share) => Math.max(1, Math.floor((share * 1000) / total)))
  // Columns raised to 1 may have used more than there is: the widest gives it back.
  for (let over = sum(shares) - 1000; over > 0; over -= 1) {
    const widest = shares.indexOf(Math.max(...shares))
    shares[widest] = (shares[widest] ?? 0) - 1
  }
  const left = 1000 - sum(shares)
  const last = shares.length - 1
  return shares.map((share, index) => (index === last ? share + left : share))
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)
