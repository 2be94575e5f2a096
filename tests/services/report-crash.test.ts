/** Fails or cuts the power at every single call of the store's work, and looks at what is left. */
import { describe, expect, it } from 'vitest'
import { createFaultFs } from '../support/fault-fs'
import { createMemoryFs, POWER_CUTS, type MemoryFs, type PowerCut } from '../support/memory-fs'
import { storeOn } from '../support/report-stores'
import { bodyOf, storedReport } from '../support/stored-report'

const id = 'R1'
const CODES = ['EIO', 'ENOSPC', 'EPERM', 'EBUSY', 'EACCES', 'EROFS', 'EXDEV', 'ENAMETOOLONG', 'EMFILE']

interface Outcome {
  /** The last text that was acknowledged, and those asked for after it. */
  readonly acknowledged: string | undefined
  readonly asked: readonly string[]
}

/** A day's work: made, saved, closed with a snapshot, opened again, saved, closed twice over. */
async function workOn(store: ReturnType<typeof storeOn>): Promise<Outcome> {
  let acknowledged: string | undefined
  let asked: string[] = []
  const acknowledge = (body: string) => {
    acknowledged = body
    asked = []
  }
  asked.push('0')
  if ((await store.create(storedReport(id, '0'))).ok) acknowledge('0')
  for (let step = 1; step <= 8; step += 1) {
    const opened = await store.open(id)
    if (opened.ok) {
      asked.push(String(step))
      const saved = await store.save(storedReport(id, String(step)), opened.value.seq)
      if (saved.ok) acknowledge(String(step))
    }
    if (step % 2 === 0) await store.close(id)
  }
  return { acknowledged, asked }
}

async function bodyOn(disk: MemoryFs): Promise<string | undefined> {
  const opened = await storeOn(disk).open(id)
  return opened.ok ? bodyOf(opened.value.report) : undefined
}

async function callsOfAllWork(): Promise<number> {
  const counting = createFaultFs(createMemoryFs(), undefined)
  await workOn(storeOn(counting))
  return counting.calls()
}

describe('the store under faults', () => {
  it('keeps the acknowledged text or a newer one, whichever call fails in whichever way', async () => {
    const calls = await callsOfAllWork()
    expect(calls).toBeGreaterThan(100)
    for (const code of CODES) {
      for (let at = 1; at <= calls; at += 1) {
        const disk = createMemoryFs()
        const { acknowledged, asked } = await workOn(storeOn(createFaultFs(disk, { at, code })))
        const found = await bodyOn(disk)
        const allowed = acknowledged === undefined ? [undefined, ...asked] : [acknowledged, ...asked]
        expect(allowed, `${code} at call ${at}`).toContain(found)
      }
    }
  }, 120_000)

  it('never opens an older text after a fault, neither at once nor at the next start', async () => {
    const killed = createMemoryFs()
    const before = storeOn(killed)
    await workOn(before)
    // Ended without a snapshot: the newest text stands in a journal alone.
    for (let seq = 9; seq <= 11; seq += 1) await before.save(storedReport(id, `${seq}`), seq)
    const newest = '11'
    expect(await bodyOn(killed.afterPowerCut('keeps everything'))).toBe(newest)

    for (const code of [...CODES, 'crash']) {
      for (let at = 1, isOver = false; !isOver; at += 1) {
        const disk = killed.afterPowerCut('keeps everything')
        const faulty = createFaultFs(disk, { at, code })
        const opened = await storeOn(faulty).open(id)
        // A disk that fails at every read from then on has nothing newer to give, and says so.
        const isTold = code === 'crash' && opened.ok && opened.value.notices.length > 0
        if (opened.ok && !isTold) expect(bodyOf(opened.value.report), `${code} at call ${at}, at once`).toBe(newest)
        expect(await bodyOn(disk), `${code} at call ${at}, at the next start`).toBe(newest)
        isOver = !faulty.hasFailed()
      }
    }
  }, 120_000)

  it('goes on after a fault: the work ends with its last text saved', async () => {
    const calls = await callsOfAllWork()
    for (let at = 30; at <= calls; at += 1) {
      const disk = createMemoryFs()
      const store = storeOn(createFaultFs(disk, { at, code: 'ENOSPC' }))
      await workOn(store)
      const opened = await store.open(id)
      expect(await store.save(storedReport(id, 'cuối'), opened.ok ? opened.value.seq : 0), `call ${at}`).toMatchObject({
        ok: true,
      })
      await store.closeAll()
      expect(await bodyOn(disk)).toBe('cuối')
      expect(disk.files().filter((path) => /\.new-|\.tmp$/.test(path))).toEqual([])
    }
  }, 120_000)

  it.each(POWER_CUTS)(
    'loses no acknowledged text when a power cut %s, at any call',
    async (cut: PowerCut) => {
      const calls = await callsOfAllWork()
      for (let at = 1; at <= calls; at += 1) {
        const disk = createMemoryFs()
        const { acknowledged, asked } = await workOn(storeOn(createFaultFs(disk, { at, code: 'crash' })))
        const found = await bodyOn(disk.afterPowerCut(cut))
        const allowed = acknowledged === undefined ? [undefined, ...asked] : [acknowledged, ...asked]
        expect(allowed, `${cut} at call ${at}`).toContain(found)
      }
    },
    120_000,
  )

  it('survives a second cut while it recovers from the first', async () => {
    const calls = await callsOfAllWork()
    for (let at = 20; at <= calls; at += 7) {
      const disk = createMemoryFs()
      const { acknowledged, asked } = await workOn(storeOn(createFaultFs(disk, { at, code: 'crash' })))
      if (acknowledged === undefined) continue
      const after = disk.afterPowerCut('keeps names, zeroes bytes')
      for (let second = 1; second <= 30; second += 1) {
        const again = after.afterPowerCut('keeps everything')
        await storeOn(createFaultFs(again, { at: second, code: 'crash' })).open(id)
        const found = await bodyOn(again.afterPowerCut('loses names and bytes'))
        expect([acknowledged, ...asked], `cuts at ${at} and ${second}`).toContain(found)
      }
    }
  }, 120_000)
})
