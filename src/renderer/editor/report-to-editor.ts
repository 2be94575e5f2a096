/**
 * Report → editor. The tree of sections is unfolded into one flat row of blocks: heading, its blocks, the next
 * heading … `editorToReport` folds it again; the two are each other's inverse on normalised reports.
 */
import { $createTableCellNode, $createTableNode, $createTableRowNode, type TableNode } from '@lexical/table'
import {
  $createLineBreakNode,
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  $setState,
  type ElementFormatType,
  type LexicalNode,
} from 'lexical'
import {
  MAX_LIST_DEPTH,
  type Alignment,
  type Block,
  type Inline,
  type List,
  type Paragraph,
  type Section,
  type Table,
} from '../../core/report/report'
import { assertNever } from '../../core/result'
import type { ReportBody } from './editor-handle'
import {
  blockIdState,
  isCaptionState,
  isHeaderRowState,
  periodState,
  slotsState,
  type SectionFacts,
} from './nodes/block-state'
import { $createListLineNode } from './nodes/list-line-node'
import { $createMentionNode } from './nodes/mention-node'
import { $createPageBreakNode } from './nodes/page-break-node'
import { $createSectionHeadingNode } from './nodes/section-heading-node'

/** Replaces everything the editor holds. */
export function $reportToEditor(body: ReportBody): void {
  const root = $getRoot()
  root.clear()
  $setState(root, slotsState, body.slots)
  $setState(root, periodState, body.reportingPeriod)
  root.append(...body.sections.flatMap((section) => $sectionToNodes(section, 0)))
  const last = root.getLastChild()
  // Somewhere to write: after a table or a page break there is no place for the caret.
  if (last === null || !canHoldCaret(last)) root.append($createParagraphNode())
}

const canHoldCaret = (node: LexicalNode): boolean => node.getType() !== 'table' && node.getType() !== 'page-break'

/** A section and those inside it, in reading order; an empty one gets a line to write on. */
export function $sectionToNodes(section: Section, depth: number): LexicalNode[] {
  const heading = $createSectionHeadingNode(factsOf(section, depth)).append(...$inlinesToNodes(section.heading))
  const blocks = section.blocks.flatMap($blockToNodes)
  const isEmpty = blocks.length === 0 && section.sections.length === 0
  return [
    heading,
    ...(isEmpty ? [$createParagraphNode()] : blocks),
    ...section.sections.flatMap((inner) => $sectionToNodes(inner, depth + 1)),
  ]
}

const factsOf = (section: Section, depth: number): SectionFacts => ({
  depth,
  own: { ...section, heading: [], blocks: [], sections: [] },
})

export function $blockToNodes(block: Block): LexicalNode[] {
  switch (block.type) {
    case 'paragraph':
      return [$paragraphToNode(block)]
    case 'list':
      return $listToNodes(block, 0)
    case 'table':
      return [$tableToNode(block)]
    case 'pageBreak':
      return [$setState($createPageBreakNode(), blockIdState, block.id)]
    default:
      return assertNever(block)
  }
}

function $paragraphToNode(paragraph: Paragraph): LexicalNode {
  const node = $createParagraphNode().append(...$inlinesToNodes(paragraph.content))
  $setState(node, blockIdState, paragraph.id)
  if (paragraph.style === 'caption') $setState(node, isCaptionState, true)
  return node.setFormat(formatOf(paragraph.alignment))
}

export const formatOf = (alignment: Alignment | undefined): ElementFormatType =>
  alignment === undefined ? '' : alignment === 'justified' ? 'justify' : alignment

function $listToNodes(list: List, depth: number): LexicalNode[] {
  return list.items.flatMap((item) => [
    $createListLineNode({ listId: list.id, style: list.style, depth }).append(...$inlinesToNodes(item.content)),
    // Below the deepest level lines stand beside it, as everywhere.
    ...item.lists.flatMap((inner) => $listToNodes(inner, Math.min(depth + 1, MAX_LIST_DEPTH - 1))),
  ])
}

function $tableToNode(table: Table): TableNode {
  const node = $createTableNode().setColWidths([...table.columns])
  $setState(node, blockIdState, table.id)
  for (const [index, cells] of table.rows.entries()) {
    const row = $setState($createTableRowNode(), isHeaderRowState, index < table.headerRows)
    for (const cell of cells) {
      const lines = cell.paragraphs.map((content) =>
        $createParagraphNode()
          .append(...$inlinesToNodes(content))
          .setFormat(formatOf(cell.alignment)),
      )
      row.append(
        $createTableCellNode()
          .setColSpan(cell.columnSpan)
          .setRowSpan(cell.rowSpan)
          .append(...lines),
      )
    }
    node.append(row)
  }
  return node
}

export const $inlinesToNodes = (content: readonly Inline[]): LexicalNode[] => content.map($inlineToNode)

function $inlineToNode(inline: Inline): LexicalNode {
  switch (inline.type) {
    case 'text':
      return $createTextNode(inline.text).setFormat(formatBits(inline.marks))
    case 'slot':
      return $createMentionNode(inline.slotId).setFormat(formatBits(inline.marks))
    case 'lineBreak':
      return $createLineBreakNode()
    default:
      return assertNever(inline)
  }
}

function formatBits(marks: Extract<Inline, { type: 'text' }>['marks']): number {
  return marks.reduce((bits, mark) => bits | FORMAT_BITS[mark], 0)
}

/** Lexical's text formats as bits; the three we know. */
export const FORMAT_BITS = { bold: 1, italic: 2, underline: 8 } as const
