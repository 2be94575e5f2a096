/** A title set in capitals as a sentence would write it: names and abbreviations as the rest of the document does. */
import { tokenize, type Token } from '../words/tokens'

/** Learns the names from the texts of one document; leaves alone what is not all capitals. */
export function sentenceCaseOf(texts: readonly string[]): (title: string) => string {
  const names = namesIn(texts)
  return (title) => {
    const words = title.replace(/\{[^}]*\}/g, '')
    if (/\p{Ll}/u.test(words) || !/\p{Lu}{2}/u.test(words)) return title
    const lower = title
      .split(/(\{[^}]*\})/)
      .map((part) => (part.startsWith('{') ? part : inSmallLetters(part, names)))
      .join('')
    return lower.charAt(0).toUpperCase() + lower.slice(1)
  }
}

function inSmallLetters(part: string, names: ReadonlyMap<string, string>): string {
  let text = ''
  let at = 0
  for (const token of tokenize(part)) {
    text += part.slice(at, token.start) + (names.get(token.key) ?? token.text.toLowerCase())
    at = token.end
  }
  return text + part.slice(at)
}

/** Syllables that stand in capitals inside sentences and never in small letters. */
function namesIn(texts: readonly string[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  const common = new Set<string>()
  for (const text of texts) {
    if (!/\p{Ll}/u.test(text)) continue
    const tokens = tokenize(text)
    for (const [at, token] of tokens.entries()) {
      if (!token.isCapitalised) common.add(token.key)
      else if (at === 0 || token.breaksBefore || names.has(token.key)) continue
      else if (!isShouted(token, tokens[at - 1], tokens[at + 1])) names.set(token.key, token.text)
    }
  }
  return new Map([...names].filter(([key]) => !common.has(key)))
}

/** An abbreviation stands alone; several words in capitals are a title. */
const isShouted = (token: Token, ...neighbours: readonly (Token | undefined)[]): boolean =>
  isAllCaps(token) && neighbours.some((neighbour) => neighbour !== undefined && isAllCaps(neighbour))

const isAllCaps = ({ text }: Token): boolean => /^\p{Lu}{2}/u.test(text) && !/\p{Ll}/u.test(text)
