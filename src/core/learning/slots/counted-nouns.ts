/** The noun that a number counts: looked up in resources/lexicon, longest first, or guessed where no row knows it. */
import { z } from 'zod'
import countedNouns from '../../../../resources/lexicon/counted-nouns.json'
import { matchingKey } from '../../vietnamese/matching-key'
import { wordKey } from '../words/word-key'

const words = z.array(z.string().min(1)).min(1)
const CountedNounsSchema = z.strictObject({
  about: z.string(),
  nouns: z.array(z.strictObject({ about: z.string(), words })),
  /** Nouns that stand together after one number: "16 xã, thị trấn". */
  lists: z.array(words),
  /** What may follow "lượt": "310 lượt khách". */
  turns: words,
  multipliers: words,
  hedges: words,
  /** Small words and verbs: a guessed noun ends before them. */
  ends: words,
  /** Nouns whose number is a name: "lớp 6", "thôn 9". */
  ordinals: words,
  /** "mỗi lớp 40 em": before an ordinal noun these make its number a count again. */
  counters: words,
  /** Numbers that are names after the words of `nameLeads`: "Ban Chỉ đạo 35". */
  names: words,
  nameLeads: words,
  notBefore: words,
  anniversaries: words,
})

export const COUNTED_NOUNS = CountedNounsSchema.parse(countedNouns)

const keysOf = (phrases: readonly string[]): ReadonlySet<string> => new Set(phrases.map(matchingKey))
const LISTS = COUNTED_NOUNS.lists.map(keysOf)
const NOUNS = keysOf([...COUNTED_NOUNS.nouns.flatMap((row) => row.words), ...COUNTED_NOUNS.lists.flat()])
/** The first words of every noun, and all of them: what begins no noun is not read on. */
const NOUN_BEGINNINGS: ReadonlySet<string> = new Set(
  [...NOUNS].flatMap((noun) => noun.split(' ').map((_, at, words) => words.slice(0, at + 1).join(' '))),
)
const TURNS = keysOf(COUNTED_NOUNS.turns)
const ENDS = keysOf(COUNTED_NOUNS.ends)
const LONGEST = Math.max(...[...NOUNS].map((noun) => noun.split(' ').length))

const WORD_AT = /[\p{L}\p{M}]+(?:[²³]|[23](?![\p{L}\d]))?/uy
const SPACE_AT = /[ \u00a0]+/uy
const LIST_MARK_AT = /(?:, | và )/uy

interface Noun {
  readonly key: string
  readonly end: number
}

/** End of a noun of the lexicon that begins at `from`; the longest counts. */
export const knownNounEnd = (text: string, from: number): number | undefined => knownNounAt(text, from)?.end

function knownNounAt(text: string, from: number): Noun | undefined {
  let found: Noun | undefined
  let key = ''
  for (const { start, end } of wordsFrom(text, from)) {
    key = key === '' ? wordKey(text.slice(start, end)) : `${key} ${wordKey(text.slice(start, end))}`
    if (!NOUN_BEGINNINGS.has(key)) break
    if (NOUNS.has(key)) found = { key, end }
  }
  return found
}

/** The words from a place on that only spaces part, at most as many as the longest noun of the lexicon has. */
function* wordsFrom(text: string, from: number): Generator<{ readonly start: number; readonly end: number }> {
  let start = from
  for (let count = 0; count < LONGEST; count += 1) {
    const end = matchEnd(WORD_AT, text, start)
    if (end === undefined) return
    yield { start, end }
    const next = matchEnd(SPACE_AT, text, end)
    if (next === undefined) return
    start = next
  }
}

/** End of what is counted from `from` on, and whether the lexicon knows it; `undefined` where nothing is counted. */
export function countedNoun(
  text: string,
  from: number,
): { readonly end: number; readonly isKnown: boolean } | undefined {
  const known = knownNounAt(text, from)
  if (known) return { end: listEnd(text, afterTurns(text, known)), isKnown: true }
  const end = guessedNounEnd(text, from)
  return end === undefined ? undefined : { end, isKnown: false }
}

/** "lượt khách", "lượt cán bộ". */
function afterTurns(text: string, noun: Noun): Noun {
  if (noun.key !== 'lượt') return noun
  const next = matchEnd(SPACE_AT, text, noun.end)
  const turn = next === undefined ? undefined : knownNounAt(text, next)
  if (turn && TURNS.has(turn.key)) return turn
  const [word] = next === undefined ? [] : [...wordsFrom(text, next)]
  return word && TURNS.has(wordKey(text.slice(word.start, word.end))) ? { ...noun, end: word.end } : noun
}

function listEnd(text: string, noun: Noun): number {
  let last = noun
  const lists = LISTS.filter((list) => list.has(noun.key))
  while (lists.length > 0) {
    const mark = matchEnd(LIST_MARK_AT, text, last.end)
    const next = mark === undefined ? undefined : knownNounAt(text, mark)
    if (!next || !lists.some((list) => list.has(next.key))) break
    last = next
  }
  return last.end
}

/** Most Vietnamese nouns that no list knows have two syllables; a small word or a verb is not the second one. */
function guessedNounEnd(text: string, from: number): number | undefined {
  const [first, second] = wordsFrom(text, from)
  if (!first || !mayBeNoun(text.slice(first.start, first.end))) return undefined
  if (!second || !/^\p{Ll}+$/u.test(text.slice(second.start, second.end))) return first.end
  return ENDS.has(wordKey(text.slice(second.start, second.end))) ? first.end : second.end
}

function mayBeNoun(word: string): boolean {
  if (ENDS.has(wordKey(word))) return false
  return /^\p{Ll}{2,}$/u.test(word) || /^\p{Lu}{2,}$/u.test(word)
}

function matchEnd(pattern: RegExp, text: string, from: number): number | undefined {
  pattern.lastIndex = from
  return pattern.test(text) ? pattern.lastIndex : undefined
}
