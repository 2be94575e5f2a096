/** Words of a paragraph as names of features: how it opens, pairs of syllables in it, how long it is. */
import type { Analysis } from './analyse-paragraph'
import type { Feature } from './feature-vector'
import type { Token } from './tokens'

/** Numbers count as the same word. */
export const wordKey = (token: Token): string => (token.key >= '0' && token.key < ':' ? '0' : token.key)

const LENGTH_STEPS = [1, 2, 4, 8, 14, 24, 40, 70, 110]

/** Which of ten steps a length in syllables belongs to. */
export function lengthStep(length: number): number {
  const step = LENGTH_STEPS.findIndex((limit) => length <= limit)
  return step < 0 ? LENGTH_STEPS.length : step
}

/** The opening words say most; the rest of a long paragraph mentions everything. */
const BAG = 60
const LONGEST_OPENING = 4

/** Openings of one to four syllables, and the first sixty with their pairs. */
export function wordFeatures(paragraph: Analysis): readonly Feature[] {
  const tokens = paragraph.tokens.slice(paragraph.firstToken, paragraph.firstToken + BAG)
  const words = tokens.map(wordKey)
  const features: Feature[] = []
  for (let length = 1; length <= Math.min(LONGEST_OPENING, words.length); length += 1) {
    features.push({ name: `opens:${words.slice(0, length).join(' ')}`, value: 1 })
  }
  const pairs = new Set<string>()
  for (let at = 1; at < words.length; at += 1) {
    if (tokens[at]?.breaksBefore !== true) pairs.add(`${words[at - 1]} ${words[at]}`)
  }
  for (const word of new Set(words)) features.push({ name: `has:${word}`, value: 1 })
  for (const pair of pairs) features.push({ name: `has:${pair}`, value: 1 })
  return features
}

/** Words and pairs of a heading's title. */
export function titleFeatures(tokens: readonly Token[], prefix: string): readonly Feature[] {
  const words = tokens.map(wordKey)
  const names = new Set(words.map((word) => `${prefix}:${word}`))
  for (let at = 1; at < words.length; at += 1) names.add(`${prefix}:${words[at - 1]} ${words[at]}`)
  return [...names].map((name) => ({ name, value: 1 }))
}
