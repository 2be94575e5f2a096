/** Words of a paragraph as names of features: how it opens, pairs of syllables in it, how long it is. */
import type { Analysis } from '../words/analyse-paragraph'
import type { Feature } from './feature-vector'
import type { Token } from '../words/tokens'
import { everyName, type Vocabulary, type WordNames } from './word-names'

/** Numbers count as the same word. */
export function wordName({ key }: Token): string {
  const first = key.charCodeAt(0)
  return first >= ZERO && first <= NINE ? '0' : key
}

const ZERO = 0x30
const NINE = 0x39

const LENGTH_STEPS = [1, 2, 4, 8, 14, 24, 40, 70, 110]

/** Which of ten steps a length in syllables belongs to. */
export function lengthStep(length: number): number {
  const step = LENGTH_STEPS.findIndex((limit) => length <= limit)
  return step < 0 ? LENGTH_STEPS.length : step
}

/** The opening words say most; the rest of a long paragraph mentions everything. */
const BAG = 60
const LONGEST_OPENING = 4

/** Openings of one to four syllables, and of the first sixty and their pairs those in the vocabulary. */
export function wordFeatures(paragraph: Analysis, vocabulary: Vocabulary = everyName): readonly Feature[] {
  const tokens = paragraph.tokens.slice(paragraph.firstToken, paragraph.firstToken + BAG)
  const words = tokens.map(wordName)
  const features: Feature[] = []
  for (let length = 1; length <= Math.min(LONGEST_OPENING, words.length); length += 1) {
    features.push({ name: `opens:${words.slice(0, length).join(' ')}`, value: 1 })
  }
  const isBorder = (at: number): boolean => tokens[at]?.breaksBefore === true
  features.push(...namesIn(words, vocabulary('has'), isBorder))
  return features
}

/** The features of words, then of pairs that no border parts, each once. */
function namesIn(words: readonly string[], names: WordNames, isBorder: (at: number) => boolean): readonly Feature[] {
  const single = new Set<Feature>()
  const pairs = new Set<Feature>()
  for (const [at, word] of words.entries()) {
    const name = names(word)
    if (name?.feature) single.add(name.feature)
    const next = words[at + 1]
    const pair = next === undefined || isBorder(at + 1) ? undefined : name?.pairs.get(next)
    if (pair) pairs.add(pair)
  }
  return [...single, ...pairs]
}

/** Words and pairs of a heading's title. */
export function titleFeatures(
  tokens: readonly Token[],
  prefix: 'title' | 'under',
  vocabulary: Vocabulary = everyName,
): readonly Feature[] {
  return namesIn(tokens.map(wordName), vocabulary(prefix), () => false)
}
