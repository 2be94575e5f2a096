/**
 * Bytes → text. UTF-8 is the rule; UTF-16 needs its byte order mark; the old Windows page of Vietnamese (CP1258)
 * is tried only when the bytes are no UTF-8 and the outcome reads as Vietnamese. Everything else is no text.
 */
import type { AppError } from '../../core/app-error'
import type { Noted } from '../../core/notice'
import { err, ok, type Result } from '../../core/result'

/** The text of a file, with a notice where bytes had to be replaced or an old encoding was read. */
export function decodeText(bytes: Uint8Array, name: string): Result<Noted<string>, AppError> {
  if (startsWith(bytes, [0xff, 0xfe])) return decodeUtf16(bytes, 'utf-16le', name)
  if (startsWith(bytes, [0xfe, 0xff])) return decodeUtf16(bytes, 'utf-16be', name)
  if (hasBinaryBytes(bytes)) return err({ code: 'file.notText', name })
  const exact = decodeStrictly(bytes, 'utf-8')
  if (exact !== undefined) return checked(exact, name)
  const windows = decode(bytes, 'windows-1258').normalize('NFC')
  if (readsAsVietnamese(windows)) {
    return ok({
      value: windows,
      notices: [{ code: 'text.oldEncoding', severity: 'hint', data: { encoding: 'CP1258' } }],
    })
  }
  return withReplacements(decode(bytes, 'utf-8'), name)
}

/** Half a letter at the end, or a half without its other half, is told as in any other damaged file. */
function decodeUtf16(bytes: Uint8Array, encoding: string, name: string): Result<Noted<string>, AppError> {
  const exact = decodeStrictly(bytes, encoding)
  if (exact !== undefined) return checked(exact, name)
  const text = decode(bytes, encoding)
  return text.includes('\u0000') ? err({ code: 'file.notText', name }) : withReplacements(text, name)
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

/** Among the most frequent syllables of any Vietnamese prose; a wrong encoding does not yield them. */
const FREQUENT = new Set(['và', 'của', 'các', 'công', 'trong', 'được', 'đã', 'cho', 'với', 'những', 'một', 'là', 'về'])

function readsAsVietnamese(text: string): boolean {
  if (/[\u0080-\u009F\uFFFD]/.test(text)) return false
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? []
  const frequent = words.filter((word) => FREQUENT.has(word)).length
  return frequent >= 2 && frequent * 40 >= words.length
}
