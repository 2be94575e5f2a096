import { describe, expect, it } from 'vitest'
import type { Correction } from '../../src/core/learning/corrections/correction'
import { createCorrectionStore } from '../../src/services/correction-store'
import type { FsPort } from '../../src/services/fs-port'
import { nodeCodec } from '../../src/services/node/node-codec'
import { createFaultFs } from '../support/fault-fs'
import { createMemoryFs, POWER_CUTS, type MemoryFs } from '../support/memory-fs'
import { risingClock } from '../support/report-stores'

const FOLDER = '/data'
const LOG = `${FOLDER}/corrections.log`
const correction = (id: string): Correction => ({
  kind: 'cue',
  id,
  at: '2026-01-02T03:04:05.000Z',
  phrase: `câu mở ${id}`,
  section: 'shortcomings',
})

const storeOn = (fs: FsPort) =>
  createCorrectionStore({ fs, codec: nodeCodec, clock: risingClock(), dataFolder: FOLDER })

async function freshDisk(): Promise<MemoryFs> {
  const fs = createMemoryFs()
  await fs.makeFolder(FOLDER)
  return fs
}

async function idsOn(fs: FsPort): Promise<readonly string[]> {
  const read = await storeOn(fs).read()
  if (!read.ok) throw new Error(read.error.code)
  return read.value.map(({ id }) => id)
}

describe('the log of corrections', () => {
  it('is empty at first and holds what was added, in order, for the next program', async () => {
    const fs = await freshDisk()
    expect(await idsOn(fs)).toEqual([])
    const store = storeOn(fs)
    await Promise.all([store.append([correction('1'), correction('2')]), store.append([correction('3')])])
    expect(await idsOn(fs)).toEqual(['1', '2', '3'])
  })

  it.each(POWER_CUTS)('keeps what was acknowledged when a power cut %s', async (cut) => {
    const fs = await freshDisk()
    await fs.syncFolder('/')
    expect(await storeOn(fs).append([correction('1')])).toEqual({ ok: true, value: undefined })
    expect(await idsOn(fs.afterPowerCut(cut))).toEqual(['1'])
  })

  it('puts damaged bytes aside, keeps every whole record and goes on', async () => {
    const fs = await freshDisk()
    await storeOn(fs).append([correction('1')])
    const torn = await fs.append(LOG)
    await torn.write(Uint8Array.of(0x54, 0x4b, 0x4a, 0x31, 9, 9, 9))
    await torn.sync()
    await torn.close()
    const store = storeOn(fs)
    expect(await store.append([correction('2')])).toEqual({ ok: true, value: undefined })
    expect(await idsOn(fs)).toEqual(['1', '2'])
    expect(await fs.list(`${FOLDER}/quarantine/corrections`)).toHaveLength(1)
  })

  it.each(['ENOSPC', 'EBUSY', 'EIO'])('tells %s and loses nothing that was there', async (code) => {
    for (let at = 1; at < 30; at += 1) {
      const disk = await freshDisk()
      await storeOn(disk).append([correction('1')])
      const faulty = createFaultFs(disk, { at, code })
      const store = storeOn(faulty)
      const added = await store.append([correction('2')])
      const kept = await idsOn(disk)
      expect(kept.slice(0, 1)).toEqual(['1'])
      if (added.ok) expect(kept).toEqual(['1', '2'])
      if (!faulty.hasFailed()) return
      expect(await store.append([correction('3')])).toEqual({ ok: true, value: undefined })
      expect(await idsOn(disk)).toContain('3')
    }
    throw new Error('the fault was never passed')
  })
})
