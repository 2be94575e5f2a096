import { $isTableNode } from '@lexical/table'
import { $getSelection, $isElementNode, $isRangeSelection, type LexicalNode } from 'lexical'
import { MARKS } from '../../core/report/report'
import { $isCaption } from './blocks'
import type { EditorSelection } from './editor-handle'
import { alignmentOf, marksOf } from './editor-to-report'
import { $getLine, $isListLineNode } from './nodes/list-line-node'
import { $getFacts, $isSectionHeadingNode } from './nodes/section-heading-node'
import { $headingOf, $topBlock } from './sections'

/** What the caret stands in. */
export function $readSelection(canUndo: boolean, canRedo: boolean): EditorSelection {
  const selection = $getSelection()
  const node = selection?.getNodes()[0]
  const top = node && $topBlock(node)
  const heading = top && $headingOf(top)
  const facts = heading && $getFacts(heading)
  return {
    sectionId: facts?.own.id,
    block: $blockKind(top),
    headingDepth: $isSectionHeadingNode(top) ? facts?.depth : undefined,
    alignment: $alignmentAt(node),
    marks: $isRangeSelection(selection) ? marksOf(selection.format) : [],
    canUndo,
    canRedo,
  }
}

function $blockKind(top: LexicalNode | undefined): EditorSelection['block'] {
  if ($isSectionHeadingNode(top)) return 'heading'
  if ($isListLineNode(top)) return $getLine(top).style
  if ($isTableNode(top)) return 'table'
  return top && $isCaption(top) ? 'caption' : 'paragraph'
}

function $alignmentAt(node: LexicalNode | undefined): EditorSelection['alignment'] {
  const block = node && [node, ...node.getParents()].find((one) => $isElementNode(one) && !one.isInline())
  return $isElementNode(block) ? alignmentOf(block) : undefined
}

export function isSameSelection(a: EditorSelection, b: EditorSelection): boolean {
  return (
    a.sectionId === b.sectionId &&
    a.block === b.block &&
    a.headingDepth === b.headingDepth &&
    a.alignment === b.alignment &&
    a.canUndo === b.canUndo &&
    a.canRedo === b.canRedo &&
    MARKS.every((mark) => a.marks.includes(mark) === b.marks.includes(mark))
  )
}
