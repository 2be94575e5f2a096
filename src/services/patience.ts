/** Waiting for files that another program holds, and for failures that pass. */
import { HeldFileError } from './file-errors'
import { systemCode, type FsPort } from './fs-port'

/** How long another program may hold a file before we give up. */
export const BACKGROUND_PATIENCE_MS = 2_000
export const EXPLICIT_PATIENCE_MS = 10_000

/** Also what a system says for a moment that has no more handles to give. */
const HELD = new Set(['EPERM', 'EACCES', 'EBUSY', 'EMFILE', 'ENFILE', 'EAGAIN'])

/** A failing disk takes its time for each attempt; more of them help nobody. */
const READS_OF_FAILING_DISK = 3

/** Virus scanners, indexers and Word hold files for moments; Windows then refuses to read or replace them. */
export async function patiently<T>(fs: FsPort, patienceMs: number, attempt: () => Promise<T>): Promise<T> {
  let waited = 0
  for (let pause = 10; ; pause = Math.min(pause + 10, 100)) {
    try {
      return await attempt()
    } catch (cause) {
      if (!HELD.has(systemCode(cause) ?? '')) throw cause
      if (waited + pause > patienceMs) throw new HeldFileError(cause)
      await fs.pause(pause)
      waited += pause
    }
  }
}

/** Reads past failures that pass: a file that is only held for a moment is not a bad one. */
export async function readPatiently(fs: FsPort, path: string): Promise<Uint8Array> {
  for (let reads = 1; ; reads += 1) {
    try {
      return await patiently(fs, BACKGROUND_PATIENCE_MS, () => fs.read(path))
    } catch (cause) {
      if (systemCode(cause) !== 'EIO' || reads >= READS_OF_FAILING_DISK) throw cause
      await fs.pause(50)
    }
  }
}
