/**
 * Packs a document so that the same report gives the same bytes: `docx` writes the hour of packing into the
 * properties and the zip, and base styles it does not define. Those parts are ours; the zip has one fixed date.
 */
import { Packer, type Document } from 'docx'
import { strToU8, unzipSync, zipSync, type Zippable } from 'fflate'
import { LANGUAGE } from './write-styles'

export interface PackedProperties {
  readonly title: string
  /** ISO 8601 with zone. */
  readonly now: string
  readonly stylesXml: string
}

export async function packDocument(document: Document, properties: PackedProperties): Promise<Uint8Array> {
  const packed = unzipSync(new Uint8Array(await Packer.toArrayBuffer(document)))
  const parts = new Map(Object.entries(packed).filter(([path]) => !isEmptyRelationships(path, packed[path])))
  parts.set('word/styles.xml', strToU8(properties.stylesXml))
  parts.set('word/settings.xml', strToU8(SETTINGS))
  parts.set('docProps/core.xml', strToU8(coreProperties(properties)))
  return zipSync(zippable(parts), { level: 6 })
}

/** Any date within the range of a zip does; this one is its first. */
const ZIP_DATE = '1980-01-01T00:00:00'

/** The content types come first, as the standard advises; the rest by name. */
function zippable(parts: ReadonlyMap<string, Uint8Array>): Zippable {
  const first = '[Content_Types].xml'
  const paths = [...parts.keys()].filter((path) => path !== first).sort()
  const entries: Zippable = {}
  for (const path of [first, ...paths]) {
    const bytes = parts.get(path)
    // Permission bits, as some programs take a file without any for unreadable.
    if (bytes) entries[path] = [bytes, { mtime: ZIP_DATE, os: 3, attrs: 0o644 << 16 }]
  }
  return entries
}

const isEmptyRelationships = (path: string, bytes: Uint8Array | undefined): boolean =>
  path.endsWith('.rels') && bytes !== undefined && !new TextDecoder().decode(bytes).includes('<Relationship ')

const SETTINGS = [
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
  '<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">',
  '<w:zoom w:percent="100"/><w:defaultTabStop w:val="567"/><w:characterSpacingControl w:val="doNotCompress"/>',
  '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>',
  `<w:themeFontLang w:val="${LANGUAGE}"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/>`,
  '</w:settings>',
].join('')

/** No name of a person or a machine: the program's name is the only author the file knows. */
function coreProperties({ title, now }: PackedProperties): string {
  const instant = `${new Date(now).toISOString().slice(0, 19)}Z`
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"',
    ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${escapeXml(title)}</dc:title><dc:creator>Tổng Kết</dc:creator><cp:lastModifiedBy>Tổng Kết</cp:lastModifiedBy><cp:revision>1</cp:revision>`,
    `<dcterms:created xsi:type="dcterms:W3CDTF">${instant}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${instant}</dcterms:modified>`,
    `<dc:language>${LANGUAGE}</dc:language></cp:coreProperties>`,
  ].join('')
}

const escapeXml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
