/** Words of a text as the grammar of names needs them: with capitals, abbreviations and what parts them. */
import { matchingKey } from '../../vietnamese/matching-key'
import { tokenize, type Token } from '../words/tokens'
import { wordKey } from '../words/word-key'

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

/**
 * "Nguyễn", "H'Liên", "đ/c", "PGS.TS", "GD&ĐT", "T.Ư", "X-quang": syllables and numbers that a mark or nothing at all
 * joins. `tokens` of the same text, where they are known already.
 */
export function nameWords(text: string, tokens: readonly Token[] = tokenize(text)): readonly NameWord[] {
  const words: NameWord[] = []
  let previousEnd = 0
  for (let at = 0; at < tokens.length;) {
    const next = wordEnd(text, tokens, at)
    const [first, last] = [tokens[at], tokens[next - 1]]
    if (!first || !last) break
    const { start, isCapitalised: isCapital } = first
    const { end } = last
    const whole = next === at + 1 ? first.text : text.slice(start, end)
    const key = next === at + 1 ? first.key : wordKey(whole)
    words.push({ text: whole, key, start, end, gap: text.slice(previousEnd, start), isCapital })
    previousEnd = end
    at = next
  }
  return words
}

const JOINERS = "'’.&/"

/** The token after the word that begins at one. After a dash only small letters go on, and no number at once. */
function wordEnd(text: string, tokens: readonly Token[], from: number): number {
  let mayTouch = true
  for (let at = from + 1; at < tokens.length; at += 1) {
    const end = tokens[at - 1]?.end ?? 0
    const token = tokens[at]
    const gap = (token?.start ?? 0) - end
    if (!token || gap > 1 || (gap === 0 && !mayTouch)) return at
    if (gap === 0) continue
    const mark = text.charAt(end)
    if (mark === ' ' || !(mark === '-' ? /^\p{Ll}/u.test(token.text) : JOINERS.includes(mark))) return at
    mayTouch = mark !== '-'
  }
  return tokens.length
}

/** Nothing but a space parts it from the word before; a tab or a run of spaces begins a column. */
export const isJoined = (word: NameWord | undefined): boolean =>
  word !== undefined && (word.gap === ' ' || word.gap === '\u00a0')

/** Phrases of the lexicon that can be looked up at a word. */
export interface NamePhrases {
  /** The keys a phrase may begin with. */
  readonly firsts: ReadonlySet<string>
  /** Index after the longest phrase that begins at the word, or `undefined`. */
  readonly endAt: (words: readonly NameWord[], from: number) => number | undefined
}

export function namePhrases(phrases: readonly string[]): NamePhrases {
  const known = new Set(phrases.map(matchingKey))
  const firsts = new Set([...known].map((phrase) => phrase.split(' ', 1).join('')))
  const longest = Math.max(...[...known].map((phrase) => phrase.split(' ').length))
  return {
    firsts,
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
