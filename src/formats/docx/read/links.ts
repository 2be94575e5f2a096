const SAFE_PROTOCOLS: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:'])

/** Whether an address may be told on as a link; whatever cannot be read as one may not. */
export function isSafeLink(address: string): boolean {
  const url = URL.parse(address)
  return url !== null && SAFE_PROTOCOLS.has(url.protocol)
}
