import { describe, expect, it } from 'vitest'
import type { DocxDocument, DocxParagraph } from '../../../src/formats/docx/read/docx-document'
import { readDocxDocument } from '../../../src/formats/docx/read/read-docx-document'
import { docxFile, field, line, paragraph, run, type DocxParts } from '../../support/docx-file'
import { readDocxFile } from './read-docx-file'

function read(body: string, parts: DocxParts = {}): DocxDocument {
  const result = readDocxDocument(docxFile(body, parts))
  if (!result.ok) throw new Error(result.error)
  return result.value.document
}

function first(body: string, parts: DocxParts = {}): DocxParagraph {
  const [block] = read(body, parts).blocks
  if (block?.type !== 'paragraph') throw new Error('no paragraph')
  return block
}

const runFormat = (body: string, parts: DocxParts = {}) => {
  const [inline] = first(body, parts).inlines
  return inline?.type === 'text' ? inline.format : undefined
}

const style = (id: string, content: string, more = '', type = 'paragraph'): string =>
  `<w:style w:type="${type}" w:styleId="${id}" ${more}>${content}</w:style>`

describe('the format that holds for a paragraph', () => {
  const styles = [
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/><w:sz w:val="22"/></w:rPr></w:rPrDefault>',
    '<w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="259" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>',
    style('Normal', '<w:name w:val="Normal"/><w:pPr><w:jc w:val="both"/></w:pPr>', 'w:default="1"'),
    style(
      'Base',
      '<w:basedOn w:val="Normal"/><w:pPr><w:ind w:left="720"/><w:keepNext/></w:pPr><w:rPr><w:b/><w:sz w:val="28"/></w:rPr>',
    ),
    style(
      'Top',
      '<w:name w:val="heading 2"/><w:basedOn w:val="Base"/><w:pPr><w:keepNext w:val="0"/><w:outlineLvl w:val="1"/></w:pPr>',
    ),
    style('Strong', '<w:rPr><w:b/><w:i/></w:rPr>', '', 'character'),
  ].join('')
  const theme =
    '<a:fontScheme><a:majorFont><a:latin typeface="Cambria"/></a:majorFont><a:minorFont><a:latin typeface="Tinos"/></a:minorFont></a:fontScheme>'

  it('comes from defaults, styles based on styles, and itself', () => {
    const { format, styleName } = first(
      line('Đề mục', '<w:pStyle w:val="Top"/><w:spacing w:before="120"/><w:ind w:firstLine="284"/>'),
      { styles },
    )
    expect(styleName).toBe('heading 2')
    expect(format).toEqual({
      alignment: 'justified',
      indentLeft: 720,
      indentFirstLine: 284,
      spaceBefore: 120,
      spaceAfter: 160,
      lineSpacing: 259,
      lineRule: 'multiple',
      keepWithNext: false,
      outlineLevel: 1,
    })
  })

  it('takes the font of the theme, and the default style where none is named', () => {
    expect(runFormat(line('Chữ'), { styles, theme })).toEqual({ font: 'Tinos', markedLetterFont: 'Tinos', size: 22 })
    expect(first(line('Chữ'), { styles }).styleName).toBe('Normal')
  })

  it('has letters turned bold by two styles upright again, and by themselves bold', () => {
    const inStyles = paragraph(run('a', '<w:rStyle w:val="Strong"/>'), '<w:pStyle w:val="Base"/>')
    const direct = paragraph(run('a', '<w:rStyle w:val="Strong"/><w:b/>'), '<w:pStyle w:val="Base"/>')
    expect(runFormat(inStyles, { styles })).toMatchObject({ isBold: false, isItalic: true, size: 28 })
    expect(runFormat(direct, { styles })).toMatchObject({ isBold: true, isItalic: true })
  })

  it('stays bold by one style where another only says nothing of it', () => {
    const plain = styles + style('Plain', '<w:rPr><w:b w:val="0"/></w:rPr>', '', 'character')
    const text = paragraph(run('a', '<w:rStyle w:val="Plain"/>'), '<w:pStyle w:val="Base"/>')
    expect(runFormat(text, { styles: plain })).toMatchObject({ isBold: true })
  })

  it('takes the indents of its list, unless its style chose the list and has its own', () => {
    const numbering =
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:lvlText w:val="-"/><w:pPr><w:ind w:left="360" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    const use = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    const own = style('Muc', `<w:pPr>${use}<w:ind w:left="100"/></w:pPr>`)
    expect(first(line('a', `<w:pStyle w:val="Base"/>${use}`), { styles, numbering }).format).toMatchObject({
      indentLeft: 360,
      indentFirstLine: -360,
    })
    expect(first(line('a', '<w:pStyle w:val="Muc"/>'), { styles: own, numbering }).format).toMatchObject({
      indentLeft: 100,
    })
  })

  it('reads measures with units, and passes over what is no measure', () => {
    const { format } = first(
      line('a', '<w:ind w:left="1.27cm" w:right="abc"/><w:spacing w:before="6pt" w:line="360" w:lineRule="exact"/>'),
    )
    expect(format).toEqual({ indentLeft: 720, spaceBefore: 120, lineSpacing: 360, lineRule: 'exact' })
  })

  it('ends where styles are based on each other in a ring', () => {
    const ring =
      style('A', '<w:basedOn w:val="B"/><w:rPr><w:b/></w:rPr>') +
      style('B', '<w:basedOn w:val="A"/><w:rPr><w:i/></w:rPr>')
    expect(runFormat(line('a', '<w:pStyle w:val="A"/>'), { styles: ring })).toEqual({ isBold: true, isItalic: true })
  })

  it('says of letters all that a checker of looks asks', () => {
    const all =
      '<w:rFonts w:ascii="Arial" w:hAnsi="Tinos"/><w:u w:val="single"/><w:smallCaps/><w:strike/><w:vertAlign w:val="superscript"/><w:color w:val="FF0000"/><w:highlight w:val="yellow"/>'
    expect(runFormat(paragraph(run('a', all)))).toEqual({
      ...{ font: 'Arial', markedLetterFont: 'Tinos', isUnderlined: true, isSmallCaps: true, isStruck: true },
      ...{ verticalPosition: 'superscript', colour: 'FF0000', highlight: 'yellow' },
    })
  })
})

describe('pages', () => {
  const size =
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="851" w:bottom="1134" w:left="1701" w:header="567" w:footer="568"/>'

  it('have size and margins, section by section', () => {
    const landscape = '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr>'
    const { sections } = read(
      `${line('một')}${line('hai', `<w:sectPr>${size}<w:titlePg/></w:sectPr>`)}${line('ba')}${landscape}`,
    )
    expect(sections).toEqual([
      {
        ...{ firstBlock: 0, isLandscape: false, hasTitlePage: true, margins: [], pageWidth: 11906, pageHeight: 16838 },
        ...{
          marginTop: 1134,
          marginBottom: 1134,
          marginLeft: 1701,
          marginRight: 851,
          headerDistance: 567,
          footerDistance: 568,
        },
      },
      { firstBlock: 2, isLandscape: true, hasTitlePage: false, margins: [], pageWidth: 16838, pageHeight: 11906 },
    ])
  })

  it('keep headers with the field that prints the number, and tell only words', () => {
    const parts = {
      margins: { header1: paragraph(field(' PAGE ', '2')), footer1: line('Lưu hành nội bộ') },
    }
    const body = `${line('thân')}<w:sectPr><w:headerReference w:type="default" r:id="header1"/><w:footerReference w:type="first" r:id="footer1"/></w:sectPr>`
    const [section] = read(body, parts).sections
    expect(section?.margins.map(({ place, pages }) => [place, pages])).toEqual([
      ['header', 'default'],
      ['footer', 'first'],
    ])
    const [, second] = read(
      `${line('một', '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>')}${line('hai')}<w:sectPr/>`,
      parts,
    ).sections
    expect(second?.margins).toHaveLength(1)
    expect(read(line('thân')).sections).toHaveLength(1)
    expect(section?.margins[0]?.blocks[0]).toMatchObject({ inlines: [{ type: 'text', text: '2', field: 'PAGE' }] })
    expect(readDocxFile(body, parts).notices).toEqual([
      { code: 'read.headersLeftOut', severity: 'hint', data: { count: 1, text: '“Lưu hành nội bộ”' } },
    ])
  })
})

describe('the signals of a sample', () => {
  it('are what most of the letters of a line look like', () => {
    const bold = '<w:b/><w:i/><w:sz w:val="28"/>'
    const body = paragraph(
      `${run('Kết quả công tác', bold)}${run(':', '<w:sz w:val="26"/>')}`,
      '<w:jc w:val="center"/><w:ind w:left="567" w:hanging="283"/>',
    )
    expect(readDocxFile(body).paragraphs[0]?.signals).toEqual({
      isBold: true,
      isItalic: true,
      fontSize: 14,
      alignment: 'center',
      indent: 14.2,
    })
  })

  it('leave out what only some of the letters look like', () => {
    const body = paragraph(run('Kết quả: ', '<w:b/>') + run('toàn huyện mở mười hai lớp', '<w:sz w:val="26"/>'))
    expect(readDocxFile(body).paragraphs[0]?.signals).toEqual({ fontSize: 13 })
  })

  it('tell headings by their level or by the name of their style', () => {
    const named = ['Title', 'heading 3', 'heading 9', 'Body']
      .map((name, at) => style(`s${at}`, `<w:name w:val="${name}"/>`))
      .join('')
    const body =
      [0, 1, 2, 3].map((at) => line('a', `<w:pStyle w:val="s${at}"/>`)).join('') +
      line('a', '<w:outlineLvl w:val="0"/>') +
      line('a', '<w:outlineLvl w:val="9"/>')
    expect(readDocxFile(body, { styles: named }).paragraphs.map(({ signals }) => signals.headingLevel)).toEqual([
      1,
      3,
      6,
      undefined,
      1,
      undefined,
    ])
  })

  it('put the table of contents outside the text', () => {
    const styles = style('M1', '<w:name w:val="toc 1"/>')
    const control = `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${line('MỤC LỤC')}</w:sdtContent></w:sdt>`
    const paragraphs = readDocxFile(line('I. Kết quả 3', '<w:pStyle w:val="M1"/>') + control + line('I. Kết quả'), {
      styles,
    }).paragraphs
    expect(paragraphs.map(({ signals }) => signals.isOutsideContent)).toEqual([true, true, undefined])
  })
})
