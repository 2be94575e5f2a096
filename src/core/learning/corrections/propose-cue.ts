import { matchingKey } from '../../vietnamese/matching-key'
import { CUE_SYLLABLES } from './correction'

/** A cue shorter than this opens too many paragraphs. */
const SHORTEST = 2
const USUAL = 5

/**
 * The first words of a paragraph as a cue the officer may agree to: up to the first comma, figure or name, at most
 * five syllables. `undefined` where fewer than two are left.
 */
export function proposeCue(text: string): string | undefined {
  const words: string[] = []
  for (const [at, word] of text
    .replace(/^[\s\-–+•*]*(?:[\divx]+[.)]|[a-zđ]\))?\s*/iu, '')
    .split(/\s+/)
    .entries()) {
    const bare = word.replace(/[.,:;!?…"“”()]+$/gu, '')
    const isName = at > 0 && /^\p{Lu}/u.test(bare)
    if (!/^\p{L}+$/u.test(bare) || isName) break
    words.push(bare)
    if (bare !== word || words.length === Math.min(USUAL, CUE_SYLLABLES)) break
  }
  const cue = matchingKey(words.join(' '))
  return words.length >= SHORTEST ? cue : undefined
}
