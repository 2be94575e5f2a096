/** One file for every rule about documents from outside: refused by a code, or read without what would harm. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDocx } from '../../../src/formats/docx/read/read-docx'
import { openZip } from '../../../src/formats/zip/open-zip'
import { ZIP_LIMITS } from '../../../src/formats/zip/zip-limits'
import {
  cell,
  docxEntries,
  docxFile,
  line,
  NAMESPACES,
  relationshipsXml,
  row,
  RULED,
  table,
  zipOf,
  type DocxParts,
} from '../../support/docx-file'
import { rawZip, type RawEntry } from '../../support/raw-zip'

const NAME = 'la.docx'
const PLAIN = line('Công tác tuyên giáo')

type Entries = ReadonlyMap<string, string | Uint8Array>

const entriesOf = (entries: Entries): RawEntry[] => Array.from(entries, ([name, content]) => ({ name, content }))

/** A good document with entries changed or added. */
const zipWith = (change: (entries: RawEntry[]) => readonly RawEntry[], count?: number): Uint8Array =>
  rawZip(change(entriesOf(docxEntries(PLAIN))), count === undefined ? {} : { count })

const changed = (name: string, change: Partial<RawEntry>): Uint8Array =>
  zipWith((entries) => entries.map((entry) => (entry.name === name ? { ...entry, ...change } : entry)))

const DOCUMENT = 'word/document.xml'
const outcome = (bytes: Uint8Array) => {
  const read = readDocx(bytes, NAME)
  return read.ok ? read.value.paragraphs.map(({ text }) => text) : read.error
}
const damaged = (detail: string) => ({ code: 'file.damaged', name: NAME, detail })
const unsafe = (detail: string) => ({ code: 'file.unsafe', name: NAME, detail })
const document = (content: string): string => `<w:document ${NAMESPACES}>${content}</w:document>`
const withMain = (xml: string | Uint8Array, parts: DocxParts = {}): Uint8Array =>
  docxFile('', { ...parts, raw: { [DOCUMENT]: xml } })

describe('an archive', () => {
  it('of our own making is read, so that what follows fails for its own reason', () => {
    expect(outcome(zipWith((entries) => entries))).toEqual(['Công tác tuyên giáo'])
  })

  it.each<readonly [string, Uint8Array, unknown]>([
    ['that is none', new Uint8Array([1, 2, 3]), damaged('not an archive')],
    ['cut in the middle', docxFile(PLAIN).subarray(0, 400), damaged('not an archive')],
    ['with more entries than its count says', zipWith((entries) => entries, 2), damaged('not an archive')],
    ['with fewer entries than its count says', zipWith((entries) => entries, 9), damaged('not an archive')],
    [
      'with thousands of entries',
      zipWith((entries) => [...entries, ...Array.from({ length: 4000 }, (_, at) => ({ name: `x${at}`, content: '' }))]),
      unsafe('too large'),
    ],
    [
      'with a name twice',
      zipWith((entries) => [...entries, { name: DOCUMENT, content: document('') }]),
      unsafe('duplicate entry'),
    ],
    [
      'with a name twice but for capitals',
      zipWith((entries) => [...entries, { name: 'Word/Document.XML', content: '' }]),
      unsafe('duplicate entry'),
    ],
    [
      'with a name twice but for its slashes',
      zipWith((entries) => [...entries, { name: '/word\\document.xml', content: document('') }]),
      unsafe('duplicate entry'),
    ],
    [
      'with a link to a file of the machine',
      zipWith((entries) => [
        ...entries,
        { name: 'word/media/a', content: '/etc/passwd', madeBy: 0x0314, attributes: 0o120777 * 0x10000 },
      ]),
      unsafe('symbolic link'),
    ],
    ['with a password', changed(DOCUMENT, { flags: 1 }), { code: 'file.encrypted', name: NAME }],
    ['packed in a way nobody needs', changed(DOCUMENT, { method: 12 }), damaged('unknown method')],
    ['whose entry has two names', changed(DOCUMENT, { localName: 'word/documenu.xml' }), damaged('damaged entry')],
    [
      'whose last entry runs on into the directory',
      zipWith((entries) => [...entries, { name: 'x', content: 'x', packedSize: 9 }]),
      unsafe('overlapping entries'),
    ],
    ['with a part that fails its checksum', changed(DOCUMENT, { crc: 7 }), damaged('damaged entry')],
    [
      'with a part that is not what it was packed as',
      changed(DOCUMENT, { method: 8, content: 'x'.repeat(50), flags: 0, crc: 1 }),
      damaged('damaged entry'),
    ],
  ])('%s is refused', (_, bytes, error) => {
    expect(outcome(bytes)).toEqual(error)
  })

  it('whose entries overlap is refused', () => {
    const inner = { name: 'word/styles.xml', content: '<a/>' }
    const bytes = zipWith((entries) => [
      { name: 'outer', content: rawZip([inner]) },
      { ...inner, inside: 0 },
      ...entries,
    ])
    expect(outcome(bytes)).toEqual(unsafe('overlapping entries'))
  })

  it('larger than fifty megabytes is not even opened', () => {
    expect(outcome(new Uint8Array(50 * 1024 * 1024 + 1).fill(0x50))).toEqual({
      code: 'file.tooLarge',
      name: NAME,
      limitMb: 50,
    })
  })

  it.each([10, 0xffffffff])('that is a bomb is stopped, whatever size it claims: %i', (size) => {
    const bomb = changed(DOCUMENT, { method: 8, content: new Uint8Array(40 * 1024 * 1024), size })
    expect(outcome(bomb)).toEqual(unsafe('too dense'))
  })

  it('is counted as a whole, not only part by part', () => {
    const archive = openZip(rawZip(['a', 'b', 'c'].map((name) => ({ name, content: 'x'.repeat(100) }))), {
      ...ZIP_LIMITS,
      totalBytes: 250,
    })
    if (!archive.ok) throw new Error(archive.error)
    expect(['a', 'b', 'c'].map((name) => archive.value.read(name).ok)).toEqual([true, true, false])
  })

  it('keeps packed what the document does not refer to: a bomb among the pictures, a name that climbs, a broken part', () => {
    const bytes = zipWith((entries) => [
      ...entries,
      { name: 'word/media/a.svg', content: new Uint8Array(40 * 1024 * 1024), method: 8 },
      { name: '../../../tmp/evil.sh', content: 'rm' },
      { name: 'customXml/item1.xml', content: '<!DOCTYPE x>', crc: 3 },
    ])
    expect(outcome(bytes)).toEqual(['Công tác tuyên giáo'])
  })

  it('of the old kind of container is a document with a password', () => {
    expect(outcome(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1))).toEqual({
      code: 'file.encrypted',
      name: NAME,
    })
  })
})

const LAUGHS = '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'

describe('XML', () => {
  it.each<readonly [string, Uint8Array]>([
    ['in the text', withMain(`${LAUGHS}${document('<w:body/>')}`)],
    [
      'that reads a file',
      withMain(`<!DOCTYPE w [<!ENTITY f SYSTEM "file:///etc/passwd">]>${document('<w:body>&f;</w:body>')}`),
    ],
    [
      'in the styles',
      docxFile(PLAIN, { styles: '', raw: { 'word/styles.xml': `${LAUGHS}<w:styles ${NAMESPACES}/>` } }),
    ],
    ['in the relationships', docxFile(PLAIN, { raw: { '_rels/.rels': `<!doctype x>${relationshipsXml([])}` } })],
    ['hidden in UTF-16', withMain(utf16(`\uFEFF${LAUGHS}${document('<w:body/>')}`))],
  ])('that declares types or entities is refused: %s', (_, bytes) => {
    expect(outcome(bytes)).toEqual(unsafe('document type declaration'))
  })

  it.each<readonly [string, string, unknown]>([
    ['a tag left open', document('<w:body>'), damaged('malformed XML')],
    ['an entity nobody declared', document('<w:body>&nbsp;</w:body>'), damaged('malformed XML')],
    ['a prefix nobody declared', '<w:document/>', damaged('malformed XML')],
    ['an attribute twice', document('<w:body a="1" a="2"/>'), damaged('malformed XML')],
    ['nothing', '', damaged('malformed XML')],
    [
      'an encoding that hides signs',
      `<?xml version="1.0" encoding="UTF-7"?>${document('')}`,
      damaged('unknown encoding'),
    ],
    ['an endless attribute', document(`<w:body a="${'x'.repeat(70_000)}"/>`), unsafe('attribute too long')],
    [
      'elements inside elements inside elements',
      document(`<w:body>${'<a>'.repeat(300)}${'</a>'.repeat(300)}</w:body>`),
      unsafe('too deep'),
    ],
    ['another kind of document', `<w:hdr ${NAMESPACES}/>`, { code: 'file.unknownKind', name: NAME }],
  ])('with %s is refused', (_, xml, error) => {
    expect(outcome(withMain(xml))).toEqual(error)
  })

  it('of millions of elements is refused', () => {
    const xml = new TextEncoder().encode(document(`<w:body>${'<a/>'.repeat(2_000_000)}</w:body>`))
    expect(outcome(rawZip(entriesOf(docxEntries('', { raw: { [DOCUMENT]: xml } }))))).toEqual({
      code: 'file.tooHeavy',
      name: NAME,
    })
  })

  it('loses the characters XML cannot hold, typed and by number, and lone halves of characters', () => {
    const text = `Hội\u0001 nghị&#2; &#xFFFF;tổng&#xD800; kết&#0;`
    expect(outcome(withMain(document(`<w:body>${line(text)}</w:body>`)))).toEqual(['Hội nghị tổng kết'])
  })

  it('of more attributes than an element needs is refused as early as one too long', () => {
    const attributes = Array.from({ length: 20_000 }, (_, at) => `a${at}=""`).join(' ')
    expect(outcome(withMain(document(`<w:body ${attributes}/>`)))).toEqual(unsafe('attribute too long'))
  })

  it('of a paragraph with more runs than a call takes arguments is read whole', () => {
    const runs = '<w:r><w:rPr><w:rFonts w:hAnsi=".VnTime"/></w:rPr><w:t>a</w:t></w:r>'.repeat(150_000)
    const body = `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${runs}</w:p>${line('b')}`
    const [text] = outcome(rawZip(entriesOf(docxEntries(body)))) as readonly string[]
    expect(text).toHaveLength(150_001)
  })

  it('may use the names of every object', () => {
    const style =
      '<w:style w:type="paragraph" w:styleId="__proto__" constructor="1"><w:basedOn w:val="toString"/><w:rPr><w:b/></w:rPr></w:style>'
    expect(outcome(docxFile(line('a', '<w:pStyle w:val="__proto__"/>'), { styles: style }))).toEqual(['a'])
    expect(({} as Record<string, unknown>)['isBold']).toBeUndefined()
  })
})

function utf16(text: string): Uint8Array {
  return Uint8Array.from(
    Array.from({ length: text.length * 2 }, (_, at) => (text.charCodeAt(at >> 1) >>> (8 * (at & 1))) & 0xff),
  )
}

describe('tables', () => {
  const nested = (depth: number): string =>
    depth === 0 ? PLAIN : table(row(cell(nested(depth - 1) + '<w:p/>')), RULED)

  it('inside one another are read to the twentieth, and refused beyond', () => {
    expect(outcome(docxFile(nested(20)))).toEqual(['Công tác tuyên giáo'])
    expect(outcome(docxFile(nested(21)))).toEqual(unsafe('tables too deep'))
  })

  it('of more rows than a report has are refused', () => {
    const rows = (count: number) => rawZip(entriesOf(docxEntries(table(row(cell(line('a'))).repeat(count)))))
    expect(outcome(rows(5000))).toHaveLength(5000)
    expect(outcome(rows(5001))).toEqual({ code: 'file.tooHeavy', name: NAME })
  })

  it('of one row without end keeps its words in sixty-three columns', () => {
    const [text] = outcome(
      rawZip(entriesOf(docxEntries(table(row(cell(line('a')).repeat(100_000)), RULED)))),
    ) as readonly string[]
    expect(text?.split('\t')).toHaveLength(63)
    expect(text?.match(/a/g)).toHaveLength(100_000)
  })

  it('with cells as wide as the sea stay sixty-three columns wide', () => {
    const wide = row(
      cell(line('a'), '<w:gridSpan w:val="999999999"/>') + cell(line('b'), '<w:gridSpan w:val="-5"/>'),
      '<w:gridBefore w:val="888888888"/>',
    )
    const [text] = outcome(docxFile(table(wide + row(cell(line('c')) + cell(line('d'))), RULED))) as readonly string[]
    expect(text?.split('\t').length).toBeLessThanOrEqual(63)
    expect(text?.trim()).toBe('a b')
  })
})

describe('references', () => {
  it('that climb out of the package find nothing', () => {
    const bytes = docxFile(PLAIN, { relationships: [{ id: 's', type: 'styles', target: '../../../../etc/passwd' }] })
    expect(readDocx(bytes, NAME)).toMatchObject({
      value: { notices: [{ code: 'read.partsMissing', data: { text: '“etc/passwd”' } }] },
    })
  })

  it.each<readonly [string, string]>([
    [
      'outside',
      relationshipsXml([{ id: 'a', type: 'officeDocument', target: 'http://noi-khac/a.xml', isExternal: true }]),
    ],
    ['nowhere', relationshipsXml([{ id: 'a', type: 'officeDocument', target: 'word/khong-co.xml' }])],
    ['to nothing', relationshipsXml([])],
  ])('to a document that lies %s leave no document', (_, rels) => {
    expect(outcome(docxFile(PLAIN, { raw: { '_rels/.rels': rels } }))).toEqual(damaged('no document'))
  })

  it('to itself end', () => {
    const margins = { header1: line('đầu trang') }
    const body = `${PLAIN}<w:sectPr><w:headerReference r:id="header1"/><w:headerReference w:type="even" r:id="header1"/></w:sectPr>`
    const loop = relationshipsXml([{ id: 'header1', type: 'header', target: 'header1.xml' }])
    expect(outcome(docxFile(body, { margins, raw: { 'word/_rels/header1.xml.rels': loop } }))).toEqual([
      'Công tác tuyên giáo',
    ])
    const note = `<w:footnote w:id="1">${line('chú')}<w:p><w:r><w:footnoteReference w:id="1"/></w:r></w:p></w:footnote>`
    const noted = `<w:p><w:r><w:t>a</w:t><w:footnoteReference w:id="1"/></w:r></w:p>`
    expect(outcome(docxFile(noted, { footnotes: note }))).toEqual(['a', 'chú'])
  })
})

describe('any bytes', () => {
  it('end in text or in a code', () => {
    const good = zipOf(docxEntries(table(row(cell(PLAIN)), RULED) + PLAIN, { styles: '', numbering: '', comments: '' }))
    fc.assert(
      fc.property(fc.nat(good.length - 1), fc.integer({ min: 0, max: 255 }), (at, value) => {
        const bytes = good.slice()
        bytes[at] = value
        const read = readDocx(bytes, NAME)
        return read.ok ? read.value.paragraphs.length > 0 : read.error.code.startsWith('file.')
      }),
      { numRuns: 500 },
    )
  })

  it('of the body, whatever elements they name, end in text or in a code', () => {
    const names = [
      'w:p',
      'w:r',
      'w:t',
      'w:tbl',
      'w:tr',
      'w:tc',
      'w:ins',
      'w:del',
      'w:sdt',
      'w:fldChar',
      'w:pPr',
      'w:rPr',
      'w:numPr',
      'w:drawing',
      'mc:AlternateContent',
      'w:sectPr',
    ]
    const tree = fc.letrec<{ node: string }>((tie) => ({
      node: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        fc.constantFrom('chữ', ' ', ''),
        fc
          .tuple(fc.constantFrom(...names), fc.array(tie('node'), { maxLength: 4 }))
          .map(([name, inner]) => `<${name}>${inner.join('')}</${name}>`),
      ),
    })).node
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 6 }), (body) => {
        const read = readDocx(docxFile(body.join('') + PLAIN), NAME)
        return read.ok && read.value.paragraphs.some(({ text }) => text.includes('Công tác tuyên giáo'))
      }),
      { numRuns: 200 },
    )
  })
})
