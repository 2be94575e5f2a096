import { createDispatcher } from '../../src/contract/dispatch'
import type { Services } from '../../src/contract/services'
import type { FakeElectron } from './fake-electron'
import { startTestHost } from './test-browser-host'
import { useFakeElectron } from './with-fake-electron'

/** A road from a window to the services: sends an envelope, gives back what the window would see. */
export interface Transport {
  readonly call: (channel: unknown, input: unknown) => Promise<unknown>
  readonly incidents: readonly string[]
  readonly close: () => Promise<void>
}

export interface TransportKind {
  readonly name: string
  readonly open: (services: Services) => Promise<Transport>
}

export const overHttp: TransportKind = {
  name: 'HTTP on this machine',
  open: async (services) => {
    const host = await startTestHost(services)
    const token = await host.newToken()
    return {
      call: async (channel, input) => JSON.parse((await host.call(token, channel, input)).body) as unknown,
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
    const { ipcMain } = fake.modules
    const { serveCalls } = await import('../../src/main/ipc-host')
    const incidents: string[] = []
    serveCalls(createDispatcher(services, (where, cause) => `i${incidents.push(`${where}: ${String(cause)}`)}`))
    return {
      // As the preload does it: text both ways.
      call: async (channel, input) =>
        JSON.parse(
          String(await ipcMain.handlers.get('call')?.({ senderFrame: ownFrame }, JSON.stringify({ channel, input }))),
        ) as unknown,
      incidents,
      close: () => {
        ipcMain.handlers.clear()
        return Promise.resolve()
      },
    }
  },
}

export const transports: readonly TransportKind[] = [overHttp, overIpc]
