import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { segmentSample } from '../../../src/core/learning/segment-sample'
import { parseReport } from '../../../src/core/report/report-file'
import { writeHtml } from '../../../src/formats/html/write-html'
import { list, section, text } from '../../../src/core/report/make-report'
import { readSample } from '../../../src/formats/readers'
import { partyReport } from '../../support/sample-reports'

const SAMPLE = 'templates/report-half-year/sample-report.json'

describe('a report of ours, exported as a page and read again', () => {
  it('has the marks of its lists as the page shows them', async () => {
    const words = (content: string) => [[text(`${content} một.`)], [text(`${content} hai.`)]]
    const blocks = [
      list('l1', 'dash', words('Gạch')),
      list('l2', 'number', words('Số')),
      list('l3', 'point', words('Điểm')),
    ]
    const report = { ...partyReport, sections: [section('s1', 'Kết quả', { blocks })] }
    const page = writeHtml(report, { layout: 'party', isDraft: false, now: '2026-07-05T08:00:00+07:00' })
    const sample = await readSample(page, 'bao-cao.html')
    if (!sample.ok) throw new Error(sample.error.code)
    const marks = sample.value.paragraphs.filter(({ text: words }) => / (?:một|hai)\.$/.test(words))
    expect(marks.map(({ signals, text: words }) => `${signals.listMarker} ${words}`)).toEqual([
      '- Gạch một.',
      '- Gạch hai.',
      '1. Số một.',
      '2. Số hai.',
      'a) Điểm một.',
      'b) Điểm hai.',
    ])
  })

  it('keeps its title apart from its type and its sections under their labels', async () => {
    const report = parseReport(readFileSync(SAMPLE, 'utf8'), SAMPLE)
    if (!report.ok) throw new Error(report.error.code)
    const page = writeHtml(report.value, { layout: 'party', isDraft: false, now: '2026-07-05T08:00:00+07:00' })
    const sample = await readSample(page, 'bao-cao.html')
    if (!sample.ok) throw new Error(sample.error.code)
    expect(sample.value.paragraphs.map(({ text }) => text).join('\n')).toMatch(/BÁO CÁO\ssơ kết/)
    const segmented = segmentSample(sample.value, '0'.repeat(64))
    expect(segmented.kind).toBe('formalReport')
    const labelled = (role: string): number => segmented.paragraphs.filter(({ section }) => section === role).length
    expect(labelled('results')).toBeGreaterThan(labelled('upcomingTasks'))
    expect(labelled('shortcomings')).toBeGreaterThan(0)
    expect(labelled('clutter')).toBe(0)
  })
})
