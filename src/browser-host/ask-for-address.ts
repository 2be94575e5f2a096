/** A second start of the program: asks the first one for an address instead of opening a second writer. */
import { askOwner } from '../host/ask-owner'
import type { Owner } from '../host/data-folder-owner'

export type AskedAddress =
  { readonly kind: 'alreadyServing'; readonly address: string } | { readonly kind: 'busy'; readonly text: string }

/** An address from the owner, or one line that tells how to reach it. */
export async function askForAddress(owner: Owner | undefined, folder: string): Promise<AskedAddress> {
  const answer = owner?.contact && (await askOwner(owner.contact))
  return answer?.kind === 'address'
    ? { kind: 'alreadyServing', address: answer.address }
    : { kind: 'busy', text: busyText(owner, folder) }
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
