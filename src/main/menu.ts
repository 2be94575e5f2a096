/** The native menu: rows with Word's own shortcuts. A row sends a command to the window or is one of Electron's roles. */
import type { MenuItemConstructorOptions } from 'electron'
import type { AppEvent, MenuCommand } from '../contract/events'
import { text } from './text-vi'

type Role = NonNullable<MenuItemConstructorOptions['role']>

type Row =
  | {
      readonly label: string
      readonly command: MenuCommand
      readonly key?: string
      /** The editor answers the keys itself; the menu only shows them, or one press would count twice. */
      readonly keyIsOnlyShown?: true
    }
  | { readonly label: string; readonly role: Role; readonly key?: string }
  | 'separator'

interface Menu {
  readonly label: string
  readonly rows: readonly Row[]
}

const { menu: say } = text

const menus: readonly Menu[] = [
  {
    label: say.file,
    rows: [
      { label: say.newReport, command: 'newReport', key: 'CmdOrCtrl+N' },
      { label: say.openFile, command: 'openFile', key: 'CmdOrCtrl+O' },
      { label: say.learnTemplate, command: 'learnTemplate' },
      'separator',
      { label: say.saveNow, command: 'saveNow', key: 'CmdOrCtrl+S' },
      { label: say.exportDocx, command: 'exportDocx', key: 'F12' },
      { label: say.exportHtml, command: 'exportHtml' },
      { label: say.exportExchangeFile, command: 'exportExchangeFile' },
      'separator',
      { label: say.showHome, command: 'showHome' },
      { label: say.showSettings, command: 'showSettings', key: 'CmdOrCtrl+,' },
      'separator',
      { label: say.quit, role: 'quit' },
    ],
  },
  {
    label: say.edit,
    rows: [
      { label: say.undo, command: 'undo', key: 'CmdOrCtrl+Z', keyIsOnlyShown: true },
      { label: say.redo, command: 'redo', key: 'CmdOrCtrl+Y', keyIsOnlyShown: true },
      'separator',
      { label: say.cut, role: 'cut', key: 'CmdOrCtrl+X' },
      { label: say.copy, role: 'copy', key: 'CmdOrCtrl+C' },
      { label: say.paste, role: 'paste', key: 'CmdOrCtrl+V' },
      { label: say.pastePlain, role: 'pasteAndMatchStyle', key: 'CmdOrCtrl+Shift+V' },
      { label: say.selectAll, role: 'selectAll', key: 'CmdOrCtrl+A' },
    ],
  },
  {
    label: say.format,
    rows: [
      { label: say.bold, command: 'bold', key: 'CmdOrCtrl+B', keyIsOnlyShown: true },
      { label: say.italic, command: 'italic', key: 'CmdOrCtrl+I', keyIsOnlyShown: true },
      { label: say.underline, command: 'underline', key: 'CmdOrCtrl+U', keyIsOnlyShown: true },
    ],
  },
  {
    label: say.view,
    rows: [
      { label: say.zoomIn, role: 'zoomIn' },
      { label: say.zoomOut, role: 'zoomOut' },
      { label: say.resetZoom, role: 'resetZoom' },
      'separator',
      { label: say.fullScreen, role: 'togglefullscreen' },
    ],
  },
  {
    label: say.help,
    rows: [
      { label: say.showIncidents, command: 'showIncidents' },
      { label: say.about, role: 'about' },
    ],
  },
]

/** For the developer only; a packed program has none. */
const DEVELOPER_ROWS: readonly Row[] = [{ label: say.devTools, role: 'toggleDevTools' }]

/** The menu as Electron wants it. */
export function menuTemplate(
  send: (event: AppEvent) => void,
  { hasDevTools }: { readonly hasDevTools: boolean },
): MenuItemConstructorOptions[] {
  const item = (row: Row): MenuItemConstructorOptions => {
    if (row === 'separator') return { type: 'separator' }
    const shown = { label: row.label, ...(row.key !== undefined && { accelerator: row.key }) }
    if ('role' in row) return { ...shown, role: row.role }
    return {
      ...shown,
      id: row.command,
      registerAccelerator: row.keyIsOnlyShown !== true,
      click: () => send({ type: 'menu.command', command: row.command }),
    }
  }
  return menus.map(({ label, rows }) => ({
    label,
    submenu: [...rows, ...(hasDevTools && label === say.help ? DEVELOPER_ROWS : [])].map(item),
  }))
}
