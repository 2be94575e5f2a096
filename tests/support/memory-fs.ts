/**
 * A disk in memory that knows what a power cut takes: bytes that were not synced, and names whose folder was not.
 * Node's own rules for errors are kept as far as the store relies on them.
 */
import type { FsPort, OpenFile } from '../../src/services/fs-port'

interface Inode {
  bytes: Uint8Array
  synced: Uint8Array
}

/** What may happen to what was not synced. */
export type PowerCut =
  | 'loses names and bytes'
  | 'keeps names, loses bytes'
  | 'keeps names, zeroes bytes'
  | 'keeps names, halves bytes'
  | 'keeps everything'

export const POWER_CUTS: readonly PowerCut[] = [
  'loses names and bytes',
  'keeps names, loses bytes',
  'keeps names, zeroes bytes',
  'keeps names, halves bytes',
  'keeps everything',
]

export interface MemoryFs extends FsPort {
  /** The disk as it is found after the power comes back. This one goes on as it was. */
  readonly afterPowerCut: (cut: PowerCut) => MemoryFs
  readonly files: () => readonly string[]
  readonly overwrite: (path: string, change: (bytes: Uint8Array) => Uint8Array) => void
}

export function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: from the test`), { code })
}

export function createMemoryFs(
  names = new Map<string, Inode>(),
  durable = new Map<string, Inode>(),
  folders = new Set<string>(['']),
): MemoryFs {
  let suffix = 0
  const folderOf = (path: string) => path.slice(0, Math.max(0, path.lastIndexOf('/')))
  const inode = (path: string): Inode => {
    const found = names.get(path)
    if (!found) throw systemError('ENOENT')
    return found
  }
  const openFile = (file: Inode): OpenFile => ({
    write: (bytes) => {
      file.bytes = joined(file.bytes, bytes)
      return Promise.resolve()
    },
    sync: () => {
      file.synced = file.bytes
      return Promise.resolve()
    },
    syncData: () => {
      file.synced = file.bytes
      return Promise.resolve()
    },
    close: () => Promise.resolve(),
  })
  const add = (path: string): Inode => {
    if (!folders.has(folderOf(path))) throw systemError('ENOENT')
    const file = { bytes: new Uint8Array(), synced: new Uint8Array() }
    names.set(path, file)
    return file
  }
  const attempt = <T>(task: () => T): Promise<T> => Promise.resolve().then(task)

  return {
    read: (path) => attempt(() => inode(path).bytes),
    create: (path) =>
      attempt(() => {
        if (names.has(path)) throw systemError('EEXIST')
        return openFile(add(path))
      }),
    append: (path) => attempt(() => openFile(names.get(path) ?? add(path))),
    rename: (from, to) =>
      attempt(() => {
        const file = inode(from)
        // As the system has it: two names of one file stay two names.
        if (names.get(to) === file) return
        names.set(to, file)
        names.delete(from)
      }),
    link: (existing, added) =>
      attempt(() => {
        if (names.has(added)) throw systemError('EEXIST')
        names.set(added, inode(existing))
      }),
    remove: (path) =>
      attempt(() => {
        inode(path)
        names.delete(path)
      }),
    makeFolder: (path) =>
      attempt(() => {
        for (let folder = path; folder !== ''; folder = folderOf(folder)) folders.add(folder)
      }),
    list: (folder) =>
      attempt(() => {
        if (!folders.has(folder)) throw systemError('ENOENT')
        const inside = [...names.keys(), ...folders].filter((path) => path !== '' && folderOf(path) === folder)
        return inside.map((path) => path.slice(folder.length + 1)).sort()
      }),
    stat: (path) =>
      attempt(() =>
        folders.has(path)
          ? { kind: 'folder', size: 0, modifiedAtMs: 0 }
          : { kind: 'file', size: inode(path).bytes.length, modifiedAtMs: 0 },
      ),
    behindLinks: (path) => Promise.resolve(path),
    syncFolder: (folder) =>
      attempt(() => {
        for (const path of durable.keys()) if (folderOf(path) === folder && !names.has(path)) durable.delete(path)
        for (const [path, file] of names) if (folderOf(path) === folder) durable.set(path, file)
      }),
    checkWritable: () => Promise.resolve(),
    uniqueSuffix: () => {
      suffix += 1
      return `m${suffix}`
    },
    pause: () => Promise.resolve(),
    files: () => [...names.keys()].sort(),
    overwrite: (path, change) => {
      const file = inode(path)
      file.bytes = change(file.bytes)
    },
    afterPowerCut: (cut) => {
      const left = cut === 'loses names and bytes' ? durable : names
      const copies = new Map<Inode, Inode>()
      const survived = (file: Inode): Inode => {
        const bytes = bytesAfter(cut, file)
        const copy = copies.get(file) ?? { bytes, synced: bytes }
        copies.set(file, copy)
        return copy
      }
      const after = [...left].map(([path, file]) => [path, survived(file)] as const)
      return createMemoryFs(new Map(after), new Map(after), new Set(folders))
    },
  }
}

/** Synced bytes are safe; of what was appended since, the cut decides. */
function bytesAfter(cut: PowerCut, { bytes, synced }: Inode): Uint8Array {
  const added = bytes.length - synced.length
  switch (cut) {
    case 'loses names and bytes':
    case 'keeps names, loses bytes':
      return synced
    case 'keeps names, zeroes bytes':
      return joined(synced, new Uint8Array(added))
    case 'keeps names, halves bytes':
      return bytes.slice(0, synced.length + Math.floor(added / 2))
    case 'keeps everything':
      return bytes
  }
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const all = new Uint8Array(first.length + second.length)
  all.set(first)
  all.set(second, first.length)
  return all
}
