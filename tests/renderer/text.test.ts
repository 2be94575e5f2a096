import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { segmentSample } from '../../src/core/learning/segment-sample'
import { readSample } from '../../src/formats/readers'
import { FINDING_RULES } from '../../src/core/checking/finding-rules'
import { errorCodes, errorText } from '../../src/renderer/text/errors'
import { findingText } from '../../src/renderer/text/findings'
import { formatClock, formatCount, formatDay, formatPercent } from '../../src/renderer/text/format'
import { noticeText } from '../../src/renderer/text/notices'
import { reasonText } from '../../src/renderer/text/reasons'
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
  fileVersion: 9,
  seq: 3,
  count: 2,
  layout: 'party',
  kind: 'newsAccount',
  text: 'kỳ',
}

const SOURCES = join(import.meta.dirname, '..', '..', 'src')

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
    expect(noticeText({ code: 'toString', severity: 'hint' })).toContain('toString')
    expect(reasonText({ code: 'constructor' })).toBe('constructor')
  })

  it('has a sentence for every code that reading, learning and importing give', () => {
    const folders = ['core/learning', 'formats', 'services'].map((folder) => join(SOURCES, folder))
    const emitted = folders
      .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)))
      .filter((path) => path.endsWith('.ts'))
      .flatMap((path) => [...readFileSync(path, 'utf8').matchAll(/code: '([a-z]+\.[A-Za-z]+)',\s+severity/g)])
      .map((match) => match[1] ?? '')
    expect(emitted.length).toBeGreaterThan(10)
    const withoutWords = emitted.filter((code) => noticeText({ code, severity: 'hint' }).includes(code))
    expect(withoutWords).toEqual([])
  })

  it('has words for every reason given on the samples at hand', () => {
    const folder = join(import.meta.dirname, '..', 'fixtures', 'samples', 'tuned')
    const reasons = readdirSync(folder)
      .filter((name) => /\.(txt|html)$/.test(name))
      .flatMap((name) => {
        const read = readSample(readFileSync(join(folder, name)), name)
        return read.ok ? segmentSample(read.value, '0'.repeat(64)).paragraphs.flatMap((one) => one.reasons) : []
      })
    expect(reasons.length).toBeGreaterThan(100)
    expect([
      ...new Set(reasons.filter((reason) => reasonText(reason).includes(reason.code)).map(({ code }) => code)),
    ]).toEqual([])
  })

  it('fills in the data of a notice', () => {
    expect(noticeText({ code: 'html.hiddenSkipped', severity: 'hint', data: { count: 3 } })).toContain('3')
    expect(reasonText({ code: 'cue.opening', data: 'Tuy nhiên' })).toContain('“Tuy nhiên”')
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
