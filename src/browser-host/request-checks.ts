/** What every request must satisfy before anything of it is looked at. Rows, in the order they are asked. */
import type { IncomingMessage } from 'node:http'

export interface RequestCheck {
  readonly name: string
  readonly holds: (request: IncomingMessage, own: OwnAddress) => boolean
}

export interface OwnAddress {
  /** `127.0.0.1:<port>` */
  readonly host: string
  /** `http://127.0.0.1:<port>` */
  readonly origin: string
}

export const requestChecks: readonly RequestCheck[] = [
  {
    // A name of somebody else's that resolves to 127.0.0.1 (DNS rebinding) stands here as that name.
    name: 'host',
    holds: ({ headersDistinct }, own) => only(headersDistinct.host) === own.host,
  },
  {
    // Browsers send it with every POST and with every request from another origin.
    name: 'origin',
    holds: ({ headersDistinct: { origin }, method }, own) =>
      origin === undefined ? isReading(method) : only(origin) === own.origin,
  },
  {
    // Opening the page is the one thing another place may do: the officer's terminal, or the file that leads here.
    name: 'fetch site',
    holds: (request) =>
      ['same-origin', 'none', undefined].includes(only(request.headersDistinct['sec-fetch-site'])) ||
      opensThePage(request),
  },
]

function opensThePage({ headers, method, url }: IncomingMessage): boolean {
  return (
    method === 'GET' &&
    url === '/' &&
    headers['sec-fetch-mode'] === 'navigate' &&
    headers['sec-fetch-dest'] === 'document'
  )
}

const isReading = (method: string | undefined): boolean => method === 'GET' || method === 'HEAD'

/** The value of a header that must not come twice. */
function only(values: readonly string[] | undefined): string | undefined {
  return values === undefined ? undefined : values.length === 1 ? values[0] : ''
}
