import { describe, expect, it } from 'vitest'
import { sealEnvelope } from '../../src/services/envelope'
import { nodeCodec } from '../../src/services/node/node-codec'
import { createMemoryFs, systemError, type MemoryFs } from '../support/memory-fs'
import { storeOn } from '../support/report-stores'
import { bodyOf, storedReport } from '../support/stored-report'

const id = 'R1'
const folder = `/data/reports/${id}`
const HEAD = `${folder}/head.json`

/** Four acknowledged saves: the head holds "hai", its journal "ba" and "bốn"; the head before holds "một". */
async function diskWithReport(): Promise<MemoryFs> {
  const disk = createMemoryFs()
  const store = storeOn(disk)
  await store.create(storedReport(id, 'một'))
  await store.save(storedReport(id, 'hai'), 1)
  await store.close(id)
  await store.save(storedReport(id, 'ba'), 2)
  await store.save(storedReport(id, 'bốn'), 3)
  return disk
}

const newestJournal = (disk: MemoryFs): string =>
  disk
    .files()
    .filter((path) => path.startsWith(`${folder}/journal-`))
    .at(-1) ?? ''

const quarantined = (disk: MemoryFs): readonly string[] =>
  disk.files().filter((path) => path.startsWith(`/data/quarantine/${id}/`))

async function openedBody(disk: MemoryFs) {
  const opened = await storeOn(disk).open(id)
  return opened.ok
    ? { body: bodyOf(opened.value.report), notices: opened.value.notices.map((notice) => notice.code) }
    : opened.error
}

const halved = (bytes: Uint8Array) => bytes.slice(0, Math.floor(bytes.length / 2))
const zeroed = (bytes: Uint8Array) => new Uint8Array(bytes.length)
const emptied = () => new Uint8Array()
const flipped = (bytes: Uint8Array) => bytes.map((byte, index) => (index === bytes.length - 200 ? byte ^ 1 : byte))

const headOf = (kind: 'report' | 'template', owner: string) =>
  sealEnvelope(
    { kind, id: owner, schemaVersion: 1, appVersion: '0', seq: 9, savedAt: '2026-11-22T08:00:00Z', generation: 9 },
    JSON.stringify(storedReport(owner, 'của báo cáo khác')),
    nodeCodec,
  )

describe('a damaged head', () => {
  it.each([
    ['zero bytes long', emptied, 'empty'],
    ['filled with NUL', zeroed, 'zeroed'],
    ['cut in half', halved, 'truncated'],
    ['changed by one bit', flipped, 'wrongHash'],
    ['another report’s', () => headOf('report', 'R2'), 'wrongId'],
    ['a template', () => headOf('template', id), 'wrongKind'],
    ['no file of ours', () => new TextEncoder().encode('{"xin":"chào"}'), 'foreign'],
    ['no text at all', () => Uint8Array.of(0xff, 0xfe, 0x00, 0x81), 'foreign'],
  ])('that is %s is put aside and loses nothing', async (_what, damage, reason) => {
    const disk = await diskWithReport()
    disk.overwrite(HEAD, damage)
    const bad = await disk.read(HEAD)

    expect(await openedBody(disk)).toEqual({ body: 'bốn', notices: ['recovery.damaged'] })

    const kept = quarantined(disk)
    expect(kept).toHaveLength(1)
    expect(kept[0]).toMatch(new RegExp(`/head\\.json\\..*\\.${reason}$`))
    expect(await disk.read(kept[0] ?? '')).toEqual(bad)
    expect(await openedBody(disk)).toEqual({ body: 'bốn', notices: [] })
  })

  it('that is missing is made up from the head before and both journals', async () => {
    const disk = await diskWithReport()
    await disk.remove(HEAD)
    expect(await openedBody(disk)).toEqual({ body: 'bốn', notices: ['recovery.damaged'] })
    expect(await openedBody(disk)).toEqual({ body: 'bốn', notices: [] })
  })

  it('with both heads bad still opens from the journals', async () => {
    const disk = await diskWithReport()
    disk.overwrite(HEAD, zeroed)
    disk.overwrite(`${folder}/head.prev.json`, emptied)
    expect(await openedBody(disk)).toMatchObject({ body: 'bốn' })
    expect(quarantined(disk)).toHaveLength(2)
  })

  it('swapped with the head before changes nothing: the numbers tell', async () => {
    const disk = await diskWithReport()
    await disk.rename(HEAD, '/data/aside')
    await disk.rename(`${folder}/head.prev.json`, HEAD)
    await disk.rename('/data/aside', `${folder}/head.prev.json`)
    expect(await openedBody(disk)).toEqual({ body: 'bốn', notices: [] })
  })

  it('of a whole checksum but no report inside gives way to the next', async () => {
    const disk = await diskWithReport()
    disk.overwrite(HEAD, () =>
      sealEnvelope(
        { kind: 'report', id, schemaVersion: 1, appVersion: '0', seq: 9, savedAt: '', generation: 1 },
        '{"schemaVersion":1,"id":"R1"}',
        nodeCodec,
      ),
    )
    expect(await openedBody(disk)).toEqual({ body: 'bốn', notices: ['recovery.damaged'] })
  })
})

describe('a damaged journal', () => {
  it('that ends in half a record opens with the last whole one, and keeps the rest aside', async () => {
    const disk = await diskWithReport()
    disk.overwrite(newestJournal(disk), (bytes) => bytes.slice(0, -40))
    expect(await openedBody(disk)).toEqual({ body: 'ba', notices: ['recovery.unfinishedSave'] })
    expect(quarantined(disk)).toHaveLength(1)
    expect(await openedBody(disk)).toEqual({ body: 'ba', notices: [] })
  })

  it('with a torn first record still gives the second', async () => {
    const disk = await diskWithReport()
    disk.overwrite(newestJournal(disk), (bytes) => bytes.map((byte, index) => (index === 60 ? byte ^ 1 : byte)))
    expect(await openedBody(disk)).toEqual({ body: 'bốn', notices: ['recovery.damaged'] })
  })

  it('that is all NUL opens with the head and says so', async () => {
    const disk = await diskWithReport()
    disk.overwrite(newestJournal(disk), zeroed)
    expect(await openedBody(disk)).toEqual({ body: 'hai', notices: ['recovery.damaged'] })
  })

  it('of another report is not taken for this one', async () => {
    const disk = await diskWithReport()
    const store = storeOn(disk)
    await store.create(storedReport('R2', 'a'))
    await store.save(storedReport('R2', 'b'), 1)
    await store.save(storedReport('R2', 'c'), 2)
    await store.save(storedReport('R2', 'd'), 3)
    await store.save(storedReport('R2', 'e'), 4)
    const foreign = await disk.read('/data/reports/R2/journal-1.log')
    disk.overwrite(newestJournal(disk), () => foreign)
    expect(await openedBody(disk)).toEqual({ body: 'hai', notices: ['recovery.damaged'] })
  })
})

describe('a file that another program holds', () => {
  const filesOf = async (disk: MemoryFs) =>
    Object.fromEntries(await Promise.all(disk.files().map(async (path) => [path, await disk.read(path)] as const)))

  it.each(['EBUSY', 'EPERM', 'EACCES', 'EMFILE'])('is waited for: %s that passes changes nothing', async (code) => {
    const disk = await diskWithReport()
    for (const name of [HEAD, newestJournal(disk)]) {
      let refusals = 5
      const read = (path: string) => {
        refusals -= path === name ? 1 : 0
        return path === name && refusals >= 0 ? Promise.reject(systemError(code)) : disk.read(path)
      }
      const opened = await storeOn({ ...disk, read }).open(id)
      expect(opened.ok && bodyOf(opened.value.report), name).toBe('bốn')
      expect(opened.ok && opened.value.notices, name).toEqual([])
    }
    expect(quarantined(disk)).toEqual([])
  })

  it.each(['EBUSY', 'EPERM', 'EACCES', 'EMFILE'])(
    'and not let go (%s) is told as file.locked; nothing is mended, and the text is there afterwards',
    async (code) => {
      const disk = await diskWithReport()
      const before = await filesOf(disk)
      for (const name of [HEAD, newestJournal(disk)]) {
        let isHeld = true
        let waited = 0
        const store = storeOn({
          ...disk,
          read: (path) => (isHeld && path === name ? Promise.reject(systemError(code)) : disk.read(path)),
          pause: (milliseconds) => {
            waited += milliseconds
            return Promise.resolve()
          },
        })
        expect(await store.open(id), name).toEqual({ ok: false, error: { code: 'file.locked', name: id } })
        expect(await store.save(storedReport(id, 'năm'), 4)).toMatchObject({ error: { code: 'file.locked' } })
        expect(waited).toBeGreaterThan(1_500)
        expect(await filesOf(disk)).toEqual(before)

        isHeld = false
        const opened = await store.open(id)
        expect(opened.ok && bodyOf(opened.value.report), name).toBe('bốn')
      }
    },
  )

  it('on a disk that fails once is read again', async () => {
    const disk = await diskWithReport()
    let failures = 1
    const read = (path: string) => {
      failures -= path === HEAD ? 1 : 0
      return path === HEAD && failures >= 0 ? Promise.reject(systemError('EIO')) : disk.read(path)
    }
    expect(await storeOn({ ...disk, read }).open(id)).toMatchObject({ ok: true, value: { notices: [] } })
  })
})

describe('a bad file that cannot be put aside', () => {
  it('is not overwritten by a snapshot: the text opens and saves, and the file goes aside once it can', async () => {
    const disk = await diskWithReport()
    disk.overwrite(HEAD, zeroed)
    const bad = await disk.read(HEAD)
    let isFull = true
    const full = (folder: string) => isFull && folder.startsWith('/data/quarantine')
    const store = storeOn({
      ...disk,
      makeFolder: (folder) => (full(folder) ? Promise.reject(systemError('ENOSPC')) : disk.makeFolder(folder)),
    })

    const opened = await store.open(id)
    expect(opened.ok && bodyOf(opened.value.report)).toBe('bốn')
    expect(await store.save(storedReport(id, 'năm'), 4)).toMatchObject({ ok: true, value: { seq: 5 } })
    await store.close(id)
    expect(await disk.read(HEAD)).toEqual(bad)
    expect(store.incidents.length).toBeGreaterThan(0)

    isFull = false
    const again = await store.open(id)
    expect(again.ok && bodyOf(again.value.report)).toBe('năm')
    expect(quarantined(disk)).toHaveLength(1)
    expect(await disk.read(quarantined(disk)[0] ?? '')).toEqual(bad)
    expect(await openedBody(disk)).toEqual({ body: 'năm', notices: [] })
  })
})

describe('a report of which nothing can be read', () => {
  it('is listed as damaged, refused with report.damaged, and left untouched', async () => {
    const disk = createMemoryFs()
    const store = storeOn(disk)
    await store.create(storedReport(id, 'một'))
    disk.overwrite(HEAD, zeroed)
    const before = disk.files()

    expect(await storeOn(disk).open(id)).toMatchObject({
      error: { code: 'report.damaged', detail: 'head.json (zeroed)' },
    })
    expect(await storeOn(disk).save(storedReport(id, 'hai'), 1)).toMatchObject({ error: { code: 'report.damaged' } })
    expect(await storeOn(disk).list()).toMatchObject({ value: [{ id, problem: 'damaged' }] })
    expect(disk.files()).toEqual(before)
  })

  it('and a folder that was never finished is not listed at all', async () => {
    const disk = createMemoryFs()
    await disk.makeFolder('/data/reports/R9')
    expect(await storeOn(disk).list()).toEqual({ ok: true, value: [] })
    expect(await storeOn(disk).open('R9')).toMatchObject({ error: { code: 'report.notFound' } })
  })
})

describe('a report of a newer version', () => {
  const newer = {
    ...storedReport(id, 'viết bằng bản mới'),
    schemaVersion: 7,
    mood: 'vui',
    sections: [
      {
        ...storedReport(id, 'viết bằng bản mới').sections[0],
        colour: 'đỏ',
        blocks: [
          {
            type: 'paragraph',
            id: 'p1',
            emphasis: 3,
            content: [{ type: 'text', text: 'viết bằng bản mới', marks: [] }],
          },
          { type: 'picture', id: 'x1', asset: 'a' },
          {
            type: 'paragraph',
            id: 'p2',
            content: [
              { type: 'formula', tex: 'x' },
              { type: 'text', text: 'sau', marks: ['bold', 'glow'] },
            ],
          },
        ],
      },
    ],
  }

  async function diskWithNewer(): Promise<MemoryFs> {
    const disk = createMemoryFs()
    await storeOn(disk).create(storedReport(id, 'x'))
    const header = {
      kind: 'report',
      id,
      schemaVersion: 7,
      appVersion: '9',
      seq: 4,
      savedAt: '',
      generation: 0,
    } as const
    disk.overwrite(HEAD, () => sealEnvelope(header, JSON.stringify(newer), nodeCodec))
    return disk
  }

  it('opens for reading with what this program knows', async () => {
    const opened = await storeOn(await diskWithNewer()).open(id)
    expect(opened).toMatchObject({
      ok: true,
      value: { access: 'readOnly', seq: 4, notices: [{ code: 'report.newerVersion', data: { fileVersion: 7 } }] },
    })
    expect(opened.ok && bodyOf(opened.value.report)).toBe('viết bằng bản mới')
    expect(opened.ok && opened.value.report.sections[0]?.blocks).toHaveLength(2)
  })

  it('is never rewritten: saving answers report.tooNew and the file keeps every byte', async () => {
    const disk = await diskWithNewer()
    const before = await disk.read(HEAD)
    const store = storeOn(disk)
    await store.open(id)

    expect(await store.save(storedReport(id, 'đè'), 4)).toMatchObject({
      error: { code: 'report.tooNew', fileVersion: 7 },
    })
    await store.close(id)

    expect(await disk.read(HEAD)).toEqual(before)
    expect(disk.files()).toEqual([HEAD])
    expect(await store.list()).toMatchObject({ value: [{ id, problem: 'tooNew' }] })
  })
})
