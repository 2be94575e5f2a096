/**
 * The program in Electron: what happens at start, in order. Each step has its own file; none knows what a report is.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { app, dialog, Menu, session } from 'electron'
import { version as appVersion } from '../../package.json'
import { createDispatcher } from '../contract/dispatch'
import { trackCalls } from '../host/call-tracker'
import { dataFolder } from '../host/data-folder'
import { claimDataFolder } from '../host/data-folder-owner'
import { uploadedFiles } from '../host/held-files'
import { readWindowFiles } from '../host/window-files'
import { systemCode } from '../services/fs-port'
import { createNodeServices } from '../services/node/create-node-services'
import { awaitClosingAnswer } from './closing-answer'
import { endOnce } from './ending'
import { createElectronFileExchange } from './file-exchange'
import { serveCalls } from './ipc-host'
import { menuTemplate } from './menu'
import { guardNavigation } from './navigation'
import { blockNetwork } from './network'
import { denyPermissions } from './permissions'
import { registerAppScheme, serveApp } from './protocol'
import { openSettings } from './settings-store'
import { text } from './text-vi'
import { openMainWindow, sendEvent, showMainWindow } from './window'

const folder = dataFolder()

app.enableSandbox()
registerAppScheme()
keepChromiumFilesIn(join(folder, 'electron'))

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', showMainWindow)
  app.whenReady().then(start).catch(giveUp)
} else {
  app.quit()
}

async function start(): Promise<void> {
  const claim = await claimDataFolder(folder, 'electron')
  if (claim.kind === 'taken') {
    dialog.showErrorBox(text.alreadyOpen.title, text.alreadyOpen.detail(folder, claim.owner?.pid))
    app.exit(1)
    return
  }
  app.on('session-created', guardSession)
  guardSession(session.defaultSession)
  app.on('web-contents-created', (_event, contents) => guardNavigation(contents))

  const uploads = uploadedFiles()
  const closing = awaitClosingAnswer()
  const { services, incidents, close } = await createNodeServices({
    dataFolder: folder,
    host: { kind: 'electron', hasFileDialogs: true, hasNativeMenu: true, appVersion },
    files: createElectronFileExchange(uploads),
    settingsBackend: openSettings(folder),
    sampleWorker: join(import.meta.dirname, 'sample-worker.js'),
    closing,
  })
  const calls = trackCalls(createDispatcher(services, incidents.report))
  serveCalls(calls.dispatch)
  serveApp(await readWindowFiles(join(import.meta.dirname, '..', 'renderer')), uploads)
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(sendEvent, { hasDevTools: !app.isPackaged })))
  endOnce(async () => {
    await close()
    await claim.release()
  })
  await openMainWindow({
    untilQuiet: calls.untilQuiet,
    nextClosingAnswer: closing.next,
    reportIncident: incidents.report,
  })
}

/** Chromium's own files beside our data, on this machine only; the system's default may roam. */
function keepChromiumFilesIn(chromiumFolder: string): void {
  try {
    mkdirSync(chromiumFolder, { recursive: true, mode: 0o700 })
    app.setPath('userData', chromiumFolder)
  } catch (cause) {
    // A data folder that cannot be written is told by the window; until then Chromium uses its default.
    if (systemCode(cause) === undefined) throw cause
  }
}

function guardSession(guarded: Electron.Session): void {
  denyPermissions(guarded)
  blockNetwork(guarded)
  guarded.setSpellCheckerEnabled(false)
}

/** A start that fails says so; a program without a window would only seem to do nothing. */
function giveUp(cause: unknown): void {
  dialog.showErrorBox(
    text.startFailed.title,
    text.startFailed.detail(cause instanceof Error ? cause.message : String(cause)),
  )
  app.exit(1)
}
