/** Files that could not be read are put aside under the report's id, never deleted. */
import { systemCode, type FsPort } from './fs-port'
import type { Clock } from './ports'
import { readPatiently } from './patience'
import { renamePatiently, writeVerified } from './replace-file'

interface BadFile {
  readonly folder: string
  readonly name: string
  readonly reason: string
  /** Only the bytes from here on are bad: they are copied, and the good ones stay in place. */
  readonly from?: number
}

interface QuarantineOptions {
  readonly fs: FsPort
  readonly clock: Clock
  readonly dataFolder: string
}

/** Tells whether it could be done; a full or read-only disk leaves the file where it is. */
export async function putAside(
  { fs, clock, dataFolder }: QuarantineOptions,
  id: string,
  bad: BadFile,
): Promise<boolean> {
  const folder = `${dataFolder}/quarantine/${id}`
  const time = clock
    .now()
    .replace(/[^\dT]/g, '')
    .slice(0, 15)
  const target = `${folder}/${bad.name}.${time}-${fs.uniqueSuffix().slice(0, 6)}.${bad.reason}`
  try {
    await fs.makeFolder(folder)
    if (bad.from === undefined) await renamePatiently(fs, `${bad.folder}/${bad.name}`, target)
    else await writeVerified(fs, target, (await readPatiently(fs, `${bad.folder}/${bad.name}`)).subarray(bad.from))
    await fs.syncFolder(folder)
    return true
  } catch (cause) {
    if (systemCode(cause) === undefined) throw cause
    return false
  }
}
