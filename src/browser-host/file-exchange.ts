/** Files between the window and this host: uploads in, downloads out by an address that works once. */
import { err, ok } from '../core/result'
import { createHeldFiles, uploadedFiles, type HeldFiles } from '../host/held-files'
import type { FileExchange } from '../services/ports'

export interface BrowserFileExchange extends FileExchange {
  readonly uploads: HeldFiles
  readonly downloads: HeldFiles
}

const DOWNLOAD_LIFETIME_MS = 60_000
const DOWNLOADS_LIMIT_BYTES = 200 * 1024 * 1024

/** A browser shows no dialogs for us: the window uploads what was chosen and downloads what was made. */
export function createBrowserFileExchange(now: () => number = Date.now): BrowserFileExchange {
  const uploads = uploadedFiles(now)
  const downloads = createHeldFiles({ lifetimeMs: DOWNLOAD_LIFETIME_MS, limitBytes: DOWNLOADS_LIMIT_BYTES, now })
  return {
    uploads,
    downloads,
    read: (file) => {
      const held = uploads.read(file.id)
      return Promise.resolve(held ? ok(held.bytes) : err({ code: 'file.gone', name: file.name }))
    },
    deliver: (name, bytes) =>
      Promise.resolve(ok({ kind: 'download', name, ticket: downloads.keep({ name, bytes: new Uint8Array(bytes) }) })),
    choose: () => Promise.resolve(err({ code: 'capability.absent', capability: 'file.choose' })),
  }
}
