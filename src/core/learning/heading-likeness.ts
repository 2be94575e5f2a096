/** Whether two headings are one: periods, numbers and words that tell nothing apart are left out first. */
import { matchingKey } from '../vietnamese/matching-key'
import { NAME_JOINERS, NAME_LEADS } from './template-names'

/** Likeness from which two headings are one, in per mille. */
export const SAME_NAME = 600

/** What is left of a heading's pattern to compare; the whole of it where nothing would be left. */
export function nameKey(heading: string): string {
  const plain = matchingKey(heading.replace(/\{[^}]*\}/g, ' '))
    .replace(/[^\p{L}\p{M}\s]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const joined = NAME_JOINERS.reduce((name, word) => withoutWord(name, word), plain)
  let name = joined
  for (;;) {
    const lead = NAME_LEADS.find((word) => name.startsWith(`${word} `))
    if (lead === undefined) break
    name = name.slice(lead.length + 1)
  }
  return name === '' ? plain : name
}

const withoutWord = (name: string, word: string): string => ` ${name} `.replaceAll(` ${word} `, ' ').trim()

/** Cosine of the letter trigrams of two name keys, in per mille. */
export function nameLikeness(a: string, b: string): number {
  if (a === b) return a === '' ? 0 : 1000
  const [left, right] = [trigrams(a), trigrams(b)]
  let dot = 0
  for (const [gram, count] of left) dot += count * (right.get(gram) ?? 0)
  const norm = Math.sqrt(lengthSquared(left) * lengthSquared(right))
  return norm === 0 ? 0 : Math.round((dot * 1000) / norm)
}

function trigrams(name: string): ReadonlyMap<string, number> {
  const text = ` ${name} `
  const counts = new Map<string, number>()
  for (let at = 0; at + 3 <= text.length; at += 1) {
    const gram = text.slice(at, at + 3)
    counts.set(gram, (counts.get(gram) ?? 0) + 1)
  }
  return counts
}

const lengthSquared = (counts: ReadonlyMap<string, number>): number =>
  [...counts.values()].reduce((sum, count) => sum + count * count, 0)
