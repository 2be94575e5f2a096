import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Script } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { ensureBuilt } from '../../scripts/bootstrap.mjs'
import { outFolder } from '../support/built-program'

type Bridge = {
  call: (channel: string, input: unknown) => Promise<unknown>
  onEvent: (listener: (event: unknown) => void) => () => void
}

/** Runs the built preload with the two parts of Electron it may have, and gives what it shows the page. */
async function runPreload() {
  await ensureBuilt()
  const source = await readFile(join(outFolder, 'preload', 'index.cjs'), 'utf8')
  const exposed = new Map<string, Bridge>()
  const invoked: unknown[][] = []
  const listeners = new Map<string, (...given: unknown[]) => void>()
  const electron = {
    contextBridge: { exposeInMainWorld: (name: string, value: Bridge) => exposed.set(name, value) },
    ipcRenderer: {
      invoke: (...given: unknown[]) => {
        invoked.push(given)
        return Promise.resolve('{"ok":true,"value":"có dấu"}')
      },
      on: (name: string, listener: (...given: unknown[]) => void) => listeners.set(name, listener),
      removeListener: (name: string) => listeners.delete(name),
    },
  }
  const required: string[] = []
  const require = (name: string) => {
    required.push(name)
    return electron
  }
  // As a sandboxed preload: no module system, no Buffer, no timers.
  new Script(source).runInNewContext({ require, exports: {}, module: { exports: {} } })
  return { source, exposed, invoked, listeners, required }
}

describe('the preload', () => {
  it('shows the page one object with two functions, and needs nothing but electron', async () => {
    const { exposed, required } = await runPreload()
    expect([...exposed.keys()]).toEqual(['bridge'])
    expect(Object.keys(exposed.get('bridge')!)).toEqual(['call', 'onEvent'])
    expect(new Set(required)).toEqual(new Set(['electron']))
  })

  it('sends calls as text over the one channel', async () => {
    const { exposed, invoked } = await runPreload()
    expect(await exposed.get('bridge')!.call('host.describe', { a: undefined })).toEqual({ ok: true, value: 'có dấu' })
    expect(invoked).toEqual([['call', '{"channel":"host.describe","input":{}}']])
  })

  it('hands events on without the sender, until it is told to stop', async () => {
    const { exposed, listeners } = await runPreload()
    const seen: unknown[][] = []
    const stop = exposed.get('bridge')!.onEvent((...given) => seen.push(given))
    listeners.get('event')!({ sender: 'secret' }, { type: 'host.closing' })
    expect(seen).toEqual([[{ type: 'host.closing' }]])
    stop()
    expect(listeners.size).toBe(0)
  })

  it('stays small', async () => {
    expect((await runPreload()).source.length).toBeLessThan(1500)
  })
})
