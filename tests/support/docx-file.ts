/** Builds Word files for tests part by part, from the words of WordprocessingML and nothing else. */
import { strToU8, zipSync, type Zippable } from 'fflate'

const OFFICE = 'http://schemas.openxmlformats.org'
export const NAMESPACES = [
  `xmlns:w="${OFFICE}/wordprocessingml/2006/main"`,
  `xmlns:r="${OFFICE}/officeDocument/2006/relationships"`,
  `xmlns:m="${OFFICE}/officeDocument/2006/math"`,
  `xmlns:wp="${OFFICE}/drawingml/2006/wordprocessingDrawing"`,
  `xmlns:a="${OFFICE}/drawingml/2006/main"`,
  `xmlns:pic="${OFFICE}/drawingml/2006/picture"`,
  `xmlns:c="${OFFICE}/drawingml/2006/chart"`,
  `xmlns:mc="${OFFICE}/markup-compatibility/2006"`,
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"',
].join(' ')

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const TYPES = `${XML}<Types xmlns="${OFFICE}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>`

export interface ExtraRelationship {
  readonly id: string
  readonly type: string
  readonly target: string
  readonly isExternal?: boolean
}

export interface DocxParts {
  /** Inside `w:styles`, `w:numbering`, and so on. */
  readonly styles?: string
  readonly numbering?: string
  readonly footnotes?: string
  readonly endnotes?: string
  readonly comments?: string
  readonly settings?: string
  /** Inside `a:themeElements`. */
  readonly theme?: string
  /** File name → root element with its content. */
  readonly margins?: Readonly<Record<string, string>>
  readonly relationships?: readonly ExtraRelationship[]
  /** Whole parts by name, over all others. */
  readonly raw?: Readonly<Record<string, string | Uint8Array>>
}

const MAIN_PARTS = ['styles', 'numbering', 'footnotes', 'endnotes', 'comments', 'settings'] as const

/** The entries of a Word file with this content of `w:body`. */
export function docxEntries(body: string, parts: DocxParts = {}): Map<string, string | Uint8Array> {
  const entries = new Map<string, string | Uint8Array>()
  const relationships: ExtraRelationship[] = [...(parts.relationships ?? [])]
  entries.set('[Content_Types].xml', TYPES)
  entries.set('_rels/.rels', relationshipsXml([{ id: 'rId1', type: 'officeDocument', target: 'word/document.xml' }]))
  entries.set('word/document.xml', `${XML}<w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`)
  for (const name of MAIN_PARTS) {
    const content = parts[name]
    if (content === undefined) continue
    entries.set(`word/${name}.xml`, `${XML}<w:${name} ${NAMESPACES}>${content}</w:${name}>`)
    relationships.push({ id: `part-${name}`, type: name, target: `${name}.xml` })
  }
  if (parts.theme !== undefined) {
    entries.set(
      'word/theme/theme1.xml',
      `${XML}<a:theme ${NAMESPACES}><a:themeElements>${parts.theme}</a:themeElements></a:theme>`,
    )
    relationships.push({ id: 'part-theme', type: 'theme', target: 'theme/theme1.xml' })
  }
  for (const [name, content] of Object.entries(parts.margins ?? {})) {
    const root = name.startsWith('header') ? 'hdr' : 'ftr'
    entries.set(`word/${name}.xml`, `${XML}<w:${root} ${NAMESPACES}>${content}</w:${root}>`)
    relationships.push({ id: name, type: name.replace(/\d+$/, ''), target: `${name}.xml` })
  }
  entries.set('word/_rels/document.xml.rels', relationshipsXml(relationships))
  for (const [name, content] of Object.entries(parts.raw ?? {})) entries.set(name, content)
  return entries
}

export function relationshipsXml(relationships: readonly ExtraRelationship[]): string {
  const rows = relationships.map(
    ({ id, type, target, isExternal }) =>
      `<Relationship Id="${id}" Type="${OFFICE}/officeDocument/2006/relationships/${type}" Target="${target}"${isExternal === true ? ' TargetMode="External"' : ''}/>`,
  )
  return `${XML}<Relationships xmlns="${OFFICE}/package/2006/relationships">${rows.join('')}</Relationships>`
}

/** The bytes of a Word file. */
export function docxFile(body: string, parts: DocxParts = {}): Uint8Array {
  return zipOf(docxEntries(body, parts))
}

export function zipOf(entries: ReadonlyMap<string, string | Uint8Array>): Uint8Array {
  const zippable: Zippable = {}
  for (const [name, content] of entries) zippable[name] = typeof content === 'string' ? strToU8(content) : content
  return zipSync(zippable, { mtime: '1980-01-01T00:00:00' })
}

/** A run. `properties` is the content of its `w:rPr`. */
export const run = (text: string, properties = ''): string =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`

/** A paragraph of runs. `properties` is the content of its `w:pPr`. */
export const paragraph = (runs: string, properties = ''): string =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${runs}</w:p>`

/** A paragraph of plain text. */
export const line = (text: string, properties = ''): string => paragraph(run(text), properties)

export const cell = (content: string, properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`

export const row = (cells: string, properties = ''): string => `<w:tr><w:trPr>${properties}</w:trPr>${cells}</w:tr>`

const SIDES = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']

export const RULED = `<w:tblBorders>${SIDES.map((side) => `<w:${side} w:val="single" w:sz="4"/>`).join('')}</w:tblBorders>`

/** A table without lines unless `properties` holds some. */
export const table = (rows: string, properties = ''): string =>
  `<w:tbl><w:tblPr>${properties}</w:tblPr><w:tblGrid/>${rows}</w:tbl>`

/** A field in its five marks. */
export const field = (instruction: string, result: string): string =>
  [
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
    `<w:r><w:instrText xml:space="preserve">${instruction}</w:instrText></w:r>`,
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
    run(result),
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
  ].join('')
