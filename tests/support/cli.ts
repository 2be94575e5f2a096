import { runCli, type CliIo } from '../../src/cli/run-cli'
import { DEFAULT_SETTINGS } from '../../src/core/settings/settings'
import { nodeCodec } from '../../src/services/node/node-codec'
import { nodeFs } from '../../src/services/node/node-fs'
import { sampleWorkHere } from '../../src/services/sample-work'
import { createTemplateStore } from '../../src/services/template-store'
import { countingIds } from './identities'
import { risingClock } from './report-stores'

export interface Ran {
  readonly exit: number
  readonly out: string
  readonly err: string
}

/** Runs the command line as `npm run cli` does, on a data folder of its own. */
export async function cli(argv: readonly string[], changes: Partial<CliIo> = {}): Promise<Ran> {
  let out = ''
  let err = ''
  const disk = { fs: nodeFs, codec: nodeCodec, clock: risingClock(), appVersion: '0.0.0-test', dataFolder: '/nowhere' }
  const exit = await runCli(argv, {
    ...disk,
    ids: countingIds('id'),
    sampleWork: sampleWorkHere,
    savedTemplates: createTemplateStore(disk),
    readSettings: () => Promise.resolve(DEFAULT_SETTINGS),
    out: (text) => (out += text),
    err: (text) => (err += text),
    ...changes,
  })
  return { exit, out, err }
}
