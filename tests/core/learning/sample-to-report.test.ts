import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sampleToReport } from '../../../src/core/learning/sample-to-report'
import type { SegmentedSample } from '../../../src/core/learning/sample-document'
import { segmentSample } from '../../../src/core/learning/segment-sample'
import { normalizeReport } from '../../../src/core/report/normalize-report'
import { ReportSchema } from '../../../src/core/report/report'
import { inlineText, reportContents, walkSections } from '../../../src/core/report/walk-report'
import { readSample } from '../../../src/formats/readers'
import { countingIds } from '../../support/identities'
import { HASH, segmentLines } from './sample-of'

const FIXTURES = join(import.meta.dirname, '..', '..', 'fixtures', 'samples', 'tuned')
const OPTIONS = { layout: 'party', now: '2026-11-22T08:00:00+07:00' } as const

async function segment(file: string): Promise<SegmentedSample> {
  const read = await readSample(readFileSync(join(FIXTURES, file)), file)
  if (!read.ok) throw new Error(read.error.code)
  return segmentSample(read.value, HASH)
}

const importOf = async (file: string) => sampleToReport(await segment(file), OPTIONS, countingIds())

const files = readdirSync(FIXTURES).filter((name) => !name.endsWith('.json'))

describe('a sample made into a report', () => {
  it.each(files)('is a valid report that keeps every word of the body: %s', async (file) => {
    const sample = await segment(file)
    const { value, notices } = sampleToReport(sample, OPTIONS, countingIds())
    const report = normalizeReport(value, countingIds('m'))
    expect(ReportSchema.safeParse(report).success).toBe(true)
    const words = (text: string): readonly string[] => text.match(/\p{L}{2,}/gu) ?? []
    const kept = new Set([
      ...[...reportContents(report)].flatMap((content) => words(inlineText(content, report.slots))),
      ...words(JSON.stringify(report)),
      ...notices.flatMap((notice) => words(JSON.stringify(notice.data ?? {}))),
    ])
    const printedByLayout = /cộng sản việt nam|xã hội chủ nghĩa|độc lập|nơi nhận|đã ký|^phần thứ|kính gửi|ngày \d/iu
    const body = sample.paragraphs.filter(
      (paragraph) => paragraph.section !== 'clutter' && !printedByLayout.test(paragraph.text),
    )
    const lost = body
      .flatMap((paragraph) => words(paragraph.text))
      .filter((word) => !kept.has(word) && !/^(?:[IVX]+|TM|KT|TL|TUQ|Lưu|Số)$/.test(word))
    expect(lost).toEqual([])
  })

  const head = [
    'TỈNH UỶ QUẢNG AN',
    'BAN TUYÊN GIÁO',
    'BÁO CÁO',
    'kết quả công tác năm 2024',
    'I. KẾT QUẢ',
    'Đã xong việc.',
  ]
  it.each([
    [
      'a month that no year has',
      ['Sơ kết công tác tháng 13/2026', 'Sáng 5/7, Ban tổ chức hội nghị sơ kết tháng 13/2026.'],
    ],
    ['an issue date of no time', ['X, ngày 99 tháng 99 năm 0001', ...head]],
    ['an endless addressee', [...head.slice(0, 4), `Kính gửi: ${'k'.repeat(11_000)}`, ...head.slice(4)]],
    ['an endless recipient', [...head, 'Nơi nhận:', `- ${'b '.repeat(6000)}`, 'T/M BAN THƯỜNG VỤ', 'A'.repeat(12_000)]],
  ])('is a report that a file can hold, also with %s', (_what, lines) => {
    const { value } = sampleToReport(segmentLines(lines), OPTIONS, countingIds())
    const parsed = ReportSchema.safeParse(normalizeReport(value, countingIds('m')))
    expect(parsed.error?.issues ?? []).toEqual([])
  })

  it('reads the letterhead, the title and the signature of a Party report into fields', async () => {
    const { value: report } = await importOf('bao-cao-sau-thang-huyen-uy.txt')
    if (report.kind !== 'formalReport') throw new Error(report.kind)
    expect(report.layout).toBe('party')
    expect(report.letterhead).toMatchObject({
      parentOrganization: 'HUYỆN ỦY THẠCH KHÊ',
      issuingOrganization: 'BAN TUYÊN GIÁO',
      documentNumber: '118',
      documentSymbol: { type: 'BC', organization: 'BTG' },
      issuePlace: 'Thạch Khê',
      issueDate: { day: 12, month: 6, year: 2024 },
    })
    expect(report.documentType).toBe('BÁO CÁO')
    expect(inlineText(report.subject, [])).toMatch(/^sơ kết công tác tuyên giáo 6 tháng đầu năm 2024/)
    expect(report.signatureBlock).toMatchObject({ signerPosition: 'TRƯỞNG BAN', signerName: 'Đinh Công Thành' })
    expect(report.recipients).toEqual(['Ban Tuyên giáo Tỉnh ủy', 'Thường trực Huyện ủy'])
    expect(report.reportingPeriod).toEqual({ kind: 'halfYear', half: 1, year: 2024 })
  })

  it('nests sections by their headings, without the numbers that the layout prints', async () => {
    const { value: report } = await importOf('bao-cao-sau-thang-huyen-uy.txt')
    const outline = [...walkSections(report.sections)].map(
      ({ section, depth }) => `${depth} ${inlineText(section.heading, [])}`,
    )
    expect(outline.slice(1, 4)).toEqual([
      '0 KẾT QUẢ ĐẠT ĐƯỢC',
      '1 Công tác tham mưu',
      '1 Học tập, quán triệt nghị quyết',
    ])
    const study = [...walkSections(report.sections)].find(({ section }) => section.field === 'resolutionStudy')
    expect(study?.section.blocks[0]).toMatchObject({ type: 'list', style: 'dash' })
  })

  it('makes rows a table', async () => {
    const { value: report } = await importOf('bao-cao-nam-hai-phan.txt')
    const tables = [...walkSections(report.sections)].flatMap(({ section }) =>
      section.blocks.filter((block) => block.type === 'table'),
    )
    expect(tables).toHaveLength(2)
    expect(report.kind === 'formalReport' && report.hasParts).toBe(true)
  })

  it('leaves the clutter of a page out and tells every word of it', async () => {
    const { value: report, notices } = await importOf('tin-quy-hai-lam-son.txt')
    if (report.kind !== 'newsAccount') throw new Error(report.kind)
    expect(inlineText(report.headline, [])).toMatch(/^Ban Tuyên giáo Tỉnh ủy Lam Sơn giao ban/)
    expect(report.byline).toBe('Hải Vân')
    const left = notices.find(({ code }) => code === 'import.clutterLeftOut')
    expect(left?.data?.['count']).toBe(8)
    const clutter = (await segment('tin-quy-hai-lam-son.txt')).paragraphs.filter(({ section }) => section === 'clutter')
    for (const { text } of clutter) expect(left?.data?.['text']).toContain(text)
    expect(report.sections.every((section) => !section.isHeadingPrinted)).toBe(true)
  })
})
