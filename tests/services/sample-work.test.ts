import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { NO_CORRECTIONS } from '../../src/core/learning/corrections/correction-model'
import { createThreadedSampleWork } from '../../src/services/node/threaded-sample-work'
import type { SampleWork } from '../../src/services/sample-work'
import { ensureBuilt } from '../../scripts/bootstrap.mjs'
import { outFolder } from '../support/built-program'

const ODD = join(import.meta.dirname, '..', 'support', 'threads', 'odd-worker.mjs')
const BYTES = new TextEncoder().encode(
  'BÁO CÁO\nsơ kết công tác quý I năm 2024\n\nTrong quý I, đơn vị đã tổ chức 3 lớp.\n',
)
const read = (name: string) => ({ kind: 'read', name, bytes: BYTES, sha256: 'f', corrections: NO_CORRECTIONS }) as const

let work: SampleWork
afterEach(() => work.close())

describe('sample work in a thread', () => {
  it('does one task after the other in one thread', async () => {
    work = createThreadedSampleWork(ODD)
    const done = await Promise.all(['a', 'b', 'c'].map((name) => work.run(read(name))))
    expect(done).toEqual([1, 2, 3].map((served, at) => ({ ok: true, value: { name: 'abc'[at], served } })))
  })

  it('stops a task that takes too long, and goes on with the next in a new thread', async () => {
    work = createThreadedSampleWork(ODD, { taskMs: 300, heapMb: 64 })
    const [endless, next] = await Promise.all([work.run(read('endless')), work.run(read('next'))])
    expect(endless).toEqual({ ok: false, error: { code: 'file.tooHeavy', name: 'endless' } })
    expect(next).toMatchObject({ ok: true, value: { name: 'next', served: 1 } })
  })

  it('stops a task that takes too much memory without harm to the program', async () => {
    work = createThreadedSampleWork(ODD, { taskMs: 60_000, heapMb: 32 })
    expect(await work.run(read('greedy'))).toEqual({ ok: false, error: { code: 'file.tooHeavy', name: 'greedy' } })
    expect(await work.run(read('next'))).toMatchObject({ ok: true })
  })

  it('stops a task that takes too much memory beside its objects', async () => {
    work = createThreadedSampleWork(ODD, { taskMs: 60_000, growthMb: 64 })
    expect(await work.run(read('bulky'))).toEqual({ ok: false, error: { code: 'file.tooHeavy', name: 'bulky' } })
    expect(await work.run(read('next'))).toMatchObject({ ok: true })
  })

  it('breaks off what is running and what waits, and nothing else', async () => {
    work = createThreadedSampleWork(ODD, { taskMs: 60_000, heapMb: 64 })
    const stop = new AbortController()
    const running = work.run(read('endless'), stop.signal)
    const waiting = work.run(read('waiting'), stop.signal)
    const other = work.run(read('other'))
    stop.abort()
    expect(await running).toEqual({ ok: false, error: { code: 'cancelled' } })
    expect(await waiting).toEqual({ ok: false, error: { code: 'cancelled' } })
    expect(await other).toMatchObject({ ok: true, value: { name: 'other' } })
  })

  it('passes a fault on to whoever asked, and works again', async () => {
    work = createThreadedSampleWork(ODD)
    await expect(work.run(read('faulty'))).rejects.toThrow('fault inside')
    expect(await work.run(read('next'))).toMatchObject({ ok: true })
  })

  it('reads and labels a document in the built thread', async () => {
    await ensureBuilt()
    work = createThreadedSampleWork(join(outFolder, 'main', 'sample-worker.js'))
    const file = await work.run(read('bao-cao.txt'))
    if (!file.ok) throw new Error(file.error.code)
    expect(file.value.sample).toMatchObject({ name: 'bao-cao.txt', kind: 'formalReport' })
    const task = { kind: 'segment', name: 'bao-cao.txt', sha256: 'f', corrections: NO_CORRECTIONS } as const
    expect(await work.run({ ...task, document: file.value.document })).toEqual({ ok: true, value: file.value.sample })
  })
})
