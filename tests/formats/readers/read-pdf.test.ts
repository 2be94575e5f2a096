import { describe, expect, it } from 'vitest'
import type { SampleDocument } from '../../../src/core/learning/sample-document'
import { readSample } from '../../../src/formats/readers'
import { makePdf, type PdfText } from '../../support/make-pdf'

async function read(bytes: Uint8Array): Promise<SampleDocument> {
  const result = await readSample(bytes, 'bao-cao.pdf')
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}
const textsOf = ({ paragraphs }: SampleDocument): readonly string[] => paragraphs.map(({ text }) => text)
const codesOf = ({ notices }: SampleDocument): readonly string[] => notices.map(({ code }) => code)

/** Lines one below the other from the left margin; 70 letters of 7 points fill one. */
const column = (lines: readonly string[], from = 100, step = 20): readonly PdfText[] =>
  lines.map((text, index) => ({ text, x: 56, y: from + index * step }))

const FULL = 'Ban Thường vụ đã lãnh đạo, chỉ đạo các cấp ủy triển khai thực hiện tốt'
const BODY = [FULL, 'các nhiệm vụ, giải pháp đề ra từ đầu năm và đạt nhiều kết quả quan', 'trọng.']

describe('reading a PDF', () => {
  it('joins the lines of a paragraph and begins a new one where the last is short', async () => {
    const sample = await read(makePdf([column([...BODY, ...BODY])]))
    expect(textsOf(sample)).toEqual([BODY.join(' '), BODY.join(' ')])
    expect(codesOf(sample)).toEqual(['read.linesJoined'])
  })

  it('begins a paragraph at an indent, at the mark of a list, at a gap and where the look changes', async () => {
    const indented = [...column([FULL]), { text: FULL, x: 90, y: 120 }]
    expect(textsOf(await read(makePdf([indented])))).toEqual([FULL, FULL])
    expect(textsOf(await read(makePdf([column([FULL, `- ${FULL}`, `1. ${FULL}`, `a) ${FULL}`])])))).toHaveLength(4)
    const apart = [...column([FULL]), ...column([FULL], 160)]
    expect(textsOf(await read(makePdf([apart])))).toEqual([FULL, FULL])
    const bold = [{ text: FULL, x: 56, y: 100, font: 'ABCDEF+TimesNewRoman-Bold' }, ...column([FULL], 120)]
    expect((await read(makePdf([bold]))).paragraphs.map(({ signals }) => signals.isBold ?? false)).toEqual([
      true,
      false,
    ])
  })

  it('begins a paragraph at the usual indent, also after a paragraph of one line', async () => {
    const first = 'Ban Thường vụ đã lãnh đạo, chỉ đạo các cấp ủy triển khai thực hiện'
    const rest = ['tốt các nhiệm vụ, giải pháp đề ra từ đầu năm và đạt nhiều kết quả quan', 'trọng.']
    const paragraph = (y: number): readonly PdfText[] => [
      { text: first, x: 84, y },
      ...rest.map((text, index) => ({ text, x: 56, y: y + 20 + index * 20 })),
    ]
    const single: readonly PdfText[] = [
      { text: `${first}.`, x: 84, y: 280 },
      { text: 'Trên đây là báo cáo.', x: 84, y: 300 },
    ]
    const page = [...paragraph(100), ...paragraph(160), ...paragraph(220), ...single]
    const whole = [first, ...rest].join(' ')
    expect(textsOf(await read(makePdf([page])))).toEqual([whole, whole, whole, `${first}.`, 'Trên đây là báo cáo.'])
  })

  it('never joins a heading in capitals to the text round it', async () => {
    const heading = 'KẾT QUẢ THỰC HIỆN CÁC NHIỆM VỤ TRỌNG TÂM TRONG SÁU THÁNG ĐẦU NĂM QUA'
    expect(textsOf(await read(makePdf([column([FULL, heading, FULL])])))).toEqual([FULL, heading, FULL])
    expect(textsOf(await read(makePdf([column([FULL, `B. ${heading}`])])))).toEqual([FULL, `B. ${heading}`])
  })

  it('carries a sentence over to the next page, and a new paragraph not', async () => {
    const over = await read(makePdf([column([FULL]), column(['trong năm qua.'])]))
    expect(textsOf(over)).toEqual([`${FULL} trong năm qua.`])
    expect(textsOf(await read(makePdf([column([FULL]), column(['Trong năm qua.'])])))).toHaveLength(2)
  })

  it('puts no space where a line broke inside a range', async () => {
    expect(textsOf(await read(makePdf([column([`${FULL} 2021-`, '2025.'])])))).toEqual([`${FULL} 2021-2025.`])
  })

  it('tells centred lines, lines to the right, bold, italic and sizes', async () => {
    const page: readonly PdfText[] = [
      { text: 'BÁO CÁO', x: 272, y: 60, font: 'TimesNewRoman,Bold' },
      ...column(BODY),
      { text: 'Người viết', x: 476, y: 200, size: 14, font: 'TimesNewRoman-Italic' },
      { text: 'Ghi chú nhỏ', x: 56, y: 230, size: 10 },
    ]
    const { paragraphs } = await read(makePdf([page]))
    expect(paragraphs.map(({ signals }) => signals)).toEqual([
      { fontSize: 14, isBold: true, alignment: 'center' },
      { fontSize: 14 },
      { fontSize: 14, isItalic: true, alignment: 'right' },
      { fontSize: 10 },
    ])
  })

  it('reads rows of a table, also where a cell has two lines', async () => {
    const row = (cells: readonly string[], y: number): readonly PdfText[] =>
      cells.map((text, index) => ({ text, x: [60, 120, 400][index] ?? 0, y }))
    const page = [
      ...row(['TT', 'Nội dung', 'Số lượng'], 100),
      ...row(['1', 'Hội nghị báo cáo viên', '12'], 120),
      { text: 'các cấp', x: 120, y: 136 },
      ...row(['2', 'Bản tin', '3'], 156),
      ...column([FULL], 200),
    ]
    const { paragraphs } = await read(makePdf([page]))
    expect(paragraphs.map(({ text, signals }) => [text, signals.isTableRow ?? false])).toEqual([
      ['TT\tNội dung\tSố lượng', true],
      ['1\tHội nghị báo cáo viên các cấp\t12', true],
      ['2\tBản tin\t3', true],
      [FULL, false],
    ])
  })

  it('reads a cell that comes after one of two lines', async () => {
    const page: readonly PdfText[] = [
      ...['TT', 'Nội dung', 'Số lượng'].map((text, index) => ({ text, x: [60, 120, 400][index] ?? 0, y: 100 })),
      { text: '1', x: 60, y: 120 },
      { text: 'Hội nghị', x: 120, y: 120 },
      { text: 'các cấp', x: 120, y: 136 },
      { text: '12', x: 400, y: 120 },
    ]
    expect(textsOf(await read(makePdf([page])))).toEqual(['TT\tNội dung\tSố lượng', '1\tHội nghị các cấp\t12'])
  })

  it('puts letters back into the gaps that were left for another font', async () => {
    const page: readonly PdfText[] = [
      { text: 'C', x: 56, y: 100 },
      { text: 'ng tác d', x: 70, y: 100 },
      { text: 'n vận', x: 133, y: 100 },
      { text: 'ô', x: 63, y: 100, font: 'DejaVuSerif' },
      { text: 'â', x: 126, y: 100, font: 'DejaVuSerif' },
      ...column(BODY, 140),
    ]
    expect(textsOf(await read(makePdf([page])))).toEqual(['Công tác dân vận', BODY.join(' ')])
  })

  it('takes letters that were drawn twice, to look bold, once', async () => {
    const page: readonly PdfText[] = [
      { text: 'KẾT QUẢ', x: 56, y: 100 },
      { text: 'KẾT QUẢ', x: 56.3, y: 100 },
    ]
    expect(textsOf(await read(makePdf([page])))).toEqual(['KẾT QUẢ'])
  })

  it('keeps the raised mark of a note in its line', async () => {
    const page: readonly PdfText[] = [
      { text: 'Theo báo cáo', x: 56, y: 100 },
      { text: '1', x: 141, y: 95, size: 8 },
      { text: 'của huyện.', x: 150, y: 100 },
    ]
    expect(textsOf(await read(makePdf([page])))).toEqual(['Theo báo cáo1 của huyện.'])
  })

  it('takes the two sides of a letterhead for lines, not for a table', async () => {
    const page: readonly PdfText[] = [
      { text: 'HUYỆN ỦY LÂM BÌNH', x: 60, y: 60, size: 13 },
      { text: 'ĐẢNG CỘNG SẢN VIỆT NAM', x: 330, y: 60, size: 13 },
      { text: 'Số 12-BC/HU', x: 90, y: 80, size: 13 },
      { text: 'Lâm Bình, ngày 05 tháng 7 năm 2026', x: 310, y: 80, size: 13 },
      ...column(BODY, 140),
    ]
    expect(textsOf(await read(makePdf([page])))).toEqual([
      'HUYỆN ỦY LÂM BÌNH',
      'ĐẢNG CỘNG SẢN VIỆT NAM',
      'Số 12-BC/HU',
      'Lâm Bình, ngày 05 tháng 7 năm 2026',
      BODY.join(' '),
    ])
  })

  it('leaves running heads and page numbers out, and says which', async () => {
    const page = (number: number): readonly PdfText[] => [
      { text: 'Ban Tuyên giáo Huyện ủy', x: 56, y: 30, size: 10 },
      { text: String(number), x: 297, y: 45 },
      ...column(BODY),
    ]
    const sample = await read(makePdf([page(1), page(2), page(3)]))
    expect(textsOf(sample)).toEqual([BODY, BODY, BODY].map((lines) => lines.join(' ')))
    const text = 'Ban Tuyên giáo Huyện ủy; 1; 2'
    expect(sample.notices).toContainEqual({ code: 'read.pageFurniture', severity: 'hint', data: { count: 6, text } })
  })

  it('keeps whatever stands within the margins, however often it comes again', async () => {
    const page = column(['1.', '2026', 'Xong.'], 72)
    const sample = await read(makePdf([page, page, page]))
    expect(textsOf(sample).join(' ')).toBe('1. 2026 Xong. 1. 2026 Xong. 1. 2026 Xong.')
  })

  it('decodes old fonts by their names', async () => {
    const page: readonly PdfText[] = [
      { text: 'B¸o c¸o s¬ kÕt', x: 56, y: 60, font: 'ABCDEE+.VnTimeH' },
      { text: 'c«ng t¸c tuyªn gi¸o h\u00ADíng', x: 56, y: 100, font: 'ABCDEE+.VnTime' },
      { text: 'coâng taùc daân vaän', x: 56, y: 140, font: 'VNI-Times' },
    ]
    const sample = await read(makePdf([page]))
    expect(textsOf(sample)).toEqual(['BÁO CÁO SƠ KẾT', 'công tác tuyên giáo hướng', 'công tác dân vận'])
    expect(
      sample.notices.filter(({ code }) => code === 'read.legacyFonts').map(({ data }) => data?.['encoding']),
    ).toEqual(['TCVN3 (ABC)', 'VNI'])
  })

  it('reads a page that lies on its side', async () => {
    expect(textsOf(await read(makePdf([column(BODY)], { rotate: 90 })))).toHaveLength(3)
  })

  it('says which pages are pictures, and refuses a file of nothing else', async () => {
    const sample = await read(makePdf([column(BODY), [], column(BODY)]))
    expect(sample.notices).toContainEqual({
      code: 'read.pagesWithoutText',
      severity: 'warning',
      data: { count: 1, pages: '2' },
    })
    expect(await readSample(makePdf([[], []]), 'scan.pdf')).toEqual({
      ok: false,
      error: { code: 'file.noText', name: 'scan.pdf' },
    })
    expect(await readSample(makePdf([[{ text: '\u0001\u0002\u0003', x: 72, y: 72 }]]), 'phong-la.pdf')).toEqual({
      ok: false,
      error: { code: 'file.noText', name: 'phong-la.pdf' },
    })
  })

  it('tells remarks, filled fields and files inside, which are no text of its pages', async () => {
    const remark = '<</Type/Annot/Subtype/FreeText/Rect[0 0 99 99]/Contents(Xem lai so lieu)>>'
    const filled = '<</Type/Annot/Subtype/Widget/FT/Tx/T(a)/V(Da duyet)/Rect[0 0 9 9]>>'
    const sample = await read(
      makePdf([column(BODY)], {
        page: `/Annots[${remark}${filled}]`,
        catalog: '/Names<</EmbeddedFiles<</Names[(bang.xls)<</Type/Filespec/F(bang.xls)>>]>>>>',
      }),
    )
    expect(sample.notices.slice(-3)).toEqual([
      { code: 'read.commentsLeftOut', severity: 'hint', data: { count: 1, text: '“Xem lai so lieu”' } },
      { code: 'read.formsLeftOut', severity: 'hint', data: { count: 1, text: '“Da duyet”' } },
      { code: 'read.objectsLeftOut', severity: 'warning', data: { count: 1, text: '“bang.xls”' } },
    ])
  })

  it('refuses a file under a password', async () => {
    const locked = `/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<${'41'.repeat(32)}>/U<${'42'.repeat(32)}>>>`
    expect(await readSample(makePdf([column(BODY)], { trailer: locked }), 'khoa.pdf')).toEqual({
      ok: false,
      error: { code: 'file.encrypted', name: 'khoa.pdf' },
    })
  })

  it('refuses more pages than any report has', async () => {
    const many = makePdf(Array.from({ length: 501 }, () => []))
    expect(await readSample(many, 'sach.pdf')).toEqual({
      ok: false,
      error: { code: 'file.tooManyPages', name: 'sach.pdf', limitPages: 500 },
    })
  })

  it.each([
    ['cut off', (whole: Uint8Array) => whole.slice(0, 40)],
    ['nothing but its first line', () => new TextEncoder().encode('%PDF-1.7\n')],
    ['named so, but noise', () => Uint8Array.from({ length: 4000 }, (_, i) => 128 + ((i * 37) % 128))],
  ])('refuses what is broken: %s', async (_what, broken) => {
    const result = await readSample(broken(makePdf([column(BODY)])), 'hong.pdf')
    expect(result.ok ? 'read' : result.error.code).toBe('file.damaged')
  })

  it('leaves the bytes it was given as they are', async () => {
    const bytes = makePdf([column(BODY)])
    await read(bytes)
    expect(bytes).toEqual(makePdf([column(BODY)]))
  })
})
