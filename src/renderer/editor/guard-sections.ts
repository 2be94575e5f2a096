/**
 * Keys at the borders of blocks. A single Backspace, Delete or Enter never runs the text of two sections together
 * and never turns text into a heading: at a border the caret moves on, and only what is empty goes.
 */
import { $isTableNode } from '@lexical/table'
import {
  $createParagraphNode,
  $getSelection,
  $isElementNode,
  $isParagraphNode,
  $isRangeSelection,
  COMMAND_PRIORITY_LOW,
  DELETE_CHARACTER_COMMAND,
  DELETE_LINE_COMMAND,
  DELETE_WORD_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  mergeRegister,
  type ElementNode,
  type LexicalEditor,
  type LexicalNode,
  type PointType,
} from 'lexical'
import { $outdentLines, $setLinesAsParagraphs } from './lists'
import { $getLine, $isListLineNode } from './nodes/list-line-node'
import { $isPageBreakNode } from './nodes/page-break-node'
import { $isSectionHeadingNode } from './nodes/section-heading-node'
import { $ownBlocks, $topBlock } from './sections'

export function registerGuardSections(editor: LexicalEditor): () => void {
  const guard = (isBackward: boolean): boolean => (isBackward ? $backspaceAtStart() : $deleteAtEnd())
  return mergeRegister(
    editor.registerCommand(DELETE_CHARACTER_COMMAND, guard, COMMAND_PRIORITY_LOW),
    editor.registerCommand(DELETE_WORD_COMMAND, guard, COMMAND_PRIORITY_LOW),
    editor.registerCommand(DELETE_LINE_COMMAND, guard, COMMAND_PRIORITY_LOW),
    editor.registerCommand(INSERT_PARAGRAPH_COMMAND, $enter, COMMAND_PRIORITY_LOW),
  )
}

function $backspaceAtStart(): boolean {
  const block = $blockWithCaret(isAtStart)
  if (!block) return false
  const previous = block.getPreviousSibling()
  if ($isListLineNode(block)) {
    if ($getLine(block).depth > 0) $outdentLines([block])
    else $setLinesAsParagraphs([block])
    return true
  }
  if ($isSectionHeadingNode(block)) {
    if (previous) {
      if (block.isEmpty() && $ownBlocks(block).every($isBlank)) {
        for (const node of [...$ownBlocks(block), block]) node.remove()
      }
      $caretToEnd(previous)
    }
    return true
  }
  if ($isSectionHeadingNode(previous)) {
    const next = block.getNextSibling()
    if (block.isEmpty() && next !== null && !$isSectionHeadingNode(next)) block.remove()
    previous.selectEnd()
    return true
  }
  if ($isPageBreakNode(previous)) {
    previous.remove()
    return true
  }
  if ($isTableNode(previous)) {
    $caretToEnd(previous)
    return true
  }
  return false
}

function $deleteAtEnd(): boolean {
  const block = $blockWithCaret(isAtEnd)
  if (!block) return false
  const next = block.getNextSibling()
  if ($isSectionHeadingNode(next)) {
    if ($isBlank(block) && !$isSectionHeadingNode(block) && !$isSectionHeadingNode(block.getPreviousSibling())) {
      block.remove()
    }
    next.selectStart()
    return true
  }
  if ($isSectionHeadingNode(block)) {
    const after = next?.getNextSibling()
    if (next && $isBlank(next) && after && !$isSectionHeadingNode(after)) next.remove()
    else if ($isElementNode(next)) next.selectStart()
    return true
  }
  if ($isPageBreakNode(next)) {
    next.remove()
    return true
  }
  if ($isTableNode(next)) {
    next.selectStart()
    return true
  }
  return false
}

function $enter(): boolean {
  const block = $blockWithCaret(isAtStart)
  if ($isListLineNode(block) && block.isEmpty()) {
    if ($getLine(block).depth > 0) $outdentLines([block])
    else $setLinesAsParagraphs([block])
    return true
  }
  if ($isSectionHeadingNode(block) && !block.isEmpty()) {
    // The line goes to the section before; the heading keeps its text and its place.
    if (block.getPreviousSibling() !== null) block.insertBefore($createParagraphNode())
    return true
  }
  return false
}

/** The top block in which a collapsed caret stands at the asked end; nothing inside tables. */
function $blockWithCaret(isThere: (point: PointType, block: ElementNode) => boolean): ElementNode | undefined {
  const selection = $getSelection()
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return undefined
  const block = $topBlock(selection.anchor.getNode())
  if (!$isElementNode(block) || $isTableNode(block)) return undefined
  return isThere(selection.anchor, block) ? block : undefined
}

function isAtStart(point: PointType, block: ElementNode): boolean {
  if (point.offset !== 0) return false
  const node = point.getNode()
  return node.is(block) || node.is(block.getFirstChild())
}

function isAtEnd(point: PointType, block: ElementNode): boolean {
  const node = point.getNode()
  if (node.is(block)) return point.offset === block.getChildrenSize()
  return node.is(block.getLastChild()) && point.offset === node.getTextContentSize()
}

const $isBlank = (node: LexicalNode): boolean => $isParagraphNode(node) && node.isEmpty()

function $caretToEnd(node: LexicalNode): void {
  if ($isElementNode(node)) node.selectEnd()
  else node.selectNext(0, 0)
}
