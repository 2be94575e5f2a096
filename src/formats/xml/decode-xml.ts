/** The bytes of an XML part → characters XML allows. Whoever asks has the checks of the text before any parser sees it. */
import { err, ok, type Result } from '../../core/result'

export type XmlProblem =
  | 'malformed XML'
  | 'unknown encoding'
  | 'document type declaration'
  | 'too deep'
  | 'too many elements'
  | 'attribute too long'

interface DecodedXml {
  readonly text: string
  /** Places whose bytes say no character; each became U+FFFD. */
  readonly damaged: number
}

/** UTF-8 and UTF-16, by the mark at the beginning or by how the first characters lie. */
export function decodeXml(bytes: Uint8Array): Result<DecodedXml, XmlProblem> {
  const encoding = encodingOf(bytes)
  if (!encoding) return err('unknown encoding')
  const { text, damaged } = decode(bytes, encoding)
  const declared = /^<\?xml[^>]*?\sencoding\s*=\s*["']([\w.-]+)["']/.exec(text.slice(0, 200))?.[1]
  if (declared !== undefined && !KNOWN_NAMES.test(declared)) return err('unknown encoding')
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) return err('document type declaration')
  return ok({ text: withoutIllegal(text), damaged })
}

const KNOWN_NAMES = /^(?:utf-?8|us-ascii|utf-?16(?:le|be)?)$/i

function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | undefined {
  const [first, second, third, fourth] = bytes
  // UTF-32 begins like UTF-16 and goes on with zeros.
  if (first === 0xff && second === 0xfe) return third === 0 && fourth === 0 ? undefined : 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  if (first === 0) return second === 0 ? undefined : 'utf-16be'
  if (second === 0) return third === 0 ? undefined : 'utf-16le'
  return 'utf-8'
}

function decode(bytes: Uint8Array, encoding: string): DecodedXml {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), damaged: 0 }
  } catch {
    const text = new TextDecoder(encoding).decode(bytes)
    return { text, damaged: text.match(/\uFFFD+/g)?.length ?? 0 }
  }
}

/** What no XML may hold, as itself or by number (XML 1.0, production 2). Programs write it all the same. */
const ILLEGAL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g
const BY_NUMBER = /&#(?:x([0-9a-f]{1,8})|(\d{1,10}));/gi

function withoutIllegal(text: string): string {
  const clean = text.replace(ILLEGAL, '')
  if (!clean.includes('&#')) return clean
  return clean.replace(BY_NUMBER, (reference, hex?: string, decimal?: string) =>
    isLegal(hex === undefined ? Number(decimal) : parseInt(hex, 16)) ? reference : '',
  )
}

const isLegal = (code: number): boolean =>
  code === 0x9 ||
  code === 0xa ||
  code === 0xd ||
  (code >= 0x20 && code <= 0xd7ff) ||
  (code >= 0xe000 && code <= 0xfffd) ||
  (code >= 0x10000 && code <= 0x10ffff)
