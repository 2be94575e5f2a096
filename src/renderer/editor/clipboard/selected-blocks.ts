import { $isTableCellNode, $isTableNode, $isTableSelection } from '@lexical/table'
import {
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isTextNode,
  type LexicalNode,
  type PointType,
  type RangeSelection,
} from 'lexical'
import { normalizeInlines } from '../../../core/report/normalize-inlines'
import { normalizeTable } from '../../../core/report/normalize-table'
import type { Inline } from '../../../core/report/report'
import { $readBlock, $readInline, $readTableRows, type FlatBlock } from '../editor-to-report'
import { $topBlock } from '../sections'

/** What is selected, cut at the ends of the selection. */
export function $selectedBlocks(): readonly FlatBlock[] {
  const selection = $getSelection()
  if ($isTableSelection(selection)) {
    const cells = new Set(selection.getNodes().filter($isTableCellNode))
    const table = [...cells][0]?.getTopLevelElement()
    if (!$isTableNode(table)) return []
    const rows = $readTableRows(table, (cell) => cells.has(cell)).filter((row) => row.length > 0)
    return [normalizeTable({ type: 'table', id: '', columns: [], headerRows: 0, rows })]
  }
  if (!$isRangeSelection(selection) || selection.isCollapsed()) return []
  return $blocksInRange(selection)
}

function $blocksInRange(selection: RangeSelection): readonly FlatBlock[] {
  const [start, end] = selection.isBackward()
    ? [selection.focus, selection.anchor]
    : [selection.anchor, selection.focus]
  const nodes = selection.getNodes()
  const selected = new Set(nodes.map((node) => node.getKey()))
  const blocks = new Map<string, LexicalNode>()
  const cell = $cellOf(start.getNode())
  const isInCell = cell !== undefined && cell === $cellOf(end.getNode())
  for (const node of nodes) {
    const block = isInCell ? $lineIn(node) : $topBlock(node)
    if (block) blocks.set(block.getKey(), block)
  }
  const only = blocks.size === 1
  const found = [...blocks.values()].map((node) => $slice(node, selected, start, end, only))
  const last = found.at(-1)
  const isLastEmpty = last && 'content' in last && last.content.length === 0
  return found.length > 1 && isLastEmpty ? found.slice(0, -1) : found
}

const $cellOf = (node: LexicalNode): string | undefined => node.getParents().find($isTableCellNode)?.getKey()

function $lineIn(node: LexicalNode): LexicalNode | undefined {
  if ($isTableCellNode(node.getParent())) return node
  return node.getParents().find((parent) => $isTableCellNode(parent.getParent()))
}

function $slice(
  node: LexicalNode,
  selected: ReadonlySet<string>,
  start: PointType,
  end: PointType,
  isOnlyBlock: boolean,
): FlatBlock {
  const block = $readBlock(node)
  if (!('content' in block) || !$isElementNode(node)) return block
  const content = normalizeInlines(
    node
      .getChildren()
      .filter((child) => selected.has(child.getKey()))
      .flatMap((child) => $cut(child, start, end)),
  )
  // A piece of one line is words, not a line: it takes on the kind of the block it is pasted into.
  if (isOnlyBlock && lineText(block.content) !== lineText(content)) return { type: 'paragraph', id: '', content }
  return { ...block, content }
}

function $cut(child: LexicalNode, start: PointType, end: PointType): readonly Inline[] {
  const inlines = $readInline(child)
  if (!$isTextNode(child)) return inlines
  const from = start.type === 'text' && start.key === child.getKey() ? start.offset : 0
  const to = end.type === 'text' && end.key === child.getKey() ? end.offset : child.getTextContentSize()
  return inlines.map((inline) => (inline.type === 'text' ? { ...inline, text: inline.text.slice(from, to) } : inline))
}

/** A sign for everything that is no letter: enough to tell a whole line from a piece of it. */
const lineText = (content: readonly Inline[]): string =>
  content.map((inline) => (inline.type === 'text' ? inline.text : '\n')).join('')
