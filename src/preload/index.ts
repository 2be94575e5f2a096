/** The one door from the window to its host: text over one channel. It imports types only and never grows. */
import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'
import type { AppEvent } from '../contract/events'

contextBridge.exposeInMainWorld('bridge', {
  // Text, so that the same JSON crosses here and over HTTP.
  call: async (channel: string, input: unknown): Promise<unknown> =>
    JSON.parse(String(await ipcRenderer.invoke('call', JSON.stringify({ channel, input })))),

  onEvent: (listener: (event: AppEvent) => void): (() => void) => {
    const forward = (_: IpcRendererEvent, event: AppEvent) => listener(event)
    ipcRenderer.on('event', forward)
    return () => void ipcRenderer.removeListener('event', forward)
  },
})
