/** The signs before a signature ("T/M", "KT.") as people write them, read off the prefixes that the layouts print. */
import { FORMAL_LAYOUTS, SIGNING_AUTHORITIES, type SigningAuthority } from '../report/report'
import { trimWide } from '../vietnamese/nfc'
import { layoutFor } from './layouts'

export interface AuthorityLine {
  readonly authority: SigningAuthority
  /** What stands behind the sign: whom the signer signs for. */
  readonly authorityOf: string
}

/** One sign may serve two authorities in one layout; the first in the order of the authorities is meant. */
const SIGNS = SIGNING_AUTHORITIES.flatMap((authority) =>
  FORMAL_LAYOUTS.map((id) => layoutFor(id).details.signingAuthority?.prefixes[authority] ?? '')
    .filter((prefix) => prefix !== '')
    .map((prefix) => ({ authority, pattern: signPattern(prefix.match(/\p{L}/gu) ?? []) })),
)

/** With slash or stop, or bare before a space; a single letter is a sign only with its stop. */
function signPattern(letters: readonly string[]): RegExp {
  const [first = '', ...rest] = letters
  const slashed = String.raw`${first}\s?/\s?${rest.join(String.raw`\s?`)}(?!\p{L})\.?`
  const stopped = String.raw`${letters.join('')}(?:\s?\.|(?=\s|$))`
  return new RegExp(rest.length === 0 ? String.raw`^${first}\s?\.` : `^(?:${slashed}|${stopped})`, 'iu')
}

/** The sign that opens a line and the words behind it. */
export function readAuthorityLine(line: string): AuthorityLine | undefined {
  const text = trimWide(line)
  for (const { authority, pattern } of SIGNS) {
    const sign = pattern.exec(text)
    if (sign) return { authority, authorityOf: trimWide(text.slice(sign[0].length)) }
  }
  return undefined
}
