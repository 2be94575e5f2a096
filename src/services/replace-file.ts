/**
 * Replaces a file so that a reader finds the old bytes or the new ones, whole, whatever happens in between:
 * temp file beside it, fsync, read back, rename, folder sync. The target itself is never opened for writing.
 */
import { HeldFileError } from './file-errors'
import { systemCode, type FsPort } from './fs-port'

export interface Place {
  readonly folder: string
  readonly name: string
}

export const pathOf = (place: Place): string => `${place.folder}/${place.name}`

/** How long another program may hold the target before we give up. */
export const BACKGROUND_PATIENCE_MS = 2_000
export const EXPLICIT_PATIENCE_MS = 10_000

const TEMP_PREFIX = '.tong-ket-'
const TEMP_SUFFIX = '.tmp'

/** A temp file that a killed process may have left. */
export const isTempName = (name: string): boolean => name.startsWith(TEMP_PREFIX) && name.endsWith(TEMP_SUFFIX)

export async function replaceFile(
  fs: FsPort,
  place: Place,
  bytes: Uint8Array,
  patienceMs = BACKGROUND_PATIENCE_MS,
): Promise<void> {
  const temp = `${place.folder}/${TEMP_PREFIX}${fs.uniqueSuffix()}${TEMP_SUFFIX}`
  try {
    await writeVerified(fs, temp, bytes)
    await renamePatiently(fs, temp, pathOf(place), patienceMs)
  } catch (cause) {
    await removeQuietly(fs, temp)
    throw cause
  }
  await fs.syncFolder(place.folder)
}

/** Writes a new file, brings it to the disk and reads it back. */
export async function writeVerified(fs: FsPort, path: string, bytes: Uint8Array): Promise<void> {
  const file = await fs.create(path)
  try {
    await file.write(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
  if (!sameBytes(await fs.read(path), bytes)) throw new UnreadableWriteError()
}

/** What was read back is not what was written. Carries a system code, as any other failing disk. */
class UnreadableWriteError extends Error {
  readonly code = 'EIO'
  constructor() {
    super('the bytes read back differ from those written')
    this.name = 'UnreadableWriteError'
  }
}

const HELD = new Set(['EPERM', 'EACCES', 'EBUSY'])

/** Virus scanners, indexers and Word hold files for moments; Windows then refuses the rename. */
export async function renamePatiently(fs: FsPort, from: string, to: string, patienceMs: number): Promise<void> {
  let waited = 0
  for (let pause = 10; ; pause = Math.min(pause + 10, 100)) {
    try {
      await fs.rename(from, to)
      return
    } catch (cause) {
      if (!HELD.has(systemCode(cause) ?? '')) throw cause
      if (waited + pause > patienceMs) throw new HeldFileError(cause)
      await fs.pause(pause)
      waited += pause
    }
  }
}

/** For leftovers: that they stay is no reason to fail. */
export async function removeQuietly(fs: FsPort, path: string): Promise<void> {
  try {
    await fs.remove(path)
  } catch (cause) {
    if (systemCode(cause) === undefined) throw cause
  }
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false
  // A plain loop: `every` with a callback costs five times as much on a large snapshot.
  for (let index = 0; index < a.length; index += 1) if (a[index] !== b[index]) return false
  return true
}
