/**
 * A line of a list: dash, number or điểm. Lines stand at the top level with their depth, as in Word: no list can
 * lose, merge or half-own its items, and a line costs what a paragraph costs. `registerOutline` draws the marker.
 */
import {
  $create,
  $createParagraphNode,
  $getState,
  $setState,
  ParagraphNode,
  type LexicalNode,
  type RangeSelection,
} from 'lexical'
import { listLineState, type ListLineFacts } from './block-state'

export class ListLineNode extends ParagraphNode {
  override $config() {
    return this.config('list-line', { extends: ParagraphNode })
  }

  override createDOM(): HTMLElement {
    const dom = document.createElement('p')
    dom.className = 'list-line'
    dom.setAttribute('role', 'listitem')
    return dom
  }

  override updateDOM(): boolean {
    return false
  }

  /** Enter on an empty line leaves the list, else it opens the next line. */
  override insertNewAfter(selection: RangeSelection, restoreSelection = true): ParagraphNode {
    const line = $createListLineNode($getLine(this))
    line.setTextFormat(selection.format)
    this.insertAfter(line, restoreSelection)
    return line
  }

  /** Backspace at the start takes the marker off and keeps the text. */
  override collapseAtStart(): boolean {
    $replaceKeepingText(this, $createParagraphNode())
    return true
  }

  override canIndent(): false {
    return false
  }
}

/** Another kind of block with the same text; the caret stays where it is. */
export function $replaceKeepingText<T extends ParagraphNode>(block: ParagraphNode, next: T): T {
  next.setFormat(block.getFormatType())
  block.replace(next, true)
  return next
}

export const $createListLineNode = (facts: ListLineFacts): ListLineNode =>
  $setState($create(ListLineNode), listLineState, facts)

export const $isListLineNode = (node: LexicalNode | null | undefined): node is ListLineNode =>
  node instanceof ListLineNode

export const $getLine = (line: ListLineNode): ListLineFacts => $getState(line, listLineState)
