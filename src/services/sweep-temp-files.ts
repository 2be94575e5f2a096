/**
 * Takes away the half-made files that a killed program left in its own folders. Only names this program gives, and
 * only files older than its start: what is younger may be in the making. What cannot be removed stays.
 */
import { systemCode, type FsPort } from './fs-port'
import { isFreshName } from './open-report'
import { isTempName, removeQuietly } from './replace-file'
import { isStoreName } from './store-name'

interface Sweep {
  readonly dataFolder: string
  /** The settings file: its backend makes temp files of its own beside it. */
  readonly settings: { readonly folder: string; readonly name: string }
  readonly olderThanMs: number
}

/** So many folders are read at once. */
const AT_ONCE = 16

/** To be awaited before anything is written. Never fails: leftovers are no reason not to start. */
export async function sweepTempFiles(fs: FsPort, { dataFolder, settings, olderThanMs }: Sweep): Promise<void> {
  const sweep = async (folder: string, isOurs: (name: string) => boolean): Promise<void> => {
    for (const name of (await listQuietly(fs, folder)).filter(isOurs))
      if (await isOlder(fs, `${folder}/${name}`, olderThanMs)) await removeQuietly(fs, `${folder}/${name}`)
  }
  const isOfBackend = (name: string) =>
    name.startsWith(`${settings.name}.tmp-`) && /^\d{10}[0-9a-f]{6}$/.test(name.slice(settings.name.length + 5))

  await sweep(dataFolder, isTempName)
  await sweep(settings.folder, (name) => isTempName(name) || isOfBackend(name))
  await sweep(`${dataFolder}/templates`, isTempName)
  const reports = (await listQuietly(fs, `${dataFolder}/reports`)).filter(isStoreName)
  for (let from = 0; from < reports.length; from += AT_ONCE) {
    const some = reports.slice(from, from + AT_ONCE)
    await Promise.all(some.map((id) => sweep(`${dataFolder}/reports/${id}`, isLeftInReport)))
  }
}

const isLeftInReport = (name: string): boolean => isTempName(name) || isFreshName(name)

async function listQuietly(fs: FsPort, folder: string): Promise<readonly string[]> {
  try {
    return await fs.list(folder)
  } catch (cause) {
    if (systemCode(cause) === undefined) throw cause
    return []
  }
}

async function isOlder(fs: FsPort, path: string, olderThanMs: number): Promise<boolean> {
  try {
    const { kind, modifiedAtMs } = await fs.stat(path)
    return kind === 'file' && modifiedAtMs < olderThanMs
  } catch (cause) {
    if (systemCode(cause) === undefined) throw cause
    return false
  }
}
