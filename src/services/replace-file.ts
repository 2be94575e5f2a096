/**
 * Replaces a file so that a reader finds the old bytes or the new ones, whole, whatever happens in between:
 * temp file beside it, fsync, read back, rename, folder sync. The target itself is never opened for writing.
 */
import { systemCode, type FsPort } from './fs-port'
import { BACKGROUND_PATIENCE_MS, patiently } from './patience'

interface Place {
  readonly folder: string
  readonly name: string
}

const pathOf = (place: Place): string => `${place.folder}/${place.name}`

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
    await patiently(fs, patienceMs, () => fs.rename(temp, pathOf(place)))
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
  const written = await patiently(fs, BACKGROUND_PATIENCE_MS, () => fs.read(path))
  if (!sameBytes(written, bytes)) throw new UnreadableWriteError()
}

/** What was read back is not what was written. Carries a system code, as any other failing disk. */
class UnreadableWriteError extends Error {
  readonly code = 'EIO'
  constructor() {
    super('the bytes read back differ from those written')
    this.name = 'UnreadableWriteError'
  }
}

/** Replaces a file of the program's own. */
export const renamePatiently = (fs: FsPort, from: string, to: string): Promise<void> =>
  patiently(fs, BACKGROUND_PATIENCE_MS, () => fs.rename(from, to))

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
