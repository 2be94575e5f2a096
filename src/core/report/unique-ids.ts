import type { Identities } from './make-report'

/** First occurrence of an id keeps it; a repeated or empty one gets a fresh id. */
export function uniqueIds(identities: Identities): (id: string) => string {
  const taken = new Set<string>()
  return (id) => {
    let own = id
    while (own === '' || taken.has(own)) own = identities.next()
    taken.add(own)
    return own
  }
}
