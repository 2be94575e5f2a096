/** The built command line when nobody takes what it prints: an exit code and at most one sentence, never a stack. */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { ensureBuilt } from '../../scripts/bootstrap.mjs'
import { outFolder } from '../support/built-program'

const run = (shell: string): Promise<{ readonly exit: number; readonly err: string }> =>
  new Promise((resolve) => {
    const env = { ...process.env, NODE: process.execPath, CLI: join(outFolder, 'main', 'cli.js') }
    const child = execFile('bash', ['-c', shell], { env }, (_error, _out, err) =>
      resolve({ exit: child.exitCode ?? -1, err }),
    )
  })

/** Devices and pipes of Unix. */
describe.runIf(existsSync('/dev/full'))('output that nobody takes', () => {
  beforeAll(() => ensureBuilt(), 120_000)

  it('ends with one sentence when the disk it is led to is full', async () => {
    const ran = await run('"$NODE" "$CLI" templates --json > /dev/full')
    expect(ran).toMatchObject({ exit: 1 })
    expect(ran.err).toMatch(/^file\.diskFull: [^\n]+\n$/)
  })

  it('ends quietly when the reader of the pipe has gone', async () => {
    const ran = await run('{ "$NODE" "$CLI" templates --json; echo "exit $?" >&2; } | true')
    expect(ran.err).toMatch(/^exit [01]\n$/)
  })
})
