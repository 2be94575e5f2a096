/** Copies of a paragraph: the first keeps its label, a later one is clutter; of a clean and a dirty copy the clean one counts. */
import type { ReportKind } from '../../report/report'
import type { Analysis } from '../words/analyse-paragraph'

const SHINGLE = 5
/** Below this many syllables only an exact copy is one. */
const SHORTEST_NEAR_COPY = 12
/** A formal report repeats its short headings and rows by right. */
const SHORTEST_COPY: Readonly<Record<ReportKind, number>> = { newsAccount: 2, formalReport: 14 }

/** Index of each copy → index of the paragraph it repeats. */
export function findRepeats(paragraphs: readonly Analysis[], kind: ReportKind): ReadonlyMap<number, number> {
  const repeats = new Map<number, number>()
  const exact = new Map<string, Analysis>()
  const long = new ShingleIndex()
  for (const paragraph of paragraphs) {
    if (paragraph.tokens.length < SHORTEST_COPY[kind] || paragraph.signals.isTableRow === true) continue
    const words = paragraph.tokens.map((token) => token.key)
    const whole = words.join(' ')
    const shingles = words.length >= SHORTEST_NEAR_COPY ? long.shinglesOf(words) : NO_SHINGLES
    const original = exact.get(whole) ?? long.findNearCopy(shingles)
    if (original && !repeats.has(original.index)) {
      const [later, earlier] = isDirtier(original, paragraph) ? [original, paragraph] : [paragraph, original]
      repeats.set(later.index, earlier.index)
      continue
    }
    exact.set(whole, paragraph)
    long.add(paragraph, shingles)
  }
  return repeats
}

/** Runs of five syllables, each as one number. Two runs may meet in one: it takes nine tenths of all to be a copy. */
type Shingles = ReadonlySet<number>
const NO_SHINGLES: Shingles = new Set()

/** An odd number with bits all over: a product by it, modulo 2^32, loses nothing and stirs much. */
const STIR = 0x2c1b3c6d

/** A phrase that so many paragraphs share is a turn of speech, no sign of a copy. */
const MOST_HOLDERS = 24

/** Paragraphs by their shingles: a near copy is found by counting shared ones, not by comparing every pair. */
class ShingleIndex {
  readonly #holders = new Map<number, { readonly paragraph: Analysis; readonly size: number }[]>()
  /** Syllable → its number, in the order in which they are met. */
  readonly #syllables = new Map<string, number>()

  shinglesOf(words: readonly string[]): Shingles {
    const numbers = words.map((word) => this.#numberOf(word))
    const shingles = new Set<number>()
    for (let at = 0; at + SHINGLE <= numbers.length; at += 1) {
      let sum = 0
      for (let next = at; next < at + SHINGLE; next += 1) sum = Math.imul(sum ^ (numbers[next] ?? 0), STIR)
      shingles.add(sum ^ (sum >>> 15))
    }
    return shingles
  }

  #numberOf(word: string): number {
    const known = this.#syllables.get(word)
    if (known !== undefined) return known
    const number = this.#syllables.size + 1
    this.#syllables.set(word, number)
    return number
  }

  add(paragraph: Analysis, shingles: Shingles): void {
    const holder = { paragraph, size: shingles.size }
    for (const shingle of shingles) {
      const known = this.#holders.get(shingle)
      if (known && known.length < MOST_HOLDERS) known.push(holder)
      else if (!known) this.#holders.set(shingle, [holder])
    }
  }

  /** Nine tenths of the shingles are shared, counted over the larger set. */
  findNearCopy(shingles: Shingles): Analysis | undefined {
    const shared = new Map<Analysis, number>()
    for (const shingle of shingles) {
      for (const { paragraph, size } of this.#holders.get(shingle) ?? []) {
        const count = (shared.get(paragraph) ?? 0) + 1
        shared.set(paragraph, count)
        if (count * 10 >= Math.max(size, shingles.size) * 9) return paragraph
      }
    }
    return undefined
  }
}

/** A copy in the page's menus, or with something glued to it, is the dirty one. */
function isDirtier(first: Analysis, second: Analysis): boolean {
  const isOutside = (paragraph: Analysis): boolean => paragraph.signals.isOutsideContent === true
  if (isOutside(first) !== isOutside(second)) return isOutside(first)
  return first.key !== second.key && first.key.endsWith(second.key)
}
