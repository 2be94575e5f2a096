/**
 * The old Word format (97 to 2003, [MS-DOC]) → paragraphs, by way of the model of a .docx. A reader of our own, since the
 * libraries for it give text without fonts, and in documents of that age the font says what the letters are.
 */
import type { AppError } from '../../core/app-error'
import type { SampleDocument } from '../../core/learning/sample-document'
import { err, ok, type Result } from '../../core/result'
import { legacyFontsNotices } from '../decode-legacy-sample'
import { docxToSample } from '../docx/read/docx-to-sample'
import { readDocDocument } from './doc-document'
import { DocFault } from './doc-fault'
import { openWordFile } from './word-file'

/** Reads the bytes of a .doc file. */
export function readDoc(bytes: Uint8Array, name: string): Result<SampleDocument, AppError> {
  try {
    const { document, losses, encodings } = readDocDocument(openWordFile(bytes))
    const { paragraphs, notices } = docxToSample(document)
    if (paragraphs.length === 0) return err({ code: 'file.empty', name })
    return ok({ name, paragraphs, notices: [...legacyFontsNotices(encodings), ...losses.notices(), ...notices] })
  } catch (fault) {
    return err(errorOf(fault, name))
  }
}

function errorOf(fault: unknown, name: string): AppError {
  // A number that points past the end of the file: every table of a .doc can hold one.
  if (fault instanceof RangeError) return { code: 'file.damaged', name, detail: 'place outside the file' }
  if (!(fault instanceof DocFault)) throw fault
  if (fault.problem === 'encrypted') return { code: 'file.encrypted', name }
  if (fault.problem === 'older than Word 97') return { code: 'file.otherFormat', name, format: 'Word 6.0/95' }
  return { code: 'file.damaged', name, detail: fault.problem }
}
