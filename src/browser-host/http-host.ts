/**
 * The loopback server: moves envelopes between a browser window and the dispatcher, and serves the window's files.
 *
 * It promises: nothing is answered to another host name, origin or user; every answer carries the security headers;
 * bodies, headers, connections and times are bounded. It knows no report, no service and no file of the officer's.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import type { Dispatch } from '../contract/dispatch'
import { UPLOAD_LIMIT_BYTES, UPLOAD_LIMIT_MB, uploadName, type HeldFiles } from '../host/held-files'
import { securityHeaders } from '../host/security-headers'
import { freshNonce, type WindowFiles } from '../host/window-files'
import type { EventStream } from './event-stream'
import { parseBody, readBody } from './read-body'
import { requestChecks, type OwnAddress } from './request-checks'
import { createGuard, type SessionTokens } from './session-token'

export interface HttpHostParts {
  readonly dispatch: Dispatch
  readonly windowFiles: WindowFiles
  readonly uploads: HeldFiles
  readonly downloads: HeldFiles
  readonly tokens: SessionTokens
  readonly events: EventStream
  readonly reportIncident: (where: string, cause: unknown) => string
  /** Waits before a refusal once somebody guesses; tests give one that only counts. */
  readonly pause?: (ms: number) => Promise<unknown>
}

export interface HttpHost {
  readonly port: number
  /** An address for one window: its code works once, for a minute. */
  readonly newAddress: () => string
  readonly close: () => Promise<void>
}

/** Starts the server on 127.0.0.1 and a port the system chooses. */
export async function startHttpHost(parts: HttpHostParts): Promise<HttpHost> {
  const server = createServer({ maxHeaderSize: 16 * 1024, insecureHTTPParser: false })
  server.headersTimeout = 10_000
  server.requestTimeout = 60_000
  server.keepAliveTimeout = 5_000
  server.maxConnections = 32
  const port = await listen(server)
  const host = `127.0.0.1:${port}`
  const own: OwnAddress = { host, origin: `http://${host}` }
  const newAddress = () => `${own.origin}/#${parts.tokens.newCode()}`
  const serve = createRequestHandler(parts, own, newAddress)
  server.on('request', (request, response) => void serve(request, response))
  server.on('clientError', answerBrokenRequest)
  return { port, newAddress, close: () => close(server, parts.events) }
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host: '127.0.0.1', port: 0, exclusive: true }, resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  return address.port
}

async function close(server: Server, events: EventStream): Promise<void> {
  events.close()
  await new Promise<void>((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}

// Routes -------------------------------------------------------------------------------------------------------------

/** What the request must show: nothing, a window's token, or the secret of this user's own processes. */
type Needs = 'nothing' | 'token' | 'secret'

interface Exchange {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly url: URL
  readonly nonce: string
}

interface Route {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly needs: Needs
  readonly answer: (exchange: Exchange) => Promise<void> | void
}

const CODE_LIMIT_BYTES = 1024
const CALL_LIMIT_BYTES = UPLOAD_LIMIT_BYTES

function createRequestHandler(parts: HttpHostParts, own: OwnAddress, newAddress: () => string) {
  const { dispatch, windowFiles, uploads, downloads, tokens, events, reportIncident } = parts
  const guard = createGuard(parts.pause ?? wait)

  const routes: readonly Route[] = [
    {
      method: 'POST',
      path: '/session',
      needs: 'nothing',
      answer: async ({ request, response }) => {
        const body = await readJson(request, response, CODE_LIMIT_BYTES)
        if (!body) return
        const code = property(body.value, 'code')
        const token = typeof code === 'string' ? tokens.exchange(code) : undefined
        if (token) return sendJson(response, 200, { token })
        await refuse(response, 401)
      },
    },
    {
      method: 'POST',
      path: '/call',
      needs: 'token',
      answer: async ({ request, response }) => {
        const body = await readJson(request, response, CALL_LIMIT_BYTES)
        if (!body) return
        sendJson(response, 200, await dispatch(property(body.value, 'channel'), property(body.value, 'input')))
      },
    },
    { method: 'GET', path: '/events', needs: 'token', answer: ({ response }) => events.connect(response) },
    {
      method: 'POST',
      path: '/upload',
      needs: 'token',
      answer: async ({ request, response, url }) => {
        const name = uploadName(url.searchParams.get('name'))
        const bytes = await readBody(request, UPLOAD_LIMIT_BYTES)
        if (!bytes) return sendTooLarge(response, { code: 'file.tooLarge', name, limitMb: UPLOAD_LIMIT_MB })
        sendJson(response, 200, { id: uploads.keep({ name, bytes }), name, size: bytes.length })
      },
    },
    {
      method: 'POST',
      path: '/address',
      needs: 'secret',
      answer: ({ response }) => sendJson(response, 200, { address: newAddress() }),
    },
  ]

  async function refuse(response: ServerResponse, status: 401 | 403): Promise<void> {
    await guard.failed()
    sendJson(response, status, REFUSED)
  }

  function isAllowed(needs: Needs, { headers }: IncomingMessage): boolean {
    if (needs === 'nothing') return true
    const shown = /^Bearer ([\w-]{1,128})$/.exec(headers.authorization ?? '')?.[1]
    if (shown === undefined) return false
    return needs === 'token' ? tokens.isToken(shown) : tokens.isSecret(shown)
  }

  /** The ticket in the address is the permission: a link cannot carry a header. */
  function sendDownload({ response }: Exchange, ticket: string): void {
    const file = downloads.take(ticket)
    if (!file) return sendJson(response, 404, NOT_FOUND)
    send(response, 200, file.bytes, {
      'Content-Type': 'application/octet-stream',
      'Content-Disposition': attachment(file.name),
    })
  }

  function sendWindowFile({ response, url, nonce, request }: Exchange): void {
    const file = windowFiles.find(url.pathname)
    if (!file) return sendJson(response, 404, NOT_FOUND)
    const bytes = file.bytesFor(nonce)
    send(response, 200, request.method === 'HEAD' ? new Uint8Array() : bytes, { 'Content-Type': file.type })
  }

  async function answer(exchange: Exchange): Promise<void> {
    const { request, response, url } = exchange
    if (requestChecks.some((check) => !check.holds(request, own))) return refuse(response, 403)
    const route = routes.find(({ path, method }) => path === url.pathname && method === request.method)
    if (route) return isAllowed(route.needs, request) ? route.answer(exchange) : refuse(response, 401)
    if (request.method !== 'GET' && request.method !== 'HEAD') return sendJson(response, 404, NOT_FOUND)
    const ticket = /^\/download\/([\w-]{1,128})$/.exec(url.pathname)?.[1]
    if (ticket !== undefined && request.method === 'GET') return sendDownload(exchange, ticket)
    sendWindowFile(exchange)
  }

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const nonce = freshNonce()
    for (const [name, value] of Object.entries(securityHeaders(nonce))) response.setHeader(name, value)
    try {
      const url = ownUrl(request.url, own)
      if (!url) return sendJson(response, 400, BAD_REQUEST)
      await answer({ request, response, url, nonce })
    } catch (cause) {
      if (request.destroyed && !request.complete) return
      reportIncident('browser host', cause)
      if (response.headersSent) response.destroy()
      else sendJson(response, 500, { error: 'internal' })
    }
  }
}

/** Only a plain path is an address of ours: no scheme, no second host, no backslash. */
function ownUrl(target: string | undefined, own: OwnAddress): URL | undefined {
  if (!target?.startsWith('/') || target.startsWith('//') || target.includes('\\')) return undefined
  const url = new URL(target, own.origin)
  // The parser resolves `..` and its encoded forms; an address that changed by that was not one of ours.
  return target.split('?')[0] === url.pathname ? url : undefined
}

// Answers ------------------------------------------------------------------------------------------------------------

const REFUSED = { error: 'refused' }
const NOT_FOUND = { error: 'notFound' }
const BAD_REQUEST = { error: 'badRequest' }

async function readJson(
  request: IncomingMessage,
  response: ServerResponse,
  limitBytes: number,
): Promise<{ readonly value: unknown } | undefined> {
  if (!/^application\/json(;\s*charset=utf-8)?$/i.test(request.headers['content-type'] ?? '')) {
    sendJson(response, 415, { error: 'notJson' })
    return undefined
  }
  const bytes = await readBody(request, limitBytes)
  if (!bytes) {
    sendTooLarge(response, { error: 'tooLarge' })
    return undefined
  }
  const body = parseBody(bytes)
  if (!body) sendJson(response, 400, BAD_REQUEST)
  return body
}

function send(
  response: ServerResponse,
  status: number,
  bytes: Uint8Array,
  headers: Readonly<Record<string, string>>,
): void {
  response.writeHead(status, { ...headers, 'Content-Length': String(bytes.length) })
  response.end(bytes)
}

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  send(response, status, new TextEncoder().encode(JSON.stringify(value)), {
    'Content-Type': 'application/json; charset=utf-8',
  })
}

/** Whatever of the body is still to come is not waited for: the connection ends with the answer. */
function sendTooLarge(response: ServerResponse, value: unknown): void {
  response.setHeader('Connection', 'close')
  sendJson(response, 413, value)
}

/** RFC 6266 with the encoding of RFC 8187: no text of the officer's stands raw in a header. */
export function attachment(name: string): string {
  const encoded = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename*=UTF-8''${encoded}`
}

/** A request the parser gave up on: too slow, too large headers, not HTTP. */
function answerBrokenRequest(cause: Error & { code?: string }, socket: import('node:stream').Duplex): void {
  if (!socket.writable || cause.code === 'ECONNRESET') {
    socket.destroy()
    return
  }
  const status = BROKEN[cause.code ?? ''] ?? '400 Bad Request'
  const headers = Object.entries({ ...securityHeaders(freshNonce()), 'Content-Length': '0', Connection: 'close' })
  socket.end(`HTTP/1.1 ${status}\r\n${headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`)
}

const BROKEN: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? Reflect.get(value, name)
    : undefined
}
