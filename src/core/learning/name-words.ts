/** Words of a text as the grammar of names needs them: with capitals, abbreviations and what parts them. */
import { matchingKey } from '../vietnamese/matching-key'
import { wordKey } from './word-key'

export interface NameWord {
  readonly text: string
  /** Matching-key form. */
  readonly key: string
  readonly start: number
  readonly end: number
  /** What stands between this word and the one before it. */
  readonly gap: string
  readonly isCapital: boolean
}

/** "Nguyễn", "H'Liên", "đ/c", "PGS.TS", "GD&ĐT", "T.Ư", "X-quang". */
const WORD = /[\p{L}\p{M}\d]+(?:['’.&/][\p{L}\p{M}\d]+|-(?=\p{Ll})[\p{L}\p{M}]+)*/gu

export function nameWords(text: string): readonly NameWord[] {
  let previousEnd = 0
  return [...text.matchAll(WORD)].map((match) => {
    const [start, end] = [match.index, match.index + match[0].length]
    const gap = text.slice(previousEnd, start)
    previousEnd = end
    return { text: match[0], key: wordKey(match[0]), start, end, gap, isCapital: /^\p{Lu}/u.test(match[0]) }
  })
}

/** Nothing but a space parts it from the word before; a tab or a run of spaces begins a column. */
export const isJoined = (word: NameWord | undefined): boolean =>
  word !== undefined && (word.gap === ' ' || word.gap === '\u00a0')

/** Phrases of the lexicon that can be looked up at a word. */
export interface NamePhrases {
  /** Whether a phrase may begin with this key. */
  readonly begins: (key: string) => boolean
  /** Index after the longest phrase that begins at the word, or `undefined`. */
  readonly endAt: (words: readonly NameWord[], from: number) => number | undefined
}

export function namePhrases(phrases: readonly string[]): NamePhrases {
  const known = new Set(phrases.map(matchingKey))
  const firsts = new Set([...known].map((phrase) => phrase.split(' ', 1).join('')))
  const longest = Math.max(...[...known].map((phrase) => phrase.split(' ').length))
  return {
    begins: (key) => firsts.has(key),
    endAt: (words, from) => {
      if (!firsts.has(words[from]?.key ?? '')) return undefined
      let found: number | undefined
      let key = ''
      for (let at = from; at < Math.min(words.length, from + longest); at += 1) {
        const word = words[at]
        if (!word || (at > from && !isJoined(word))) break
        key = at === from ? word.key : `${key} ${word.key}`
        if (known.has(key)) found = at + 1
      }
      return found
    },
  }
}
