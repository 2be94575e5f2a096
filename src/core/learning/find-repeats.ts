/** Copies of a paragraph: the first keeps its label, a later one is clutter; of a clean and a dirty copy the clean one counts. */
import type { ReportKind } from '../report/report'
import type { Analysis } from './analyse-paragraph'

const SHINGLE = 5
/** Below this many syllables only an exact copy is one. */
const SHORTEST_NEAR_COPY = 12
/** A formal report repeats its short headings and rows by right. */
const SHORTEST_COPY: Readonly<Record<ReportKind, number>> = { newsAccount: 2, formalReport: 14 }

/** Index of each copy → index of the paragraph it repeats. */
export function findRepeats(paragraphs: readonly Analysis[], kind: ReportKind): ReadonlyMap<number, number> {
  const repeats = new Map<number, number>()
  const kept: { readonly paragraph: Analysis; readonly shingles: ReadonlySet<string> }[] = []
  const exact = new Map<string, Analysis>()
  for (const paragraph of paragraphs) {
    if (paragraph.tokens.length < SHORTEST_COPY[kind] || paragraph.signals.isTableRow === true) continue
    const words = paragraph.tokens.map((token) => token.key)
    const same = exact.get(words.join(' '))
    const shingles = shinglesOf(words)
    const original = same ?? kept.find((entry) => isNearCopy(entry.shingles, shingles))?.paragraph
    if (original && !repeats.has(original.index)) {
      const [later, earlier] = isDirtier(original, paragraph) ? [original, paragraph] : [paragraph, original]
      repeats.set(later.index, earlier.index)
      continue
    }
    exact.set(words.join(' '), paragraph)
    if (words.length >= SHORTEST_NEAR_COPY) kept.push({ paragraph, shingles })
  }
  return repeats
}

function shinglesOf(words: readonly string[]): ReadonlySet<string> {
  const shingles = new Set<string>()
  for (let at = 0; at + SHINGLE <= words.length; at += 1) shingles.add(words.slice(at, at + SHINGLE).join(' '))
  return shingles
}

/** Nine tenths of the shingles are shared, counted over the larger set. */
function isNearCopy(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [small, large] = a.size < b.size ? [a, b] : [b, a]
  if (small.size * 10 < large.size * 9) return false
  let shared = 0
  for (const shingle of small) if (large.has(shingle)) shared += 1
  return shared * 10 >= large.size * 9
}

/** A copy in the page's menus, or with something glued to it, is the dirty one. */
function isDirtier(first: Analysis, second: Analysis): boolean {
  const isOutside = (paragraph: Analysis): boolean => paragraph.signals.isOutsideContent === true
  if (isOutside(first) !== isOutside(second)) return isOutside(first)
  return first.key !== second.key && first.key.endsWith(second.key)
}
