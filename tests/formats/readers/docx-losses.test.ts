import { describe, expect, it } from 'vitest'
import { field, line, paragraph, relationshipsXml, run } from '../../support/docx-file'
import { readDocxFile } from './read-docx-file'

const notices = (...arguments_: Parameters<typeof readDocxFile>) =>
  readDocxFile(...arguments_).notices.map(({ code, severity, data }) => [
    code,
    severity,
    data?.['count'],
    data?.['text'],
  ])

describe('what a Word document holds beside its paragraphs is told', () => {
  it('comments', () => {
    const comments = `<w:comment w:id="1" w:author="B">${line('Cần bổ sung số liệu')}</w:comment><w:comment w:id="2">${line('Đã xem')}</w:comment>`
    expect(notices(line('thân'), { comments })).toEqual([
      ['read.commentsLeftOut', 'hint', 2, '“Cần bổ sung số liệu”, “Đã xem”'],
    ])
  })

  it('in headers and comments only by their words and by what is dangerous', () => {
    const box = `<w:r><w:pict><v:textbox><w:txbxContent>${line('khung')}</w:txbxContent></v:textbox></w:pict></w:r>`
    const inserted = `<w:ins w:id="1">${run('mới')}</w:ins>`
    const header1 = paragraph(run('Sở ') + inserted + box + field(' INCLUDETEXT "x" ', 'chép'))
    const body = `${line('thân')}<w:sectPr><w:headerReference r:id="header1"/></w:sectPr>`
    expect(notices(body, { margins: { header1 } })).toEqual([
      ['read.unsafeFields', 'warning', 1, '“INCLUDETEXT”'],
      ['read.headersLeftOut', 'hint', 1, '“Sở mới khungchép”'],
    ])
  })

  it('hidden words', () => {
    const body = paragraph(run('thấy ') + run('ẩn một', '<w:vanish/>') + run(' nối', '<w:vanish/>') + run(' thấy'))
    expect(notices(body)).toEqual([['read.hiddenLeftOut', 'warning', 1, '“ẩn một nối”']])
    expect(readDocxFile(body).paragraphs[0]?.text).toBe('thấy thấy')
  })

  it('hidden and deleted words of old fonts as they would read', () => {
    const old = '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>'
    const gone = `<w:del w:id="1"><w:r><w:rPr>${old}</w:rPr><w:delText>gi¸o</w:delText></w:r></w:del>`
    expect(notices(paragraph(run('a') + run('C«ng t¸c', `${old}<w:vanish/>`) + gone))).toEqual([
      ['read.hiddenLeftOut', 'warning', 1, '“Công tác”'],
      ['read.deletionsLeftOut', 'warning', 1, '“giáo”'],
    ])
  })

  it('pictures, with what their authors wrote to stand for them', () => {
    const picture = (description: string) =>
      `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="p" descr="${description}"/><a:graphic><a:graphicData><pic:pic/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
    const old = '<w:r><w:pict><v:shape alt="Lễ khai mạc"><v:imagedata r:id="x"/></v:shape></w:pict></w:r>'
    expect(notices(paragraph(run('Ảnh') + picture('Hội nghị') + picture('') + old))).toEqual([
      ['read.picturesLeftOut', 'hint', 3, '“Hội nghị”, “Lễ khai mạc”'],
    ])
  })

  it('charts, embedded files and controls, but no drawn line', () => {
    const chart =
      '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="b" descr="Biểu đồ"/><a:graphic><a:graphicData><c:chart r:id="c"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
    const embedded =
      '<w:r><w:object><v:shape><v:imagedata r:id="i"/></v:shape><o:OLEObject ProgID="Excel.Sheet.12" r:id="o"/></w:object></w:r>'
    const rule =
      '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:docPr id="2" name="k"/><wps:wsp/></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:line/></w:pict></mc:Fallback></mc:AlternateContent></w:r>'
    expect(notices(paragraph(run('a') + chart + embedded + rule + '<w:r><w:control r:id="k"/></w:r>'))).toEqual([
      ['read.objectsLeftOut', 'warning', 3, '“Biểu đồ”, “Excel.Sheet.12”'],
    ])
  })

  it('equations, whose letters stay', () => {
    const fraction =
      '<m:oMath><m:f><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:r><m:t>b</m:t></m:r></m:den></m:f></m:oMath>'
    const changed = '<m:oMath><w:del w:id="1"><m:r><m:t>2</m:t></m:r></w:del><m:r><m:t>r</m:t></m:r></m:oMath>'
    expect(notices(paragraph(run('Tỷ lệ ') + fraction))).toEqual([['read.equationsAsText', 'hint', 1, '']])
    expect(readDocxFile(paragraph(fraction + changed)).paragraphs[0]?.text).toBe('abr')
    expect(notices(paragraph(changed))).toContainEqual(['read.deletionsLeftOut', 'warning', 1, '“2”'])
  })

  it('fields that are more than text, and those that would reach outside', () => {
    const body = [
      paragraph(
        field(' PAGE ', '1') + field(' REF muc ', 'mục I') + field(' HYPERLINK "https://tinh.gov.vn" ', 'cổng'),
      ),
      paragraph(
        field(' MERGEFIELD ten ', 'An') + `<w:fldSimple w:instr=" DOCPROPERTY x ">${run('tài liệu')}</w:fldSimple>`,
      ),
      paragraph(field(' DDEAUTO c:\\\\windows cmd ', 'số liệu') + field(' INCLUDETEXT "\\\\\\\\may\\\\tep" ', 'chép')),
      paragraph(field(' HYPERLINK "file:///c:/a.exe" ', 'mở')),
    ].join('')
    expect(notices(body)).toEqual([
      ['read.fieldsAsText', 'hint', 2, '“MERGEFIELD”, “DOCPROPERTY”'],
      ['read.unsafeFields', 'warning', 2, '“DDEAUTO”, “INCLUDETEXT”'],
      ['read.outsideLinksDropped', 'warning', 1, '“file:///c:/a.exe”'],
    ])
    expect(readDocxFile(body).paragraphs.map(({ text }) => text)).toEqual([
      '1mục Icổng',
      'Antài liệu',
      'số liệuchép',
      'mở',
    ])
  })

  it('a name of a field that is cut over several runs', () => {
    const cut = ' D|DE|AUTO x '
      .split('|')
      .map((part) => `<w:r><w:instrText xml:space="preserve">${part}</w:instrText></w:r>`)
    const marks = ['begin', 'end'].map((type) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`)
    expect(notices(paragraph(`${run('a')}${marks[0] ?? ''}${cut.join('')}${marks[1] ?? ''}`))).toEqual([
      ['read.unsafeFields', 'warning', 1, '“DDEAUTO”'],
    ])
  })

  it('files inside the file, macros, and addresses outside it', () => {
    const relationships = [
      { id: 'a', type: 'aFChunk', target: 'chen.html' },
      { id: 'v', type: 'vbaProject', target: 'vbaProject.bin' },
      { id: 'h', type: 'hyperlink', target: 'https://tinh.gov.vn', isExternal: true },
      { id: 'j', type: 'hyperlink', target: 'javascript:alert(1)', isExternal: true },
      { id: 'i', type: 'image', target: 'file://may/anh.png', isExternal: true },
    ]
    expect(notices(`${line('thân')}<w:altChunk r:id="a"/><w:subDoc r:id="s"/>`, { relationships })).toEqual([
      ['read.outsideLinksDropped', 'warning', 2, '“javascript:alert(1)”, “file://may/anh.png”'],
      ['read.macrosLeftOut', 'warning', 1, ''],
      ['read.insertedFilesLeftOut', 'warning', 2, ''],
    ])
  })

  it('the template a document hangs on, which is never opened', () => {
    const rels =
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="t" Type="x/attachedTemplate" Target="http://noi-khac/mau.dotm" TargetMode="External"/></Relationships>'
    expect(notices(line('thân'), { settings: '', raw: { 'word/_rels/settings.xml.rels': rels } })).toEqual([
      ['read.outsideLinksDropped', 'warning', 1, '“http://noi-khac/mau.dotm”'],
    ])
  })

  it('parts that are missing, and bytes that say nothing', () => {
    const relationships = [{ id: 'f', type: 'footnotes', target: 'footnotes.xml' }]
    const utf8 = new TextEncoder().encode(
      '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>h?ng</w:t></w:r></w:p></w:body></w:document>',
    )
    utf8[utf8.indexOf('?'.charCodeAt(0))] = 0xff
    expect(notices('', { relationships, raw: { 'word/document.xml': utf8 } })).toEqual([
      ['read.partsMissing', 'warning', 1, '“word/footnotes.xml”'],
      ['text.damagedBytes', 'warning', 1, ''],
    ])
  })

  it('but not endlessly: a few texts, each cut', () => {
    const comments = Array.from(
      { length: 9 },
      (_, at) => `<w:comment w:id="${at}">${line(`${at} ${'dài '.repeat(60)}`)}</w:comment>`,
    ).join('')
    const [[, , count, text] = []] = notices(line('thân'), { comments })
    expect(count).toBe(9)
    expect(String(text)).toMatch(/^“0 dài .*…”, “1 .*, “4 .*…”, …$/)
    expect(String(text).length).toBeLessThan(450)
  })

  it('whole paragraphs that are deleted or moved away', () => {
    const body = `${line('thân')}<w:del w:id="1">${line('Bỏ đoạn này')}</w:del><w:moveFrom w:id="2">${line('Dời đi')}</w:moveFrom>`
    expect(notices(body)).toEqual([['read.deletionsLeftOut', 'warning', 2, '“Bỏ đoạn này”, “Dời đi”']])
    expect(readDocxFile(body).paragraphs.map(({ text }) => text)).toEqual(['thân'])
  })

  it('words that are drawn: ornamental letters, and paragraphs of a drawing', () => {
    const ornament = '<w:r><w:pict><v:shape><v:textpath string="DỰ THẢO"/></v:shape></w:pict></w:r>'
    const drawn =
      '<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><a:txBody><a:p><a:r><a:t>Sơ đồ </a:t></a:r><a:r><a:t>tổ chức</a:t></a:r></a:p></a:txBody></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
    expect(notices(paragraph(run('thân') + ornament + drawn))).toEqual([
      ['read.objectsLeftOut', 'warning', 2, '“DỰ THẢO”, “Sơ đồ tổ chức”'],
    ])
  })

  it('buttons of its own for the ribbon, as macros are', () => {
    const rels = relationshipsXml([
      { id: 'a', type: 'officeDocument', target: 'word/document.xml' },
      { id: 'b', type: 'extensibility', target: 'customUI/customUI.xml' },
    ])
    expect(notices(line('thân'), { raw: { '_rels/.rels': rels } })).toEqual([['read.macrosLeftOut', 'warning', 1, '']])
  })

  it('but never words between fields inside more fields than any document has', () => {
    const marks = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`.repeat(70)
    const body = paragraph(marks('begin')) + paragraph(marks('separate')) + line('giữa') + paragraph(marks('end'))
    expect(readDocxFile(body).paragraphs.map(({ text }) => text)).toEqual(['giữa'])
  })
})
