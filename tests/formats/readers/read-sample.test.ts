import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SampleDocument } from '../../../src/core/learning/sample-document'
import { readSample } from '../../../src/formats/readers'
import { sniffFormat } from '../../../src/formats/sniff-format'
import type { LegacyChoice } from '../../../src/core/vietnamese/legacy-choice'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (one) => one.charCodeAt(0))
const utf16 = (text: string): string => Array.from(text, (one) => `${one}\0`).join('')

async function read(bytes: Uint8Array, name: string, legacy: LegacyChoice = 'auto'): Promise<SampleDocument> {
  const result = await readSample(bytes, name, { legacy })
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}
const textsOf = (sample: SampleDocument): readonly string[] => sample.paragraphs.map(({ text }) => text)
const codesOf = (sample: SampleDocument): readonly string[] => sample.notices.map(({ code }) => code)

const TCVN3 = 'Ban ChÊp hµnh §¶ng bé tØnh b¸o c¸o s¬ kÕt c«ng t¸c tuyªn gi¸o quý I, nhiÖm vô träng t©m quý II n¨m 2004.'
const TCVN3_READ =
  'Ban Chấp hành Đảng bộ tỉnh báo cáo sơ kết công tác tuyên giáo quý I, nhiệm vụ trọng tâm quý II năm 2004.'
const VNI = 'Huyeän uûy toå chöùc hoäi nghò sô keát coâng taùc daân vaän, ñeà ra nhieäm vuï troïng taâm.'
const VNI_READ = 'Huyện ủy tổ chức hội nghị sơ kết công tác dân vận, đề ra nhiệm vụ trọng tâm.'

describe('what a file is by its bytes', () => {
  it.each([
    ['a PDF after a line of rubbish', latin1('\r\n%PDF-1.7\n'), { kind: 'pdf' }],
    ['a zip with a document of Word', latin1('PK\x03\x04....word/document.xml'), { kind: 'docx' }],
    ['a zip with a workbook', latin1('PK\x03\x04....xl/workbook.xml'), { unreadable: 'Excel (.xlsx)' }],
    [
      'an OpenDocument text',
      latin1('PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.text'),
      { unreadable: 'OpenDocument' },
    ],
    [
      'a compound file with a document',
      latin1(`\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1${utf16('WordDocument')}`),
      { kind: 'doc' },
    ],
    [
      'a compound file with a workbook',
      latin1(`\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1${utf16('Workbook')}`),
      { unreadable: 'Excel (.xls)' },
    ],
    [
      'a .docx under a password',
      latin1(`\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1${utf16('EncryptedPackage')}`),
      { kind: 'docx' },
    ],
    ['RTF', latin1('{\\rtf1\\ansi xin'), { unreadable: 'RTF' }],
    ['a saved page', utf8('\uFEFF\n<!DOCTYPE html><p>x'), { kind: 'html' }],
    ['a page of Word', utf8('<html xmlns:o="urn:schemas-microsoft-com:office:office"><p>x'), { kind: 'html' }],
    ['a page in UTF-16', latin1(`\xFF\xFE${utf16('<html><p>x')}`), { kind: 'html' }],
    [
      'a page in one file',
      latin1('MIME-Version: 1.0\nContent-Type: multipart/related'),
      { unreadable: 'trang web một tệp (.mht)' },
    ],
    [
      'Word 2003 XML',
      latin1('<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument>'),
      { unreadable: 'Word 2003 XML' },
    ],
    ['plain words', utf8('Báo cáo <html> 2026'), undefined],
  ])('%s', (_what, bytes, found) => {
    expect(sniffFormat(bytes)).toEqual(found)
  })

  it('is found for any bytes whatever', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => void sniffFormat(bytes)))
  })

  it('wins over the extension, and is told', async () => {
    const sample = await read(utf8('<html><p>Nội dung</p></html>'), 'bao-cao.txt')
    expect(textsOf(sample)).toEqual(['Nội dung'])
    expect(sample.notices[0]).toEqual({ code: 'read.otherKind', severity: 'hint', data: { kind: 'trang web (HTML)' } })
  })

  it('is refused by its true name where there is no reader for it', async () => {
    expect(await readSample(latin1('{\\rtf1\\ansi xin}'), 'cu.txt')).toEqual({
      ok: false,
      error: { code: 'file.otherFormat', name: 'cu.txt', format: 'RTF' },
    })
  })
})

describe('any bytes under any name', () => {
  it('are read or refused by a code', async () => {
    const beginning = fc.constantFrom(
      '',
      '%PDF-1.7\n',
      'PK\x03\x04',
      '\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1',
      '<html>',
      '\xFF\xFE',
    )
    const name = fc.constantFrom('a.txt', 'a.html', 'a.pdf', 'a.doc', 'a.docx')
    await fc.assert(
      fc.asyncProperty(beginning, fc.uint8Array({ maxLength: 3000 }), name, async (start, rest, file) => {
        const result = await readSample(Uint8Array.from([...latin1(start), ...rest]), file)
        expect(result.ok || result.error.code.startsWith('file.')).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})

describe('letters of an old encoding in a file that names no fonts', () => {
  it.each([
    ['TCVN3 in UTF-8', utf8(TCVN3), TCVN3_READ, 'TCVN3 (ABC)'],
    ['TCVN3 as bytes', latin1(TCVN3), TCVN3_READ, 'TCVN3 (ABC)'],
    ['VNI in UTF-8', utf8(VNI), VNI_READ, 'VNI'],
    ['VNI as bytes', latin1(VNI), VNI_READ, 'VNI'],
  ])('are decoded and shown: %s', async (_what, bytes, text, encoding) => {
    const sample = await read(bytes, 'cu.txt')
    expect(textsOf(sample)).toEqual([text])
    expect(sample.notices).toEqual([
      {
        code: 'read.legacyText',
        severity: 'warning',
        at: 'p:0',
        data: { encoding, before: (encoding === 'VNI' ? VNI : TCVN3).slice(0, 60), after: text.slice(0, 60) },
      },
    ])
  })

  it('stay as they are when the officer says so, and are decoded when she says what they are', async () => {
    expect(textsOf(await read(utf8(TCVN3), 'cu.txt', 'keep'))).toEqual([TCVN3])
    expect(textsOf(await read(latin1('c«ng t¸c'), 'cu.txt', 'tcvn3'))).toEqual(['công tác'])
    expect(textsOf(await read(utf8('coâng taùc'), 'cu.txt', 'vni'))).toEqual(['công tác'])
  })

  it('are only pointed out where there are too few to be sure', async () => {
    const sample = await read(utf8('B¸o c¸o s¬ kÕt'), 'cu.txt')
    expect(textsOf(sample)).toEqual(['B¸o c¸o s¬ kÕt'])
    expect(sample.notices).toEqual([
      {
        code: 'read.legacySuspected',
        severity: 'warning',
        at: 'p:0',
        data: { encoding: 'TCVN3 (ABC)', before: 'B¸o c¸o s¬ kÕt', after: 'Báo cáo sơ kết' },
      },
    ])
  })

  it('are decoded line by line where they were pasted among Unicode', async () => {
    const unicode = 'Các cấp ủy đã quán triệt, triển khai thực hiện nghị quyết của Đảng.'
    const sample = await read(utf8([unicode, TCVN3, unicode, unicode].join('\n')), 'lan.txt')
    expect(textsOf(sample)).toEqual([unicode, TCVN3_READ, unicode, unicode])
    expect(codesOf(sample)).toEqual(['read.legacyText'])
  })

  it('are never seen in Unicode', async () => {
    const text = 'Công tác tôn giáo, bình an; hà nội. Được, đã, của.'
    const sample = await read(utf8(text), 'moi.txt')
    expect([textsOf(sample), codesOf(sample)]).toEqual([[text], []])
  })
})

describe('look-alike letters', () => {
  it('are mended on entry, with their number and one example', async () => {
    const sample = await read(utf8('Bá\u043E cá\u043E tổng kết \u00F0ã xong'), 'a.txt')
    expect(textsOf(sample)).toEqual(['Báo cáo tổng kết đã xong'])
    expect(sample.notices).toEqual([
      { code: 'read.lettersMended', severity: 'hint', data: { count: 3, before: 'Bá\u043E', after: 'Báo' } },
    ])
  })
})

describe('marks that turn the direction of text', () => {
  it.each([
    ['a.txt', 'Kết\u202E quả\u202C\n\u2066\u2069\nđạt được'],
    ['a.html', '<p>Kết&#x202E; quả\u202C<p>\u2066\u2069<p>đạt được'],
  ])('are taken out of %s and told', async (name, content) => {
    const sample = await read(utf8(content), name)
    expect(textsOf(sample)).toEqual(['Kết quả', 'đạt được'])
    expect(sample.paragraphs.map(({ index }) => index)).toEqual([0, 1])
    expect(sample.notices).toContainEqual({
      code: 'read.directionMarks',
      severity: 'warning',
      data: { count: 4, text: '' },
    })
  })
})
