/** Writes a file the officer named: whole or not at all, through links, never over a device. */
import { basename, dirname } from 'node:path'
import type { AppError } from '../../core/app-error'
import { err, ok, type Result } from '../../core/result'
import { writeError } from '../file-errors'
import { orWhenAbsent, type FsPort } from '../fs-port'
import { EXPLICIT_PATIENCE_MS } from '../patience'
import { replaceFile } from '../replace-file'
import { nodeFs } from './node-fs'

/** An existing file is replaced in one step; the answer comes after the bytes were read back from the disk. */
export async function writeFileAtomically(
  path: string,
  bytes: Uint8Array,
  fs: FsPort = nodeFs,
): Promise<Result<undefined, AppError>> {
  try {
    const target = await fs.behindLinks(path)
    const existing = await orWhenAbsent(fs.stat(target), undefined)
    // A rename asks the folder alone: who made the file read-only would find it replaced all the same.
    if (existing?.kind === 'file') await fs.checkWritable(target)
    // Renaming over /dev/stdout and its like would put a file in the device's place.
    if (existing?.kind === 'other') await writeToDevice(fs, target, bytes)
    else await replaceFile(fs, { folder: dirname(target), name: basename(target) }, bytes, EXPLICIT_PATIENCE_MS)
    return ok(undefined)
  } catch (cause) {
    return err(writeError(cause, basename(path)))
  }
}

async function writeToDevice(fs: FsPort, path: string, bytes: Uint8Array): Promise<void> {
  const device = await fs.append(path)
  try {
    await device.write(bytes)
  } finally {
    await device.close()
  }
}
