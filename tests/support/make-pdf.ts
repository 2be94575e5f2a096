/** A small PDF as a word processor leaves it: pieces of text at places, fonts by name, letters by a table to Unicode. */
export interface PdfText {
  readonly text: string
  /** Points from the upper left corner of an A4 page; y of the baseline. */
  readonly x: number
  readonly y: number
  readonly size?: number
  readonly font?: string
}

const PAGE = { width: 595, height: 842 }

interface PdfOptions {
  /** Degrees by which the pages are turned. */
  readonly rotate?: number
  /** Further entries of the trailer, as they stand in the file. */
  readonly trailer?: string
  /** Further entries of every page, and of the catalog. */
  readonly page?: string
  readonly catalog?: string
}

/** Every letter is half as wide as its font is high. */
export function makePdf(
  pages: readonly (readonly PdfText[])[],
  { rotate = 0, trailer = '', page = '', catalog: entries = '' }: PdfOptions = {},
): Uint8Array {
  const objects: string[] = []
  const add = (body: string): number => objects.push(body)
  const catalog = add('')
  const tree = add('')
  const fonts = new Map<string, number>()
  const toUnicode = add(stream(TO_UNICODE))
  for (const font of new Set(pages.flat().map(({ font = 'TimesNewRoman' }) => font))) {
    const descriptor = add(
      `<</Type/FontDescriptor/FontName/${font}/Flags 4/ItalicAngle 0/Ascent 900/Descent -200/CapHeight 700/StemV 80/FontBBox[0 -200 1000 900]>>`,
    )
    const descendant = add(
      `<</Type/Font/Subtype/CIDFontType2/BaseFont/${font}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 500/FontDescriptor ${descriptor} 0 R>>`,
    )
    fonts.set(
      font,
      add(
        `<</Type/Font/Subtype/Type0/BaseFont/${font}/Encoding/Identity-H/DescendantFonts[${descendant} 0 R]/ToUnicode ${toUnicode} 0 R>>`,
      ),
    )
  }
  const names = [...fonts.keys()]
  const resources = names.map((font, index) => `/F${index} ${fonts.get(font)} 0 R`).join('')
  const kids = pages.map((texts) => {
    const content = add(stream(texts.map((text) => drawn(text, names)).join('\n')))
    return add(
      `<</Type/Page/Parent ${tree} 0 R/MediaBox[0 0 ${PAGE.width} ${PAGE.height}]/Rotate ${rotate}/Contents ${content} 0 R/Resources<</Font<<${resources}>>>>${page}>>`,
    )
  })
  objects[catalog - 1] = `<</Type/Catalog/Pages ${tree} 0 R${entries}>>`
  objects[tree - 1] = `<</Type/Pages/Count ${kids.length}/Kids[${kids.map((kid) => `${kid} 0 R`).join(' ')}]>>`
  return assemble(objects, `/Root ${catalog} 0 R${trailer}`)
}

const stream = (content: string): string => `<</Length ${content.length}>>stream\n${content}\nendstream`

const hex = (text: string): string =>
  Array.from({ length: text.length }, (_, index) => text.charCodeAt(index).toString(16).padStart(4, '0')).join('')

function drawn({ text, x, y, size = 14, font = 'TimesNewRoman' }: PdfText, names: readonly string[]): string {
  return `BT /F${names.indexOf(font)} ${size} Tf 1 0 0 1 ${x} ${PAGE.height - y} Tm <${hex(text)}> Tj ET`
}

const TO_UNICODE = [
  '/CIDInit/ProcSet findresource begin 12 dict begin begincmap/CMapName/U def/CMapType 2 def',
  '1 begincodespacerange<0000><FFFF>endcodespacerange',
  ...Array.from({ length: 256 }, (_, high) => high.toString(16).padStart(2, '0')).map(
    (high) => `1 beginbfrange<${high}00><${high}FF><${high}00>endbfrange`,
  ),
  'endcmap end end',
].join('\n')

function assemble(objects: readonly string[], trailer: string): Uint8Array {
  let file = '%PDF-1.7\n'
  const places = objects.map((body, index) => {
    const at = file.length
    file += `${index + 1} 0 obj\n${body}\nendobj\n`
    return at
  })
  const start = file.length
  const rows = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<</Size ${objects.length + 1}${trailer}>>\nstartxref\n${start}\n%%EOF\n`
  return Uint8Array.from(file, (one) => one.charCodeAt(0))
}
