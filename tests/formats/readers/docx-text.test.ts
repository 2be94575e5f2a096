import { describe, expect, it } from 'vitest'
import { field, line, NAMESPACES, paragraph, run } from '../../support/docx-file'
import { docxTexts, readDocxFile } from './read-docx-file'

describe('the words of a Word document', () => {
  it('come as one paragraph each, runs joined, empty ones left out', () => {
    const read = readDocxFile(
      `${paragraph(run('Công ') + run('tác', '<w:b/>') + run(' tuyên giáo'))}${line('  ')}${line('Hết')}`,
    )
    expect(read.paragraphs).toEqual([
      { index: 0, text: 'Công tác tuyên giáo', signals: {} },
      { index: 1, text: 'Hết', signals: {} },
    ])
    expect(read.notices).toEqual([])
  })

  it('are composed, and joined before they are composed', () => {
    expect(docxTexts(paragraph(run('Tuye') + run('\u0302n giáo'.normalize('NFD'))))).toEqual(['Tuyên giáo'])
  })

  it('break where lines break, and keep one tab where text was moved by several', () => {
    const broken = '<w:r><w:t>BÁO CÁO</w:t><w:br/><w:t>Kết quả năm</w:t><w:tab/><w:tab/><w:t>2025</w:t></w:r>'
    expect(docxTexts(paragraph(broken))).toEqual(['BÁO CÁO', 'Kết quả năm\t2025'])
  })

  it('have a space, no tab, after a typed mark', () => {
    const marked = (mark: string) => paragraph(`<w:r><w:t>${mark}</w:t><w:tab/><w:t>Công tác tuyên truyền</w:t></w:r>`)
    expect(docxTexts(marked('I.') + marked('1.2.') + marked('-'))).toEqual([
      'I. Công tác tuyên truyền',
      '1.2. Công tác tuyên truyền',
      '- Công tác tuyên truyền',
    ])
  })

  it('keep hyphens that hold, leave those that only may break to the step that knows the encoding, and turn signs of picture fonts into characters', () => {
    const signs =
      '<w:r><w:t>TP</w:t><w:noBreakHyphen/><w:t>HCM tuyên</w:t><w:softHyphen/><w:t>giáo </w:t><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>'
    const typed = run('\uF0E0', '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>')
    expect(docxTexts(paragraph(signs + typed))).toEqual(['TP-HCM tuyên\u00ADgiáo ☑→'])
  })

  it('mark a sign that nobody knows, and say so', () => {
    const read = readDocxFile(paragraph('<w:r><w:t>Xem </w:t><w:sym w:font="Webdings" w:char="F021"/></w:r>'))
    expect(read.paragraphs[0]?.text).toBe('Xem □')
    expect(read.notices).toEqual([{ code: 'read.symbolsUnknown', severity: 'warning', data: { count: 1, text: '' } }])
  })

  it('are what the page shows where letters are set as capitals', () => {
    expect(docxTexts(paragraph(run('Báo cáo', '<w:caps/>') + run(' năm')))).toEqual(['BÁO CÁO năm'])
  })

  it('come out of hyperlinks, content controls, smart tags and whatever a later Word invents', () => {
    const wrapped = ['w:hyperlink', 'w:smartTag', 'w:bdo', 'w:later', 'other'].map(
      (name) => `<${name}>${run(name)}</${name}>`,
    )
    const control = `<w:sdt><w:sdtPr><w:tag w:val="x"/></w:sdtPr><w:sdtContent>${run('ô')}</w:sdtContent></w:sdt>`
    const block = `<w:sdt><w:sdtContent>${line('khối')}</w:sdtContent></w:sdt><w:customXml>${line('thẻ')}</w:customXml>`
    expect(docxTexts(paragraph(wrapped.join('') + control) + block)).toEqual([
      'w:hyperlinkw:smartTagw:bdow:laterotherô',
      'khối',
      'thẻ',
    ])
  })

  it('are read under any prefix and in the strict spelling of the format', () => {
    const strict = `<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:r><x:t>Nghiêm ngặt</x:t></x:r></x:p></x:body></x:document>`
    expect(docxTexts('', { raw: { 'word/document.xml': strict } })).toEqual(['Nghiêm ngặt'])
  })

  it.each([
    ['little', false],
    ['big', true],
  ])('are read from UTF-16 too, %s end first', (_, isBig) => {
    const xml = `\uFEFF<?xml version="1.0" encoding="UTF-16"?><w:document ${NAMESPACES}><w:body>${line('Đảng bộ')}</w:body></w:document>`
    const bytes = new Uint8Array(xml.length * 2)
    const view = new DataView(bytes.buffer)
    for (let at = 0; at < xml.length; at += 1) view.setUint16(at * 2, xml.charCodeAt(at), !isBig)
    expect(docxTexts('', { raw: { 'word/document.xml': bytes } })).toEqual(['Đảng bộ'])
  })

  it('keep the result of a field, not its instruction', () => {
    expect(docxTexts(paragraph(run('Ngày ') + field(' DATE \\@ "d/M" ', '5/7')))).toEqual(['Ngày 5/7'])
  })

  it('keep only the outer result of fields inside one another', () => {
    const inner = field(' MERGEFIELD ten ', 'bên trong')
    const nested = [
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
      `<w:r><w:instrText> IF </w:instrText></w:r>${inner}<w:r><w:instrText> = "" </w:instrText></w:r>`,
      '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
      run('bên ngoài'),
      '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    ].join('')
    expect(docxTexts(paragraph(nested))).toEqual(['bên ngoài'])
  })

  it('show the boxes of a form, ticked or not', () => {
    const box = (properties: string) =>
      `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox>${properties}</w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`
    const body = paragraph(
      box('<w:default w:val="0"/>') + run(' có ') + box('<w:default w:val="0"/><w:checked/>') + run(' không'),
    )
    expect(docxTexts(body)).toEqual(['☐ có ☑ không'])
    expect(readDocxFile(body).notices).toEqual([])
  })

  it('come out of fields nested deeper than any document nests them', () => {
    const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
    const nested = (mark('begin') + mark('separate')).repeat(80) + run('trong') + mark('end').repeat(80)
    const after =
      mark('begin') +
      '<w:r><w:instrText> X </w:instrText></w:r>' +
      run('lệnh') +
      mark('separate') +
      run('sau') +
      mark('end')
    expect(docxTexts(paragraph(nested + after))).toEqual(['trongsau'])
  })

  it('stay where a field never ends', () => {
    const broken = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> IF </w:instrText></w:r>`
    expect(docxTexts(paragraph(broken + run('vẫn còn')) + line('đoạn sau'))).toEqual(['vẫn còn', 'đoạn sau'])
  })

  it('lose characters that turn the order of others, and the officer hears of it', () => {
    const read = readDocxFile(line('Số \u202E12\u202C-BC'))
    expect(read.paragraphs[0]?.text).toBe('Số 12-BC')
    expect(read.notices).toEqual([{ code: 'read.directionMarks', severity: 'warning', data: { count: 2, text: '' } }])
  })

  it('come from text boxes once, after the paragraph the box hangs on', () => {
    const inBox = `<w:txbxContent>${line('Trong khung')}</w:txbxContent>`
    const box = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${inBox}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>${inBox}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`
    const read = readDocxFile(paragraph(run('Trước ') + box + run('sau')) + line('Cuối'))
    expect(read.paragraphs.map(({ text }) => text)).toEqual(['Trước sau', 'Trong khung', 'Cuối'])
    expect(read.notices).toEqual([{ code: 'read.textBoxesPlaced', severity: 'hint', data: { count: 1, text: '' } }])
  })

  it('come from the version for older programs where the newer one holds nothing to read', () => {
    const ink = `<w:r><mc:AlternateContent><mc:Choice Requires="wpi"><w:drawing/></mc:Choice><mc:Fallback><w:t>chữ thay</w:t></mc:Fallback></mc:AlternateContent></w:r>`
    expect(docxTexts(paragraph(ink))).toEqual(['chữ thay'])
  })

  it('come from notes after their paragraph, with the mark of the note', () => {
    const reference = (id: number) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`
    const note = (id: number, text: string, type = '') => `<w:footnote w:id="${id}"${type}>${line(text)}</w:footnote>`
    const read = readDocxFile(
      paragraph(run('Mở 12 lớp') + reference(3) + run(' và thi') + reference(2)) + paragraph(run('Hết') + reference(2)),
      { footnotes: note(0, 'gạch', ' w:type="separator"') + note(2, 'Theo kế hoạch.') + note(3, 'Tại các xã.') },
    )
    expect(read.paragraphs.map(({ text, signals }) => [text, signals])).toEqual([
      ['Mở 12 lớp và thi', {}],
      ['Tại các xã.', { isNote: true, listMarker: '[1]' }],
      ['Theo kế hoạch.', { isNote: true, listMarker: '[2]' }],
      ['Hết', {}],
    ])
    expect(read.notices).toEqual([{ code: 'read.notesPlaced', severity: 'hint', data: { count: 2, text: '' } }])
  })

  it('follow the officer who accepts every change', () => {
    const ins = (runs: string) => `<w:ins w:id="1" w:author="A">${runs}</w:ins>`
    const del = (text: string) => `<w:del w:id="2" w:author="A"><w:r><w:delText>${text}</w:delText></w:r></w:del>`
    const moved = `<w:moveFrom>${run('chuyển đi')}</w:moveFrom>`
    const read = readDocxFile(
      paragraph(run('Mở ') + del('mười ') + del('lớp') + ins(run('12 ') + run('lớp')) + run('.') + moved) +
        paragraph(run('Đoạn bị nối '), '<w:rPr><w:del w:id="3"/></w:rPr>') +
        line('với đoạn này'),
    )
    expect(read.paragraphs.map(({ text }) => text)).toEqual(['Mở 12 lớp.', 'Đoạn bị nối với đoạn này'])
    expect(read.notices).toEqual([
      { code: 'read.deletionsLeftOut', severity: 'warning', data: { count: 2, text: '“mười lớp”, “chuyển đi”' } },
      { code: 'read.insertionsTaken', severity: 'hint', data: { count: 1, text: '“12 lớp”' } },
    ])
  })

  it('are gone where an insertion is deleted again, whichever stands in the other', () => {
    const body = `<w:del><w:ins>${run('một')}</w:ins></w:del><w:ins><w:del><w:r><w:delText>hai</w:delText></w:r></w:del></w:ins>`
    expect(docxTexts(paragraph(run('còn ') + body))).toEqual(['còn'])
  })

  it('in fonts from before Unicode are decoded, also where two runs share a letter', () => {
    const font = (name: string) => `<w:rFonts w:ascii="${name}" w:hAnsi="${name}"/>`
    const read = readDocxFile(
      paragraph(run('C«ng t¸c tuyªn gi¸o', font('.VnTime'))) +
        paragraph(run('coâng ta', font('VNI-Times')) + run('ùc', `${font('VNI-Times')}<w:b/>`)) +
        paragraph(run('§¶ng', '<w:rStyle w:val="Old"/>')),
      { styles: `<w:style w:type="character" w:styleId="Old"><w:rPr>${font('.VnTimeH')}</w:rPr></w:style>` },
    )
    expect(read.paragraphs.map(({ text }) => text)).toEqual(['Công tác tuyên giáo', 'công tác', 'ĐẢNG'])
    expect(read.notices.map(({ code, data }) => [code, data?.['encoding']])).toEqual([
      ['read.legacyFonts', 'TCVN3 (ABC)'],
      ['read.legacyFonts', 'VNI'],
    ])
  })
})
