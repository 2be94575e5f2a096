import { describe, expect, it } from 'vitest'
import { connect, linesOf, type Connection, type PreloadBridge } from '../../src/renderer/bridge'

interface Sent {
  readonly path: string
  readonly init: RequestInit
}

type Answer = (sent: Sent) => Response | Promise<Response>

const json = (value: unknown, status = 200) => new Response(JSON.stringify(value), { status })

/** A window with an address, a session store and a host that answers as told. */
function fakeWindow(hash: string, answer: Answer, preload?: PreloadBridge, kept: Record<string, string> = {}) {
  const sent: Sent[] = []
  const timers: (() => void)[] = []
  const links: { href: string; download: string }[] = []
  const addresses: string[] = []
  const page = {
    ...(preload ? { bridge: preload } : {}),
    location: { hash, pathname: '/' },
    history: { replaceState: (_state: unknown, _title: string, address: string) => addresses.push(address) },
    sessionStorage: {
      getItem: (key: string) => kept[key] ?? null,
      setItem: (key: string, value: string) => {
        kept[key] = value
      },
    },
    document: {
      visibilityState: 'visible',
      body: { append: () => undefined },
      createElement: () => {
        const link = { href: '', download: '', click: () => links.push(link), remove: () => undefined }
        return link
      },
    },
    setTimeout: (run: () => void) => timers.push(run),
    fetch: async (path: string, init: RequestInit = {}) => {
      const request = { path, init }
      sent.push(request)
      return await answer(request)
    },
  }
  return { page: page as unknown as Window, sent, timers, links, addresses, kept }
}

const openEvents = () => new Response(new ReadableStream())

/** A host that knows the code `abc` and answers calls with `reply`. */
const host =
  (reply: Answer): Answer =>
  (sent) => {
    if (sent.path === '/session') return sent.init.body === '{"code":"abc"}' ? json({ token: 't1' }) : json({}, 401)
    if (sent.path === '/events') return openEvents()
    return reply(sent)
  }

const bearer = (sent: Sent | undefined) => new Headers(sent?.init.headers).get('authorization')

async function opened(reply: Answer) {
  const page = fakeWindow('#abc', host(reply))
  const bridge = await connect(page.page)
  if (!bridge.ok) throw new Error(bridge.error.code)
  const connections: Connection[] = []
  bridge.value.onConnection((connection) => connections.push(connection))
  return { ...page, bridge: bridge.value, connections }
}

describe('the bridge to the browser host', () => {
  it('exchanges the code of the address once, takes it out of the address and keeps the token for this tab', async () => {
    const { page, sent, addresses, kept } = fakeWindow(
      '#abc',
      host(() => json({})),
    )
    expect((await connect(page)).ok).toBe(true)
    expect(sent[0]).toMatchObject({ path: '/session', init: { method: 'POST' } })
    expect(addresses).toEqual(['/'])
    expect(Object.values(kept)).toEqual(['t1'])
  })

  it('uses the kept token when the page is loaded again, also at the address of a report', async () => {
    const kept = { 'tong-ket.session': 't0' }
    const { page, sent } = fakeWindow(
      '#/bao-cao/r1',
      host(() => json({ ok: true, value: { text: '' } })),
      undefined,
      kept,
    )
    const bridge = await connect(page)
    expect(bridge.ok && (await bridge.value.call('host.readIncidents', {})).ok).toBe(true)
    expect(bearer(sent.find(({ path }) => path === '/call'))).toBe('Bearer t0')
  })

  it.each(['', '#wrong'])('says that the window is not known at the address “%s”', async (hash) => {
    const { page } = fakeWindow(
      hash,
      host(() => json({})),
    )
    expect(await connect(page)).toEqual({ ok: false, error: { code: 'host.unauthorised' } })
  })

  it('sends channel and input with the token and gives the value back', async () => {
    const { bridge, sent } = await opened(() => json({ ok: true, value: { text: 'nhật ký' } }))
    expect(await bridge.call('host.readIncidents', {})).toEqual({ ok: true, value: { text: 'nhật ký' } })
    const call = sent.find(({ path }) => path === '/call')
    expect(call?.init.body).toBe('{"channel":"host.readIncidents","input":{}}')
    expect(bearer(call)).toBe('Bearer t1')
  })

  it('gives back a failure the host names', async () => {
    const { bridge, connections } = await opened(() =>
      json({ ok: false, error: { code: 'report.notFound', id: 'r1' } }),
    )
    expect(await bridge.call('report.open', { id: 'r1' })).toEqual({
      ok: false,
      error: { code: 'report.notFound', id: 'r1' },
    })
    expect(connections).toEqual(['here'])
  })

  it('parses what the host answers: a wrong shape does not reach a screen', async () => {
    const { bridge } = await opened(() => json({ ok: true, value: { text: 7 } }))
    await expect(bridge.call('host.readIncidents', {})).rejects.toThrow()
  })

  it('says that the host is gone, then that it is back, and never throws', async () => {
    let isGone = true
    const { bridge, connections } = await opened(() => {
      if (isGone) throw new TypeError('fetch failed')
      return json({ ok: true, value: { text: '' } })
    })
    expect(await bridge.call('host.readIncidents', {})).toEqual({ ok: false, error: { code: 'host.unreachable' } })
    isGone = false
    expect((await bridge.call('host.readIncidents', {})).ok).toBe(true)
    expect(connections).toEqual(['here', 'gone', 'here'])
  })

  it('takes an answer that is no envelope for a host that is gone', async () => {
    const { bridge } = await opened(() => new Response('<html>', { status: 502 }))
    expect(await bridge.call('host.readIncidents', {})).toEqual({ ok: false, error: { code: 'host.unreachable' } })
  })

  it('says that a restarted host does not know the window', async () => {
    const { bridge, connections } = await opened(() => json({ error: 'refused' }, 401))
    expect(await bridge.call('host.readIncidents', {})).toEqual({ ok: false, error: { code: 'host.unauthorised' } })
    expect(connections).toEqual(['here', 'unauthorised'])
  })

  it('uploads the bytes of a file under its name', async () => {
    const ref = { id: 'f1', name: 'báo cáo.txt', size: 3 }
    const { bridge, sent } = await opened(() => json(ref))
    expect(await bridge.upload(new File(['abc'], 'báo cáo.txt'))).toEqual({ ok: true, value: ref })
    const upload = sent.at(-1)
    expect(upload?.path).toBe(`/upload?name=${encodeURIComponent('báo cáo.txt')}`)
    expect(bearer(upload)).toBe('Bearer t1')
  })

  it('gives back why an upload was refused', async () => {
    const { bridge } = await opened(() => json({ code: 'file.tooLarge', name: 'a.txt', limitMb: 50 }, 413))
    expect(await bridge.upload(new File(['abc'], 'a.txt'))).toEqual({
      ok: false,
      error: { code: 'file.tooLarge', name: 'a.txt', limitMb: 50 },
    })
  })

  it('starts the download of what waits under a ticket, and nothing for what a dialog wrote', async () => {
    const { bridge, links } = await opened(() => json({}))
    bridge.receive({ kind: 'written', name: 'a.docx' })
    expect(links).toEqual([])
    bridge.receive({ kind: 'download', name: 'a.docx', ticket: 't/1' })
    expect(links).toMatchObject([{ href: '/download/t%2F1', download: 'a.docx' }])
  })

  it('hears events in whatever pieces they arrive, skips what it does not know, and opens a broken stream again', async () => {
    const pieces = [
      '\n{"type":"menu.comm',
      'and","command":"saveNow"}\n{"type":"other"}\nno json\n{"type":"host.closing"}\n',
    ]
    let count = 0
    const { page, timers, sent } = fakeWindow('#abc', (request) => {
      if (request.path === '/session') return json({ token: 't1' })
      count += 1
      return count === 1 ? new Response(streamOf(pieces)) : openEvents()
    })
    const bridge = await connect(page)
    const heard: unknown[] = []
    if (bridge.ok) bridge.value.onEvent((event) => heard.push(event))
    await until(() => timers.length > 0)
    expect(heard).toEqual([{ type: 'menu.command', command: 'saveNow' }, { type: 'host.closing' }])
    timers[0]?.()
    expect(sent.filter(({ path }) => path === '/events')).toHaveLength(2)
  })
})

describe('the bridge to Electron', () => {
  it('takes the preload where there is one, and hears only events it knows', async () => {
    let tell: (event: unknown) => void = () => undefined
    const calls: unknown[] = []
    const preload: PreloadBridge = {
      call: (channel, input) => {
        calls.push([channel, input])
        return Promise.resolve({ ok: true, value: { text: 'x' } })
      },
      onEvent: (listener) => {
        tell = listener
        return () => undefined
      },
    }
    const { page, sent } = fakeWindow('', () => json({}), preload)
    const bridge = await connect(page)
    if (!bridge.ok) throw new Error('no bridge')
    expect(await bridge.value.call('host.readIncidents', {})).toEqual({ ok: true, value: { text: 'x' } })
    const heard: unknown[] = []
    bridge.value.onEvent((event) => heard.push(event))
    tell({ type: 'menu.command', command: 'undo' })
    tell({ type: 'menu.command', command: 'format the disk' })
    expect(heard).toEqual([{ type: 'menu.command', command: 'undo' }])
    expect(calls).toEqual([['host.readIncidents', {}]])
    expect(sent).toEqual([])
  })

  it('takes a call that breaks for a host that is gone', async () => {
    const preload: PreloadBridge = {
      call: () => Promise.reject(new Error('gone')),
      onEvent: () => () => undefined,
    }
    const bridge = await connect(fakeWindow('', () => json({}), preload).page)
    if (!bridge.ok) throw new Error('no bridge')
    expect(await bridge.value.call('host.readIncidents', {})).toEqual({
      ok: false,
      error: { code: 'host.unreachable' },
    })
  })
})

describe('lines of a stream', () => {
  it('joins letters that arrive in two halves', async () => {
    const bytes = new TextEncoder().encode('Đảng\nban\n')
    const halves = [bytes.slice(0, 1), bytes.slice(1, 4), bytes.slice(4)]
    const lines: string[] = []
    for await (const line of linesOf(chunksOf(halves))) lines.push(line)
    expect(lines).toEqual(['Đảng', 'ban'])
  })
})

function chunksOf(chunks: readonly Uint8Array[]): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream({
    start: (controller) => {
      for (const chunk of chunks) controller.enqueue(new Uint8Array(chunk))
      controller.close()
    },
  })
}

const streamOf = (pieces: readonly string[]) => chunksOf(pieces.map((piece) => new TextEncoder().encode(piece)))

async function until(holds: () => boolean): Promise<void> {
  for (let turn = 0; turn < 1000 && !holds(); turn += 1) await new Promise((resolve) => setImmediate(resolve))
  expect(holds()).toBe(true)
}
