/** Keys and clicks beside plain typing. */
import {
  $getRoot,
  $getSelection,
  $isElementNode,
  $isNodeSelection,
  $isRangeSelection,
  CLICK_COMMAND,
  COMMAND_PRIORITY_CRITICAL,
  COMMAND_PRIORITY_HIGH,
  COMMAND_PRIORITY_LOW,
  INDENT_CONTENT_COMMAND,
  KEY_DOWN_COMMAND,
  KEY_TAB_COMMAND,
  mergeRegister,
  OUTDENT_CONTENT_COMMAND,
  type LexicalEditor,
  type LexicalNode,
  type PointType,
} from 'lexical'
import { $selectedLines } from './blocks'
import { $indentLines, $outdentLines } from './lists'
import { $addRowAtLastCell } from './tables'
import { $isListLineNode } from './nodes/list-line-node'
import { $isMentionNode } from './nodes/mention-node'

export interface KeyOptions {
  readonly onSlotActivate: (slotId: string, rect: DOMRect) => void
}

export function registerKeys(editor: LexicalEditor, { onSlotActivate }: KeyOptions): () => void {
  const activate = (dom: Element | null): boolean => {
    const slotId = dom instanceof HTMLElement ? dom.dataset.slot : undefined
    if (!dom || slotId === undefined) return false
    onSlotActivate(slotId, dom.getBoundingClientRect())
    return true
  }
  return mergeRegister(
    editor.registerCommand(
      KEY_TAB_COMMAND,
      (event) => {
        const lines = $selectedLines().filter($isListLineNode)
        if (lines.length === 0) {
          if (event.shiftKey || !$addRowAtLastCell()) return false
          event.preventDefault()
          return true
        }
        event.preventDefault()
        if (event.shiftKey) $outdentLines(lines)
        else $indentLines(lines)
        return true
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
    // Paragraphs have no indent of their own: the layout gives it.
    editor.registerCommand(INDENT_CONTENT_COMMAND, () => $shift($indentLines), COMMAND_PRIORITY_HIGH),
    editor.registerCommand(OUTDENT_CONTENT_COMMAND, () => $shift($outdentLines), COMMAND_PRIORITY_HIGH),
    editor.registerCommand(
      KEY_DOWN_COMMAND,
      (event) => {
        if (event.isComposing) return false
        if (event.altKey && event.key === 'ArrowDown') {
          const mention = $mentionAtCaret()
          return mention !== undefined && activate(editor.getElementByKey(mention.getKey()))
        }
        if (!(event.ctrlKey || event.metaKey) || event.altKey) return false
        if (event.key !== 'Home' && event.key !== 'End') return false
        // The browser measures only what it has laid out; the ends of a long report are not.
        event.preventDefault()
        $moveToEdge(event.key === 'Home', event.shiftKey)
        return true
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      CLICK_COMMAND,
      (event) => event.target instanceof Element && activate(event.target.closest('[data-slot]')),
      COMMAND_PRIORITY_LOW,
    ),
  )
}

function $shift(move: typeof $indentLines): true {
  move($selectedLines().filter($isListLineNode))
  return true
}

function $moveToEdge(isStart: boolean, isExtending: boolean): void {
  const before = $getSelection()
  const anchor = $isRangeSelection(before) ? pointOf(before.anchor) : undefined
  const moved = isStart ? $getRoot().selectStart() : $getRoot().selectEnd()
  if (isExtending && anchor) moved.anchor.set(anchor.key, anchor.offset, anchor.type)
}

const pointOf = ({ key, offset, type }: PointType) => ({ key, offset, type })

/** The slot beside the caret, or the selected one. */
function $mentionAtCaret(): LexicalNode | undefined {
  const selection = $getSelection()
  if ($isNodeSelection(selection)) return selection.getNodes().find($isMentionNode)
  if (!$isRangeSelection(selection)) return undefined
  const { anchor } = selection
  const node = anchor.getNode()
  const beside = $isElementNode(node)
    ? [node.getChildAtIndex(anchor.offset - 1), node.getChildAtIndex(anchor.offset)]
    : [
        anchor.offset === 0 ? node.getPreviousSibling() : null,
        anchor.offset === node.getTextContentSize() ? node.getNextSibling() : null,
      ]
  return beside.find($isMentionNode) ?? undefined
}
