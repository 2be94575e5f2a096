/** Commands on the lines of lists. Lines carry their depth; deeper lines below a line belong to it and move along. */
import { $createParagraphNode, $setState, type LexicalNode, type ParagraphNode } from 'lexical'
import type { ListStyle } from '../../core/report/report'
import { isCaptionState, listLineState, type ListLineFacts } from './nodes/block-state'
import {
  $createListLineNode,
  $getLine,
  $isListLineNode,
  $replaceKeepingText,
  type ListLineNode,
} from './nodes/list-line-node'

const MAX_LINE_DEPTH = 8

/** Turns blocks into lines of one list; when all of them are that already, back into paragraphs. */
export function $toggleList(blocks: readonly ParagraphNode[], style: ListStyle): void {
  if (blocks.every((block) => $isListLineNode(block) && $getLine(block).style === style)) {
    $setLinesAsParagraphs(blocks)
    return
  }
  const listId = $listAbove(blocks[0], style)
  for (const block of blocks) {
    if ($isListLineNode(block)) $setState(block, listLineState, { ...$getLine(block), style, listId })
    else {
      $setState(block, isCaptionState, false)
      $replaceKeepingText(block, $createListLineNode({ listId, style, depth: 0 })).setFormat('')
    }
  }
}

/** A list of this style right above goes on; else a new one begins. */
function $listAbove(block: ParagraphNode | undefined, style: ListStyle): string {
  const depth = $isListLineNode(block) ? $getLine(block).depth : 0
  const above = block?.getPreviousSibling()
  const facts = $isListLineNode(above) ? $lineAbove(block, depth) : undefined
  // An empty id is a new list: `keepOrder` names it.
  return facts?.style === style ? facts.listId : ''
}

export function $setLinesAsParagraphs(blocks: readonly ParagraphNode[]): void {
  for (const block of blocks) if ($isListLineNode(block)) $replaceKeepingText(block, $createParagraphNode())
}

/** A line may go one deeper than the line above it. */
export function $indentLines(lines: readonly ListLineNode[]): void {
  for (const line of $withInnerLines(lines)) {
    const facts = $getLine(line)
    const above = line.getPreviousSibling()
    if (!$isListLineNode(above) || $getLine(above).depth < facts.depth || facts.depth >= MAX_LINE_DEPTH) continue
    $moveTo(line, facts.depth + 1)
  }
}

export function $outdentLines(lines: readonly ListLineNode[]): void {
  for (const line of $withInnerLines(lines)) {
    const { depth } = $getLine(line)
    if (depth > 0) $moveTo(line, depth - 1)
  }
}

/** At its new depth a line joins the list that is open there, else it begins one of its own style. */
function $moveTo(line: ListLineNode, depth: number): void {
  const facts = $getLine(line)
  const open = $lineAbove(line, depth)
  $setState(line, listLineState, {
    depth,
    style: open?.style ?? facts.style,
    listId: open?.listId ?? '',
  })
}

function $lineAbove(block: LexicalNode | undefined, depth: number): ListLineFacts | undefined {
  let node = block?.getPreviousSibling()
  while ($isListLineNode(node) && $getLine(node).depth > depth) node = node.getPreviousSibling()
  return $isListLineNode(node) && $getLine(node).depth === depth ? $getLine(node) : undefined
}

function $withInnerLines(lines: readonly ListLineNode[]): ListLineNode[] {
  const all = new Map(lines.map((line) => [line.getKey(), line]))
  for (const line of lines) {
    const { depth } = $getLine(line)
    let next = line.getNextSibling()
    while ($isListLineNode(next) && $getLine(next).depth > depth) {
      all.set(next.getKey(), next)
      next = next.getNextSibling()
    }
  }
  return [...all.values()].sort((a, b) => a.getIndexWithinParent() - b.getIndexWithinParent())
}
