import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Delivery, FileRef } from '../../src/contract/channels'
import { createDispatcher } from '../../src/contract/dispatch'
import type { Services } from '../../src/contract/services'
import type { FakeElectron } from './fake-electron'
import { uploadedFiles } from '../../src/host/held-files'
import { startTestHost, type MakeServices } from './test-browser-host'
import { useFakeElectron } from './with-fake-electron'

/** A road from a window to the services: sends an envelope, gives back what the window would see. */
export interface Transport {
  readonly call: (channel: unknown, input: unknown) => Promise<unknown>
  readonly upload: (name: string, text: string) => Promise<FileRef>
  /** Takes what was exported: its bytes. */
  readonly receive: (delivery: Delivery) => Promise<Uint8Array>
  readonly incidents: readonly string[]
  readonly close: () => Promise<void>
}

export interface TransportKind {
  readonly name: string
  readonly open: (services: Services | MakeServices) => Promise<Transport>
}

export const overHttp: TransportKind = {
  name: 'HTTP on this machine',
  open: async (services) => {
    const host = await startTestHost(services)
    const token = await host.newToken()
    return {
      call: async (channel, input) => JSON.parse((await host.call(token, channel, input)).body) as unknown,
      upload: async (name, text) => {
        const headers = { Authorization: `Bearer ${token}` }
        const path = `/upload?name=${encodeURIComponent(name)}`
        return JSON.parse((await host.ask({ method: 'POST', path, headers, body: text })).body) as FileRef
      },
      receive: (delivery) => {
        if (delivery.kind !== 'download') throw new Error('expected a download')
        return Promise.resolve(host.files.downloads.take(delivery.ticket)!.bytes)
      },
      incidents: host.incidents,
      close: host.http.close,
    }
  },
}

let fake: FakeElectron | undefined

/** Our page, asking as Electron tells it. */
export const ownFrame = { url: 'app://tong-ket/', parent: null }

export const overIpc: TransportKind = {
  name: 'IPC of Electron',
  open: async (services) => {
    fake ??= useFakeElectron()
    const { dialog, ipcMain } = fake.modules
    const { serveCalls } = await import('../../src/main/ipc-host')
    const { createElectronFileExchange } = await import('../../src/main/file-exchange')
    const incidents: string[] = []
    const uploads = uploadedFiles()
    const files = createElectronFileExchange(uploads)
    const folder = await mkdtemp(join(tmpdir(), 'exports-'))
    const served = typeof services === 'function' ? await services(files) : services
    serveCalls(createDispatcher(served, (where, cause) => `i${incidents.push(`${where}: ${String(cause)}`)}`))
    return {
      // As the preload does it: text both ways.
      call: async (channel, input) => {
        dialog.answers.save = [{ canceled: false, filePath: join(folder, 'exported') }]
        return JSON.parse(
          String(await ipcMain.handlers.get('call')?.({ senderFrame: ownFrame }, JSON.stringify({ channel, input }))),
        ) as unknown
      },
      upload: (name, text) => {
        const bytes = new TextEncoder().encode(text)
        return Promise.resolve({ id: uploads.keep({ name, bytes }), name, size: bytes.length })
      },
      receive: async (delivery) => new Uint8Array(await readFile(join(folder, delivery.name))),
      incidents,
      close: () => {
        ipcMain.handlers.clear()
        return Promise.resolve()
      },
    }
  },
}

export const transports: readonly TransportKind[] = [overHttp, overIpc]
