import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it, vi } from 'vitest'
import { layoutFor } from '../../../src/core/official-layout/layouts'
import { paragraph, section, slotMention, table, tableCell, text } from '../../../src/core/report/make-report'
import type { LayoutId, Report } from '../../../src/core/report/report'
import { writeDocx } from '../../../src/formats/docx/write-docx'
import { arbitraryNormalReport, arbitraryReport } from '../../support/arbitrary-report'
import { findLost } from '../../support/printed-texts'
import { newsAccount, partyReport, stateReport } from '../../support/sample-reports'

const NOW = '2026-07-05T08:00:00+07:00'

async function partsOf(report: Report, layout: LayoutId, isDraft = false): Promise<ReadonlyMap<string, string>> {
  const files = unzipSync(await writeDocx(report, { layout, isDraft, now: NOW }))
  return new Map(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]))
}

const documentOf = async (report: Report, layout: LayoutId, isDraft = false): Promise<string> =>
  (await partsOf(report, layout, isDraft)).get('word/document.xml') ?? ''

/** What a reader sees: one line a paragraph. */
const plainText = (xml: string): string =>
  xml
    .replace(/<\/w:p>/g, '\n')
    .replace(/<w:(br|tab)\/>/g, ' ')
    .replace(/<[^>]+>/g, '')
    .replace(/&(lt|gt|quot|apos|amp);/g, (_all, name: string) => ENTITIES[name] ?? '')

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }

const linesOf = async (report: Report, layout: LayoutId, isDraft = false): Promise<readonly string[]> =>
  plainText(await documentOf(report, layout, isDraft))
    .split('\n')
    .filter((line) => line !== '')

/** The paragraph that holds the words, as XML. */
const paragraphWith = (xml: string, words: string): string =>
  xml.match(/<w:p>.*?<\/w:p>/g)?.find((one) => plainText(one).includes(words)) ?? ''

describe('a Word document', () => {
  it('loses no text of any report, and keeps its order', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryNormalReport, async (report) => {
        expect(findLost(report, plainText(await documentOf(report, report.layout)))).toBeUndefined()
      }),
      { numRuns: 100 },
    )
  })

  it('is written for any report in any layout, normalised or not', async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryReport,
        fc.constantFrom<LayoutId>('party', 'state', 'portal'),
        fc.boolean(),
        async (report, layout, isDraft) => {
          const bytes = await writeDocx(report, { layout, isDraft, now: NOW })
          expect(strFromU8(bytes.subarray(0, 2))).toBe('PK')
        },
      ),
      { numRuns: 60 },
    )
  })

  it('has the same bytes for the same report, and no trace of the hour of packing', async () => {
    const options = { layout: 'party', isDraft: false, now: NOW } as const
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-07-05T08:00:00Z') })
    const first = await writeDocx(partyReport, options)
    vi.setSystemTime(new Date('2027-01-31T23:59:58Z'))
    expect(await writeDocx(partyReport, options)).toEqual(first)
    vi.useRealTimers()
    const core = (await partsOf(partyReport, 'party')).get('docProps/core.xml') ?? ''
    expect(core).toContain('2026-07-05T01:00:00Z')
    expect(core).not.toMatch(/Un-named/)
  })

  it('opens with the letterhead of the Party and its rules', async () => {
    const lines = await linesOf(partyReport, 'party')
    expect(lines.slice(0, 9)).toEqual([
      'TỈNH UỶ QUẢNG NINH',
      'BAN TUYÊN GIÁO VÀ DÂN VẬN',
      '*',
      'ĐẢNG CỘNG SẢN VIỆT NAM',
      'Số 45-BC/BTGDVTU',
      'Quảng Ninh, ngày 05 tháng 7 năm 2026',
      'BÁO CÁO',
      'sơ kết công tác tuyên giáo và dân vận 6 tháng đầu năm 2026; phương hướng, nhiệm vụ trọng tâm 6 tháng cuối năm 2026',
      '-----',
    ])
    expect(lines.slice(-7)).toEqual([
      'Nơi nhận:',
      '- Ban Tuyên giáo và Dân vận Trung ương;',
      '- Thường trực Tỉnh uỷ (để báo cáo);',
      '- Lưu Văn phòng Ban.',
      'K/T TRƯỞNG BAN',
      'PHÓ TRƯỞNG BAN',
      'Nguyễn Thị Hường',
    ])
  })

  it('has the words of the State instead, and ends its text with ./.', async () => {
    const lines = await linesOf(stateReport, 'state')
    expect(lines).toEqual(
      expect.arrayContaining([
        'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
        'Độc lập - Tự do - Hạnh phúc',
        'Số: 05/BC-VHXH',
        'Kính gửi: Uỷ ban nhân dân xã Tân An',
        '- Như trên;',
        '- Lưu: VT, VHXH (05).',
      ]),
    )
    expect(lines.find((line) => line.startsWith('Trên đây'))).toMatch(/chỉ đạo\.\/\.$/)
    expect(lines).not.toContain('*')
    expect(lines).not.toContain('-----')
  })

  it('numbers headings with literal text, marks them for the navigation pane and keeps them with their text', async () => {
    const xml = await documentOf(partyReport, 'party')
    const part = paragraphWith(xml, 'Phần thứ nhất')
    expect(part).toContain('KẾT QUẢ CÔNG TÁC 6 THÁNG ĐẦU NĂM 2026')
    expect(part).toContain('<w:outlineLvl w:val="0"/>')
    expect(paragraphWith(xml, 'I. ĐẶC ĐIỂM TÌNH HÌNH')).toContain('<w:outlineLvl w:val="1"/>')
    expect(xml).not.toContain('<w:numPr>')
    const styles = (await partsOf(partyReport, 'party')).get('word/styles.xml') ?? ''
    expect(/w:styleId="Heading1">.*?<\/w:style>/.exec(styles)?.[0]).toContain('<w:keepNext/>')
  })

  it('shows an open slot as its mark, guidance never, and an empty inapplicable section not at all', async () => {
    const report: Report = {
      ...partyReport,
      sections: [
        section('a', 'Kết quả', { guidance: 'Nêu số liệu.', blocks: [paragraph('p', [slotMention('ty-le')])] }),
        section('b', 'Không có', { mark: { kind: 'notApplicable', reason: 'không phát sinh' } }),
        section('c', 'Còn để trống'),
      ],
    }
    const lines = await linesOf(report, 'party')
    expect(lines).toContain('[cần bổ sung: tỷ lệ đảng viên học tập]')
    expect(lines.join('\n')).not.toContain('Nêu số liệu')
    expect(lines.join('\n')).not.toContain('KHÔNG CÓ')
    expect(lines).toContain('Phần thứ hai CÒN ĐỂ TRỐNG')
  })

  it('says that it is a draft, and only then', async () => {
    expect(await linesOf(partyReport, 'party', true)).toContain('DỰ THẢO')
    expect(await linesOf(newsAccount, 'portal', true)).toContain('DỰ THẢO')
    expect(await linesOf(partyReport, 'party')).not.toContain('DỰ THẢO')
  })

  it('repeats the header rows of a table, keeps rows whole and gives grid and cells the same width', async () => {
    const cells = (...words: string[]) => words.map((word) => tableCell([text(word)]))
    const merged = {
      ...table('t', 1, [cells('A', 'B', 'C'), cells('1', '2', '3'), cells('4', '5', '6')]),
      columns: [200, 300, 500],
    }
    const wide = { columnSpan: 2, rowSpan: 2, paragraphs: [[text('gộp')]] }
    const report: Report = {
      ...stateReport,
      sections: [
        section('s', 'Số liệu', {
          blocks: [{ ...merged, rows: [cells('A', 'B', 'C'), [wide, ...cells('3')], cells('6')] }],
        }),
      ],
    }
    const xml = await documentOf(report, 'state')
    const grid = xml.match(/<w:tblGrid>.*?<\/w:tblGrid>/g)?.[1] ?? ''
    const widths = [...grid.matchAll(/w:w="(\d+)"/g)].map(([, width]) => Number(width))
    expect(widths.reduce((sum, width) => sum + width, 0)).toBe(9354)
    expect(widths.map((width) => Math.round(width / 93.54))).toEqual([20, 30, 50])
    const ours = xml.slice(xml.indexOf(grid))
    expect(ours.match(/<w:tblHeader\/>/g)).toHaveLength(1)
    expect(ours).toContain('<w:gridSpan w:val="2"/>')
    expect(ours).toContain('<w:vMerge w:val="restart"/>')
  })

  it('sets its page, its language and the page number from the rows', async () => {
    const parts = await partsOf(partyReport, 'party')
    const xml = parts.get('word/document.xml') ?? ''
    expect(xml).toMatch(/<w:pgMar [^>]*w:left="1701"/)
    expect(xml).toContain('<w:titlePg/>')
    expect(parts.get('word/header1.xml')).toContain('PAGE')
    expect(parts.get('word/styles.xml')).toContain('w:lang w:val="vi-VN"')
  })

  it('has one style for each element its layout prints, and uses no other', async () => {
    for (const [report, layout] of [
      [partyReport, 'party'],
      [stateReport, 'state'],
      [newsAccount, 'portal'],
    ] as const) {
      const parts = await partsOf(report, layout)
      const defined = [...(parts.get('word/styles.xml') ?? '').matchAll(/w:styleId="(\w+)"/g)].map(([, id]) => id)
      const used = [...(parts.get('word/document.xml') ?? '').matchAll(/<w:pStyle w:val="(\w+)"/g)].map(([, id]) => id)
      expect(defined.length).toBe(new Set(defined).size)
      expect([...new Set(used)].filter((id) => !defined.includes(id))).toEqual([])
      expect(defined).toEqual(
        expect.arrayContaining(
          [...layoutFor(layout).styles.keys()].map((one) => one.charAt(0).toUpperCase() + one.slice(1)),
        ),
      )
    }
  })
})
