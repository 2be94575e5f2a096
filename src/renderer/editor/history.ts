/**
 * Undo and redo in steps an officer would call one: a word, a pause, a command. Vietnamese input methods retype:
 * UniKey sends Backspaces and letters, others compose. Both stay within the word's own step. A longer deletion is a
 * step of its own, so what it took away can always come back.
 */
import {
  $getNodeByKey,
  $getRoot,
  $isElementNode,
  $isTextNode,
  COMMAND_PRIORITY_EDITOR,
  HISTORIC_TAG,
  HISTORY_MERGE_TAG,
  HISTORY_PUSH_TAG,
  mergeRegister,
  REDO_COMMAND,
  UNDO_COMMAND,
  type EditorState,
  type LexicalEditor,
  type NodeKey,
  type UpdateListenerPayload,
} from 'lexical'

/** A loaded report begins a history of its own. */
export const LOAD_TAG = 'load'

/** Marks an update as typing in a field beside the text: its letters join into one step, as those of a word do. */
export const fieldTag = (field: string): string => `${FIELD_TAG}${field}`
const FIELD_TAG = 'field:'

const PAUSE_MS = 1000
/** An input method's letters follow its Backspaces at once; a hand needs longer. */
const RETYPE_MS = 150
/** The longest Vietnamese syllable: nghiêng. */
const SYLLABLE_LENGTH = 7
const MAX_STEPS = 200

export interface EditHistory {
  readonly canUndo: () => boolean
  readonly canRedo: () => boolean
  readonly undo: () => void
  readonly redo: () => void
  readonly dispose: () => void
}

/** A stretch of typing in one block: what the next key may join. */
interface Typing {
  readonly block: NodeKey
  readonly start: number
  readonly end: number
  readonly at: number
  readonly endsWord: boolean
  /** Letters taken away since the last one typed. */
  readonly removed: string
}

export function registerEditHistory(editor: LexicalEditor, now: () => number): EditHistory {
  let undoSteps: EditorState[] = []
  let redoSteps: EditorState[] = []
  let current = editor.getEditorState()
  let typing: Typing | undefined
  /** The state before a deletion that may yet turn out to be an input method's. */
  let beforeDeletion: EditorState | undefined
  /** The field outside the text that was last typed in. */
  let field: { readonly tag: string; readonly at: number } | undefined

  const push = (state: EditorState): void => {
    undoSteps.push(state)
    if (undoSteps.length > MAX_STEPS) undoSteps.shift()
  }
  const settleDeletion = (): void => {
    if (beforeDeletion) push(beforeDeletion)
    beforeDeletion = undefined
  }
  const step = (): void => {
    settleDeletion()
    push(current)
  }

  const takeField = (tag: string): void => {
    const at = now()
    redoSteps = []
    if (field?.tag !== tag || at - field.at > PAUSE_MS) step()
    typing = undefined
    field = { tag, at }
  }

  const take = (change: TextChange | 'other' | 'none'): void => {
    if (change === 'none') return
    redoSteps = []
    field = undefined
    if (change === 'other') {
      step()
      typing = undefined
      return
    }
    const at = now()
    const joined = typing && joins(typing, change, at) ? typing : undefined
    if (change.inserted === '') {
      const removed = change.removed + (joined?.removed ?? '')
      if (!joined || joined.removed === '') {
        settleDeletion()
        beforeDeletion = current
      }
      if (removed.length > SYLLABLE_LENGTH || /\s/.test(removed)) settleDeletion()
      typing = { ...extended(joined, change, at), endsWord: false, removed }
      return
    }
    const isRetyped = joined !== undefined && joined.removed !== '' && at - joined.at <= RETYPE_MS && beforeDeletion
    const beginsWord = joined?.endsWord === true && !/^\s/.test(change.inserted)
    if (isRetyped) beforeDeletion = undefined
    else if (!joined || joined.removed !== '' || beginsWord) step()
    const base = joined && joined.removed === '' && beginsWord ? undefined : joined
    typing = { ...extended(base, change, at), endsWord: /\s$/.test(change.inserted), removed: '' }
  }

  const travel = (from: EditorState[], to: EditorState[]): boolean => {
    const state = from.pop()
    if (!state) return true
    to.push(current)
    typing = field = undefined
    current = state
    editor.setEditorState(state, { tag: HISTORIC_TAG })
    return true
  }
  const undo = (): boolean => {
    settleDeletion()
    return travel(undoSteps, redoSteps)
  }
  const redo = (): boolean => travel(redoSteps, undoSteps)

  const dispose = mergeRegister(
    editor.registerUpdateListener((payload) => {
      const { editorState, tags } = payload
      if (tags.has(LOAD_TAG)) {
        undoSteps = []
        redoSteps = []
        typing = beforeDeletion = field = undefined
      } else if (isCompositionStart(payload)) {
        // A place held for the first letter: no state to come back to.
        return
      } else if (!tags.has(HISTORIC_TAG) && !tags.has(HISTORY_MERGE_TAG)) {
        const typedIn = [...tags].find((tag) => tag.startsWith(FIELD_TAG))
        if (typedIn === undefined) {
          take(tags.has(HISTORY_PUSH_TAG) && isDirty(payload) ? 'other' : describeChange(payload))
        } else if (isDirty(payload)) takeField(typedIn)
      }
      current = editorState
    }),
    editor.registerCommand(UNDO_COMMAND, undo, COMMAND_PRIORITY_EDITOR),
    editor.registerCommand(REDO_COMMAND, redo, COMMAND_PRIORITY_EDITOR),
  )
  return {
    canUndo: () => undoSteps.length > 0 || beforeDeletion !== undefined,
    canRedo: () => redoSteps.length > 0,
    undo: () => void undo(),
    redo: () => void redo(),
    dispose,
  }
}

const joins = (typing: Typing, change: TextChange, at: number): boolean =>
  typing.block === change.block &&
  at - typing.at <= PAUSE_MS &&
  change.offset <= typing.end &&
  change.offset + change.removed.length >= typing.start

function extended(typing: Typing | undefined, change: TextChange, at: number): Omit<Typing, 'endsWord' | 'removed'> {
  const end = change.offset + change.inserted.length
  const grown = (typing?.end ?? 0) + change.inserted.length - change.removed.length
  return {
    block: change.block,
    start: Math.min(typing?.start ?? change.offset, change.offset),
    end: typing ? Math.max(end, grown) : end,
    at,
  }
}

// What an update did

interface TextChange {
  readonly block: NodeKey
  readonly offset: number
  readonly removed: string
  readonly inserted: string
}

const isDirty = ({ dirtyElements, dirtyLeaves }: UpdateListenerPayload): boolean =>
  dirtyElements.size > 0 || dirtyLeaves.size > 0

function describeChange(payload: UpdateListenerPayload): TextChange | 'other' | 'none' {
  const { editorState, prevEditorState } = payload
  if (!isDirty(payload)) return 'none'
  if (isRowChanged(payload)) return 'other'
  const block = singleBlock(payload)
  if (block === undefined) return 'other'
  const before = prevEditorState.read(() => $textOf(block))
  const after = editorState.read(() => $textOf(block))
  if (!before || !after) return 'other'
  if (before.text === after.text) return before.looks === after.looks ? 'none' : 'other'
  const change = difference(before.text, after.text)
  const isTyping = change.removed.length <= SYLLABLE_LENGTH + 1 && change.inserted.length <= SYLLABLE_LENGTH + 1
  return isTyping ? { block, ...change } : 'other'
}

/** Whether top blocks came, went or moved. */
export function isRowChanged({ editorState, prevEditorState }: UpdateListenerPayload): boolean {
  const before = prevEditorState.read(() => $getRoot().getChildrenKeys())
  const after = editorState.read(() => $getRoot().getChildrenKeys())
  return !isSameRow(before, after)
}

export const isSameRow = (a: readonly NodeKey[], b: readonly NodeKey[]): boolean =>
  a.length === b.length && a.every((key, index) => key === b[index])

/** Lexical puts a character without width where an input method begins beside a slot or on an empty line. */
const COMPOSITION_START = '\u200b'

function isCompositionStart(payload: UpdateListenerPayload): boolean {
  return [...payload.dirtyLeaves].some((key) => {
    const isHeld = (state: EditorState) => state.read(() => $getNodeByKey(key)?.getTextContent() === COMPOSITION_START)
    return isHeld(payload.editorState) && !isHeld(payload.prevEditorState)
  })
}

/** The one block an update touched, if it was one. */
function singleBlock({ editorState, prevEditorState, dirtyElements, dirtyLeaves }: UpdateListenerPayload) {
  const blocks = new Set<NodeKey>()
  for (const [key, isIntended] of dirtyElements) if (isIntended && key !== 'root') blocks.add(key)
  for (const key of dirtyLeaves) {
    const parent = editorState.read(() => $getNodeByKey(key)?.getParent()?.getKey())
    const before = prevEditorState.read(() => $getNodeByKey(key)?.getParent()?.getKey())
    const block = parent ?? before
    if (block !== undefined) blocks.add(block)
  }
  return blocks.size === 1 ? [...blocks][0] : undefined
}

function $textOf(block: NodeKey): { readonly text: string; readonly looks: string } | undefined {
  const node = $getNodeByKey(block)
  if (!$isElementNode(node)) return undefined
  const leaves = node.getChildren()
  return {
    text: node.getTextContent(),
    looks: leaves
      .map((leaf) => ($isTextNode(leaf) ? `${leaf.getFormat()}:${leaf.getTextContent()}` : leaf.getKey()))
      .join('|'),
  }
}

function difference(before: string, after: string): Omit<TextChange, 'block'> {
  const shorter = Math.min(before.length, after.length)
  let offset = 0
  while (offset < shorter && before[offset] === after[offset]) offset += 1
  let tail = 0
  while (tail < shorter - offset && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1
  return {
    offset,
    removed: before.slice(offset, before.length - tail),
    inserted: after.slice(offset, after.length - tail),
  }
}
