import { basename } from 'node:path'
import type { AppError } from '../core/app-error'
import type { Report } from '../core/report/report'
import { err, ok, type Result } from '../core/result'
import { readError, writeError } from '../services/file-errors'
import type { FsPort } from '../services/fs-port'
import { writeFileAtomically } from '../services/node/atomic-write'
import { readReportFile } from '../services/import-document'

export interface InputFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** No document the program knows comes near this. */
const LIMIT_MB = 60

/** The bytes of a file named on the command line. */
export async function readInput(fs: FsPort, path: string): Promise<Result<InputFile, AppError>> {
  const name = shownName(path)
  try {
    const { kind, size } = await fs.stat(path)
    // A pipe may never end and a device never does.
    if (kind === 'other') return err({ code: 'file.notReadable', name })
    if (size > LIMIT_MB * 1024 * 1024) return err({ code: 'file.tooLarge', name, limitMb: LIMIT_MB })
    return ok({ name, bytes: await fs.read(path) })
  } catch (cause) {
    return err(readError(cause, name))
  }
}

/** Without the signs by which a name could write over a terminal or show another ending than it has. */
const shownName = (path: string): string =>
  basename(path).replace(/[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, '�')

/** The report in an exchange file named on the command line. */
export async function readReport(fs: FsPort, path: string): Promise<Result<Report, AppError>> {
  const file = await readInput(fs, path)
  return file.ok ? readReportFile(file.value.bytes, file.value.name) : file
}

/** Writes what `--out` names, replacing what stands there, but never a file the command has read. */
export async function writeOutput(
  fs: FsPort,
  path: string,
  bytes: Uint8Array,
  inputs: readonly string[],
): Promise<Result<undefined, AppError>> {
  try {
    const target = await fs.behindLinks(path)
    for (const input of inputs)
      if ((await fs.behindLinks(input)) === target) return err({ code: 'file.exists', name: basename(path) })
  } catch (cause) {
    return err(writeError(cause, basename(path)))
  }
  return writeFileAtomically(path, bytes, fs)
}
