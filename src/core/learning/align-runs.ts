/** Lays the sections of several samples over one another: equal keys, and headings of like wording, are one section. */
import type { SectionRun } from './section-runs'

export interface AlignedSection {
  readonly key: string
  /** The run of each sample that has the section, by the sample's number. */
  readonly runs: ReadonlyMap<number, SectionRun>
}

/** Cosine of letter trigrams from which two headings are one; in per mille. */
const SAME_NAME = 600

export function alignRuns(samples: readonly (readonly SectionRun[])[]): readonly AlignedSection[] {
  const sections: { key: string; name: string; runs: Map<number, SectionRun> }[] = []
  for (const [number, runs] of samples.entries()) {
    for (const run of runs) {
      const known =
        sections.find((section) => section.key === run.key) ??
        sections.find((section) => !section.runs.has(number) && isSameName(section.name, run.customName ?? ''))
      if (!known) sections.push({ key: run.key, name: run.customName ?? '', runs: new Map([[number, run]]) })
      else if (!known.runs.has(number)) known.runs.set(number, run)
    }
  }
  return sections
}

function isSameName(a: string, b: string): boolean {
  return a !== '' && b !== '' && trigramCosine(a, b) >= SAME_NAME
}

/** Likeness of two names by their letter trigrams, in per mille. */
function trigramCosine(a: string, b: string): number {
  const [left, right] = [trigrams(a), trigrams(b)]
  let dot = 0
  for (const [gram, count] of left) dot += count * (right.get(gram) ?? 0)
  const norm = Math.sqrt(lengthSquared(left) * lengthSquared(right))
  return norm === 0 ? 0 : Math.round((dot * 1000) / norm)
}

function trigrams(name: string): ReadonlyMap<string, number> {
  const text = ` ${name.toLowerCase()} `
  const counts = new Map<string, number>()
  for (let at = 0; at + 3 <= text.length; at += 1) {
    const gram = text.slice(at, at + 3)
    counts.set(gram, (counts.get(gram) ?? 0) + 1)
  }
  return counts
}

const lengthSquared = (counts: ReadonlyMap<string, number>): number =>
  [...counts.values()].reduce((sum, count) => sum + count * count, 0)
