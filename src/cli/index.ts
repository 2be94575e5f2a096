/** Entry of the command line: gives the commands the real disk, clock and settings. */
import { join } from 'node:path'
import Conf from 'conf'
import { version as appVersion } from '../../package.json'
import { dataFolder } from '../host/data-folder'
import { writeError } from '../services/file-errors'
import { systemCode } from '../services/fs-port'
import { systemClock } from '../services/node/clock'
import { createIncidentLog } from '../services/node/incident-log'
import { lateSettingsBackend } from '../services/node/late-settings-backend'
import { nodeCodec } from '../services/node/node-codec'
import { nodeFs } from '../services/node/node-fs'
import { peekSettings, SETTINGS_BACKEND_OPTIONS } from '../services/node/settings-store'
import { createThreadedSampleWork } from '../services/node/threaded-sample-work'
import { createUlids } from '../services/node/ulid'
import { createTemplateStore } from '../services/template-store'
import { fail, runCli, type CliIo } from './run-cli'

const folder = dataFolder()
const ids = createUlids()
const disk = { fs: nodeFs, codec: nodeCodec, clock: systemClock, appVersion, dataFolder: folder }
const incidents = createIncidentLog({ ...disk, ids })

const argv = process.argv.slice(2)
const io: CliIo = {
  ...disk,
  ids,
  sampleWork: createThreadedSampleWork(join(import.meta.dirname, 'sample-worker.js')),
  savedTemplates: createTemplateStore(disk),
  readSettings: () => {
    const options = { cwd: folder, configName: 'settings', ...SETTINGS_BACKEND_OPTIONS }
    const backend = lateSettingsBackend(folder, () => new Conf(options))
    return peekSettings({ ...disk, backend })
  },
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
}

// Whoever reads our output may go away (`| head`), and a file it is led into may stand on a full disk.
process.stdout.on('error', (cause) => {
  if (systemCode(cause) !== 'EPIPE') fail(writeError(cause, 'stdout'), false, io)
  process.once('exit', () => (process.exitCode = 1))
})
process.stderr.on('error', () => process.once('exit', () => (process.exitCode = 1)))

try {
  process.exitCode = await runCli(argv, io)
} catch (cause) {
  const incident = incidents.report('command line', cause)
  await incidents.flush()
  process.exitCode = fail({ code: 'internal', incident }, argv.includes('--json'), io)
}
