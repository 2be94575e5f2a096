/** Words of a vocabulary one edit away from a word that is not in it, by shared deletions (no scan of the vocabulary). */

const MIN_LETTERS = 4

export interface WordIndex {
  readonly words: ReadonlySet<string>
  readonly byDeletion: ReadonlyMap<string, readonly string[]>
  /** Letters of the longest word. */
  readonly longest: number
  /** Answers given before. */
  readonly known: Map<string, readonly string[]>
}

const MOST_KNOWN = 20_000

export function makeWordIndex(words: ReadonlySet<string>): WordIndex {
  const byDeletion = new Map<string, string[]>()
  for (const word of words) {
    if (word.length < MIN_LETTERS) continue
    for (const form of new Set([word, ...deletionsOf(word)])) {
      const known = byDeletion.get(form)
      if (known) known.push(word)
      else byDeletion.set(form, [word])
    }
  }
  return { words, byDeletion, longest: Math.max(0, ...[...words].map((word) => word.length)), known: new Map() }
}

const NONE: readonly string[] = []

/** Nothing for a word of the vocabulary, a short one or a number. */
export function nearestWords(index: WordIndex, word: string): readonly string[] {
  if (word.length < MIN_LETTERS || index.words.has(word) || /^\d/.test(word)) return NONE
  // A word of thousands of letters would make as many deletions of as many letters, and none could be found.
  if (word.length > index.longest + 1) return NONE
  const known = index.known.get(word)
  if (known) return known
  const nearest = findNearest(index, word)
  if (index.known.size < MOST_KNOWN) index.known.set(word, nearest)
  return nearest
}

function findNearest(index: WordIndex, word: string): readonly string[] {
  const found = new Set<string>()
  for (const form of [word, ...deletionsOf(word)]) {
    for (const candidate of index.byDeletion.get(form) ?? NONE) {
      if (isOneEdit(word, candidate)) found.add(candidate)
    }
  }
  return found.size === 0 ? NONE : [...found]
}

function deletionsOf(word: string): string[] {
  return Array.from({ length: word.length }, (_, at) => word.slice(0, at) + word.slice(at + 1))
}

/** One letter replaced, added or left out. */
function isOneEdit(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let head = 0
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1
  let tail = 0
  while (tail < Math.min(a.length, b.length) - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) {
    tail += 1
  }
  return Math.max(a.length, b.length) - head - tail <= 1
}
