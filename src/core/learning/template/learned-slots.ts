/** The entity table of a learned template: one slot an entity, mentioned wherever the samples mention it. */
import type { Slot } from '../../slot'
import type { SampleDigest } from '../../template/sample-digest'
import { patternSlots } from '../../template/pattern'
import type { TemplateSection } from '../../template/template'
import { LEXICON } from '../lexicon'

/** The entities that enough samples mention, and those that a heading cannot do without. */
export function learnSlots(digests: readonly SampleDigest[], sections: readonly TemplateSection[]): readonly Slot[] {
  const { entities, entityShare } = LEXICON.templateParts
  const needed = Math.max(1, Math.ceil((digests.length * entityShare.count) / entityShare.of))
  const inHeadings = new Set(allSections(sections).flatMap(({ heading }) => patternSlots(heading)))
  return entities
    .filter(({ id }) => inHeadings.has(id) || digests.filter(({ mentions }) => mentions.includes(id)).length >= needed)
    .map(({ id, type, label }) => ({ id, type, label }))
}

const allSections = (sections: readonly TemplateSection[]): readonly TemplateSection[] =>
  sections.flatMap((section) => [section, ...allSections(section.sections)])

/** Sections with only what the slots of the template can fill. */
export function withKnownSlots(
  sections: readonly TemplateSection[],
  slots: readonly Slot[],
): readonly TemplateSection[] {
  const known = new Set(slots.map(({ id }) => id))
  const isFillable = ({ text }: { readonly text: string }): boolean => patternSlots(text).every((id) => known.has(id))
  return sections.map((section) => ({
    ...section,
    openers: section.openers.filter(isFillable),
    boilerplate: section.boilerplate.filter(isFillable),
    mentions: section.mentions.filter((id) => known.has(id)),
    sections: withKnownSlots(section.sections, slots),
  }))
}
