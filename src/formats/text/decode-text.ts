/**
 * Bytes → text. UTF-8 is the rule; UTF-16 goes by its mark, or by the zeros it is full of; the old pages of Vietnamese
 * are tried only when the bytes are no UTF-8, and the one whose outcome reads as Vietnamese wins. Everything else is no
 * text.
 */
import type { AppError } from '../../core/app-error'
import type { Noted } from '../../core/notice'
import { err, ok, type Result } from '../../core/result'
import { guessEncoding, vietnameseShare } from '../../core/vietnamese/guess-encoding'
import type { LegacyChoice } from '../../core/vietnamese/legacy-choice'
import { decodeViscii } from '../../core/vietnamese/viscii'

export interface DecodeOptions {
  readonly legacy: LegacyChoice
  /** The encoding a page says it has; it counts only where the bytes are no UTF-8. */
  readonly declared?: string | undefined
}

/** The text of a file, with a notice where bytes had to be replaced or an old encoding was read. */
export function decodeText(
  bytes: Uint8Array,
  name: string,
  { legacy, declared }: DecodeOptions,
): Result<Noted<string>, AppError> {
  if (startsWith(bytes, [0xff, 0xfe])) return decodeUtf16(bytes, 'utf-16le', name)
  if (startsWith(bytes, [0xfe, 0xff])) return decodeUtf16(bytes, 'utf-16be', name)
  const unmarked = unmarkedUtf16(bytes)
  if (unmarked !== undefined) return ok({ value: unmarked, notices: [] })
  if (hasBinaryBytes(bytes)) return err({ code: 'file.notText', name })
  const exact = decodeStrictly(bytes, 'utf-8')
  if (exact !== undefined) return checked(exact, name)
  // What fonts of TCVN3 and VNI draw stands in the bytes as letters of western Europe; it is decoded where fonts are known.
  const western = decode(bytes, 'windows-1252')
  if (legacy !== 'auto') return ok({ value: western, notices: [] })
  const page = oldPage(bytes, western, declared)
  if (page === undefined) return withReplacements(decode(bytes, 'utf-8'), name)
  if (page.encoding === WESTERN) return ok({ value: page.text, notices: [] })
  const data = { encoding: page.encoding }
  return ok({ value: page.text, notices: [{ code: 'text.oldEncoding', severity: 'hint', data }] })
}

const WESTERN = 'Windows-1252'

interface OldPage {
  readonly encoding: string
  readonly text: string
}

/** So much of the words with marks has to read as Vietnamese. */
const ENOUGH = 0.7

function oldPage(bytes: Uint8Array, western: string, declared: string | undefined): OldPage | undefined {
  const pages: readonly OldPage[] = [
    { encoding: 'CP1258', text: decode(bytes, 'windows-1258').normalize('NFC') },
    { encoding: 'VISCII', text: decodeViscii(bytes) },
  ]
  const shares = pages.map((page) => ({ page, share: shareOf(page.text) }))
  const legacyShare = guessEncoding(western)?.confidence ?? 0
  const best = shares.reduce((one, other) => (other.share > one.share ? other : one))
  if (best.share >= ENOUGH && best.share >= legacyShare) return best.page
  if (legacyShare > 0.5 || isWestern(declared)) return { encoding: WESTERN, text: western }
  return undefined
}

/** A page that leaves control characters was the wrong one. */
const shareOf = (text: string): number => (/[\u0080-\u009F\uFFFD]/.test(text) ? 0 : vietnameseShare(text))

const isWestern = (declared: string | undefined): boolean =>
  /^(?:windows-1252|iso-8859-1|latin1|us-ascii|x-user-defined)$/i.test(declared ?? '')

/** Half a letter at the end, or a half without its other half, is told as in any other damaged file. */
function decodeUtf16(bytes: Uint8Array, encoding: string, name: string): Result<Noted<string>, AppError> {
  const exact = decodeStrictly(bytes, encoding)
  if (exact !== undefined) return checked(exact, name)
  const text = decode(bytes, encoding)
  return text.includes('\u0000') ? err({ code: 'file.notText', name }) : withReplacements(text, name)
}

/** Of every four letters of Vietnamese at least one is plain, and half of its two bytes nothing. */
const LEAST_SHARE_OF_ZEROS = 0.25
const CONTROLS = /[\u0000-\u0008\u000E-\u001F\uFFFE\uFFFF]/

/** UTF-16 without its mark: zeros in one half of the pairs and none in the other. */
function unmarkedUtf16(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, 4096)
  const zeros = [0, 0]
  for (const [index, byte] of sample.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  if (Math.min(even, odd) > 0 || Math.max(even, odd) * 2 < sample.length * LEAST_SHARE_OF_ZEROS) return undefined
  const text = decodeStrictly(bytes, odd > 0 ? 'utf-16le' : 'utf-16be')
  return text === undefined || CONTROLS.test(text) ? undefined : text
}

const decode = (bytes: Uint8Array, encoding: string): string => new TextDecoder(encoding).decode(bytes)

function decodeStrictly(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((value, index) => bytes[index] === value)
}

/** Tab, line feed, form feed and carriage return are text; NUL and most of its neighbours never are. */
const isBinaryByte = (byte: number): boolean =>
  byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0b && byte !== 0x0c && byte !== 0x0d

function hasBinaryBytes(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 1 << 20)
  let count = 0
  for (const byte of sample) {
    if (byte === 0) return true
    if (isBinaryByte(byte)) count += 1
  }
  return count * 500 > sample.length
}

function checked(text: string, name: string): Result<Noted<string>, AppError> {
  return text.includes('\u0000') ? err({ code: 'file.notText', name }) : ok({ value: text, notices: [] })
}

/** A few broken bytes (a cut download) are replaced and told; many mean that this is no text. */
function withReplacements(text: string, name: string): Result<Noted<string>, AppError> {
  const damaged = text.split('\uFFFD').length - 1
  if (damaged * 200 > text.length) return err({ code: 'file.notText', name })
  return ok({ value: text, notices: [{ code: 'text.damagedBytes', severity: 'warning', data: { count: damaged } }] })
}
