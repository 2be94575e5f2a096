/** How nodes of Lexical's own classes show what we keep beside their text. */
import { $isTableCellNode, $isTableNode, $isTableRowNode } from '@lexical/table'
import { $getState, $isParagraphNode, type EditorDOMRenderConfig, type LexicalNode } from 'lexical'
import { isCaptionState, isHeaderRowState } from './nodes/block-state'
import { $isListLineNode } from './nodes/list-line-node'

export const DOM_RENDERING: Partial<EditorDOMRenderConfig> = { $decorateDOM: $decorateDOM }

function $decorateDOM(node: LexicalNode, _previous: LexicalNode | null, dom: HTMLElement): void {
  if ($isParagraphNode(node) && !$isListLineNode(node)) dom.classList.toggle('caption', $getState(node, isCaptionState))
  else if ($isTableNode(node)) showColumnShares(dom, node.getColWidths() ?? [])
  else if ($isTableRowNode(node)) dom.classList.toggle('header-row', $getState(node, isHeaderRowState))
  else if ($isTableCellNode(node)) showHeaderCell(dom, $isTableRowNode(node.getParent()) && $isHeaderCell(node))
}

const $isHeaderCell = (node: LexicalNode): boolean => {
  const row = node.getParent()
  return row !== null && $getState(row, isHeaderRowState)
}

function showHeaderCell(dom: HTMLElement, isHeader: boolean): void {
  if (isHeader) dom.setAttribute('role', 'columnheader')
  else dom.removeAttribute('role')
}

/** Columns are shares of the text width: Lexical writes them as pixels, the page wants percentages. */
function showColumnShares(dom: HTMLElement, shares: readonly number[]): void {
  const total = shares.reduce((sum, share) => sum + share, 0)
  for (const [index, column] of [...dom.querySelectorAll('col')].entries()) {
    column.style.width = total > 0 ? `${((shares[index] ?? 0) * 100) / total}%` : ''
  }
}
