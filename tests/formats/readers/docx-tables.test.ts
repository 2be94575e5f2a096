import { describe, expect, it } from 'vitest'
import { readDocxDocument } from '../../../src/formats/docx/read/read-docx-document'
import { cell, docxFile, line, paragraph, row, RULED, run, table } from '../../support/docx-file'
import { docxTexts, readDocxFile } from './read-docx-file'

const cells = (...texts: readonly string[]): string => row(texts.map((text) => cell(line(text))).join(''))
const LONG = line('Công tác tuyên truyền được triển khai rộng khắp các xã trong huyện. '.repeat(5))

describe('tables of data', () => {
  it('become rows, cells joined by tabs, an empty one keeping its place', () => {
    const read = readDocxFile(table(cells('', 'Số lớp', 'Số người') + cells('Xã Đông', '3', ''), RULED))
    expect(read.paragraphs).toEqual([
      { index: 0, text: '\tSố lớp\tSố người', signals: { isTableRow: true } },
      { index: 1, text: 'Xã Đông\t3', signals: { isTableRow: true } },
    ])
    expect(read.notices).toEqual([])
  })

  it('keep their columns where cells are merged, and say so', () => {
    const wide = row(cell(line('Tổng'), '<w:gridSpan w:val="2"/>') + cell(line('9')))
    const tall = row(cell(line('A'), '<w:vMerge w:val="restart"/>') + cell(line('1')) + cell(line('2')))
    const below = row(cell('<w:p/>', '<w:vMerge/>') + cell(line('3')) + cell(line('4')))
    const left = row(cell(line('B')) + cell(line('tiếp'), '<w:hMerge/>') + cell(line('5')))
    const late = row(cell(line('6')), '<w:gridBefore w:val="2"/>')
    const read = readDocxFile(table(wide + tall + below + left + late, RULED))
    expect(read.paragraphs.map(({ text }) => text)).toEqual(['Tổng\t\t9', 'A\t1\t2', '\t3\t4', 'B tiếp\t\t5', '\t\t6'])
    expect(read.notices).toEqual([{ code: 'read.mergedCells', severity: 'hint', data: { count: 3, text: '' } }])
  })

  it('join the paragraphs of a cell, with the numbers Word sets, also where nothing else stands', () => {
    const numbering =
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    const numbered = paragraph('', '<w:numPr><w:numId w:val="1"/></w:numPr>')
    const read = (order: string) => row(cell(numbered) + cell(line(order) + line('(có mặt)')))
    expect(docxTexts(table(read('Xã Đông') + read('Xã Tây'), RULED), { numbering })).toEqual([
      '1\tXã Đông (có mặt)',
      '2\tXã Tây (có mặt)',
    ])
  })

  it('give the rows of a table inside a cell to that cell, with a notice', () => {
    const inner = table(cells('1', '2') + cells('3', '4'), RULED)
    const read = readDocxFile(table(row(cell(line('ngoài') + inner) + cell(line('cuối'))), RULED))
    expect(read.paragraphs.map(({ text }) => text)).toEqual(['ngoài 1 2 3 4\tcuối'])
    expect(read.notices.map(({ code }) => code)).toEqual(['read.nestedTables'])
  })

  it('are known by the style that draws their lines, or by lines round their cells', () => {
    const styles = `<w:style w:type="table" w:styleId="Luoi"><w:tblPr>${RULED}</w:tblPr></w:style><w:style w:type="table" w:styleId="Con"><w:basedOn w:val="Luoi"/></w:style>`
    const ruledCell = '<w:tcBorders><w:left w:val="single"/><w:right w:val="single"/></w:tcBorders>'
    const byCells = table(row(cell(line('a') + line('hai'), ruledCell) + cell(line('b'), ruledCell)))
    expect(docxTexts(table(cells('1', '2'), '<w:tblStyle w:val="Con"/>') + byCells, { styles })).toEqual([
      '1\t2',
      'a hai\tb',
    ])
  })

  it('without lines are rows in the middle of the text, when each cell is one line', () => {
    expect(docxTexts(LONG + table(cells('Năm', '2025') + cells('Lớp', '12'))).slice(1)).toEqual([
      'Năm\t2025',
      'Lớp\t12',
    ])
  })

  it('without lines are rows also at the head, when they have more columns than a letterhead', () => {
    const wide = row(['a', 'b', 'c', 'd'].map((text) => cell(line(text) + line('hai'))).join(''))
    expect(docxTexts(table(wide))).toEqual(['a hai\tb hai\tc hai\td hai'])
  })

  it('are not known by a line beside one cell or below a name', () => {
    const side = '<w:tcBorders><w:right w:val="single"/></w:tcBorders>'
    const below = '<w:tcBorders><w:bottom w:val="single"/></w:tcBorders>'
    const rows =
      row(cell(line('a'), side) + cell(line('b'), below)) + row(cell(line('c'), below) + cell(line('d'), below))
    expect(docxTexts(table(rows))).toEqual(['a', 'b', 'c', 'd'])
  })

  it('never cover more columns than Word has', () => {
    const span = (text: string) => cell(line(text), '<w:gridSpan w:val="40"/>')
    const read = readDocxDocument(docxFile(table(row(span('a') + span('b') + span('c')), RULED)))
    const [block] = read.ok ? read.value.document.blocks : []
    const columns = block?.type === 'table' ? block.rows[0]?.cells.map((one) => one.columns) : []
    expect(columns).toEqual([40, 23])
  })

  it('without lines are rows also in a short report, once its title stands above', () => {
    const above = ['ĐẢNG ỦY XÃ', 'BÁO CÁO', 'kết quả tháng 6', 'I. Kết quả'].map((text) => line(text)).join('')
    expect(docxTexts(above + table(cells('Lớp', '12'))).at(-1)).toBe('Lớp\t12')
  })

  it('lose no word beyond the last column Word has, and say what is deleted or hidden as a row', () => {
    const wide = Array.from({ length: 70 }, (_, at) => `c${at}`)
    const gone = row(cell(`<w:p><w:del><w:r><w:delText>xoá</w:delText></w:r></w:del></w:p>`), '<w:del w:id="1"/>')
    const hidden = row(cell(line('ẩn')), '<w:hidden/>')
    const read = readDocxFile(table(cells(...wide) + gone + hidden, RULED))
    expect(read.paragraphs).toHaveLength(1)
    expect(read.paragraphs[0]?.text.split(/[\t ]/)).toEqual(wide)
    expect(read.paragraphs[0]?.text.split('\t')).toHaveLength(63)
    expect(read.notices.map(({ code, data }) => [code, data?.['text']])).toEqual([
      ['read.deletionsLeftOut', '“xoá”'],
      ['read.hiddenLeftOut', '“ẩn”'],
    ])
  })

  it('are bold where all their words are', () => {
    const bold = (text: string) => cell(paragraph(run(text, '<w:b/>')))
    const read = readDocxFile(table(row(bold('TT') + bold('Đơn vị')) + row(bold('1') + cell(line('Xã'))), RULED))
    expect(read.paragraphs.map(({ signals }) => signals.isBold)).toEqual([true, undefined])
  })
})

describe('tables that only set lines side by side', () => {
  const letterhead = table(
    row(cell(line('HUYỆN UỶ ĐÔNG HÀ') + line('BAN TUYÊN GIÁO')) + cell(line('ĐẢNG CỘNG SẢN VIỆT NAM'))) +
      cells('Số 15-BC/BTG', 'Đông Hà, ngày 5 tháng 7 năm 2025'),
  )

  it('give their lines, cell after cell', () => {
    const read = readDocxFile(letterhead + LONG)
    expect(read.paragraphs.slice(0, 5).map(({ text, signals }) => [text, signals.isTableRow])).toEqual([
      ['HUYỆN UỶ ĐÔNG HÀ', undefined],
      ['BAN TUYÊN GIÁO', undefined],
      ['ĐẢNG CỘNG SẢN VIỆT NAM', undefined],
      ['Số 15-BC/BTG', undefined],
      ['Đông Hà, ngày 5 tháng 7 năm 2025', undefined],
    ])
  })

  it('are known at the head also where each cell is one line, and at the foot by their lines', () => {
    const head = table(cells('ĐẢNG BỘ XÃ ĐÔNG', 'ĐẢNG CỘNG SẢN VIỆT NAM'))
    const foot = table(row(cell(line('Nơi nhận:') + line('- Huyện uỷ;')) + cell(line('BÍ THƯ') + line('Trần Văn An'))))
    expect(docxTexts(head + LONG + foot).filter((text) => text.length < 60)).toEqual([
      'ĐẢNG BỘ XÃ ĐÔNG',
      'ĐẢNG CỘNG SẢN VIỆT NAM',
      ...['Nơi nhận:', '- Huyện uỷ;', 'BÍ THƯ', 'Trần Văn An'],
    ])
  })

  it('are known by lines that are broken inside a paragraph', () => {
    const signed = '<w:p><w:r><w:t>BÍ THƯ</w:t><w:br/><w:t>Trần Văn An</w:t></w:r></w:p>'
    expect(docxTexts(LONG + table(row(cell('<w:p/>') + cell(signed)))).slice(1)).toEqual(['BÍ THƯ', 'Trần Văn An'])
  })

  it('are frames round one column of text too', () => {
    expect(docxTexts(LONG + table(row(cell(line('Khung') + line('một cột'))), RULED)).slice(1)).toEqual([
      'Khung',
      'một cột',
    ])
  })
})
