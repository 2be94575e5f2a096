/**
 * Copy, cut, paste and drop. Lexical's own ways in (its JSON, its HTML import) are closed: `application/x-lexical-editor`
 * is never read, HTML goes through the sanitiser, our own type through the report's schemas.
 */
import { $isTableSelection } from '@lexical/table'
import {
  $addUpdateTag,
  $getRoot,
  $getSelection,
  $getState,
  $isRangeSelection,
  COMMAND_PRIORITY_HIGH,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  COPY_COMMAND,
  CUT_COMMAND,
  DELETE_CHARACTER_COMMAND,
  DRAGSTART_COMMAND,
  HISTORY_PUSH_TAG,
  mergeRegister,
  PASTE_COMMAND,
  type LexicalEditor,
} from 'lexical'
import type { Notice } from '../../../core/notice'
import type { Identities } from '../../../core/report/make-report'
import { slotsState } from '../nodes/block-state'
import { blocksToHtml, blocksToText } from './blocks-to-text'
import { FRAGMENT_TYPE, makeFragment, parseFragment, serializeFragment } from './fragment'
import { htmlToBlocks } from './html-to-blocks'
import { $insertFlat, $insertFragment } from './insert-blocks'
import { $selectedBlocks } from './selected-blocks'
import { textToBlocks } from './text-to-blocks'

/** A page of more HTML than this is taken as plain text. */
const MAX_HTML_LENGTH = 10_000_000

export interface ClipboardOptions {
  readonly identities: Identities
  readonly onPasteNotice: (notices: readonly Notice[]) => void
}

export function registerClipboard(editor: LexicalEditor, options: ClipboardOptions): () => void {
  const insert = (data: DataTransfer): void => {
    $addUpdateTag(HISTORY_PUSH_TAG)
    const notices = $insertData(data, options.identities)
    if (notices.length > 0) options.onPasteNotice(notices)
  }
  const copy = (event: ClipboardEvent | KeyboardEvent | null): boolean => {
    if (!(event instanceof ClipboardEvent) || !event.clipboardData) return false
    if (!$hasRange()) return true
    event.preventDefault()
    $writeData(event.clipboardData, options.identities)
    return true
  }
  return mergeRegister(
    editor.registerCommand(COPY_COMMAND, copy, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(
      CUT_COMMAND,
      (event) => {
        if (!copy(event) || !editor.isEditable()) return true
        $addUpdateTag(HISTORY_PUSH_TAG)
        const selection = $getSelection()
        if ($isRangeSelection(selection)) selection.removeText()
        else editor.dispatchCommand(DELETE_CHARACTER_COMMAND, true)
        return true
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      PASTE_COMMAND,
      (event) => {
        const data =
          event instanceof ClipboardEvent ? event.clipboardData : 'dataTransfer' in event ? event.dataTransfer : null
        if (!data) return false
        event.preventDefault()
        if (editor.isEditable()) insert(data)
        return true
      },
      COMMAND_PRIORITY_HIGH,
    ),
    // Drops and replacements by the spelling menu come here with data of their own.
    editor.registerCommand(
      CONTROLLED_TEXT_INSERTION_COMMAND,
      (event) => {
        if (typeof event === 'string' || !event.dataTransfer) return false
        insert(event.dataTransfer)
        return true
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      DRAGSTART_COMMAND,
      (event) => {
        if (!event.dataTransfer || !$hasRange()) return false
        $writeData(event.dataTransfer, options.identities)
        return true
      },
      COMMAND_PRIORITY_HIGH,
    ),
  )
}

function $hasRange(): boolean {
  const selection = $getSelection()
  return $isTableSelection(selection) || ($isRangeSelection(selection) && !selection.isCollapsed())
}

function $writeData(data: DataTransfer, identities: Identities): void {
  const blocks = $selectedBlocks()
  const slots = $getState($getRoot(), slotsState)
  data.setData('text/plain', blocksToText(blocks, slots))
  data.setData('text/html', blocksToHtml(blocks, slots))
  data.setData(FRAGMENT_TYPE, serializeFragment(makeFragment(blocks, slots, identities)))
}

function $insertData(data: DataTransfer, identities: Identities): readonly Notice[] {
  const fragment = parseFragment(data.getData(FRAGMENT_TYPE))
  if (fragment) {
    $insertFragment(fragment)
    return []
  }
  const html = data.getData('text/html')
  const isTooLong = html.length > MAX_HTML_LENGTH
  if (html !== '' && !isTooLong) {
    const { blocks, notices } = htmlToBlocks(html, identities)
    if (blocks.length > 0) {
      $insertFlat(blocks)
      return notices
    }
  }
  $insertFlat(textToBlocks(data.getData('text/plain')))
  return isTooLong ? [{ code: 'paste.tooLong', severity: 'hint' }] : []
}
