/** One question to the process that has the data folder: an address for one more window. */
import { request } from 'node:http'
import { parseJsonObject } from '../core/json-text'
import { systemCode } from '../services/fs-port'

/** The way to ask the owner for a window of its own. Only this user can read the file it stands in. */
export interface OwnerContact {
  readonly port: number
  readonly secret: string
}

/** `nobody`: nothing of ours listens there. `silent`: no answer in time, which a busy owner gives too. */
export type OwnersAnswer =
  { readonly kind: 'address'; readonly address: string } | { readonly kind: 'nobody' } | { readonly kind: 'silent' }

const PATIENCE_MS = 3_000

/** Asks on this machine; whoever does not know the secret's answer is not the owner. */
export function askOwner({ port, secret }: OwnerContact): Promise<OwnersAnswer> {
  const origin = `http://127.0.0.1:${port}`
  return new Promise((resolve) => {
    const asking = request(`${origin}/address`, {
      method: 'POST',
      headers: { Origin: origin, Authorization: `Bearer ${secret}`, 'Content-Length': '0' },
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    asking.once('response', (response) => {
      let body = ''
      response.setEncoding('utf8').on('data', (part: string) => (body += part))
      response.once('end', () => resolve(readAnswer(body)))
      response.once('error', () => resolve({ kind: 'silent' }))
    })
    asking.once('error', (cause) => resolve({ kind: systemCode(cause) === 'ECONNREFUSED' ? 'nobody' : 'silent' }))
    asking.end()
  })
}

function readAnswer(body: string): OwnersAnswer {
  const parsed = parseJsonObject(body)
  const address = parsed.ok ? parsed.value['address'] : undefined
  return typeof address === 'string' ? { kind: 'address', address } : { kind: 'nobody' }
}
