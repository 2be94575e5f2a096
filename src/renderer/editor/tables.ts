/** Commands on tables. Rows that repeat are always the first ones, columns are shares of the text width. */
import {
  $createTableCellNode,
  $createTableNode,
  $createTableRowNode,
  $deleteTableColumnAtSelection,
  $deleteTableRowAtSelection,
  $insertTableColumnAtSelection,
  $insertTableRowAtSelection,
  $isTableCellNode,
  $isTableNode,
  $isTableRowNode,
  $isTableSelection,
  $mergeCells,
  $unmergeCell,
  type TableNode,
  type TableRowNode,
} from '@lexical/table'
import {
  $createParagraphNode,
  $getSelection,
  $getState,
  $isElementNode,
  $isParagraphNode,
  $setState,
  type LexicalNode,
} from 'lexical'
import type { TableCommand } from './editor-handle'
import { isHeaderRowState } from './nodes/block-state'
import { $isSectionHeadingNode } from './nodes/section-heading-node'

/** The table with the caret or the selected cells. */
export function $tableAtCaret(): TableNode | undefined {
  const node = $getSelection()?.getNodes()[0]
  return node && [node, ...node.getParents()].find($isTableNode)
}

/** Puts an empty table after the block, or in place of an empty paragraph; its first row repeats. */
export function $insertTableAfter(block: LexicalNode, rows: number, columns: number): void {
  const table = $createTableNode().setColWidths(equalShares(columns))
  for (let row = 0; row < rows; row += 1) {
    const cells = Array.from({ length: columns }, () => $createTableCellNode().append($createParagraphNode()))
    table.append($setState($createTableRowNode(), isHeaderRowState, row === 0 && rows > 1).append(...cells))
  }
  if ($isParagraphNode(block) && block.isEmpty()) block.replace(table)
  else block.insertAfter(table)
  const next = table.getNextSibling()
  if (next === null || $isSectionHeadingNode(next)) table.insertAfter($createParagraphNode())
  const cell = table.getChildren().find($isTableRowNode)?.getFirstChild()
  if ($isElementNode(cell)) cell.selectStart()
}

/** Tab in the last cell goes on in a new row. */
export function $addRowAtLastCell(): boolean {
  const table = $tableAtCaret()
  const node = $getSelection()?.getNodes()[0]
  const cell = node && [node, ...node.getParents()].find($isTableCellNode)
  if (!table || !cell?.is(table.getLastDescendant()?.getParents().find($isTableCellNode) ?? null)) return false
  $runTableCommand('rowBelow')
  const row = table.getLastChild()
  const first = $isTableRowNode(row) ? row.getFirstChild() : null
  if ($isElementNode(first)) first.selectStart()
  return true
}

function equalShares(columns: number): number[] {
  const share = Math.floor(1000 / columns)
  return Array.from({ length: columns }, (_, index) => (index === columns - 1 ? 1000 - share * (columns - 1) : share))
}

export function $runTableCommand(command: TableCommand): void {
  const table = $tableAtCaret()
  if (!table) return
  COMMANDS[command](table)
  if (table.isAttached()) $keepHeaderRowsFirst(table)
}

const COMMANDS: Readonly<Record<TableCommand, (table: TableNode) => void>> = {
  rowAbove: () => $insertTableRowAtSelection(false),
  rowBelow: () => $insertTableRowAtSelection(true),
  columnLeft: () => $insertTableColumnAtSelection(false),
  columnRight: () => $insertTableColumnAtSelection(true),
  deleteRow: $deleteTableRowAtSelection,
  deleteColumn: $deleteTableColumnAtSelection,
  deleteTable: $deleteTable,
  toggleHeaderRow: $toggleHeaderRow,
  mergeCells: () => {
    const selection = $getSelection()
    if ($isTableSelection(selection)) $mergeCells(selection.getNodes().filter($isTableCellNode))
  },
  splitCell: $unmergeCell,
}

function $deleteTable(table: TableNode): void {
  const paragraph = $createParagraphNode()
  table.replace(paragraph)
  paragraph.select()
}

/** The rows down to the caret repeat; again, and they no longer do. */
function $toggleHeaderRow(table: TableNode): void {
  const node = $getSelection()?.getNodes()[0]
  const own = node && [node, ...node.getParents()].find($isTableRowNode)
  const rows = table.getChildren().filter($isTableRowNode)
  const caret = rows.findIndex((row) => row.is(own))
  if (caret === -1 || !own) return
  const isOn = !$getState(own, isHeaderRowState)
  for (const [index, row] of rows.entries()) {
    if (isOn ? index <= caret : index >= caret) $setHeaderRow(row, isOn)
  }
}

function $keepHeaderRowsFirst(table: TableNode): void {
  const rows = table.getChildren().filter($isTableRowNode)
  const last = rows.findLastIndex((row) => $getState(row, isHeaderRowState))
  for (const row of rows.slice(0, last + 1)) $setHeaderRow(row, true)
}

function $setHeaderRow(row: TableRowNode, isHeader: boolean): void {
  if ($getState(row, isHeaderRowState) === isHeader) return
  $setState(row, isHeaderRowState, isHeader)
  for (const cell of row.getChildren()) cell.markDirty()
}
