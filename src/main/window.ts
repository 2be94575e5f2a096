/** The one window: how it is locked down, how it closes without losing the last words, how it comes back after a crash. */
import { join } from 'node:path'
import { app, BrowserWindow, dialog, type WebPreferences } from 'electron'
import type { AppEvent } from '../contract/events'
import type { CallTracker } from '../host/call-tracker'
import { APP_ORIGIN } from './address'
import { text } from './text-vi'

/** Written out in full, so that nothing depends on a default. Tests compare every window with exactly this. */
export const WEB_PREFERENCES: Readonly<WebPreferences> = Object.freeze({
  preload: join(import.meta.dirname, '..', 'preload', 'index.cjs'),
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
  devTools: !app.isPackaged,
})

export interface WindowParts {
  readonly untilQuiet: CallTracker['untilQuiet']
  readonly nextClosingAnswer: () => Promise<boolean>
  readonly reportIncident: (where: string, cause: unknown) => string
}

/** Opens the window and loads the program into it. */
export async function openMainWindow(parts: WindowParts): Promise<void> {
  const window = new BrowserWindow({
    name: 'main',
    windowStatePersistence: true,
    width: 1280,
    height: 800,
    minWidth: 1024,
    minHeight: 640,
    title: text.appName,
    // The desk's colour, until the page is drawn.
    backgroundColor: '#F3F4F6',
    show: false,
    webPreferences: { ...WEB_PREFERENCES },
  })
  window.once('ready-to-show', () => window.show())
  saveBeforeClosing(window, parts)
  reloadAfterCrash(window, parts.reportIncident)
  await window.loadURL(`${APP_ORIGIN}/`)
}

/** Tells the window something without being asked. */
export function sendEvent(event: AppEvent): void {
  mainWindow()?.webContents.send('event', event)
}

/** A second start of the program comes here. */
export function showMainWindow(): void {
  const window = mainWindow()
  if (window?.isMinimized()) window.restore()
  window?.show()
  window?.focus()
}

export const mainWindow = () => BrowserWindow.getAllWindows().at(0)

/** The window is asked to save; it closes when it says that it has, or when the officer says so. */
function saveBeforeClosing(window: BrowserWindow, parts: WindowParts): void {
  let state: 'open' | 'asking' | 'closing' = 'open'
  window.on('close', (event) => {
    if (state === 'closing') return
    event.preventDefault()
    if (state === 'asking') return
    state = 'asking'
    void mayClose(window, parts).then((isAgreed) => {
      state = isAgreed ? 'closing' : 'open'
      if (isAgreed && !window.isDestroyed()) window.close()
    })
  })
  // Whoever could ask has been asked by then; at any other time a page with unsaved text may refuse to be unloaded.
  window.webContents.on('will-prevent-unload', (event) => {
    if (state === 'closing') event.preventDefault()
  })
}

async function mayClose(window: BrowserWindow, { nextClosingAnswer, untilQuiet }: WindowParts): Promise<boolean> {
  const answer = nextClosingAnswer()
  sendEvent({ type: 'host.closing' })
  if (await answer) {
    await untilQuiet()
    return true
  }
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    title: text.appName,
    message: text.notSaved.message,
    detail: text.notSaved.detail,
    buttons: [text.notSaved.close, text.notSaved.stay],
    defaultId: 1,
    cancelId: 1,
  })
  return response === 0
}

const CRASHES_BEFORE_GIVING_UP = 3
const CRASH_MEMORY_MS = 60_000

/** What was acknowledged is in the journal, so a fresh page finds it again. */
function reloadAfterCrash(window: BrowserWindow, reportIncident: WindowParts['reportIncident']): void {
  let crashes: readonly number[] = []
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return
    const incident = reportIncident('window', new Error(`the window's process ended: ${reason} (${exitCode})`))
    crashes = [...crashes.filter((at) => at > Date.now() - CRASH_MEMORY_MS), Date.now()]
    if (crashes.length < CRASHES_BEFORE_GIVING_UP) window.webContents.reload()
    else dialog.showErrorBox(text.crashed.title, text.crashed.detail(incident))
  })
}
