/** Moves envelopes between the window and the dispatcher: one channel, and only for our own page. */
import { ipcMain, type IpcMainInvokeEvent } from 'electron'
import type { Dispatch } from '../contract/dispatch'
import { err } from '../core/result'
import { UPLOAD_LIMIT_BYTES } from '../host/held-files'
import { isOwnAddress } from './address'

/** Serves the channel `call`; every other channel stays without a listener. */
export function serveCalls(dispatch: Dispatch): void {
  // electron-store offers its folder to renderers that ask; none of ours does.
  ipcMain.removeAllListeners('electron-store-get-data')
  ipcMain.handle('call', async (event, envelope: unknown) => {
    if (!isTrustedSender(event)) throw new Error('refused')
    const call = parseEnvelope(envelope)
    return JSON.stringify(call ? await dispatch(call.channel, call.input) : BAD_ENVELOPE)
  })
}

/** Our page in the top frame of a window; a frame that is gone, or inside another, is none. */
function isTrustedSender({ senderFrame }: IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame.parent === null && isOwnAddress(senderFrame.url)
}

const BAD_ENVELOPE = err({ code: 'call.badInput', channel: '', detail: 'not a call' })

function parseEnvelope(envelope: unknown): { readonly channel: unknown; readonly input: unknown } | undefined {
  if (typeof envelope !== 'string' || envelope.length > UPLOAD_LIMIT_BYTES) return undefined
  try {
    const value: unknown = JSON.parse(envelope)
    if (typeof value !== 'object' || value === null) return undefined
    return { channel: own(value, 'channel'), input: own(value, 'input') }
  } catch {
    return undefined
  }
}

const own = (value: object, name: string): unknown =>
  Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined
