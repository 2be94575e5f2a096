/** Plain text → paragraphs: one a non-empty line. A text file gives no signals beside its words. */
import type { AppError } from '../../core/app-error'
import type { SampleDocument } from '../../core/learning/sample-document'
import { err, ok, type Result } from '../../core/result'
import { toNfc, trimWide } from '../../core/vietnamese/nfc'
import { decodeText } from './decode-text'

/** Reads the bytes of a .txt file. */
export function readText(bytes: Uint8Array, name: string): Result<SampleDocument, AppError> {
  const decoded = decodeText(bytes, name)
  if (!decoded.ok) return decoded
  const lines = linesOf(decoded.value.value)
    .map((line) => trimWide(toNfc(line)))
    .filter((line) => line !== '')
  if (lines.length === 0) return err({ code: 'file.empty', name })
  return ok({
    name,
    paragraphs: lines.map((text, index) => ({ index, text, signals: {} })),
    notices: decoded.value.notices,
  })
}

/** Old Mac files end their lines with CR alone. */
const linesOf = (text: string): string[] => text.split(text.includes('\n') ? '\n' : '\r')
