import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nodeFs } from '../../src/services/node/node-fs'
import { storeOn } from '../support/report-stores'
import { bodyOf, storedReport } from '../support/stored-report'

const CYCLES = 15
const SEED = 20261122
const id = 'R1'

describe('a process killed while it saves', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tong-ket-kill-'))
    await build({
      configFile: false,
      logLevel: 'silent',
      ssr: { noExternal: true },
      build: {
        ssr: 'tests/support/saving-process.ts',
        outDir: join(folder, 'built'),
        rollupOptions: { output: { entryFileNames: 'saving-process.mjs' } },
      },
    })
  })
  afterAll(() => rm(folder, { recursive: true }))

  it(`has lost nothing it acknowledged, ${CYCLES} times over`, async () => {
    const data = join(folder, 'data')
    await storeOn(nodeFs, data).create(storedReport(id, '1 '))
    const random = seededRandom(SEED)
    let last = 1
    for (let cycle = 1; cycle <= CYCLES; cycle += 1) {
      // A kill after a number of acknowledgements and a little while, so that it falls anywhere in a save.
      const acknowledged = await killedAfter(1 + Math.floor(random() * 25), Math.floor(random() * 12), data)
      expect(acknowledged.length).toBeGreaterThan(0)
      last = Math.max(last, ...acknowledged)

      const store = storeOn(nodeFs, data)
      const opened = await store.open(id)
      expect(opened, `cycle ${cycle}`).toMatchObject({ ok: true })
      const number = opened.ok ? Number(bodyOf(opened.value.report).split(' ')[0]) : 0
      expect(number, `cycle ${cycle}`).toBeGreaterThanOrEqual(last)
      expect(opened.ok && opened.value.seq).toBe(number)
      await store.closeAll()
      last = number
    }
  }, 120_000)

  async function killedAfter(acknowledgements: number, delayMs: number, data: string): Promise<number[]> {
    const child = spawn(process.execPath, [join(folder, 'built', 'saving-process.mjs'), data, id], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let printed = ''
    let isDoomed = false
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      printed += text
      if (isDoomed || printed.split('\n').length <= acknowledgements) return
      isDoomed = true
      setTimeout(() => child.kill('SIGKILL'), delayMs)
    })
    await new Promise((resolve) => child.on('close', resolve))
    // What follows the last line break may be half a number.
    return printed.split('\n').slice(0, -1).map(Number)
  }
})

/** Mulberry32: the same kills in each run. */
function seededRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
