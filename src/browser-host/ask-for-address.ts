/** A second start of the program: asks the first one for an address instead of opening a second writer. */
import { request } from 'node:http'
import { parseJsonObject } from '../core/json-text'
import type { Owner, OwnerContact } from '../host/data-folder-owner'

export type AskedAddress =
  { readonly kind: 'alreadyServing'; readonly address: string } | { readonly kind: 'busy'; readonly text: string }

/** An address from the owner, or one line that tells how to reach it. */
export async function askForAddress(owner: Owner | undefined, folder: string): Promise<AskedAddress> {
  const address = owner?.contact && (await ask(owner.contact))
  return address ? { kind: 'alreadyServing', address } : { kind: 'busy', text: busyText(owner, folder) }
}

function busyText(owner: Owner | undefined, folder: string): string {
  if (!owner) return `The data folder ${folder} is being opened by another start of the program; try again in a moment.`
  const where =
    owner.host === 'electron' ? 'in its own window: go to that window' : 'by a browser host that does not answer'
  return (
    `The data folder ${folder} is open in process ${owner.pid} on ${owner.machine} (since ${owner.claimedAt}), ${where}, ` +
    'or end it and start again. If no such process runs, delete owner.lock in that folder.'
  )
}

const PATIENCE_MS = 3_000

async function ask({ port, secret }: OwnerContact): Promise<string | undefined> {
  const origin = `http://127.0.0.1:${port}`
  const text = await new Promise<string>((resolve) => {
    const asking = request(`${origin}/address`, {
      method: 'POST',
      headers: { Origin: origin, Authorization: `Bearer ${secret}`, 'Content-Length': '0' },
      timeout: PATIENCE_MS,
    })
    asking.once('response', (response) => {
      let body = ''
      response.setEncoding('utf8').on('data', (part: string) => (body += part))
      response.once('end', () => resolve(body))
    })
    asking.once('timeout', () => asking.destroy())
    asking.once('error', () => resolve(''))
    asking.end()
  })
  const parsed = parseJsonObject(text)
  const address = parsed.ok ? parsed.value['address'] : undefined
  return typeof address === 'string' ? address : undefined
}
