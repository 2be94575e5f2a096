/**
 * What a file is by its first bytes. The extension is only a name: half of what is called .doc is a saved page, RTF or
 * a renamed .docx. Magic numbers from the specifications of the formats.
 */
import type { SampleKind } from '../core/learning/sample-formats'

/** A kind we read, or the name of a format we do not. */
export type SniffedFormat = { readonly kind: SampleKind } | { readonly unreadable: string }

/** `undefined` where the bytes say nothing: plain text, or damage. */
export function sniffFormat(bytes: Uint8Array): SniffedFormat | undefined {
  const head = latin1(bytes.subarray(0, HEAD_LENGTH))
  const binary = BINARY.find(({ magic }) => head.startsWith(magic))
  if (binary) return binary.found(bytes)
  if (head.includes('%PDF-')) return { kind: 'pdf' }
  const start = textStart(bytes, head)
  return MARKUP.find(({ pattern }) => pattern.test(start))?.found
}

/** PDF readers accept its header anywhere in the first kilobyte. */
const HEAD_LENGTH = 1024

const BINARY: readonly { readonly magic: string; readonly found: (bytes: Uint8Array) => SniffedFormat }[] = [
  { magic: '\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1', found: inCompoundFile },
  { magic: 'PK\x03\x04', found: inZip },
  { magic: '\xDB\xA5', found: () => ({ unreadable: 'Word 2.0' }) },
  { magic: '\x89PNG', found: () => ({ unreadable: 'ảnh PNG' }) },
  { magic: '\xFF\xD8\xFF', found: () => ({ unreadable: 'ảnh JPEG' }) },
  { magic: 'GIF8', found: () => ({ unreadable: 'ảnh GIF' }) },
]

const MARKUP: readonly { readonly pattern: RegExp; readonly found: SniffedFormat }[] = [
  { pattern: /^\{\\rtf/, found: { unreadable: 'RTF' } },
  {
    pattern: /^(?:<\?xml[^>]*>\s*)?(?:<\?mso-application[^>]*>\s*)?<w:wordDocument/,
    found: { unreadable: 'Word 2003 XML' },
  },
  { pattern: /^<\?xml[^>]*>\s*<\?mso-application/, found: { unreadable: 'XML của Office' } },
  {
    pattern: /^(?:mime-version|from|message-id|return-path): [^]*multipart\/related/i,
    found: { unreadable: 'trang web một tệp (.mht)' },
  },
  {
    pattern: /^(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*)*<(?:!doctype html|html|head|body|meta|title)[\s>]/i,
    found: { kind: 'html' },
  },
]

const latin1 = (bytes: Uint8Array): string => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')

/** The first characters of a text file in whatever encoding, without byte order mark and white space. */
function textStart(bytes: Uint8Array, head: string): string {
  const isUtf16 = /^(?:\xFF\xFE|\xFE\xFF)/.test(head)
  const text = isUtf16 ? latin1(bytes.subarray(2, HEAD_LENGTH)).replaceAll('\0', '') : head
  return text.replace(/^(?:\xEF\xBB\xBF)?\s+|^\xEF\xBB\xBF/, '')
}

/** The names of streams stand in the directory, in UTF-16, which may lie anywhere: bytes are searched, not parsed. */
function inCompoundFile(bytes: Uint8Array): SniffedFormat {
  if (hasBytes(bytes, utf16('WordDocument'))) return { kind: 'doc' }
  if (hasBytes(bytes, utf16('EncryptedPackage'))) return { kind: 'docx' }
  if (hasBytes(bytes, utf16('Workbook')) || hasBytes(bytes, utf16('Book'))) return { unreadable: 'Excel (.xls)' }
  if (hasBytes(bytes, utf16('PowerPoint Document'))) return { unreadable: 'PowerPoint (.ppt)' }
  return { kind: 'doc' }
}

const ZIP_PARTS: readonly (readonly [string, string])[] = [
  ['xl/workbook.xml', 'Excel (.xlsx)'],
  ['ppt/presentation.xml', 'PowerPoint (.pptx)'],
  ['application/vnd.oasis.opendocument', 'OpenDocument'],
  ['META-INF/container.xml', 'EPUB'],
]

function inZip(bytes: Uint8Array): SniffedFormat {
  if (hasBytes(bytes, ascii('word/'))) return { kind: 'docx' }
  const other = ZIP_PARTS.find(([part]) => hasBytes(bytes, ascii(part)))
  return other ? { unreadable: other[1] } : { kind: 'docx' }
}

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text)
const utf16 = (text: string): Uint8Array => Uint8Array.from(text.split('').flatMap((one) => [one.charCodeAt(0), 0]))

function hasBytes(bytes: Uint8Array, wanted: Uint8Array): boolean {
  const first = wanted[0] ?? 0
  for (let at = bytes.indexOf(first); at !== -1; at = bytes.indexOf(first, at + 1))
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return true
  return false
}
