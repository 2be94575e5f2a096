/** The system's error codes, told as the program's own. A fault without such a code is a bug and goes on. */
import type { AppError } from '../core/app-error'
import { systemCode } from './fs-port'

type FileErrorCode = 'file.diskFull' | 'file.locked' | 'file.notFound' | 'file.notReadable' | 'file.notWritable'

const WRITE_ERRORS: Readonly<Record<string, FileErrorCode>> = {
  ENOSPC: 'file.diskFull',
  EDQUOT: 'file.diskFull',
  EFBIG: 'file.diskFull',
  EBUSY: 'file.locked',
  ETXTBSY: 'file.locked',
}

const READ_ERRORS: Readonly<Record<string, FileErrorCode>> = {
  ENOENT: 'file.notFound',
  ENOTDIR: 'file.notFound',
  EBUSY: 'file.locked',
}

/** Why `name` could not be written. */
export const writeError = (cause: unknown, name: string): AppError =>
  fileError(cause, name, WRITE_ERRORS, 'file.notWritable')

/** Why `name` could not be read. */
export const readError = (cause: unknown, name: string): AppError =>
  fileError(cause, name, READ_ERRORS, 'file.notReadable')

function fileError(
  cause: unknown,
  name: string,
  table: Readonly<Record<string, FileErrorCode>>,
  otherwise: FileErrorCode,
): AppError {
  const code = systemCode(cause)
  if (code === undefined) throw cause
  return { code: table[code] ?? otherwise, name }
}

/** The file could not be read or replaced however long we waited: another program holds it. */
export class HeldFileError extends Error {
  readonly code = 'EBUSY'
  constructor(cause: unknown) {
    super('the file is held by another program', { cause })
    this.name = 'HeldFileError'
  }
}
