/** A disk that fails at the n-th call, and after it goes on or is gone for good. */
import type { FsPort, OpenFile } from '../../src/services/fs-port'
import { systemError } from './memory-fs'

export interface Fault {
  /** Counted from 1 over every operation. */
  readonly at: number
  /** A system code, or `crash`: this call and all after it never happen. */
  readonly code: string
}

export interface FaultFs extends FsPort {
  readonly calls: () => number
  readonly hasFailed: () => boolean
}

/** A failing write leaves half of its bytes, as a full disk does. */
export function createFaultFs(disk: FsPort, fault: Fault | undefined): FaultFs {
  let calls = 0
  let hasFailed = false
  const fails = (): boolean => {
    calls += 1
    if (!fault) return false
    const isNow = calls === fault.at || (fault.code === 'crash' && calls > fault.at)
    hasFailed ||= isNow
    return isNow
  }
  const error = () => systemError(fault?.code === 'crash' ? 'EIO' : (fault?.code ?? 'EIO'))
  const guarded =
    <A extends readonly unknown[], T>(operation: (...args: A) => Promise<T>) =>
    (...args: A): Promise<T> =>
      fails() ? Promise.reject(error()) : operation(...args)

  const file = (open: OpenFile): OpenFile => ({
    write: async (bytes) => {
      if (!fails()) return open.write(bytes)
      await open.write(bytes.subarray(0, Math.floor(bytes.length / 2)))
      throw error()
    },
    sync: guarded(open.sync),
    syncData: guarded(open.syncData),
    close: open.close,
  })

  return {
    ...disk,
    read: guarded(disk.read),
    create: guarded(async (path: string) => file(await disk.create(path))),
    append: guarded(async (path: string) => file(await disk.append(path))),
    rename: guarded(disk.rename),
    link: guarded(disk.link),
    remove: guarded(disk.remove),
    makeFolder: guarded(disk.makeFolder),
    list: guarded(disk.list),
    syncFolder: guarded(disk.syncFolder),
    calls: () => calls,
    hasFailed: () => hasFailed,
  }
}
