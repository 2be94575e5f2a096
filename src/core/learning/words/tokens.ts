/** Text → syllables with their places. Vietnamese writes one syllable a word, so no word segmenter is needed for cues. */
import { matchingKey } from '../../vietnamese/matching-key'

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

type Form = Pick<Token, 'key' | 'isCapitalised'>

/** Vietnamese has some seven thousand syllables, in small letters and capitals: nearly every one is met again. */
const MOST_FORMS = 20_000
const LONGEST_SYLLABLE = 12
const forms = new Map<string, Form>()

function formOf(syllable: string): Form {
  const known = forms.get(syllable)
  if (known) return known
  const form = { key: matchingKey(syllable), isCapitalised: /^\p{Lu}/u.test(syllable) }
  if (syllable.length <= LONGEST_SYLLABLE && forms.size < MOST_FORMS) forms.set(syllable, form)
  return form
}

/** The syllables and numbers of a text. */
export function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = []
  let previousEnd = 0
  SYLLABLE.lastIndex = 0
  for (let match = SYLLABLE.exec(text); match; match = SYLLABLE.exec(text)) {
    const start = match.index
    const syllable = match[0]
    const { key, isCapitalised } = formOf(syllable)
    // Most syllables are parted by one space.
    const between = start === previousEnd + 1 && text[previousEnd] === ' ' ? '' : text.slice(previousEnd, start)
    previousEnd = start + syllable.length
    tokens.push({
      key,
      text: syllable,
      start,
      end: previousEnd,
      breaksBefore: between !== '' && BREAK.test(between),
      afterComma: between !== '' && between.includes(','),
      isCapitalised,
    })
  }
  return tokens
}

/** The syllables of a phrase of the lexicon. */
export const phraseKeys = (phrase: string): readonly string[] => tokenize(phrase).map((token) => token.key)
