/** The matching-key form of one word, remembered: a text is made of a few thousand words that come again. */
import { matchingKey } from '../../vietnamese/matching-key'

const MOST_WORDS = 20_000
const LONGEST_WORD = 16
const keys = new Map<string, string>()

export function wordKey(word: string): string {
  const known = keys.get(word)
  if (known !== undefined) return known
  const key = matchingKey(word)
  if (word.length <= LONGEST_WORD && keys.size < MOST_WORDS) keys.set(word, key)
  return key
}
