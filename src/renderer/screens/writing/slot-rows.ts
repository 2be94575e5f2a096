import { reportContents } from '../../../core/report/walk-report'
import type { Report } from '../../../core/report/report'
import type { Slot } from '../../../core/slot'

export interface SlotRow {
  readonly slot: Slot
  readonly mentions: number
}

/** Slots with the number of their mentions: those to be filled first, in the order of the text; unmentioned ones last. */
export function slotRows(report: Report): readonly SlotRow[] {
  const mentions = new Map<string, number>()
  for (const content of reportContents(report)) {
    for (const inline of content) {
      if (inline.type === 'slot') mentions.set(inline.slotId, (mentions.get(inline.slotId) ?? 0) + 1)
    }
  }
  const order = [...mentions.keys()]
  const placeOf = ({ slot }: SlotRow): number => (mentions.has(slot.id) ? order.indexOf(slot.id) : order.length)
  return report.slots
    .map((slot) => ({ slot, mentions: mentions.get(slot.id) ?? 0 }))
    .toSorted((a, b) => placeOf(a) - placeOf(b))
}

/** Slots that stand open in the text. */
export const openSlotCount = (rows: readonly SlotRow[]): number =>
  rows.filter(({ slot, mentions }) => mentions > 0 && slot.value === undefined).length
