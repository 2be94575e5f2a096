/**
 * The program without Electron: the same services and the same window, served to a browser on this machine.
 * With `--json` it prints one line of JSON for each address (for scripts/start.mjs), else the bare address.
 */
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { version as appVersion } from '../../package.json'
import { createDispatcher } from '../contract/dispatch'
import { trackCalls } from '../host/call-tracker'
import { dataFolder } from '../host/data-folder'
import { claimDataFolder } from '../host/data-folder-owner'
import { readWindowFiles } from '../host/window-files'
import { createNodeServices } from '../services/node/create-node-services'
import { askForAddress } from './ask-for-address'
import { createEventStream } from './event-stream'
import { createBrowserFileExchange } from './file-exchange'
import { startHttpHost } from './http-host'
import { createSessionTokens } from './session-token'
import { openSettings } from './settings-backend'
import { createUsageWatch } from './usage-watch'

type Message =
  | { readonly kind: 'serving' | 'alreadyServing' | 'address'; readonly address: string; readonly dataFolder: string }
  | { readonly kind: 'busy'; readonly text: string }

const SAME_SIGNAL_MS = 300

const folder = dataFolder()
const isForScripts = process.argv.includes('--json')

const claim = await claimDataFolder(folder, 'browser')
if (claim.kind === 'taken') {
  const answer = await askForAddress(claim.owner, folder)
  tell(answer.kind === 'busy' ? answer : { ...answer, dataFolder: folder })
  process.exitCode = answer.kind === 'busy' ? 1 : 0
} else {
  try {
    await serve(claim)
  } catch (cause) {
    await claim.release()
    throw cause
  }
}

async function serve({ publish, release }: Extract<typeof claim, { kind: 'owned' }>): Promise<void> {
  const files = createBrowserFileExchange()
  const host = {
    kind: 'browser',
    hasFileDialogs: false,
    hasNativeMenu: false,
    appVersion,
  } as const
  const { services, incidents, close } = await createNodeServices({
    dataFolder: folder,
    host,
    files,
    settingsBackend: openSettings(folder),
    sampleWorker: join(import.meta.dirname, 'sample-worker.js'),
  })
  const calls = trackCalls(createDispatcher(services, incidents.report))
  const usage = createUsageWatch(end)
  const events = createEventStream(usage.changed)
  const tokens = createSessionTokens()
  const windowFiles = await readWindowFiles(join(import.meta.dirname, '..', 'renderer'))
  const http = await startHttpHost({
    dispatch: calls.dispatch,
    windowFiles,
    uploads: files.uploads,
    downloads: files.downloads,
    tokens,
    events,
    reportIncident: incidents.report,
  })
  await publish({ port: http.port, secret: tokens.secret })
  usage.watch(events.openCount)
  tell({ kind: 'serving', address: http.newAddress(), dataFolder: folder })

  /** The windows save what is typed, then everything is written out. */
  async function finish(): Promise<void> {
    events.send({ type: 'host.closing' })
    await calls.untilQuiet()
    await http.close()
    await close()
    await release()
    process.exit(0)
  }
  let endingSince: number | undefined
  function end(): void {
    if (endingSince !== undefined) return
    endingSince = Date.now()
    void finish()
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      // A second signal means now: what was acknowledged is on the disk already. One that follows at once is the
      // same one, which a package under `conf` sends again after its own tidying up.
      if (endingSince !== undefined && Date.now() - endingSince > SAME_SIGNAL_MS) process.exit(1)
      end()
    })
  }

  const commands: Readonly<Record<string, () => void>> = {
    'new-address': () => tell({ kind: 'address', address: http.newAddress(), dataFolder: folder }),
    'end-when-unused': usage.endWhenUnused,
  }
  createInterface({ input: process.stdin }).on('line', (line) => {
    if (Object.hasOwn(commands, line)) commands[line]?.()
  })
}

function tell(message: Message): void {
  const line = isForScripts ? JSON.stringify(message) : message.kind === 'busy' ? message.text : message.address
  process.stdout.write(`${line}\n`)
}
