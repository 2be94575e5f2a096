/**
 * The editor of a report body without a screen: Lexical, our nodes, our rules, and the handle through which the
 * writing screen asks things of it. `ReportEditor` gives it an element to live in.
 */
import { registerRichText } from '@lexical/rich-text'
import { registerTablePlugin, registerTableSelectionObserver, setScrollableTablesActive } from '@lexical/table'
import {
  $createParagraphNode,
  $getNodeByKey,
  $getRoot,
  $getSelection,
  $getState,
  $isElementNode,
  $isRangeSelection,
  $setState,
  createEditor,
  FORMAT_TEXT_COMMAND,
  HISTORY_PUSH_TAG,
  mergeRegister,
  type LexicalEditor,
  type NodeKey,
} from 'lexical'
import type { Notice } from '../../core/notice'
import type { Identities } from '../../core/report/make-report'
import { slotsAfterPeriodChange } from '../../core/report/period-slots'
import type { ReportingPeriod } from '../../core/reporting-period'
import type { Slot } from '../../core/slot'
import { patternToInlines } from '../../core/template/pattern'
import {
  $blockForInsertion,
  $selectedLines,
  $selectedTopBlocks,
  $setAlignment,
  $setCaptions,
  $setHeading,
  $setParagraphs,
} from './blocks'
import { BodyReader } from './body-reader'
import { registerClipboard } from './clipboard/register-clipboard'
import { $insertFlat } from './clipboard/insert-blocks'
import { DOM_RENDERING } from './decorate-dom'
import type { EditorHandle, EditorSelection, ReportBody } from './editor-handle'
import { registerGuardSections } from './guard-sections'
import { fieldTag, LOAD_TAG, registerEditHistory, type EditHistory } from './history'
import { registerKeepOrder } from './keep-order'
import { registerKeys } from './keys'
import { $indentLines, $outdentLines, $toggleList } from './lists'
import { periodState, slotsState } from './nodes/block-state'
import { EDITOR_NODES } from './nodes/editor-nodes'
import { $isListLineNode } from './nodes/list-line-node'
import { $createMentionNode, $isMentionNode, MentionNode } from './nodes/mention-node'
import { $createPageBreakNode } from './nodes/page-break-node'
import { $isSectionHeadingNode } from './nodes/section-heading-node'
import { registerOutline, type Outline, type OutlineOptions } from './outline'
import { $reportToEditor } from './report-to-editor'
import {
  $addSection,
  $findHeading,
  $headingOf,
  $moveSection,
  $ownBlocks,
  $removeSection,
  $setSectionMark,
} from './sections'
import { $readSelection, isSameSelection } from './selection'
import { $insertTableAfter, $runTableCommand, $tableAtCaret } from './tables'

export interface ReportEditorOptions {
  readonly identities: Identities
  /** Milliseconds of a clock that only goes forward. */
  readonly now: () => number
  /** Name of the section that takes text written before the first heading. */
  readonly openingName: string
  readonly outline: () => OutlineOptions
  readonly onChange: () => void
  readonly onSelectionChange: (selection: EditorSelection) => void
  readonly onPasteNotice: (notices: readonly Notice[]) => void
  readonly onSlotActivate: (slotId: string, rect: DOMRect) => void
}

export interface ReportEditorCore {
  readonly editor: LexicalEditor
  readonly handle: EditorHandle
  readonly outline: Outline
  readonly dispose: () => void
}

export function createReportEditor(body: ReportBody, options: ReportEditorOptions): ReportEditorCore {
  const editor = createEditor({
    namespace: 'tong-ket',
    nodes: [...EDITOR_NODES],
    dom: DOM_RENDERING,
    theme: { text: { bold: 'mark-bold', italic: 'mark-italic', underline: 'mark-underline' } },
    onError: (error) => {
      throw error
    },
  })
  setScrollableTablesActive(editor, false)
  const reader = new BodyReader(editor, options.identities)
  const history = registerEditHistory(editor, options.now)
  const mentions = watchMentions(editor)
  const outline = registerOutline(editor, reader, options.outline)
  const dispose = mergeRegister(
    reader.dispose,
    history.dispose,
    mentions.dispose,
    outline.dispose,
    registerKeepOrder(editor, options),
    registerRichText(editor),
    registerTablePlugin(editor),
    registerTableSelectionObserver(editor, true),
    registerGuardSections(editor),
    registerKeys(editor, options),
    registerClipboard(editor, options),
    reportChanges(editor, options, history),
  )
  editor.update(() => $reportToEditor(body), { discrete: true, tag: LOAD_TAG })
  return {
    editor,
    handle: makeHandle(editor, { reader, history, mentions: mentions.keys, identities: options.identities }),
    outline,
    dispose,
  }
}

function reportChanges(editor: LexicalEditor, options: ReportEditorOptions, history: EditHistory): () => void {
  let last: EditorSelection | undefined
  return editor.registerUpdateListener(({ editorState, dirtyElements, dirtyLeaves, tags }) => {
    const selection = editorState.read(() => $readSelection(history.canUndo(), history.canRedo()))
    if (!last || !isSameSelection(last, selection)) {
      last = selection
      options.onSelectionChange(selection)
    }
    if (!tags.has(LOAD_TAG) && (dirtyElements.size > 0 || dirtyLeaves.size > 0)) options.onChange()
  })
}

interface HandleParts {
  readonly reader: BodyReader
  readonly history: EditHistory
  /** The mentions on the page. */
  readonly mentions: ReadonlySet<NodeKey>
  readonly identities: Identities
}

function makeHandle(editor: LexicalEditor, { reader, history, mentions, identities }: HandleParts): EditorHandle {
  /** One undoable step, done when the call returns. */
  const change = (edit: () => void, tag: string = HISTORY_PUSH_TAG): void => {
    if (!editor.isEditable()) return
    editor.update(edit, { discrete: true, tag })
  }
  const lines = () => $selectedLines().filter($isListLineNode)
  return {
    readBody: () => reader.read(),
    focus: () => editor.focus(),
    focusSection: (sectionId) => {
      editor.update(() => $selectSectionEnd(sectionId), { discrete: true })
      editor.focus()
      const key = editor.getEditorState().read(() => $findHeading(sectionId)?.getKey())
      const dom = key === undefined ? null : editor.getElementByKey(key)
      dom?.scrollIntoView({ block: 'start', behavior: 'auto' })
    },
    undo: history.undo,
    redo: history.redo,
    toggleMark: (mark) => change(() => void editor.dispatchCommand(FORMAT_TEXT_COMMAND, mark)),
    setAlignment: (alignment) => change(() => $setAlignment(alignment)),
    setParagraph: () => change($setParagraphs),
    setCaption: () => change($setCaptions),
    setHeading: (depth) => change(() => $setHeading(depth)),
    toggleList: (style) =>
      change(() => {
        const blocks = $selectedLines()
        if (blocks.length > 0) $toggleList(blocks, style)
      }),
    indentList: () => change(() => $indentLines(lines())),
    outdentList: () => change(() => $outdentLines(lines())),
    insertTable: (rows, columns) =>
      change(() => {
        const block = $blockForInsertion()
        if (block && !$tableAtCaret()) $insertTableAfter(block, rows, columns)
      }),
    tableCommand: (command) => change(() => $runTableCommand(command)),
    insertPageBreak: () => change($insertPageBreak),
    insertPattern: (pattern, sectionId) => change(() => $insertPattern(pattern, sectionId)),
    insertSlot: (slotId) =>
      change(() => {
        $ensureCaret()
        const selection = $getSelection()
        if ($isRangeSelection(selection)) selection.insertNodes([$createMentionNode(slotId)])
      }),
    addSection: (place, name) => {
      const id = identities.next()
      change(() => void $addSection(place, id, name))
      return id
    },
    removeSection: (sectionId) => change(() => $removeSection(sectionId)),
    moveSection: (sectionId, direction) => change(() => void $moveSection(sectionId, direction)),
    setSectionMark: (sectionId, mark) => change(() => $setSectionMark(sectionId, mark)),
    setSlot: (slot) => change(() => $setSlots([slot], mentions), fieldTag(slot.id)),
    setPeriod: (period) => change(() => $setPeriod(period, mentions)),
  }
}

function $ensureCaret(): void {
  if ($getSelection() === null) $getRoot().selectEnd()
}

/** The end of the section's own text; an own line is made where there is none. */
function $selectSectionEnd(sectionId: string): void {
  const heading = $findHeading(sectionId)
  if (!heading) return
  const last = $ownBlocks(heading).at(-1)
  if ($isElementNode(last)) last.selectEnd()
  else heading.selectEnd()
}

function $insertPageBreak(): void {
  const block = $blockForInsertion()
  if (!block) return
  const pageBreak = $createPageBreakNode()
  block.insertAfter(pageBreak)
  const next = pageBreak.getNextSibling()
  if ($isElementNode(next) && !$isSectionHeadingNode(next)) next.selectStart()
  else {
    const paragraph = $createParagraphNode()
    pageBreak.insertAfter(paragraph)
    paragraph.select()
  }
}

/** At the caret when it stands in the section's text, else as a new paragraph at the end of that text. */
function $insertPattern(pattern: string, sectionId: string): void {
  const heading = $findHeading(sectionId)
  const slotIds = new Set($getState($getRoot(), slotsState).map(({ id }) => id))
  const content = patternToInlines(pattern, slotIds)
  const caret = $selectedTopBlocks()[0]
  const isHere = caret !== undefined && !$isSectionHeadingNode(caret) && heading?.is($headingOf(caret)) === true
  if (!isHere && heading) {
    const last = $ownBlocks(heading).at(-1)
    if ($isElementNode(last) && last.getType() === 'paragraph' && last.isEmpty()) last.selectEnd()
    else {
      const paragraph = $createParagraphNode()
      ;(last ?? heading).insertAfter(paragraph)
      paragraph.select()
    }
  }
  $ensureCaret()
  $insertFlat([{ type: 'paragraph', id: '', content }])
}

/** Values of slots, shown at all their mentions. */
function $setSlots(changed: readonly Slot[], mentions: ReadonlySet<NodeKey>): void {
  const byId = new Map(changed.map((slot) => [slot.id, slot]))
  const slots = $getState($getRoot(), slotsState)
  const added = changed.filter((slot) => slots.every(({ id }) => id !== slot.id))
  $setState($getRoot(), slotsState, [...slots.map((slot) => byId.get(slot.id) ?? slot), ...added])
  for (const key of mentions) {
    const mention = $getNodeByKey(key)
    if ($isMentionNode(mention) && byId.has(mention.getSlotId())) mention.markDirty()
  }
}

function $setPeriod(period: ReportingPeriod, mentions: ReadonlySet<NodeKey>): void {
  const root = $getRoot()
  const from = $getState(root, periodState) ?? period
  $setState(root, periodState, period)
  $setSlots(slotsAfterPeriodChange($getState(root, slotsState), from, period), mentions)
}

/** Which nodes of the page are mentions, so that a slot need not be looked for in the whole text. */
function watchMentions(editor: LexicalEditor): { readonly keys: ReadonlySet<NodeKey>; readonly dispose: () => void } {
  const keys = new Set<NodeKey>()
  const dispose = editor.registerMutationListener(MentionNode, (mutations) => {
    for (const [key, mutation] of mutations) {
      if (mutation === 'destroyed') keys.delete(key)
      else keys.add(key)
    }
  })
  return { keys, dispose }
}
