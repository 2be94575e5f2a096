/** Entry of the command line: gives the commands the real disk, clock and settings. */
import Conf from 'conf'
import { version as appVersion } from '../../package.json'
import { dataFolder } from '../host/data-folder'
import { systemClock } from '../services/node/clock'
import { createIncidentLog } from '../services/node/incident-log'
import { nodeCodec } from '../services/node/node-codec'
import { nodeFs } from '../services/node/node-fs'
import { peekSettings, SETTINGS_BACKEND_OPTIONS } from '../services/node/settings-store'
import { createUlids } from '../services/node/ulid'
import { createTemplateStore } from '../services/template-store'
import { errorSentence } from './text'
import { runCli } from './run-cli'

const folder = dataFolder()
const ids = createUlids()
const disk = { fs: nodeFs, codec: nodeCodec, clock: systemClock, appVersion, dataFolder: folder }
const incidents = createIncidentLog({ ...disk, ids })

try {
  process.exitCode = await runCli(process.argv.slice(2), {
    ...disk,
    ids,
    savedTemplates: createTemplateStore(disk),
    readSettings: () => {
      const backend = new Conf({ cwd: folder, configName: 'settings', ...SETTINGS_BACKEND_OPTIONS })
      return peekSettings({ ...disk, backend })
    },
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
  })
} catch (cause) {
  const error = { code: 'internal', incident: incidents.report('command line', cause) } as const
  await incidents.flush()
  process.stderr.write(`${error.code}: ${errorSentence(error)}\n`)
  process.exitCode = 1
}
