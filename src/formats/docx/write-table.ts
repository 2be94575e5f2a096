import { Paragraph, Table, TableCell, TableLayoutType, TableRow, VerticalAlignTable, WidthType } from 'docx'
import type { ComposedCell, ComposedTable } from '../../core/official-layout/composed-report'
import { textAreaWidth, type Layout } from '../../core/official-layout/layout'
import { mmToTwips } from './units'
import { writeLine } from './write-line'
import { TABLE_STYLE_ID } from './write-styles'

/** A table with a fixed grid, as some programs read nothing but the grid; header rows repeat, rows stay whole. */
export function writeTable(layout: Layout, table: ComposedTable): Table {
  const grid = gridTwips(table.columns, mmToTwips(textAreaWidth(layout)))
  const starts = columnStarts(table)
  return new Table({
    style: TABLE_STYLE_ID,
    width: { size: sum(grid), type: WidthType.DXA },
    columnWidths: grid,
    layout: TableLayoutType.FIXED,
    rows: table.rows.map(
      (row, rowIndex) =>
        new TableRow({
          cantSplit: true,
          ...(rowIndex < table.headerRows ? { tableHeader: true } : {}),
          children: row.map((cell, cellIndex) => writeCell(layout, cell, grid, starts[rowIndex]?.[cellIndex] ?? 0)),
        }),
    ),
  })
}

function writeCell(layout: Layout, cell: ComposedCell, grid: readonly number[], start: number): TableCell {
  const width = sum(grid.slice(start, start + cell.columnSpan))
  const paragraphs = cell.lines.flatMap((line) => writeLine(layout, line, { columnWidth: (width * 25.4) / 1440 }))
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    ...(cell.columnSpan > 1 ? { columnSpan: cell.columnSpan } : {}),
    ...(cell.rowSpan > 1 ? { rowSpan: cell.rowSpan } : {}),
    children: paragraphs.length > 0 ? paragraphs : [new Paragraph({})],
  })
}

/** Shares → twips; rounding goes to the last column so that the grid is as wide as the text. */
function gridTwips(shares: readonly number[], whole: number): number[] {
  const total = Math.max(1, sum(shares))
  const widths = shares.map((share) => Math.floor((share * whole) / total))
  const last = widths.length - 1
  return widths.map((width, index) => (index === last ? width + whole - sum(widths) : width))
}

/** In which column each cell begins, spans from above counted. */
function columnStarts(table: ComposedTable): readonly (readonly number[])[] {
  const taken = table.rows.map(() => new Set<number>())
  return table.rows.map((row, rowIndex) => {
    let column = 0
    return row.map((cell) => {
      while (taken[rowIndex]?.has(column)) column += 1
      const start = column
      for (let r = rowIndex; r < rowIndex + cell.rowSpan; r += 1)
        for (let c = start; c < start + cell.columnSpan; c += 1) taken[r]?.add(c)
      column += cell.columnSpan
      return start
    })
  })
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
