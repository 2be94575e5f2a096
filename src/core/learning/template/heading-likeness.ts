/** Whether two headings are one: periods, numbers and words that tell nothing apart are left out first. */
import { matchingKey } from '../../vietnamese/matching-key'
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

/** A name key with what comparing it takes, counted once. */
export interface NameShape {
  readonly name: string
  /** How often each letter trigram stands in it. */
  readonly trigrams: ReadonlyMap<string, number>
  readonly lengthSquared: number
}

export function nameShape(name: string): NameShape {
  const trigrams = trigramsOf(name)
  return { name, trigrams, lengthSquared: [...trigrams.values()].reduce((sum, count) => sum + count * count, 0) }
}

/** Cosine of the letter trigrams of two names, in per mille. */
export function shapeLikeness(a: NameShape, b: NameShape): number {
  if (a.name === b.name) return a.name === '' ? 0 : 1000
  let dot = 0
  for (const [trigram, count] of a.trigrams) dot += count * (b.trigrams.get(trigram) ?? 0)
  const norm = Math.sqrt(a.lengthSquared * b.lengthSquared)
  return norm === 0 ? 0 : Math.round((dot * 1000) / norm)
}

/** The same of two name keys. */
export const nameLikeness = (a: string, b: string): number => shapeLikeness(nameShape(a), nameShape(b))

function trigramsOf(name: string): ReadonlyMap<string, number> {
  const text = ` ${name} `
  const counts = new Map<string, number>()
  for (let at = 0; at + 3 <= text.length; at += 1) {
    const trigram = text.slice(at, at + 3)
    counts.set(trigram, (counts.get(trigram) ?? 0) + 1)
  }
  return counts
}
