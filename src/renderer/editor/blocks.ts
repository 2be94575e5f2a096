/** Commands on paragraphs, captions and headings, and the blocks a selection touches. */
import { $isTableCellNode, $isTableSelection } from '@lexical/table'
import {
  $createParagraphNode,
  $getRoot,
  $getSelection,
  $getState,
  $isParagraphNode,
  $isRangeSelection,
  $setState,
  type LexicalNode,
  type ParagraphNode,
} from 'lexical'
import { section } from '../../core/report/make-report'
import type { Alignment } from '../../core/report/report'
import { isCaptionState } from './nodes/block-state'
import { $isListLineNode, $replaceKeepingText } from './nodes/list-line-node'
import { $createSectionHeadingNode, $getFacts, $isSectionHeadingNode, $setFacts } from './nodes/section-heading-node'
import { formatOf } from './report-to-editor'
import { $topBlock } from './sections'

/** The top blocks a selection touches, in order. */
export function $selectedTopBlocks(): LexicalNode[] {
  const selection = $getSelection()
  if (!selection) return []
  const tops = new Map<string, LexicalNode>()
  for (const node of selection.getNodes()) {
    const top = $topBlock(node)
    if (top) tops.set(top.getKey(), top)
  }
  return [...tops.values()]
}

/** Paragraphs and list lines at the top level among them. */
export const $selectedLines = (): ParagraphNode[] => $selectedTopBlocks().filter($isParagraphNode)

/** `undefined` gives back the layout's own alignment. In a table all lines of a cell go together. */
export function $setAlignment(alignment: Alignment | undefined): void {
  const selection = $getSelection()
  if (!$isRangeSelection(selection) && !$isTableSelection(selection)) return
  for (const block of $selectedLines()) if (!$isListLineNode(block)) block.setFormat(formatOf(alignment))
  const cells = new Set(
    selection.getNodes().flatMap((node) => [node, ...node.getParents()].filter($isTableCellNode).slice(0, 1)),
  )
  for (const cell of cells)
    for (const line of cell.getChildren()) if ($isParagraphNode(line)) line.setFormat(formatOf(alignment))
}

/** List lines, captions and headings become paragraphs; all text stays. */
export function $setParagraphs(): void {
  for (const block of $selectedTopBlocks()) {
    if ($isListLineNode(block)) $replaceKeepingText(block, $createParagraphNode())
    else if ($isSectionHeadingNode(block)) block.replace($createParagraphNode(), true)
    else if ($isParagraphNode(block)) $setState(block, isCaptionState, false)
  }
}

export function $setCaptions(): void {
  for (const block of $selectedLines()) {
    const paragraph = $isListLineNode(block) ? $replaceKeepingText(block, $createParagraphNode()) : block
    $setState(paragraph, isCaptionState, true)
  }
}

/** Makes the block with the caret a heading of this depth, or moves a heading there. */
export function $setHeading(depth: number): void {
  for (const block of $selectedTopBlocks()) {
    if ($isSectionHeadingNode(block)) $setFacts(block, { ...$getFacts(block), depth })
    else if ($isParagraphNode(block)) {
      block.replace($createSectionHeadingNode({ depth, own: section('', '') }), true)
    }
  }
}

/** Where commands of the toolbar and the panels put new blocks: the top block with the caret, else the last one. */
export function $blockForInsertion(): LexicalNode | undefined {
  return $selectedTopBlocks().at(-1) ?? $getRoot().getLastChild() ?? undefined
}

export const $isCaption = (node: LexicalNode): boolean => $isParagraphNode(node) && $getState(node, isCaptionState)
