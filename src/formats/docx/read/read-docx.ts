import type { AppError } from '../../../core/app-error'
import type { SampleDocument } from '../../../core/learning/sample-document'
import { err, ok, type Result } from '../../../core/result'
import { ZIP_LIMITS } from '../../zip/zip-limits'
import { docxToSample } from './docx-to-sample'
import { readDocxDocument, type DocxProblem } from './read-docx-document'

/** Reads the bytes of a .docx file. */
export function readDocx(bytes: Uint8Array, name: string): Result<SampleDocument, AppError> {
  if (isCompoundFile(bytes)) return err({ code: 'file.encrypted', name })
  if (bytes.length > ZIP_LIMITS.fileBytes)
    return err({ code: 'file.tooLarge', name, limitMb: ZIP_LIMITS.fileBytes / (1024 * 1024) })
  const read = readDocxDocument(bytes)
  if (!read.ok) return err(errorOf(read.error, name))
  const { paragraphs, notices } = docxToSample(read.value.document)
  if (paragraphs.length === 0) return err({ code: 'file.empty', name })
  return ok({ name, paragraphs, notices: [...read.value.notices, ...notices] })
}

const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0]

/** A .docx with a password is packed into the container of the old .doc ([MS-OFFCRYPTO], 1.3). */
const isCompoundFile = (bytes: Uint8Array): boolean => COMPOUND_FILE.every((byte, at) => bytes[at] === byte)

const CODES: Readonly<
  Record<DocxProblem, 'file.damaged' | 'file.unsafe' | 'file.encrypted' | 'file.tooHeavy' | 'file.unknownKind'>
> = {
  'not an archive': 'file.damaged',
  'damaged entry': 'file.damaged',
  'unknown method': 'file.damaged',
  'malformed XML': 'file.damaged',
  'unknown encoding': 'file.damaged',
  'no document': 'file.damaged',
  'not a text document': 'file.unknownKind',
  'encrypted entry': 'file.encrypted',
  'too many elements': 'file.tooHeavy',
  'table too long': 'file.tooHeavy',
  'too large': 'file.unsafe',
  'too dense': 'file.unsafe',
  'duplicate entry': 'file.unsafe',
  'overlapping entries': 'file.unsafe',
  'symbolic link': 'file.unsafe',
  'document type declaration': 'file.unsafe',
  'too deep': 'file.unsafe',
  'tables too deep': 'file.unsafe',
  'attribute too long': 'file.unsafe',
}

function errorOf(problem: DocxProblem, name: string): AppError {
  const code = CODES[problem]
  return code === 'file.damaged' || code === 'file.unsafe' ? { code, name, detail: problem } : { code, name }
}
