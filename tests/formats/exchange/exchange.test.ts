import { strToU8, zipSync, type Zippable } from 'fflate'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readExchange } from '../../../src/formats/exchange/read-exchange'
import { writeExchange } from '../../../src/formats/exchange/write-exchange'
import { paragraph, section, text } from '../../../src/core/report/make-report'
import { serializeReport } from '../../../src/core/report/report-file'
import { arbitraryNormalReport } from '../../support/arbitrary-report'
import { partyReport } from '../../support/sample-reports'

const NAME = 'bao-cao.tongket'
const zip = (entries: Zippable): Uint8Array => zipSync(entries, { mtime: '1980-01-01T00:00:00' })
const reportJson = strToU8(serializeReport(partyReport))

describe('the exchange file', () => {
  it('gives back any report as it was', () => {
    fc.assert(
      fc.property(arbitraryNormalReport, (report) => {
        const read = readExchange(writeExchange(report), NAME)
        expect(read.ok && serializeReport(read.value)).toBe(serializeReport(report))
      }),
    )
  })

  it('has the same bytes for the same report', () => {
    expect(writeExchange(partyReport)).toEqual(writeExchange(partyReport))
  })

  it('opens again also when its text repeats itself thousands of times', () => {
    const blocks = [paragraph('p', [text('Công tác tuyên giáo. '.repeat(9000))])]
    const report = { ...partyReport, sections: [section('s', 'Kết quả', { blocks })] }
    expect(readExchange(writeExchange(report), NAME).ok).toBe(true)
  })

  it('is empty: says so', () => {
    expect(readExchange(new Uint8Array(), NAME)).toEqual({ ok: false, error: { code: 'file.empty', name: NAME } })
  })

  it.each<readonly [string, Uint8Array, string]>([
    ['text that is no archive', strToU8('xin chào'), 'not an archive'],
    ['half an archive', writeExchange(partyReport).subarray(0, 300), 'not an archive'],
    ['an archive without a report', zip({}), 'no report in the archive'],
    ['an entry of another name', zip({ 'report.json': reportJson, '../../evil.sh': strToU8('x') }), 'unknown entry'],
    ['a report that is not UTF-8', zip({ 'report.json': new Uint8Array([0x7b, 0xff, 0x7d]) }), 'not UTF-8'],
  ])('refuses %s', (_case, bytes, detail) => {
    expect(readExchange(bytes, NAME)).toEqual({ ok: false, error: { code: 'report.damaged', name: NAME, detail } })
  })

  it('refuses a name that stands there twice, whichever of the two a reader would take', () => {
    const bytes = zip({ 'report.json': reportJson, 'report.jsom': reportJson })
    const text = new TextEncoder().encode('report.jsom')
    for (let at = 0; at < bytes.length - text.length; at += 1) {
      if (text.every((byte, index) => bytes[at + index] === byte)) bytes[at + text.length - 1] = 'n'.charCodeAt(0)
    }
    expect(readExchange(bytes, NAME)).toMatchObject({ error: { code: 'report.damaged', detail: 'duplicate entry' } })
  })

  it('stops inflating a bomb, whatever size its header claims', () => {
    const bytes = zip({ 'report.json': new Uint8Array(200 * 1024 * 1024) })
    const view = new DataView(bytes.buffer, bytes.byteOffset)
    // The size a reader is told: 10 bytes, in the entry's own header and in the directory.
    view.setUint32(22, 10, true)
    const directory = view.getUint32(bytes.length - 22 + 16, true)
    view.setUint32(directory + 24, 10, true)
    expect(readExchange(bytes, NAME)).toEqual({
      ok: false,
      error: { code: 'file.tooLarge', name: NAME, limitMb: 50 },
    })
  })

  it('notices a flipped bit in the packed text', () => {
    const bytes = zipSync({ 'report.json': [reportJson, { level: 0 }] })
    bytes[200] = (bytes[200] ?? 0) ^ 1
    expect(readExchange(bytes, NAME)).toMatchObject({ error: { code: 'report.damaged', detail: 'damaged entry' } })
  })

  it('tells a report of a newer program from a damaged one', () => {
    const newer = strToU8(serializeReport(partyReport).replace('"schemaVersion": 1', '"schemaVersion": 99'))
    expect(readExchange(zip({ 'report.json': newer }), NAME)).toEqual({
      ok: false,
      error: { code: 'report.tooNew', name: NAME, fileVersion: 99 },
    })
  })

  it('answers to any bytes at all', () => {
    const good = writeExchange(partyReport)
    fc.assert(
      fc.property(fc.nat(good.length - 1), fc.integer({ min: 0, max: 255 }), (at, value) => {
        const changed = good.slice()
        changed[at] = value
        const read = readExchange(changed, NAME)
        expect(read.ok ? serializeReport(read.value) : read.error.code).toBeTruthy()
      }),
      { numRuns: 300 },
    )
    fc.assert(fc.property(fc.uint8Array({ minLength: 1, maxLength: 200 }), (bytes) => !readExchange(bytes, NAME).ok))
  })
})
