/**
 * The window's way to its host: the preload of Electron, or fetch to the browser host. The only file of the
 * renderer that knows there are two. It promises that a call never throws: a host that does not answer is a
 * failure like any other, and the text stays in the page.
 */
import {
  channels,
  DeliverySchema,
  FileRefSchema,
  type Channel,
  type Delivery,
  type FileRef,
} from '../contract/channels'
import { AppEventSchema, type AppEvent } from '../contract/events'
import { AppErrorSchema, type AppError } from '../core/app-error'
import { err, ok, type Result } from '../core/result'
import type { Input, Output } from '../contract/channels'

/** Failures that only a window can meet: its host is gone, or does not know this window. */
export type WindowError = AppError | { readonly code: 'host.unreachable' } | { readonly code: 'host.unauthorised' }

export type WindowCall = <C extends Channel>(channel: C, input: Input<C>) => Promise<Result<Output<C>, WindowError>>

export type Connection = 'here' | 'gone' | 'unauthorised'

export interface Bridge {
  readonly call: WindowCall
  /** Hands a chosen or dropped file to the host. */
  readonly upload: (file: File) => Promise<Result<FileRef, WindowError>>
  /** Starts the download of an exported file; nothing to do where a dialog wrote it. */
  readonly receive: (delivery: Delivery) => void
  readonly onEvent: (listener: (event: AppEvent) => void) => () => void
  /** Tells whether the host answers; at once with what is known, then at each change. */
  readonly onConnection: (listener: (connection: Connection) => void) => () => void
}

/** What the preload shows of itself. */
export interface PreloadBridge {
  readonly call: (channel: string, input: unknown) => Promise<unknown>
  readonly onEvent: (listener: (event: unknown) => void) => () => void
}

declare global {
  interface Window {
    readonly bridge?: PreloadBridge
  }
}

/** Takes the preload where there is one, else opens a session with the browser host. */
export async function connect(page: Window): Promise<Result<Bridge, WindowError>> {
  if (page.bridge) return ok(preloadBridge(page.bridge, page))
  const token = await openSession(page)
  return token.ok ? ok(fetchBridge(token.value, page)) : token
}

function preloadBridge(preload: PreloadBridge, page: Window): Bridge {
  const connection = observable<Connection>('here')
  return {
    call: callThrough(async (channel, input) => ok(await preload.call(channel, input)), connection.set),
    upload: uploadTo(page, {}, connection.set),
    receive: receiveIn(page),
    onEvent: (listener) =>
      preload.onEvent((event) => {
        const parsed = AppEventSchema.safeParse(event)
        if (parsed.success) listener(parsed.data)
      }),
    onConnection: connection.subscribe,
  }
}

const TOKEN_KEY = 'tong-ket.session'

/**
 * The address carries a code that is good once. The token it buys lives as long as the tab, so that
 * the page may be loaded again; another tab knows neither.
 */
async function openSession(page: Window): Promise<Result<string, WindowError>> {
  const code = page.location.hash.slice(1)
  const isCode = code !== '' && !code.startsWith('/')
  if (!isCode) {
    const kept = page.sessionStorage.getItem(TOKEN_KEY)
    return kept === null ? err({ code: 'host.unauthorised' }) : ok(kept)
  }
  const answer = await request(page, '/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code }),
  })
  page.history.replaceState(null, '', page.location.pathname)
  if (!answer.ok) return answer
  const token = readToken(answer.value)
  if (token === undefined) return err({ code: 'host.unauthorised' })
  page.sessionStorage.setItem(TOKEN_KEY, token)
  return ok(token)
}

function readToken(body: unknown): string | undefined {
  return isRecord(body) && typeof body.token === 'string' && body.token !== '' ? body.token : undefined
}

function fetchBridge(token: string, page: Window): Bridge {
  const connection = observable<Connection>('here')
  const authorization = { authorization: `Bearer ${token}` }
  const send: Send = (channel, input) => {
    const body = JSON.stringify({ channel, input })
    return request(page, '/call', {
      method: 'POST',
      headers: { ...authorization, 'content-type': 'application/json' },
      body,
      // A page that is being closed may still send this much (the limit of keepalive is 64 KiB).
      keepalive: page.document.visibilityState === 'hidden' && body.length < 20_000,
    })
  }
  const events = eventStream(page, authorization, connection.set)
  return {
    call: callThrough(send, connection.set),
    upload: uploadTo(page, authorization, connection.set),
    receive: receiveIn(page),
    onEvent: events.subscribe,
    onConnection: connection.subscribe,
  }
}

type Send = (channel: Channel, input: unknown) => Promise<Result<unknown, WindowError>>
type Told = (connection: Connection) => void

/** Sends, reads the envelope, tells what was learned about the host. */
function callThrough(send: Send, tell: Told): WindowCall {
  return async <C extends Channel>(channel: C, input: Input<C>): Promise<Result<Output<C>, WindowError>> => {
    const answer = await settle(send(channel, input))
    const result = answer.ok ? readEnvelope(channel, answer.value) : answer
    tell(connectionAfter(result))
    return result
  }
}

async function settle(sent: Promise<Result<unknown, WindowError>>): Promise<Result<unknown, WindowError>> {
  try {
    return await sent
  } catch {
    return err({ code: 'host.unreachable' })
  }
}

function connectionAfter(result: Result<unknown, WindowError>): Connection {
  if (result.ok) return 'here'
  if (result.error.code === 'host.unreachable') return 'gone'
  return result.error.code === 'host.unauthorised' ? 'unauthorised' : 'here'
}

/** Outputs are parsed again only in development and tests: the host made them from the same table. */
const CHECKS_OUTPUTS = import.meta.env.DEV

function readEnvelope<C extends Channel>(channel: C, body: unknown): Result<Output<C>, WindowError> {
  if (isRecord(body) && body.ok === true) {
    const value = CHECKS_OUTPUTS ? channels[channel].output.parse(body.value) : body.value
    // The table pairs each channel with its output; TypeScript cannot follow that through the union.
    return ok(value as Output<C>)
  }
  if (isRecord(body) && body.ok === false) {
    const error = AppErrorSchema.safeParse(body.error)
    if (error.success) return err(error.data)
  }
  return err({ code: 'host.unreachable' })
}

async function request(page: Window, path: string, init: RequestInit): Promise<Result<unknown, WindowError>> {
  try {
    const response = await page.fetch(path, init)
    if (response.status === 401 || response.status === 403) return err({ code: 'host.unauthorised' })
    const body: unknown = await response.json()
    return ok(body)
  } catch {
    return err({ code: 'host.unreachable' })
  }
}

function uploadTo(page: Window, headers: Readonly<Record<string, string>>, tell: Told): Bridge['upload'] {
  return async (file) => {
    const answer = await request(page, `/upload?name=${encodeURIComponent(file.name)}`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/octet-stream' },
      body: file,
    })
    tell(connectionAfter(answer))
    if (!answer.ok) return answer
    const body = answer.value
    const plain = FileRefSchema.safeParse(isRecord(body) && body.ok === true ? body.value : body)
    if (plain.success) return ok(plain.data)
    const error = AppErrorSchema.safeParse(isRecord(body) && isRecord(body.error) ? body.error : body)
    return err(error.success ? error.data : { code: 'file.notReadable', name: file.name })
  }
}

function receiveIn(page: Window): Bridge['receive'] {
  return (delivery) => {
    const parsed = DeliverySchema.parse(delivery)
    if (parsed.kind === 'written') return
    const link = page.document.createElement('a')
    link.href = `/download/${encodeURIComponent(parsed.ticket)}`
    link.download = parsed.name
    page.document.body.append(link)
    link.click()
    link.remove()
  }
}

const RECONNECT_MS = 1000

/** Reads the host's lines of JSON; opens the stream again when it breaks, and tells both. */
function eventStream(page: Window, headers: Readonly<Record<string, string>>, tell: Told) {
  const listeners = new Set<(event: AppEvent) => void>()
  const again = () => page.setTimeout(() => void listen(), RECONNECT_MS)
  const listen = async (): Promise<void> => {
    try {
      const response = await page.fetch('/events', { headers })
      if (response.status === 401 || response.status === 403) return tell('unauthorised')
      if (!response.ok || !response.body) throw new Error(`events: ${response.status}`)
      tell('here')
      for await (const line of linesOf(response.body)) {
        const event = parseEvent(line)
        if (event) for (const listener of listeners) listener(event)
      }
    } catch {
      // The next line says it; the stream is opened again.
    }
    tell('gone')
    again()
  }
  void listen()
  return {
    subscribe: (listener: (event: AppEvent) => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** Lines of a streamed text, also when one arrives in pieces. */
export async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let rest = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    const lines = (rest + decoder.decode(value, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
}

function parseEvent(line: string): AppEvent | undefined {
  if (line.trim() === '') return undefined
  try {
    const parsed = AppEventSchema.safeParse(JSON.parse(line))
    return parsed.success ? parsed.data : undefined
  } catch {
    return undefined
  }
}

function observable<T>(first: T) {
  const listeners = new Set<(value: T) => void>()
  let current = first
  return {
    set: (value: T) => {
      if (value === current) return
      current = value
      for (const listener of listeners) listener(value)
    },
    subscribe: (listener: (value: T) => void) => {
      listeners.add(listener)
      listener(current)
      return () => listeners.delete(listener)
    },
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null
