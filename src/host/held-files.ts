/**
 * Bytes kept in memory under an id nobody can guess: files dropped on the window, exports waiting to be fetched.
 * They expire, and the oldest make room when there are too many; nothing of them touches the disk.
 */
import { randomBytes } from 'node:crypto'

export interface HeldFile {
  readonly name: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

export interface HeldFiles {
  /** Gives the id. */
  readonly keep: (file: HeldFile) => string
  readonly read: (id: string) => HeldFile | undefined
  /** Reads it for the only time. */
  readonly take: (id: string) => HeldFile | undefined
}

export interface HeldFilesOptions {
  readonly lifetimeMs: number
  readonly limitBytes: number
  readonly now?: () => number
}

/** A store of its own for each purpose: its ids open nothing elsewhere. */
export function createHeldFiles({ lifetimeMs, limitBytes, now = Date.now }: HeldFilesOptions): HeldFiles {
  // A Map keeps the order of arrival: the first is the oldest.
  const held = new Map<string, { readonly file: HeldFile; readonly until: number }>()

  const dropExpired = () => {
    for (const [id, { until }] of held) if (until <= now()) held.delete(id)
  }
  const makeRoom = (size: number) => {
    let total = size + [...held.values()].reduce((sum, { file }) => sum + file.bytes.length, 0)
    for (const [id, { file }] of held) {
      if (total <= limitBytes) return
      held.delete(id)
      total -= file.bytes.length
    }
  }
  const read = (id: string) => {
    dropExpired()
    return held.get(id)?.file
  }
  return {
    keep: (file) => {
      dropExpired()
      makeRoom(file.bytes.length)
      const id = randomBytes(32).toString('base64url')
      held.set(id, { file, until: now() + lifetimeMs })
      return id
    },
    read,
    take: (id) => {
      const file = read(id)
      held.delete(id)
      return file
    },
  }
}

/** The largest file a window may hand over. */
export const UPLOAD_LIMIT_MB = 60
export const UPLOAD_LIMIT_BYTES = UPLOAD_LIMIT_MB * 1024 * 1024

/** What was dropped on the window: long enough to review a set of samples. */
export const uploadedFiles = (now: () => number = Date.now): HeldFiles =>
  createHeldFiles({ lifetimeMs: 60 * 60_000, limitBytes: 5 * UPLOAD_LIMIT_BYTES, now })

/** The last part of a name as the officer sees it; what the window sends is only a label. */
export function uploadName(name: string | null): string {
  const last = (name ?? '').split(/[/\\]/).at(-1) ?? ''
  return last.replace(/[\u0000-\u001f\u007f]/g, '').slice(0, 200) || 'file'
}
