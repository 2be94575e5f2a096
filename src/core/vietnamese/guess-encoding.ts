/** Old encodings told without fonts, from whether the words become Vietnamese. A guess, so it carries a confidence. */
import { decodeLegacyText, markedWords, readableWords } from './legacy-encodings'
import { LEGACY_ENCODINGS, type LegacyEncoding } from './legacy-tables'
import { isSyllable } from './syllables'

export interface EncodingGuess {
  readonly encoding: LegacyEncoding
  /** 0–1: the share of words with marks that become Vietnamese only when decoded, less where there are few words. */
  readonly confidence: number
}

/** So many words of doubt are added to each guess: two strange words prove nothing. */
const DOUBT = 2

/** The likelier of the old encodings; `undefined` where a text has no letters to tell it by. */
export function guessEncoding(text: string): EncodingGuess | undefined {
  const words = countOf(markedWords(text))
  if (words.size === 0) return undefined
  const [first, second] = LEGACY_ENCODINGS.map((encoding) => ({ encoding, confidence: confidenceOf(words, encoding) }))
  return first && second && second.confidence > first.confidence ? second : first
}

function countOf(words: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

/** What is longer becomes no syllable either way. */
const LONGEST_WORD = 100

/** Words that are Vietnamese both ways speak for neither. */
function confidenceOf(words: ReadonlyMap<string, number>, encoding: LegacyEncoding): number {
  let [gained, lost, neither] = [0, 0, 0]
  for (const [word, count] of words) {
    if (word.length > LONGEST_WORD) {
      neither += count
      continue
    }
    const [before, after] = [isSyllable(word), isSyllable(decodeLegacyText(word, encoding))]
    if (after && !before) gained += count
    if (before && !after) lost += count
    if (!before && !after) neither += count
  }
  return Math.max(0, gained - lost) / (gained + lost + neither + DOUBT)
}

/** Share of the words with marks that could be Vietnamese, 0–1; 0 where there is no such word. */
export function vietnameseShare(text: string): number {
  const words = markedWords(text).length
  return words === 0 ? 0 : readableWords(text) / words
}
