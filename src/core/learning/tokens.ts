/** Text → syllables with their places. Vietnamese writes one syllable a word, so no word segmenter is needed for cues. */
import { matchingKey } from '../vietnamese/matching-key'

export interface Token {
  /** Lower case, one placement of tone marks. */
  readonly key: string
  readonly text: string
  readonly start: number
  readonly end: number
  /** A sentence or clause mark stronger than a comma stands before it: no phrase runs over it. */
  readonly breaksBefore: boolean
  readonly afterComma: boolean
  readonly isCapitalised: boolean
}

const SYLLABLE = /[\p{L}\p{M}]+|\d+/gu
const BREAK = /[.;:?!…"“”()[\]|\t\n]/

/** The syllables and numbers of a text. */
export function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = []
  let previousEnd = 0
  for (const match of text.matchAll(SYLLABLE)) {
    const start = match.index
    const between = text.slice(previousEnd, start)
    previousEnd = start + match[0].length
    tokens.push({
      key: matchingKey(match[0]),
      text: match[0],
      start,
      end: previousEnd,
      breaksBefore: BREAK.test(between),
      afterComma: between.includes(','),
      isCapitalised: /^\p{Lu}/u.test(match[0]),
    })
  }
  return tokens
}

/** The syllables of a phrase of the lexicon. */
export const phraseKeys = (phrase: string): readonly string[] => tokenize(phrase).map((token) => token.key)
