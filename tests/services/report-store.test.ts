import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { nodeFs } from '../../src/services/node/node-fs'
import { createFaultFs } from '../support/fault-fs'
import { createMemoryFs } from '../support/memory-fs'
import { storeOn } from '../support/report-stores'
import { bodyOf, storedReport } from '../support/stored-report'

const id = 'R1'
const report = (body: string) => storedReport(id, body)

describe('report store on a real folder', () => {
  let folder = ''
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tong-ket-store-'))
  })
  afterEach(() => rm(folder, { recursive: true }))

  it('gives back what was saved, also to the next process', async () => {
    const first = storeOn(nodeFs, folder)
    await first.create(report('một'))
    expect(await first.save(report('hai'), 1)).toMatchObject({ ok: true, value: { seq: 2 } })
    expect(await first.save(report('ba'), 2)).toMatchObject({ ok: true, value: { seq: 3 } })

    const opened = await storeOn(nodeFs, folder).open(id)

    expect(opened).toMatchObject({ ok: true, value: { seq: 3, access: 'write', notices: [] } })
    expect(opened.ok && bodyOf(opened.value.report)).toBe('ba')
    await first.closeAll()
  })

  it('makes the head current at closing and keeps the head before', async () => {
    const store = storeOn(nodeFs, folder)
    await store.create(report('một'))
    await store.save(report('hai'), 1)
    await store.close(id)
    await store.save(report('ba'), 2)
    await store.close(id)

    const names = await readdir(join(folder, 'reports', id))

    expect(names.filter((name) => name.startsWith('head')).sort()).toEqual(['head.json', 'head.prev.json'])
    const opened = await store.open(id)
    expect(opened).toMatchObject({ ok: true, value: { seq: 3, notices: [] } })
  })

  it('lists reports with what was last saved, newest first', async () => {
    const store = storeOn(nodeFs, folder)
    await store.create(storedReport('A1', 'một'))
    await store.create(storedReport('B1', ''))
    await store.save(storedReport('A1', 'hai'), 1)

    const listed = await storeOn(nodeFs, folder).list()
    const list = listed.ok ? listed.value : []

    expect(list.map((line) => line.id)).toEqual(['A1', 'B1'])
    expect(list[0]).toMatchObject({
      title: 'Báo cáo công tác quý III/2026',
      organization: 'Ban Tuyên giáo và Dân vận',
      periodText: 'quý III/2026',
      sectionsWritten: 1,
      sectionsTotal: 1,
    })
    expect(list[1]).toMatchObject({ sectionsWritten: 0 })
    await store.closeAll()
  })

  it('answers file.notWritable where the data folder cannot be made', async () => {
    const store = storeOn(nodeFs, '/dev/null/data')
    expect(await store.create(report('một'))).toMatchObject({ ok: false, error: { code: 'file.notWritable' } })
    expect(await store.list()).toMatchObject({ ok: false, error: { code: 'file.notFound' } })
  })
})

describe('report store', () => {
  it('refuses a save made from an older text and keeps the newer one', async () => {
    const store = storeOn(createMemoryFs())
    await store.create(report('một'))
    await store.save(report('hai'), 1)

    expect(await store.save(report('cũ'), 1)).toEqual({
      ok: false,
      error: { code: 'report.changedElsewhere', id, seq: 2 },
    })
    const opened = await store.open(id)
    expect(opened.ok && bodyOf(opened.value.report)).toBe('hai')
  })

  it('answers a save whose reply got lost once more, also after the report or the program was closed', async () => {
    const disk = createMemoryFs()
    const store = storeOn(disk)
    await store.create(report('một'))
    const first = await store.save(report('hai'), 1, 'lần hai')
    expect(first).toMatchObject({ ok: true, value: { seq: 2 } })

    expect(await store.save(report('hai'), 1, 'lần hai')).toEqual(first)
    expect(await storeOn(disk.afterPowerCut('loses names and bytes')).save(report('hai'), 1, 'lần hai')).toEqual(first)
    await store.close(id)
    expect(await store.save(report('hai'), 1, 'lần hai')).toEqual(first)
    expect(await store.save(report('ba'), 2, 'lần ba')).toMatchObject({ ok: true, value: { seq: 3 } })
  })

  it.each([
    ['another name', 'hai', 'lần khác'],
    ['no name', 'hai', undefined],
    ['the same name for another text', 'hai rưỡi', 'lần hai'],
  ])('does not take a save under %s for the last one asked again', async (_what, body, saveId) => {
    const store = storeOn(createMemoryFs())
    await store.create(report('một'))
    await store.save(report('hai'), 1, 'lần hai')
    expect(await store.save(report(body), 1, saveId)).toMatchObject({
      error: { code: 'report.changedElsewhere', seq: 2 },
    })
    const opened = await store.open(id)
    expect(opened.ok && bodyOf(opened.value.report)).toBe('hai')
  })

  it('does not answer once more for a save that another has followed', async () => {
    const store = storeOn(createMemoryFs())
    await store.create(report('một'))
    await store.save(report('hai'), 1, 'lần hai')
    await store.save(report('ba'), 2, 'của cửa sổ khác')
    expect(await store.save(report('hai'), 1, 'lần hai')).toMatchObject({ error: { code: 'report.changedElsewhere' } })
  })

  it('lets only one of two processes write, and tells the other', async () => {
    const disk = createMemoryFs()
    const [one, two] = [storeOn(disk), storeOn(disk)]
    await one.create(report('một'))
    await one.open(id)
    await two.open(id)
    expect(await one.save(report('của tôi'), 1)).toMatchObject({ ok: true, value: { seq: 2 } })

    expect(await two.save(report('của bạn'), 1)).toMatchObject({ error: { code: 'report.changedElsewhere', seq: 2 } })
    expect(await two.save(report('của bạn, tiếp'), 2)).toMatchObject({ ok: true, value: { seq: 3 } })
    expect(await one.save(report('của tôi, tiếp'), 2)).toMatchObject({ error: { code: 'report.changedElsewhere' } })

    const opened = await storeOn(disk).open(id)
    expect(opened.ok && bodyOf(opened.value.report)).toBe('của bạn, tiếp')
  })

  it('acknowledges saves in the order asked, however many wait', async () => {
    const disk = createMemoryFs()
    const store = storeOn(disk)
    await store.create(report('0'))
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => store.save(report(String(index + 1)), index + 1)),
    )
    expect(answers.map((answer) => answer.ok && answer.value.seq)).toEqual(answers.map((_, index) => index + 2))
  })

  it('writes a snapshot after 200 saves and drops the journals neither head needs', async () => {
    const disk = createMemoryFs()
    const store = storeOn(disk)
    await store.create(report('0'))
    for (let seq = 1; seq <= 650; seq += 1) await store.save(report(String(seq)), seq)
    await store.open(id)

    const journals = disk.files().filter((path) => path.includes('journal-'))
    expect(journals.length).toBeLessThanOrEqual(3)
    expect(journals.some((path) => path.endsWith('journal-1.log'))).toBe(false)
    const opened = await storeOn(disk).open(id)
    expect(opened.ok && bodyOf(opened.value.report)).toBe('650')
  })

  it('takes a bug of a snapshot into the incident log and goes on', async () => {
    const disk = createMemoryFs()
    const link = () => Promise.reject(new TypeError('a planted bug'))
    const store = storeOn({ ...disk, link })
    await store.create(report('0'))
    for (let seq = 1; seq <= 201; seq += 1)
      expect(await store.save(report(String(seq)), seq)).toMatchObject({ ok: true })
    await store.close(id)
    expect(store.incidents).toContainEqual(new TypeError('a planted bug'))
    const opened = await storeOn(disk).open(id)
    expect(opened.ok && bodyOf(opened.value.report)).toBe('201')
  })

  it('knows no report under a name that leads elsewhere', async () => {
    const store = storeOn(createMemoryFs())
    for (const bad of ['../R1', '..', 'a/b', 'a\\b', '', 'CON', 'R1.json'])
      expect(await store.open(bad)).toEqual({ ok: false, error: { code: 'report.notFound', id: bad } })
  })

  it('opens a report of an unwritable folder for reading and refuses to save it', async () => {
    const disk = createMemoryFs()
    await storeOn(disk).create(report('một'))
    const readOnly = storeOn({
      ...disk,
      checkWritable: () => Promise.reject(Object.assign(new Error('read-only'), { code: 'EROFS' })),
    })

    expect(await readOnly.open(id)).toMatchObject({
      ok: true,
      value: { access: 'readOnly', notices: [{ code: 'store.readOnly' }] },
    })
    expect(await readOnly.save(report('hai'), 1)).toEqual({ ok: false, error: { code: 'report.readOnly', id } })
  })

  it.each([
    ['ENOSPC', 'file.diskFull'],
    ['EDQUOT', 'file.diskFull'],
    ['EROFS', 'file.notWritable'],
    ['EIO', 'file.notWritable'],
    ['EBUSY', 'file.locked'],
  ])('tells %s of a save as %s and saves again once the disk does', async (code, expected) => {
    const disk = createMemoryFs()
    await storeOn(disk).create(report('một'))
    const probe = createFaultFs(disk, undefined)
    const probing = storeOn(probe)
    await probing.open(id)
    const beforeSave = probe.calls()

    const store = storeOn(createFaultFs(disk, { at: beforeSave + 1, code }))
    await store.open(id)
    expect(await store.save(report('hai'), 1)).toMatchObject({ ok: false, error: { code: expected } })
    expect(await store.save(report('hai'), 1)).toMatchObject({ ok: true })
    const opened = await storeOn(disk).open(id)
    expect(opened.ok && bodyOf(opened.value.report)).toBe('hai')
  })
})
