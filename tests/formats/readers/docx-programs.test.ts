/** Word files as other programs write them, on their way to a labelled sample and to a report. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { SampleDocument } from '../../../src/core/learning/sample-document'
import { sampleToReport } from '../../../src/core/learning/sample-to-report'
import { segmentSample } from '../../../src/core/learning/segment-sample'
import { readSample } from '../../../src/formats/readers'
import { countingIds } from '../../support/identities'

const FOLDER = join(import.meta.dirname, '..', '..', 'fixtures', 'docx')

async function read(name: string): Promise<SampleDocument> {
  const sample = await readSample(readFileSync(join(FOLDER, name)), name)
  if (!sample.ok) throw new Error(sample.error.code)
  return sample.value
}

const toReport = (sample: SampleDocument) =>
  sampleToReport(segmentSample(sample, ''), { layout: 'state', now: '2026-01-01T00:00:00Z' }, countingIds()).value

describe('a report saved by LibreOffice', () => {
  it('gives every line in its order, with marks, headings, notes and rows', async () => {
    const { paragraphs } = await read('libreoffice.docx')
    expect(paragraphs.map(({ text, signals }) => [signals.listMarker ?? '', text])).toEqual([
      ['', 'ĐẢNG ỦY XÃ BÌNH LÂM'],
      ['', 'BAN XÂY DỰNG ĐẢNG'],
      ['', '*'],
      ['', 'Số 31-BC/BXDĐ'],
      ['', 'ĐẢNG CỘNG SẢN VIỆT NAM'],
      ['', 'Bình Lâm, ngày 04 tháng 10 năm 2025'],
      ['', 'BÁO CÁO'],
      ['', 'Kết quả công tác tuyên giáo quý III năm 2025'],
      ['I.', 'KẾT QUẢ ĐẠT ĐƯỢC'],
      ['1.', 'Công tác tuyên truyền'],
      ['', 'Trạm truyền thanh xã phát gần 90 buổi trong quý.'],
      ['[1]', 'Trong đó 12 buổi tiếng Cơ Tu.'],
      ['2.', 'Công tác khoa giáo'],
      ['-', 'Vận động 18 em trở lại lớp;'],
      ['-', 'Tư vấn sức khỏe cho 210 lượt người.'],
      ['II.', 'HẠN CHẾ'],
      ['a)', 'Hai thôn họp dân chưa đều.'],
      ['b)', 'Tin bài gửi chậm.'],
      ['', 'Thôn\t\tSố buổi'],
      ['', 'Vùng cao\tThôn Một\t5'],
      ['', '\tThôn Hai\t7'],
      ['III.', 'PHƯƠNG HƯỚNG, NHIỆM VỤ QUÝ IV NĂM 2025'],
      ['', 'Tiếp tục nắm dư luận nhân dân.'],
      ['', 'Trọng tâm: chuyển đổi số ở cơ sở'],
      ['', 'Nơi nhận:'],
      ['', '- Đảng ủy xã;'],
      ['', '- Lưu: BXDĐ.'],
      ['', 'TRƯỞNG BAN'],
      ['', 'Đinh Thị Hòa'],
    ])
    expect(paragraphs[6]?.signals).toEqual({ isBold: true, fontSize: 14, alignment: 'center' })
    expect(paragraphs[8]?.signals).toMatchObject({ isBold: true, headingLevel: 1 })
    expect(paragraphs[18]?.signals.isTableRow).toBe(true)
  })

  it('has all it holds beside text told', async () => {
    const { notices } = await read('libreoffice.docx')
    expect(new Map(notices.map(({ code, data }) => [code, data?.['text'] ?? data?.['encoding']]))).toEqual(
      new Map([
        ['read.legacyFonts', 'TCVN3 (ABC)'],
        ['read.deletionsLeftOut', '“khoảng”'],
        ['read.insertionsTaken', '“gần”'],
        ['read.mergedCells', ''],
        ['read.textBoxesPlaced', ''],
        ['read.headersLeftOut', '“Bản lưu văn thư”'],
        ['read.commentsLeftOut', '“Kiểm tra lại với trạm”'],
        ['read.notesPlaced', ''],
      ]),
    )
  })

  it('becomes a report with its letterhead, recipients, signature and sections', async () => {
    const report = toReport(await read('libreoffice.docx'))
    if (report.kind !== 'formalReport') throw new Error(report.kind)
    expect(report.layout).toBe('party')
    expect(report.letterhead).toMatchObject({
      parentOrganization: 'ĐẢNG ỦY XÃ BÌNH LÂM',
      issuingOrganization: 'BAN XÂY DỰNG ĐẢNG',
      documentNumber: '31',
      documentSymbol: { type: 'BC', organization: 'BXDĐ' },
      issuePlace: 'Bình Lâm',
      issueDate: { day: 4, month: 10, year: 2025 },
    })
    expect(report.recipients).toEqual(['Đảng ủy xã'])
    expect(report.signatureBlock).toMatchObject({ signerPosition: 'TRƯỞNG BAN', signerName: 'Đinh Thị Hòa' })
    expect(report.sections.map(({ role }) => role)).toEqual(['results', 'shortcomings', 'upcomingTasks'])
  })
})

describe('a report made by python-docx', () => {
  it('gives letterhead and signature as lines, lists with their marks, the table as rows', async () => {
    const { paragraphs, notices } = await read('python-docx.docx')
    expect(paragraphs.map(({ text, signals }) => `${signals.listMarker ?? ''}|${text}`)).toEqual([
      ...['|HUYỆN ỦY TRÀ SƠN', '|BAN TUYÊN GIÁO VÀ DÂN VẬN', '|*', '|ĐẢNG CỘNG SẢN VIỆT NAM', '|Số 27-BC/BTGDV'],
      ...['|Trà Sơn, ngày 08 tháng 7 năm 2025', '|BÁO CÁO'],
      ...['|Sơ kết công tác tuyên giáo và dân vận 6 tháng đầu năm 2025', '|KẾT QUẢ THỰC HIỆN'],
      ...['1.|Mở 9 lớp học cho 640 đảng viên.', '2.|Phát thanh 120 tin, bài.', '•|Thăm 15 gia đình chính sách.'],
      ...['|TỒN TẠI, HẠN CHẾ', '|Một số xã gửi báo cáo chậm 5 ngày.'],
      ...['|TT\tĐơn vị\tSố lớp', '|1\tXã Đông\t4', '|2\tXã Tây\t5', '|NHIỆM VỤ 6 THÁNG CUỐI NĂM'],
      ...['3.|Tiếp tục mở lớp học nghị quyết.', '|Nơi nhận:', '|- Thường trực Huyện ủy;', '|- Lưu: BTGDV.'],
      ...['|TRƯỞNG BAN', '|Lê Văn Hải'],
    ])
    expect(notices.map(({ code }) => code)).toEqual(['read.headersLeftOut'])
  })

  it('becomes a report with its number and date', async () => {
    const report = toReport(await read('python-docx.docx'))
    if (report.kind !== 'formalReport') throw new Error(report.kind)
    expect(report.letterhead).toMatchObject({ documentNumber: '27', issuePlace: 'Trà Sơn', issueDate: { month: 7 } })
    expect(report.filingNote).toBe('BTGDV')
  })
})
