/**
 * The one door to the disk. Production code reaches files only through it; tests pass a port that fails at the
 * n-th call or that counts. Every function rejects with an error that carries the system's `code` (ENOSPC, EBUSY …).
 */
export interface FsPort {
  readonly read: (path: string) => Promise<Uint8Array>
  /** A new file, open for writing; EEXIST when the name is taken. */
  readonly create: (path: string) => Promise<OpenFile>
  /** Open for writing at the end, created when absent. */
  readonly append: (path: string) => Promise<OpenFile>
  /** Replaces `to` in one step. */
  readonly rename: (from: string, to: string) => Promise<void>
  readonly link: (existing: string, added: string) => Promise<void>
  readonly remove: (path: string) => Promise<void>
  /** With its parents; content with a folder that is there already. */
  readonly makeFolder: (path: string) => Promise<void>
  /** Names inside a folder, sorted. */
  readonly list: (folder: string) => Promise<readonly string[]>
  readonly stat: (path: string) => Promise<FileStat>
  /** The file a link leads to; the path itself where nothing stands there yet. */
  readonly behindLinks: (path: string) => Promise<string>
  /** Makes created, renamed and removed names of a folder durable, where the system can. */
  readonly syncFolder: (folder: string) => Promise<void>
  /** Rejects when nothing may be written into the file, or in the folder. */
  readonly checkWritable: (path: string) => Promise<void>
  /** Letters and digits no other process will choose. */
  readonly uniqueSuffix: () => string
  readonly pause: (milliseconds: number) => Promise<void>
}

export interface OpenFile {
  /** All of the bytes, or an error. */
  readonly write: (bytes: Uint8Array) => Promise<void>
  /** Bytes and metadata to the disk. */
  readonly sync: () => Promise<void>
  /** Bytes, and the metadata needed to read them, to the disk. */
  readonly syncData: () => Promise<void>
  readonly close: () => Promise<void>
}

export interface FileStat {
  readonly kind: 'file' | 'folder' | 'other'
  readonly size: number
  readonly modifiedAtMs: number
}

/** The system's code of a failed file operation; `undefined` for any other fault. */
export function systemCode(cause: unknown): string | undefined {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined
}

/** Resolves to `fallback` when the file or folder is not there; other faults go on. */
export async function orWhenAbsent<T>(reading: Promise<T>, fallback: T): Promise<T> {
  try {
    return await reading
  } catch (cause) {
    if (systemCode(cause) === 'ENOENT') return fallback
    throw cause
  }
}
