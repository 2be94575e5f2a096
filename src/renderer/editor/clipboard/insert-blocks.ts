/** Puts pasted blocks where the caret is. Every road into the editor ends here, so only our own blocks can enter. */
import { $isTableCellNode, $isTableNode, $isTableSelection } from '@lexical/table'
import {
  $createParagraphNode,
  $getRoot,
  $getSelection,
  $getState,
  $isElementNode,
  $isRangeSelection,
  $setState,
  type ElementNode,
  type LexicalNode,
} from 'lexical'
import { MAX_LIST_DEPTH, type Inline, type Section } from '../../../core/report/report'
import type { Slot } from '../../../core/slot'
import type { FlatBlock } from '../editor-to-report'
import { slotsState } from '../nodes/block-state'
import { $createListLineNode, $getLine, $isListLineNode } from '../nodes/list-line-node'
import { $createSectionHeadingNode, $isSectionHeadingNode } from '../nodes/section-heading-node'
import { $blockToNodes, $inlinesToNodes } from '../report-to-editor'
import { $findHeading } from '../sections'
import type { Fragment } from './fragment'
import { blockAsLines } from './html-to-blocks'

/** Pastes a piece of a report: its sections come as sections, with ids of their own. */
export function $insertFragment({ sections, slots }: Fragment): void {
  const known = $getState($getRoot(), slotsState)
  const added = slots.filter((slot: Slot) => known.every(({ id }) => id !== slot.id))
  if (added.length > 0) $setState($getRoot(), slotsState, [...known, ...added])
  $insertFlat(sections.flatMap((section, index) => flatten(section, 0, index === 0)))
}

/** The sections of a fragment as a flat row; what was loose text comes without its helper section. */
function flatten(section: Section, depth: number, mayBeLoose: boolean): FlatBlock[] {
  const isLoose = mayBeLoose && !section.isHeadingPrinted && section.heading.length === 0
  // A section cut here may come back as itself; a copy is a new section.
  const id = $findHeading(section.id) ? '' : section.id
  const own = { ...section, id, heading: [], blocks: [], sections: [] }
  return [
    ...(isLoose ? [] : [{ type: 'heading' as const, facts: { depth, own }, content: section.heading }]),
    ...section.blocks.flatMap((block): FlatBlock[] =>
      block.type === 'list' ? listLines(block, 0) : [{ ...block, id: '' }],
    ),
    ...section.sections.flatMap((inner) => flatten(inner, depth + 1, false)),
  ]
}

type ListBlock = Extract<Section['blocks'][number], { type: 'list' }>

const listLines = (list: ListBlock, depth: number): FlatBlock[] =>
  list.items.flatMap((item) => [
    { type: 'line' as const, facts: { listId: list.id, style: list.style, depth }, content: item.content },
    // Below the deepest level lines stand beside it, as everywhere.
    ...item.lists.flatMap((inner) => listLines(inner, Math.min(depth + 1, MAX_LIST_DEPTH - 1))),
  ])

/** Pastes blocks: a single plain line goes into the text, more go in between. */
export function $insertFlat(blocks: readonly FlatBlock[]): void {
  if (blocks.length === 0) return
  const block = $blockAtCaret()
  if (!block) return
  const only = blocks.length === 1 ? blocks[0] : undefined
  if (only && isPlain(only)) $insertInline(only.content)
  else if ($isTableCellNode(block.getParent())) $insertLines(block, blocks.flatMap(blockAsLines))
  else $insertBetween(block, blocks)
}

const isPlain = (block: FlatBlock): block is Extract<FlatBlock, { type: 'paragraph' }> =>
  block.type === 'paragraph' && block.alignment === undefined && block.style === undefined

/** What is selected goes; the block with the caret, at the top level or in a cell. */
function $blockAtCaret(): ElementNode | undefined {
  const selection = $getSelection()
  if ($isTableSelection(selection)) {
    const cell = selection.getNodes().find($isTableCellNode)
    cell?.selectEnd()
  } else if (!$isRangeSelection(selection)) $getRoot().selectEnd()
  else if (!selection.isCollapsed()) selection.removeText()
  const caret = $getSelection()
  if (!$isRangeSelection(caret)) return undefined
  let node: LexicalNode = caret.anchor.getNode()
  if (node.is($getRoot())) {
    const paragraph = $createParagraphNode()
    $getRoot().splice(caret.anchor.offset, 0, [paragraph])
    paragraph.select()
    return paragraph
  }
  for (
    let parent = node.getParent();
    parent && !parent.is($getRoot()) && !$isTableCellNode(parent);
    parent = node.getParent()
  )
    node = parent
  return $isElementNode(node) && !$isTableNode(node) ? node : undefined
}

function $insertInline(content: readonly Inline[]): void {
  const selection = $getSelection()
  if ($isRangeSelection(selection)) selection.insertNodes($inlinesToNodes(content))
}

function $insertLines(block: ElementNode, lines: ReadonlyArray<readonly Inline[]>): void {
  const [first, ...others] = lines
  if (first) $insertInline(first)
  let last = block
  for (const line of others) {
    const paragraph = $createParagraphNode()
      .append(...$inlinesToNodes(line))
      .setFormat(block.getFormatType())
    last.insertAfter(paragraph)
    last = paragraph
  }
  if (others.length > 0) last.selectEnd()
}

function $insertBetween(block: ElementNode, blocks: readonly FlatBlock[]): void {
  const nodes = $flatToNodes(blocks, block)
  const [before, after] = $isSectionHeadingNode(block) ? [block, undefined] : $splitAtCaret(block)
  const first = nodes[0]
  const last = nodes.at(-1)
  let place: LexicalNode = before
  for (const node of nodes) {
    place.insertAfter(node)
    place = node
  }
  if ($isElementNode(last) && !$isTableNode(last)) {
    // The caret stands at the end of what was pasted; what followed it before comes after it.
    last.selectEnd()
    if (after && isJoinable(blocks.at(-1))) last.append(...after.getChildren())
    if (after?.isEmpty()) after.remove()
  } else if (after) after.selectStart()
  if ($isSectionHeadingNode(before)) return
  if (before.isEmpty()) before.remove()
  else if ($isElementNode(first) && !first.is(last) && isJoinable(blocks[0])) {
    before.append(...first.getChildren())
    first.remove()
  }
}

const isJoinable = (block: FlatBlock | undefined): boolean => block !== undefined && isPlain(block)

/** The block up to the caret and a new block of its kind with the rest. */
function $splitAtCaret(block: ElementNode): readonly [ElementNode, ElementNode | undefined] {
  const selection = $getSelection()
  const rest = $isRangeSelection(selection) ? selection.insertParagraph() : null
  return [block, rest ?? undefined]
}

function $flatToNodes(blocks: readonly FlatBlock[], target: ElementNode): LexicalNode[] {
  return blocks.flatMap((block): LexicalNode[] => {
    switch (block.type) {
      case 'heading':
        return [$createSectionHeadingNode(block.facts).append(...$inlinesToNodes(block.content))]
      case 'line':
        return [$createListLineNode(block.facts).append(...$inlinesToNodes(block.content))]
      case 'paragraph':
        return $isListLineNode(target) && isPlain(block)
          ? [$createListLineNode($getLine(target)).append(...$inlinesToNodes(block.content))]
          : $blockToNodes(block)
      default:
        return $blockToNodes(block)
    }
  })
}
