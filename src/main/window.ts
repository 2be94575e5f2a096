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
  readonly reportIncident: (where: string, cause: unknown) => string
}

/** Opens the window and loads the program into it. */
export async function openMainWindow({ untilQuiet, reportIncident }: WindowParts): Promise<void> {
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
  saveBeforeClosing(window, untilQuiet)
  reloadAfterCrash(window, reportIncident)
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

/** The window is asked to commit what is typed; it closes when its calls have come to rest, or after 3 s. */
function saveBeforeClosing(window: BrowserWindow, untilQuiet: CallTracker['untilQuiet']): void {
  let state: 'open' | 'saving' | 'saved' = 'open'
  window.on('close', (event) => {
    if (state === 'saved') return
    event.preventDefault()
    if (state === 'saving') return
    state = 'saving'
    sendEvent({ type: 'host.closing' })
    void untilQuiet().then(() => {
      state = 'saved'
      if (!window.isDestroyed()) window.close()
    })
  })
  // Everything is saved by now: a page that asks to stay is not to hold the program.
  window.webContents.on('will-prevent-unload', (event) => event.preventDefault())
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
