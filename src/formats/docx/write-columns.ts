import { BorderStyle, Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx'
import type { ComposedColumns, ComposedLine } from '../../core/official-layout/composed-report'
import type { Layout } from '../../core/official-layout/layout'
import { mmToTwips } from './units'
import { writeLine } from './write-line'

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const NO_BORDERS = { top: NONE, bottom: NONE, left: NONE, right: NONE, insideHorizontal: NONE, insideVertical: NONE }
const NO_MARGINS = { top: 0, bottom: 0, left: 0, right: 0 }

/** Two columns side by side without lines: the header block and the signature block. */
export function writeColumns(layout: Layout, columns: ComposedColumns, options: { keepTogether: boolean }): Table {
  const grid = columns.widths.map(mmToTwips)
  return new Table({
    width: { size: grid[0] === undefined || grid[1] === undefined ? 0 : grid[0] + grid[1], type: WidthType.DXA },
    columnWidths: grid,
    layout: TableLayoutType.FIXED,
    borders: NO_BORDERS,
    margins: NO_MARGINS,
    rows: columns.rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map((lines, index) => {
            const width = columns.widths[index === 0 ? 0 : 1]
            return new TableCell({
              width: { size: mmToTwips(width), type: WidthType.DXA },
              children: writeCell(layout, lines, width, options.keepTogether),
            })
          }),
        }),
    ),
  })
}

/** The last line of a kept cell is free, else the block would cling to whatever follows it. */
function writeCell(
  layout: Layout,
  lines: readonly ComposedLine[],
  columnWidth: number,
  keepTogether: boolean,
): Paragraph[] {
  if (lines.length === 0) return [new Paragraph({})]
  return lines.flatMap((line, index) =>
    writeLine(layout, line, { columnWidth, keepWithNext: keepTogether && index < lines.length - 1 }),
  )
}
