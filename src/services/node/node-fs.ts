/** The real disk behind `FsPort`. */
import { randomBytes } from 'node:crypto'
import { constants, type Stats } from 'node:fs'
import * as disk from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'
import { orWhenAbsent, systemCode, type FileStat, type FsPort, type OpenFile } from '../fs-port'

export const nodeFs: FsPort = {
  read: async (path) => await disk.readFile(path),
  create: async (path) => openFile(await disk.open(path, 'wx')),
  append: async (path) => openFile(await disk.open(path, 'a')),
  rename: disk.rename,
  link: disk.link,
  remove: disk.unlink,
  makeFolder: async (path) => {
    await disk.mkdir(path, { recursive: true })
  },
  list: async (folder) => (await disk.readdir(folder)).sort(),
  stat: async (path) => fileStat(await disk.stat(path)),
  behindLinks: (path) => orWhenAbsent(disk.realpath(path), path),
  syncFolder,
  checkWritable: (folder) => disk.access(folder, constants.W_OK),
  uniqueSuffix: () => randomBytes(8).toString('hex'),
  pause: (milliseconds) => setTimeout(milliseconds),
}

function openFile(handle: disk.FileHandle): OpenFile {
  return {
    write: (bytes) => handle.writeFile(bytes),
    sync: () => handle.sync(),
    syncData: () => handle.datasync(),
    close: () => handle.close(),
  }
}

function fileStat(stats: Stats): FileStat {
  const kind = stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : 'other'
  return { kind, size: stats.size, modifiedAtMs: stats.mtimeMs }
}

/** Windows and some network shares cannot sync a folder and say so in these ways; a failing disk says EIO. */
const CANNOT_SYNC_FOLDERS = new Set(['EINVAL', 'ENOTSUP', 'EPERM', 'EISDIR'])

async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await disk.open(folder, 'r')
    try {
      await handle.sync()
    } finally {
      await handle.close()
    }
  } catch (cause) {
    if (!CANNOT_SYNC_FOLDERS.has(systemCode(cause) ?? '')) throw cause
  }
}
