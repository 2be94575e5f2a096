import { describe, expect, it } from 'vitest'
import { line } from '../../support/docx-file'
import { readDocxFile } from './read-docx-file'

interface Level {
  readonly format?: string
  readonly text: string
  readonly start?: number
  readonly more?: string
}

const lvl = ({ format = 'decimal', text, start = 1, more = '' }: Level, at: number): string =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`

const family = (id: number, levels: readonly Level[]): string =>
  `<w:abstractNum w:abstractNumId="${id}">${levels.map(lvl).join('')}</w:abstractNum>`

const list = (id: number, familyId: number, overrides = ''): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${familyId}"/>${overrides}</w:num>`

const item = (listId: number, level = 0, text = 'mục'): string =>
  line(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${listId}"/></w:numPr>`)

const marks = (body: string, numbering: string, styles = ''): readonly (string | undefined)[] =>
  readDocxFile(body, { numbering, styles }).paragraphs.map(({ signals }) => signals.listMarker)

describe('numbers that Word sets by itself', () => {
  it('count at every level, and lower levels start again below a new upper one', () => {
    const numbering = family(0, [
      { format: 'upperRoman', text: '%1.' },
      { text: '%2.' },
      { text: '%2.%3.' },
      { format: 'lowerLetter', text: '%4)' },
    ])
    const body = [0, 1, 2, 2, 3, 1, 2, 0, 1].map((level) => item(5, level)).join('')
    expect(marks(body, numbering + list(5, 0))).toEqual(['I.', '1.', '1.1.', '1.2.', 'a)', '2.', '2.1.', 'II.', '1.'])
  })

  it('stand in the signal and not in the text', () => {
    const [paragraph] = readDocxFile(item(1, 0, 'Kết quả'), {
      numbering: family(0, [{ text: '%1.' }]) + list(1, 0),
    }).paragraphs
    expect(paragraph).toEqual({ index: 0, text: 'Kết quả', signals: { listMarker: '1.' } })
  })

  it.each([
    ['decimalZero', '07'],
    ['upperRoman', 'VII'],
    ['lowerRoman', 'vii'],
    ['upperLetter', 'G'],
    ['lowerLetter', 'g'],
    ['vietnameseCounting', 'bảy'],
    ['chineseCounting', '7'],
  ])('are written as %s', (format, seventh) => {
    expect(marks(item(1), family(0, [{ format, text: '%1', start: 7 }]) + list(1, 0))).toEqual([seventh])
  })

  it('go on in words as people count', () => {
    const of = (start: number) =>
      marks(item(1), family(0, [{ format: 'vietnameseCounting', text: '%1', start }]) + list(1, 0))[0]
    expect([10, 15, 21, 40, 99, 100].map(of)).toEqual([
      'mười',
      'mười lăm',
      'hai mươi mốt',
      'bốn mươi',
      'chín mươi chín',
      '100',
    ])
  })

  it('go through the alphabet by doubling, and never grow without end', () => {
    const of = (start: number, format = 'lowerLetter') =>
      marks(item(1), family(0, [{ format, text: '%1', start }]) + list(1, 0))[0]
    expect([26, 27, 54].map((start) => of(start))).toEqual(['z', 'aa', 'bbb'])
    expect([of(999_999_999), of(999_999_999, 'upperRoman')]).toEqual(['999999999', '999999999'])
  })

  it('count on through lists of one family, and begin anew where a list says so', () => {
    const numbering = `${family(0, [{ text: '%1.' }])}${list(1, 0)}${list(2, 0)}${list(3, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>')}`
    expect(marks(item(1) + item(1) + item(2) + item(3) + item(3), numbering)).toEqual(['1.', '2.', '3.', '1.', '2.'])
  })

  it('follow a level that one list has of its own', () => {
    const own = `<w:lvlOverride w:ilvl="0">${lvl({ format: 'lowerLetter', text: '%1)' }, 0)}</w:lvlOverride>`
    expect(marks(item(2), family(0, [{ text: '%1.' }]) + list(2, 0, own))).toEqual(['a)'])
  })

  it('show upper levels in digits where the level asks for it, and never restart where it says never', () => {
    const numbering = family(0, [
      { format: 'upperRoman', text: '%1.' },
      { text: '%1.%2', more: '<w:lvlRestart w:val="0"/><w:isLgl/>' },
    ])
    expect(marks([0, 1, 0, 1].map((level) => item(1, level)).join(''), numbering + list(1, 0))).toEqual([
      'I.',
      '1.1',
      'II.',
      '2.2',
    ])
  })

  it('keep two digits where a level asks for digits', () => {
    const numbering = family(0, [
      { format: 'upperRoman', text: '%1.' },
      { format: 'decimalZero', text: '%1.%2', more: '<w:isLgl/>' },
    ])
    expect(marks(item(1, 1), numbering + list(1, 0))).toEqual(['1.01'])
  })

  it('count a level that was skipped as begun', () => {
    const numbering = family(0, [{ text: '%1.' }, { text: '%1.%2.' }])
    expect(marks(item(1, 1) + item(1, 0), numbering + list(1, 0))).toEqual(['1.1.', '2.'])
  })

  it('come from the style of the paragraph, at the level that names the style', () => {
    const numbering =
      family(0, [
        { format: 'upperRoman', text: '%1.', more: '<w:pStyle w:val="H1"/>' },
        { text: '%2.', more: '<w:pStyle w:val="H2"/>' },
      ]) + list(4, 0)
    const style = (id: string, basedOn = '') =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="heading ${id.slice(1)}"/>${basedOn}<w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style>`
    const based = '<w:style w:type="paragraph" w:styleId="Own"><w:basedOn w:val="H1"/></w:style>'
    const body = ['H1', 'H2', 'H2', 'Own'].map((id) => line('mục', `<w:pStyle w:val="${id}"/>`)).join('')
    const out = line('không số', '<w:pStyle w:val="H1"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    expect(marks(body + out, numbering, style('H1') + style('H2') + based)).toEqual([
      'I.',
      '1.',
      '2.',
      'II.',
      undefined,
    ])
  })

  it('are found behind the name of a list style', () => {
    const numbering = `<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="Ds"/></w:abstractNum>
      <w:abstractNum w:abstractNumId="1"><w:styleLink w:val="Ds"/>${lvl({ text: 'Điều %1.' }, 0)}</w:abstractNum>${list(1, 0)}`
    expect(marks(item(1), numbering)).toEqual(['Điều 1.'])
  })

  it('are found behind a list style that itself stands in a list', () => {
    const numbering = `<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="Ds"/></w:abstractNum>${family(1, [{ text: 'Mục %1.' }])}${list(1, 0)}${list(2, 1)}`
    const styles =
      '<w:style w:type="paragraph" w:styleId="Ds"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
    expect(marks(item(1), numbering, styles)).toEqual(['Mục 1.'])
  })

  it.each([
    ['-', 'Times New Roman', '-'],
    ['+', 'Calibri', '+'],
    ['\uF0B7', 'Symbol', '•'],
    ['\uF0D8', 'Wingdings', '➢'],
    ['\uF021', 'Webdings', '•'],
    ['o', 'Courier New', '◦'],
  ])('are bullets people know: %j of %s', (text, font, mark) => {
    const bullet = `<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="${text}"/><w:rPr><w:rFonts w:ascii="${font}"/></w:rPr></w:lvl>`
    expect(marks(item(1), `<w:abstractNum w:abstractNumId="0">${bullet}</w:abstractNum>${list(1, 0)}`)).toEqual([mark])
  })

  it('are counted for empty paragraphs, and not for those whose end is deleted', () => {
    const joined = `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr></w:p>`
    expect(marks(item(1) + item(1, 0, '') + joined + item(1), family(0, [{ text: '%1.' }]) + list(1, 0))).toEqual([
      '1.',
      '3.',
    ])
  })

  it('are none where the document has no such list', () => {
    expect(marks(item(9), '')).toEqual([undefined])
    expect(marks(item(1, 7), family(0, [{ text: '%1.' }]) + list(1, 0))).toEqual([undefined])
  })
})
