import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { reportContents } from '../../src/core/report/walk-report'
import { readReportFile } from '../../src/services/import-document'
import { cli } from '../support/cli'
import { docxFile, line, paragraph, run } from '../support/docx-file'

const FIXTURES = join(import.meta.dirname, '..', 'fixtures', 'docx')

/** A letterhead and a signature typed with tabs, as older reports have them. */
const typed = (text: string): string =>
  paragraph(
    text
      .split('\t')
      .map((part) => run(part))
      .join('<w:r><w:tab/><w:tab/></w:r>'),
  )

const TYPED = [
  typed('HUYỆN ỦY ĐÔNG HÀ\tĐẢNG CỘNG SẢN VIỆT NAM'),
  typed('BAN TUYÊN GIÁO\t'),
  typed('Số 15-BC/BTG\tĐông Hà, ngày 5 tháng 7 năm 2025'),
  ...['BÁO CÁO', 'kết quả công tác tuyên giáo 6 tháng đầu năm 2025', 'I. KẾT QUẢ'].map((text) => line(text)),
  line('Toàn huyện mở 12 lớp học nghị quyết cho 900 đảng viên.'),
  line('II. PHƯƠNG HƯỚNG, NHIỆM VỤ'),
  line('Tiếp tục mở các lớp còn lại.'),
  typed('Nơi nhận:\tTRƯỞNG BAN'),
  typed('- Huyện ủy;\tTrần Văn An'),
].join('')

describe('the command line takes Word files', () => {
  let folder = ''
  const at = (name: string) => join(folder, name)
  const imported = async (path: string) => {
    const ran = await cli(['import', path, '--out', at('nhap.tongket')])
    expect(ran).toMatchObject({ exit: 0 })
    const report = readReportFile(await readFile(at('nhap.tongket')), 'nhap.tongket')
    if (!report.ok || report.value.kind !== 'formalReport') throw new Error('no formal report')
    return { report: report.value, said: ran.err + ran.out }
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tong-ket-word-'))
    await writeFile(at('go-tay.docx'), docxFile(TYPED))
    await writeFile(at('bom.docx'), docxFile('', { raw: { 'word/document.xml': new Uint8Array(20_000_000) } }))
  })
  afterAll(() => rm(folder, { recursive: true }))

  it('to segment and to learn from', async () => {
    const paths = ['libreoffice.docx', 'python-docx.docx'].map((name) => join(FIXTURES, name))
    const segmented = await cli(['segment', ...paths, '--json'])
    expect(segmented).toMatchObject({ exit: 0, err: '' })
    expect(segmented.out).toContain('"read.commentsLeftOut"')
    expect(await cli(['learn', ...paths, '--name', 'Báo cáo quý', '--out', at('mau.json')])).toMatchObject({ exit: 0 })
    expect(await readFile(at('mau.json'), 'utf8')).toContain('"shortcomings"')
  })

  it('to import, with what could not be carried said', async () => {
    const { report, said } = await imported(join(FIXTURES, 'libreoffice.docx'))
    expect(report.letterhead.documentNumber).toBe('31')
    expect(JSON.stringify([...reportContents(report)])).toContain('Tư vấn sức khỏe cho 210 lượt người.')
    expect(said).toContain('Kiểm tra lại với trạm')
  })

  it('to import also where letterhead and signature are typed with tabs', async () => {
    const { report } = await imported(at('go-tay.docx'))
    expect(report.letterhead).toMatchObject({
      parentOrganization: 'HUYỆN ỦY ĐÔNG HÀ',
      issuingOrganization: 'BAN TUYÊN GIÁO',
      documentNumber: '15',
      documentSymbol: { type: 'BC', organization: 'BTG' },
      issuePlace: 'Đông Hà',
    })
    expect(report.signatureBlock).toMatchObject({ signerPosition: 'TRƯỞNG BAN', signerName: 'Trần Văn An' })
    expect(report.recipients).toEqual(['Huyện ủy'])
  })

  it('and refuses a dangerous one by its name, with what to do', async () => {
    const { exit, err } = await cli(['import', at('bom.docx'), '--out', at('x.tongket')])
    expect(exit).toBe(1)
    expect(err).toContain('bom.docx')
    expect(err).toContain('cấu tạo bất thường')
  })

  it('tells by name what a document holds that is not carried over, whichever command reads it', async () => {
    await writeFile(at('dao-chieu.txt'), 'BÁO CÁO\nkết quả quý I năm 2024\nMở 3 lớp\u202E cho đảng viên.\n')
    const losses = /^read\.directionMarks: dao-chieu\.txt: .+$/mu
    expect((await cli(['segment', at('dao-chieu.txt')])).err).toMatch(losses)
    const learned = await cli(['learn', at('dao-chieu.txt'), '--name', 'Mẫu', '--out', at('mau.json'), '--json'])
    expect(learned.err).toMatch(losses)
    expect(JSON.parse(learned.out)).toMatchObject({ losses: [{ code: 'read.directionMarks', file: 'dao-chieu.txt' }] })
  })
})
