import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createBrowserFileExchange, type BrowserFileExchange } from '../../src/browser-host/file-exchange'
import { createEventStream, type EventStream } from '../../src/browser-host/event-stream'
import { startHttpHost, type HttpHost } from '../../src/browser-host/http-host'
import { createSessionTokens, type SessionTokens } from '../../src/browser-host/session-token'
import { createDispatcher } from '../../src/contract/dispatch'
import type { Services } from '../../src/contract/services'
import type { FileExchange } from '../../src/services/ports'
import { readWindowFiles } from '../../src/host/window-files'
import { rawHttp, type RawAnswer, type RawRequest } from './raw-http'
import { stubServices } from './stub-services'

export interface TestHost {
  readonly http: HttpHost
  readonly host: string
  readonly origin: string
  readonly tokens: SessionTokens
  readonly files: BrowserFileExchange
  readonly events: EventStream
  readonly incidents: string[]
  /** Milliseconds the host was asked to wait before its refusals. */
  readonly pauses: number[]
  /** With right Host, Origin and Sec-Fetch-Site unless the request says otherwise. */
  readonly ask: (request: Omit<RawRequest, 'port'>) => Promise<RawAnswer>
  readonly call: (token: string, channel: unknown, input: unknown) => Promise<RawAnswer>
  readonly newToken: () => Promise<string>
}

/** Services that are made on the host's own exchange of files. */
export type MakeServices = (files: FileExchange) => Promise<Services>

/** The real server on a real port, over stub services and a small built window. */
export async function startTestHost(
  services: Services | MakeServices = stubServices(),
  now: () => number = Date.now,
): Promise<TestHost> {
  const files = createBrowserFileExchange(now)
  const tokens = createSessionTokens(now)
  const events = createEventStream()
  const incidents: string[] = []
  const pauses: number[] = []
  const reportIncident = (where: string, cause: unknown) => {
    incidents.push(`${where}: ${String(cause)}`)
    return `i${incidents.length}`
  }
  const http = await startHttpHost({
    dispatch: createDispatcher(typeof services === 'function' ? await services(files) : services, reportIncident),
    windowFiles: await readWindowFiles(await smallWindow()),
    uploads: files.uploads,
    downloads: files.downloads,
    tokens,
    events,
    reportIncident,
    pause: (ms) => Promise.resolve(pauses.push(ms)),
  })
  const host = `127.0.0.1:${http.port}`
  const origin = `http://${host}`
  const ask = ({ headers, ...rest }: Omit<RawRequest, 'port'>) =>
    rawHttp({
      port: http.port,
      headers: { Host: host, Origin: origin, 'Sec-Fetch-Site': 'same-origin', ...headers },
      ...rest,
    })
  return {
    http,
    host,
    origin,
    tokens,
    files,
    events,
    incidents,
    pauses,
    ask,
    call: (token, channel, input) =>
      ask({
        method: 'POST',
        path: '/call',
        headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
        body: JSON.stringify({ channel, input }),
      }),
    newToken: async () => {
      const body = JSON.stringify({ code: tokens.newCode() })
      const answer = await ask({
        method: 'POST',
        path: '/session',
        headers: { 'Content-Type': 'application/json' },
        body,
      })
      return (JSON.parse(answer.body) as { token: string }).token
    },
  }
}

/** A window as the build leaves it, small; beside it a file that must never be served. */
async function smallWindow(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'window-'))
  await mkdir(join(folder, 'renderer', 'assets'), { recursive: true })
  await writeFile(join(folder, 'secret.json'), '{"secret":true}')
  await writeFile(
    join(folder, 'renderer', 'index.html'),
    '<meta name="csp-nonce" content="__CSP_NONCE__"><script src="./assets/a.js"></script>',
  )
  await writeFile(join(folder, 'renderer', 'assets', 'a.js'), 'export {}')
  await writeFile(join(folder, 'renderer', 'assets', 'notes.unknown'), 'not served')
  return join(folder, 'renderer')
}
