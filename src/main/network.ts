/** Nothing leaves the machine: the window loads its own files and what it made itself, nothing else. */
import type { Session } from 'electron'
import { isOwnAddress } from './address'

const MADE_BY_THE_PAGE = new Set(['blob:', 'data:'])
/** The developer tools bring their own pages. */
const DEVELOPER_TOOLS = 'devtools:'

/** Cancels every other request before it is made. */
export function blockNetwork(session: Session): void {
  session.webRequest.onBeforeRequest(({ url }, decide) => decide({ cancel: !mayLoad(url) }))
}

function mayLoad(address: string): boolean {
  const protocol = URL.parse(address)?.protocol ?? ''
  return isOwnAddress(address) || MADE_BY_THE_PAGE.has(protocol) || protocol === DEVELOPER_TOOLS
}
