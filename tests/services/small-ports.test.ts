import { describe, expect, it } from 'vitest'
import { exportFileName } from '../../src/services/export-file-name'
import { createIncidentLog } from '../../src/services/node/incident-log'
import { localIsoTime } from '../../src/services/node/clock'
import { createUlids } from '../../src/services/node/ulid'
import { countingIds } from '../support/identities'
import { createMemoryFs } from '../support/memory-fs'
import { risingClock } from '../support/report-stores'

describe('export file name', () => {
  it.each([
    ['Báo cáo sơ kết 6 tháng', 'Báo cáo sơ kết 6 tháng.docx'],
    ['Quý III/2026: kết quả?', 'Quý III 2026 kết quả.docx'],
    ['  ..ẩn.. ', 'ẩn.docx'],
    ['', 'bao-cao.docx'],
    ['CON', 'bao-cao-CON.docx'],
    ['aux.txt', 'bao-cao-aux.txt.docx'],
    ['báo\u202Ecod.exe', 'báo cod.exe.docx'],
    ['Bao\u0301 ca\u0301o', 'Baó cáo.docx'],
    ['a\nb\tc\u0000d', 'a b cd.docx'],
  ])('of “%s” is “%s”', (title, name) => expect(exportFileName(title, 'docx')).toBe(name))

  it('keeps a draft apart from the final document, however long the title', () => {
    expect(exportFileName('Báo cáo quý I', 'docx', { isDraft: true })).toBe('Báo cáo quý I (dự thảo).docx')
    expect(exportFileName('ế'.repeat(300), 'docx', { isDraft: true })).toMatch(/ế \(dự thảo\)\.docx$/)
  })

  it('keeps whole letters within 120 units and 240 bytes', () => {
    for (const title of ['ế'.repeat(300), 'a'.repeat(300), '👩‍👩‍👧 họp '.repeat(60), 'ẫ ễ '.repeat(99)]) {
      const name = exportFileName(title, 'tongket')
      expect(name.length).toBeLessThanOrEqual(120)
      expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(240)
      expect(name.isWellFormed()).toBe(true)
      expect(name).toMatch(/\S\.tongket$/)
    }
  })
})

describe('ids', () => {
  it('sort in the order they were given, also within a millisecond and after the clock went back', () => {
    const times = [1000, 1000, 1000, 900, 2000]
    const ids = createUlids({ now: () => times.shift() ?? 2000, random: (size) => new Uint8Array(size).fill(31) })
    const given = Array.from({ length: 5 }, () => ids.next())
    expect(given.map((id) => id.length)).toEqual([26, 26, 26, 26, 26])
    expect(new Set(given).size).toBe(5)
    expect(
      createUlids({ now: () => 1469918176385 })
        .next()
        .slice(0, 10),
    ).toBe('01ARYZ6S41')
  })
})

describe('clock', () => {
  it('writes the hour on the wall with its offset, and it is the same moment', () => {
    const date = new Date('2026-11-22T07:05:09.120Z')
    expect(localIsoTime(date)).toMatch(/^2026-11-2[123]T\d{2}:\d{2}:09\.120[+-]\d{2}:\d{2}$/)
    expect(new Date(localIsoTime(date)).getTime()).toBe(date.getTime())
  })
})

describe('incident log', () => {
  const logOn = (fs = createMemoryFs()) => ({
    fs,
    log: createIncidentLog({ fs, dataFolder: '/data', clock: risingClock(), ids: countingIds('i') }),
  })

  it('tells when, where, what kind and from which frames', async () => {
    const { log } = logOn()
    const cause = Object.assign(new TypeError('x is not a function', { cause: new RangeError('too far') }), {
      stack: 'TypeError: x is not a function\n    at save (file:///home/Nguyễn An/app/out/main/index.js:10:5)',
    })
    expect(log.report('report.save', cause)).toBe('i1')
    const text = await log.read()
    expect(text).toMatch(/^2026-11-22T\S+ i1 report\.save\n {2}TypeError: x is not a function\n/)
    expect(text).toContain('at save (')
    expect(text).toContain('index.js:10:5')
    expect(text).toContain('RangeError: too far')
    expect(text).not.toContain('Nguyễn')
  })

  it('lets nothing of a report in', async () => {
    const { log } = logOn()
    log.report('Kết quả quý III', new SyntaxError('Unexpected token in "Kính gửi: Tỉnh ủy" at position 3'))
    log.report('window: editor', 'Cannot read Ban Tuyên giáo và Dân vận of undefined')
    log.report('x', new Error('y'.repeat(5000)))
    const text = await log.read()
    for (const word of ['Kính', 'Tỉnh', 'Tuyên', 'Dân', 'Kết']) expect(text).not.toContain(word)
    expect(text).toContain('at position 3')
    expect(
      Math.max(
        ...text
          .split('\n')
          .filter((line) => line.includes('yy'))
          .map((line) => line.length),
      ),
    ).toBeLessThan(220)
  })

  it('starts anew at one megabyte and keeps the one before', async () => {
    const { fs, log } = logOn()
    await fs.makeFolder('/data/logs')
    await (await fs.create('/data/logs/incidents.log')).write(new Uint8Array(1024 * 1024).fill(65))
    log.report('here', new Error('new'))
    await log.flush()
    expect(fs.files()).toEqual(['/data/logs/incidents.log', '/data/logs/incidents.old.log'])
    expect((await log.read()).length).toBeLessThan(5000)
  })

  it('does not fail where it cannot write', async () => {
    const fs = {
      ...createMemoryFs(),
      append: () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' })),
    }
    const log = createIncidentLog({ fs, dataFolder: '/data', clock: risingClock(), ids: countingIds('i') })
    expect(log.report('here', new Error('x'))).toBe('i1')
    await log.flush()
    expect(await log.read()).toBe('')
  })
})
