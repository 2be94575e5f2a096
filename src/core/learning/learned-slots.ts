/** The entity table of a learned template: one slot an entity, mentioned wherever the samples mention it. */
import type { Slot } from '../slot'
import { LEXICON, type EntityRow } from './lexicon'
import type { SampleSlot, SegmentedParagraph, SegmentedSample } from './sample-document'

/** The entities that enough samples mention. */
export function learnSlots(samples: readonly SegmentedSample[]): readonly Slot[] {
  const { entities, entityShare } = LEXICON.templateParts
  const needed = Math.max(1, Math.ceil((samples.length * entityShare.count) / entityShare.of))
  return entities
    .filter((entity) => samples.filter((sample) => mentions(sample, entity)).length >= needed)
    .map(({ id, type, label }) => ({ id, type, label }))
}

function mentions(sample: SegmentedSample, entity: EntityRow): boolean {
  const sectionOf = new Map(sample.paragraphs.map((paragraph) => [paragraph.index, paragraph.section]))
  return sample.slots.some((slot) => {
    const section = sectionOf.get(slot.paragraph)
    return section !== undefined && isMention(slot, section, entity)
  })
}

const isMention = (slot: SampleSlot, section: SegmentedParagraph['section'], entity: EntityRow): boolean =>
  slot.type === entity.type && (entity.sections === undefined || entity.sections.includes(section))

/** A piece of a paragraph with the mentions of known slots put for their text: `{ky}`. */
export function maskSlots(
  paragraph: SegmentedParagraph,
  sample: SegmentedSample,
  slots: readonly Slot[],
  from = 0,
): string {
  const known = LEXICON.templateParts.entities.filter((entity) => slots.some((slot) => slot.id === entity.id))
  let pattern = ''
  let at = from
  for (const mention of sample.slots.filter((slot) => slot.paragraph === paragraph.index && slot.start >= from)) {
    const entity = known.find((row) => isMention(mention, paragraph.section, row))
    if (!entity || mention.start < at) continue
    pattern += `${paragraph.text.slice(at, mention.start)}{${entity.id}}`
    at = mention.end
  }
  return pattern + paragraph.text.slice(at)
}
