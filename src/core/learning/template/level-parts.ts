/** One office writes in parts one year and without them the next: brings all samples to what most of them do. */
import type { SectionDigest } from '../../template/sample-digest'
import { nameKey, nameLikeness, SAME_NAME } from './heading-likeness'

type Sections = readonly SectionDigest[]

export const mostHaveParts = (samples: readonly { readonly hasParts: boolean }[]): boolean =>
  samples.filter(({ hasParts }) => hasParts).length * 2 > samples.length

export function levelParts(samples: readonly Sections[], hasParts: boolean): readonly Sections[] {
  if (!hasParts) return samples.map(withoutParts)
  const parts = samples.filter((sections) => sections.some(({ isPart }) => isPart))
  return samples.map((sections) => (sections.some(({ isPart }) => isPart) ? sections : intoParts(sections, parts)))
}

/** The sections of a part stand in its place; one that has none is a section itself. */
const withoutParts = (sections: Sections): Sections =>
  sections.flatMap((section) => (section.isPart && section.sections.length > 0 ? section.sections : [section]))

/** Sections go into the part that holds their like elsewhere, else with the section before them. */
function intoParts(sections: Sections, others: readonly Sections[]): Sections {
  const made = new Map<number, SectionDigest>()
  const order: (SectionDigest | number)[] = []
  let last: number | undefined
  for (const section of sections) {
    const home = homeOf(section, others)
    if (home === 'itself') {
      order.push({ ...section, isPart: true })
      continue
    }
    last = home ?? last
    if (last === undefined) order.push(section)
    else {
      if (!made.has(last)) order.push(last)
      made.set(last, joined(made.get(last), section))
    }
  }
  return order.flatMap((entry) => (typeof entry === 'number' ? (made.get(entry) ?? []) : [entry]))
}

/** Number of the part that holds the section's like; 'itself' where the like is a part. */
function homeOf(section: SectionDigest, others: readonly Sections[]): number | 'itself' | undefined {
  for (const sections of others) {
    const parts = sections.filter(({ isPart }) => isPart)
    const inside = parts.findIndex((part) => part.sections.some((inner) => isLike(inner, section)))
    if (inside >= 0) return inside
    if (parts.some((part) => isLike(part, section))) return 'itself'
  }
  return undefined
}

const isLike = (a: SectionDigest, b: SectionDigest): boolean =>
  (!a.isNamed && !b.isNamed && a.role === b.role && a.field === b.field) ||
  nameLikeness(nameKey(a.heading ?? ''), nameKey(b.heading ?? '')) >= SAME_NAME

/** A part without a heading of its own, of the label of its first section. */
function joined(part: SectionDigest | undefined, section: SectionDigest): SectionDigest {
  const { role, paragraphs, syllables, cues, mentions } = section
  const empty = { openers: [], sentences: [], figures: [] }
  if (!part)
    return { role, isNamed: false, isPart: true, paragraphs, syllables, cues, mentions, ...empty, sections: [section] }
  return {
    ...part,
    paragraphs: part.paragraphs + paragraphs,
    syllables: part.syllables + syllables,
    cues: [...new Set([...part.cues, ...cues])],
    mentions: [...new Set([...part.mentions, ...mentions])],
    sections: [...part.sections, section],
  }
}
