/** Plain text → paragraphs: one a non-empty line. A text file gives no signals beside its words. */
import type { AppError } from '../../core/app-error'
import type { SampleDocument } from '../../core/learning/sample-document'
import { err, ok, type Result } from '../../core/result'
import { toNfc, trimWide } from '../../core/vietnamese/nfc'
import { decodeText, type DecodeOptions } from './decode-text'

/** Reads the bytes of a .txt file. */
export function readText(
  bytes: Uint8Array,
  name: string,
  { legacy }: Pick<DecodeOptions, 'legacy'> = { legacy: 'auto' },
): Result<SampleDocument, AppError> {
  const decoded = decodeText(bytes, name, { legacy })
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

/**
 * Every mark that begins a new line or page somewhere: Windows, Unix and old Mac, also mixed in one file, the form feed
 * of a file made from pages, the vertical tab of Word's text, the separators of Unicode. Empty lines fall out anyway.
 */
const LINE_ENDS = /[\n\r\f\v\u0085\u2028\u2029]+/

const linesOf = (text: string): string[] => text.split(LINE_ENDS)
