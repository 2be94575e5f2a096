/** Keys in a browser window for what Electron's menu offers. Ctrl+N and Ctrl+T belong to the browser: Alt stands in. */
import type { MenuCommand } from '../../contract/events'

interface Shortcut {
  readonly command: MenuCommand
  readonly key: string
  readonly modifier: 'ctrl' | 'alt' | 'ctrlShift'
}

const SHORTCUTS: readonly Shortcut[] = [
  { command: 'saveNow', key: 's', modifier: 'ctrl' },
  { command: 'openFile', key: 'o', modifier: 'ctrl' },
  { command: 'newReport', key: 'n', modifier: 'ctrl' },
  { command: 'newReport', key: 'n', modifier: 'alt' },
  { command: 'learnTemplate', key: 'l', modifier: 'alt' },
  { command: 'showHome', key: 'h', modifier: 'alt' },
  { command: 'showSettings', key: ',', modifier: 'ctrl' },
  { command: 'exportDocx', key: 'e', modifier: 'ctrlShift' },
]

type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing'>

/** The command a key press asks for; none while an input method composes. */
export function commandOf(press: KeyPress): MenuCommand | undefined {
  if (press.isComposing || press.key === 'Process') return undefined
  const modifier = modifierOf(press)
  const key = press.key.toLowerCase()
  return SHORTCUTS.find((shortcut) => shortcut.key === key && shortcut.modifier === modifier)?.command
}

function modifierOf(press: KeyPress): Shortcut['modifier'] | undefined {
  const isCtrl = press.ctrlKey || press.metaKey
  if (isCtrl && press.altKey) return undefined
  if (isCtrl) return press.shiftKey ? 'ctrlShift' : 'ctrl'
  return press.altKey && !press.shiftKey ? 'alt' : undefined
}
