import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { noticeSentence } from '../../src/cli/text'
import { REASON_CODES } from '../../src/core/learning/reason'
import { NOTICE_CODES } from '../../src/core/notice'
import { FINDING_RULES } from '../../src/core/checking/finding-rules'
import { errorCodes, errorText } from '../../src/renderer/text/errors'
import { findingText } from '../../src/renderer/text/findings'
import { formatClock, formatCount, formatDay, formatPercent } from '../../src/renderer/text/format'
import { noticeText } from '../../src/renderer/text/notices'
import { reasonText } from '../../src/renderer/text/reasons'
import { vi } from '../../src/renderer/text/vi'
import type { WindowError } from '../../src/renderer/bridge'

/** Every data field any failure may carry, so that each sentence can be said. */
const DATA = {
  name: 'a.txt',
  id: 'r1',
  incident: 'I7',
  channel: 'report.open',
  detail: 'd',
  capability: 'c',
  limitMb: 50,
  limitPages: 500,
  format: 'RTF',
  fileVersion: 9,
  seq: 3,
  count: 2,
  layout: 'party',
  kind: 'newsAccount',
  text: 'kỳ',
}

describe('sentences of failures', () => {
  it.each(errorCodes)('%s says what happened, what was kept and what to do', (code) => {
    const said = errorText({ code, ...DATA } as unknown as WindowError)
    expect(said).not.toMatch(/undefined|\[object|NaN/)
    expect(said).toBe(said.normalize('NFC'))
    const sentences = said.split(/[.;] /)
    expect(sentences.length).toBeGreaterThanOrEqual(code === 'cancelled' ? 2 : 3)
  })

  it('names the file it speaks of', () => {
    expect(errorText({ code: 'file.empty', name: 'trống.txt' })).toContain('trống.txt')
  })
})

describe('sentences of findings, notices and reasons', () => {
  it.each(Object.keys(FINDING_RULES))('the finding %s has a sentence of its own', (code) => {
    expect(findingText({ code })).not.toContain(code)
  })

  it('shows the code of what it does not know, and never a property of objects', () => {
    expect(findingText({ code: 'new.rule' })).toContain('new.rule')
  })

  it.each(NOTICE_CODES)('the notice %s has a sentence in the window and one in the command line', (code) => {
    const notice = { code, severity: 'hint', data: { ...DATA, count: 2, section: 'results' } } as const
    for (const said of [noticeText(notice), noticeSentence(notice)]) {
      expect(said).toMatch(/[.…] ?(?:\(|$)/)
      expect(said).not.toMatch(/undefined|\[object/)
      expect(said).not.toContain(code)
    }
  })

  it('tells an officer how many damaged files are kept, and the command line which', () => {
    const data = { savedAt: '2026-07-05T02:04:07Z', count: 2, files: 'head.json (wrongHash), journal-1.log (cut)' }
    const notice = { code: 'recovery.damaged', severity: 'warning', data } as const
    expect(noticeText(notice)).toContain('2 tệp')
    expect(noticeText(notice)).not.toMatch(/head|wrongHash|json/)
    expect(noticeSentence(notice)).toContain('head.json (wrongHash)')
  })

  it.each(REASON_CODES)('the reason %s has words of its own, and its data where it has any', (code) => {
    const said = reasonText({ code, data: 'Tuy nhiên' })
    expect(said).toMatch(/^\p{Ll}/u)
    expect(said).not.toContain(code)
    expect(said.includes('“Tuy nhiên”')).toBe(/^(?:heading|cue)\./.test(code))
  })

  it('fills in the data of a notice', () => {
    expect(noticeText({ code: 'html.hiddenSkipped', severity: 'hint', data: { count: 3 } })).toContain('3')
    expect(reasonText({ code: 'cue.opening', data: 'Tuy nhiên' })).toContain('“Tuy nhiên”')
  })
})

const SOURCES = join(import.meta.dirname, '..', '..', 'src')
const RENDERER = join(SOURCES, 'renderer')
const rendererFiles = readdirSync(RENDERER, { recursive: true, encoding: 'utf8' }).filter((name) =>
  /\.tsx?$/.test(name),
)

describe('the words of the window', () => {
  it('are all said somewhere', () => {
    const code = rendererFiles
      .filter((name) => !name.endsWith('vi.ts'))
      .map((name) => readFileSync(join(RENDERER, name), 'utf8'))
      .join('\n')
    const chosenByData = ['templates.builtIn', 'templates.officer', 'templates.learned', 'findings.error']
    const silent = Object.entries(vi)
      .flatMap(([group, words]) => Object.keys(words).map((key) => `${group}.${key}`))
      .filter((name) => !new RegExp(`vi\\.${name}\\b`).test(code))
    expect(silent).toEqual([...chosenByData, 'findings.warning', 'findings.hint'])
  })

  it('put the tone mark on the second vowel of oa, oe and uy', () => {
    const onTheFirst = /(?<!q)(?:[úùủũụ]y|[óòỏõọ][ae])(?!\p{L})/giu
    const texts = rendererFiles.filter((name) => name.startsWith('text')).map((name) => join(RENDERER, name))
    const found = [...texts, join(SOURCES, 'main', 'text-vi.ts')].flatMap(
      (path) => readFileSync(path, 'utf8').match(onTheFirst) ?? [],
    )
    expect(found).toEqual([])
    expect('xóa, ủy, hòa, quý, xoá, uỷ'.match(onTheFirst)).toEqual(['óa', 'ủy', 'òa'])
  })

  it('promise no connection that comes back by itself: a new start has another address', () => {
    for (const words of [vi.connection.gone, vi.connection.goneIdle, errorText({ code: 'host.unreachable' })]) {
      expect(words).not.toMatch(/\btự\b|được ghi lại|Đừng đóng/)
      expect(words).toContain('mở lại Tổng Kết')
    }
  })

  it('name the true causes of a report that can only be read', () => {
    for (const words of [vi.save.readOnlyWords, errorText({ code: 'report.readOnly', id: 'r1' })]) {
      expect(words).not.toContain('cửa sổ')
      expect(words).toMatch(/thư mục dữ liệu.*phiên bản mới hơn/)
    }
  })
})

describe('numbers and times', () => {
  it('writes them as a Vietnamese reader expects', () => {
    expect(formatCount(1240)).toBe('1.240')
    expect(formatPercent(0.944)).toBe('94%')
    expect(formatClock(new Date(2026, 6, 5, 9, 4, 7).toISOString())).toBe('09:04:07')
    expect(formatClock('no time')).toBe('')
  })

  it('names the day by how far back it lies', () => {
    const now = new Date(2026, 10, 22, 0, 30)
    const at = (...parts: [number, number, number, number?, number?]) => new Date(...parts).toISOString()
    expect(formatDay(at(2026, 10, 22, 0, 5), now)).toBe('00:05')
    expect(formatDay(at(2026, 10, 21, 23, 59), now)).toBe('hôm qua')
    expect(formatDay(at(2026, 2, 28), now)).toBe('28/3')
    expect(formatDay(at(2025, 0, 12), now)).toBe('12/1/2025')
  })
})
