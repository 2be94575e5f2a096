/**
 * Editor → report. The flat row of blocks is folded into the tree of sections: each heading takes what stands after
 * it. Total: text before the first heading gets a silent section, an unknown node becomes its text, an id that is
 * missing or was used before is replaced. What comes out is normalised, slots included: `normalizeReport` would change
 * nothing of it.
 */
import { $isTableCellNode, $isTableNode, $isTableRowNode, type TableCellNode, type TableNode } from '@lexical/table'
import {
  $getRoot,
  $getState,
  $isElementNode,
  $isLineBreakNode,
  $isTextNode,
  type ElementNode,
  type LexicalNode,
} from 'lexical'
import type { Identities } from '../../core/report/make-report'
import { normalizeInlines } from '../../core/report/normalize-inlines'
import { normalizeSectionWords, normalizeSlots } from '../../core/report/normalize-report'
import { normalizeTable } from '../../core/report/normalize-table'
import {
  ALIGNMENTS,
  MARKS,
  MAX_SECTION_DEPTH,
  type Alignment,
  type Block,
  type Inline,
  type List,
  type Mark,
  type PageBreak,
  type Paragraph,
  type Section,
  type Table,
  type TableCell,
} from '../../core/report/report'
import { isEmptyParagraph, trimBlocks } from '../../core/report/trim-blocks'
import { uniqueIds } from '../../core/report/unique-ids'
import type { ReportBody } from './editor-handle'
import {
  blockIdState,
  isCaptionState,
  isHeaderRowState,
  periodState,
  SILENT_SECTION,
  slotsState,
  type ListLineFacts,
  type SectionFacts,
} from './nodes/block-state'
import { $getLine, $isListLineNode } from './nodes/list-line-node'
import { $isMentionNode } from './nodes/mention-node'
import { $isPageBreakNode } from './nodes/page-break-node'
import { $getFacts, $isSectionHeadingNode } from './nodes/section-heading-node'
import { FORMAT_BITS } from './report-to-editor'
import { LineRun } from './line-run'

/** One block of the flat row, as it is read from one top node. */
export type FlatBlock =
  | { readonly type: 'heading'; readonly facts: SectionFacts; readonly content: readonly Inline[] }
  | { readonly type: 'line'; readonly facts: ListLineFacts; readonly content: readonly Inline[] }
  | Paragraph
  | Table
  | PageBreak

/** The body as the editor holds it. `readBlock` may remember what it read of a node. */
export function $editorToReport(
  identities: Identities,
  readBlock: (node: LexicalNode) => FlatBlock = $readBlock,
): ReportBody {
  const root = $getRoot()
  const reportingPeriod = $getState(root, periodState)
  return {
    sections: foldSections(root.getChildren().map(readBlock), identities),
    slots: normalizeSlots($getState(root, slotsState)),
    ...(reportingPeriod ? { reportingPeriod } : {}),
  }
}

// Reading one top node

/** What one top node says, whatever it is. */
export function $readBlock(node: LexicalNode): FlatBlock {
  if ($isSectionHeadingNode(node)) {
    const facts = $getFacts(node)
    const own = normalizeSectionWords(facts.own)
    return { type: 'heading', facts: { ...facts, own }, content: $readInlines(node) }
  }
  if ($isListLineNode(node)) return { type: 'line', facts: $getLine(node), content: $readInlines(node) }
  const id = $getState(node, blockIdState)
  if ($isTableNode(node)) return $readTable(node, id)
  if ($isPageBreakNode(node)) return { type: 'pageBreak', id }
  if (!$isElementNode(node)) return { type: 'paragraph', id, content: $readInline(node) }
  const alignment = alignmentOf(node)
  return {
    type: 'paragraph',
    id,
    ...(alignment ? { alignment } : {}),
    ...($getState(node, isCaptionState) ? { style: 'caption' } : {}),
    content: $readInlines(node),
  }
}

export function alignmentOf(node: ElementNode): Alignment | undefined {
  const format = node.getFormatType()
  return format === 'justify' ? 'justified' : ALIGNMENTS.find((alignment) => alignment === format)
}

/** The text of a block with its marks, slots and line breaks. */
export const $readInlines = (block: ElementNode): readonly Inline[] =>
  normalizeInlines(block.getChildren().flatMap($readInline))

export function $readInline(node: LexicalNode): Inline[] {
  if ($isTextNode(node)) return [{ type: 'text', text: node.getTextContent(), marks: marksOf(node.getFormat()) }]
  if ($isMentionNode(node)) return [{ type: 'slot', slotId: node.getSlotId(), marks: marksOf(node.getFormat()) }]
  if ($isLineBreakNode(node)) return [{ type: 'lineBreak' }]
  if ($isElementNode(node)) return node.getChildren().flatMap($readInline)
  return [{ type: 'text', text: node.getTextContent(), marks: [] }]
}

export const marksOf = (format: number): readonly Mark[] => MARKS.filter((mark) => (format & FORMAT_BITS[mark]) !== 0)

function $readTable(node: TableNode, id: string): Table {
  const rows = node.getChildren().filter($isTableRowNode)
  const bodyStart = rows.findIndex((row) => !$getState(row, isHeaderRowState))
  return normalizeTable({
    type: 'table',
    id,
    columns: [...(node.getColWidths() ?? [])],
    headerRows: bodyStart === -1 ? rows.length : bodyStart,
    rows: $readTableRows(node),
  })
}

/** The cells of a table by row; of some cells only, where asked. */
export function $readTableRows(
  table: TableNode,
  isWanted: (cell: TableCellNode) => boolean = () => true,
): ReadonlyArray<readonly TableCell[]> {
  return table
    .getChildren()
    .filter($isTableRowNode)
    .map((row) => row.getChildren().filter($isTableCellNode).filter(isWanted).map($readCell))
}

function $readCell(cell: TableCellNode): TableCell {
  const lines = cell.getChildren()
  const first = lines.find($isElementNode)
  const alignment = first && alignmentOf(first)
  return {
    columnSpan: cell.getColSpan(),
    rowSpan: cell.getRowSpan(),
    ...(alignment ? { alignment } : {}),
    paragraphs: lines.length > 0 ? lines.map($readLine) : [[]],
  }
}

const $readLine = (node: LexicalNode): readonly Inline[] =>
  $isElementNode(node) ? $readInlines(node) : normalizeInlines($readInline(node))

// Folding lines into lists

interface OpenItem {
  readonly content: readonly Inline[]
  readonly lists: OpenList[]
}

interface OpenList {
  readonly type: 'list'
  readonly id: string
  readonly style: List['style']
  readonly items: OpenItem[]
}

/** Puts the lines of one run where they belong among the blocks. */
class ListFolder {
  private readonly run = new LineRun()
  private readonly path: OpenList[] = []

  constructor(
    private readonly blocks: Block[],
    private readonly claim: (id: string) => string,
  ) {}

  add(facts: ListLineFacts, content: readonly Inline[]): void {
    const { depth, isFirst } = this.run.place(facts)
    const item: OpenItem = { content, lists: [] }
    if (!isFirst) {
      this.path.length = depth + 1
      this.path[depth]?.items.push(item)
      return
    }
    const list: OpenList = { type: 'list', id: this.claim(facts.listId), style: facts.style, items: [item] }
    const outer = depth === 0 ? undefined : this.path[depth - 1]?.items.at(-1)
    if (outer) outer.lists.push(list)
    else this.blocks.push(list)
    this.path.length = depth
    this.path.push(list)
  }
}

// Folding blocks into sections

/** A section while it is filled; once the next heading stands, it is a `Section`. */
interface OpenSection {
  readonly facts: SectionFacts
  readonly section: Omit<Section, 'blocks' | 'sections'> & { blocks: Block[]; sections: OpenSection[] }
}

/** Headings by their depth; a heading deeper than one below its predecessor counts as one below. */
export function foldSections(flat: readonly FlatBlock[], identities: Identities): readonly Section[] {
  const claim = uniqueIds(identities)
  const top: OpenSection[] = []
  const path: OpenSection[] = []
  const open = (facts: SectionFacts, content: readonly Inline[]): OpenSection => {
    while (path.length > 0 && (path.at(-1)?.facts.depth ?? 0) >= facts.depth) path.pop()
    while (path.length >= MAX_SECTION_DEPTH) path.pop()
    const next = {
      facts,
      section: { ...facts.own, id: claim(facts.own.id), heading: content, blocks: [], sections: [] },
    }
    ;(path.at(-1)?.section.sections ?? top).push(next)
    path.push(next)
    return next
  }

  let lists: ListFolder | undefined
  for (const block of flat) {
    if (block.type === 'heading') {
      lists = undefined
      open(block.facts, block.content)
      continue
    }
    const current = path.at(-1)
    if (!current && isEmptyParagraph(block)) continue
    const target = (current ?? open(SILENT_SECTION, [])).section.blocks
    if (block.type === 'line') {
      lists ??= new ListFolder(target, claim)
      lists.add(block.facts, block.content)
    } else {
      lists = undefined
      target.push({ ...block, id: claim(block.id) })
    }
  }
  return top.map(close)
}

const close = ({ section }: OpenSection): Section => ({
  ...section,
  blocks: trimBlocks(section.blocks),
  sections: section.sections.map(close),
})
