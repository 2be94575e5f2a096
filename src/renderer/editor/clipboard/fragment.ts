/**
 * Our own clipboard: a piece of a report body as JSON. Any program can put anything there, so it comes back in only
 * through the schemas of the report.
 */
import type { Identities } from '../../../core/report/make-report'
import { SectionSchema, type Section } from '../../../core/report/report'
import { SlotSchema, type Slot } from '../../../core/slot'
import { foldSections, type FlatBlock } from '../editor-to-report'

export const FRAGMENT_TYPE = 'application/x-tong-ket-body+json'

/** More than any report holds; longer text is not parsed. */
const MAX_LENGTH = 20_000_000

export interface Fragment {
  readonly sections: readonly Section[]
  readonly slots: readonly Slot[]
}

export function makeFragment(blocks: readonly FlatBlock[], slots: readonly Slot[], identities: Identities): Fragment {
  return { sections: foldSections(blocks, identities), slots }
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
