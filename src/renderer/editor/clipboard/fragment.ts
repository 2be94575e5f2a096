/**
 * Our own clipboard: a piece of a report body as JSON. Any program can put anything there, so it comes back in only
 * through the schemas of the report.
 */
import type { Identities } from '../../../core/report/make-report'
import { SectionSchema, type Section } from '../../../core/report/report'
import { blockContents, walkSections } from '../../../core/report/walk-report'
import { SlotSchema, type Slot } from '../../../core/slot'
import { foldSections, type FlatBlock } from '../editor-to-report'

export const FRAGMENT_TYPE = 'application/x-tong-ket-body+json'

/** More than any report holds; longer text is not parsed. */
const MAX_LENGTH = 20_000_000

export interface Fragment {
  readonly sections: readonly Section[]
  readonly slots: readonly Slot[]
}

/** Takes along the slots that the blocks mention and no other: values told elsewhere stay in their report. */
export function makeFragment(blocks: readonly FlatBlock[], slots: readonly Slot[], identities: Identities): Fragment {
  const sections = foldSections(blocks, identities)
  const mentioned = mentionedSlots(sections)
  return { sections, slots: slots.filter(({ id }) => mentioned.has(id)) }
}

function mentionedSlots(sections: readonly Section[]): ReadonlySet<string> {
  const ids = new Set<string>()
  for (const { section } of walkSections(sections)) {
    for (const content of [section.heading, ...section.blocks.flatMap((block) => [...blockContents(block)])]) {
      for (const inline of content) if (inline.type === 'slot') ids.add(inline.slotId)
    }
  }
  return ids
}

export const serializeFragment = (fragment: Fragment): string => JSON.stringify(fragment)

export function parseFragment(json: string): Fragment | undefined {
  if (json === '' || json.length > MAX_LENGTH) return undefined
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    return undefined
  }
  if (typeof value !== 'object' || value === null || !('sections' in value) || !('slots' in value)) return undefined
  const sections = SectionSchema.array().safeParse(value.sections)
  const slots = SlotSchema.array().safeParse(value.slots)
  return sections.success && slots.success ? { sections: sections.data, slots: slots.data } : undefined
}
