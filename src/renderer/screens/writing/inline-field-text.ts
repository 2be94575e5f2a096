/**
 * A title as an officer edits it: plain text in which «nhãn» stands for a mention of that slot.
 * Back and forth nothing is lost but marks, which a title takes from its layout.
 */
import { slotMention, text } from '../../../core/report/make-report'
import { normalizeInlines } from '../../../core/report/normalize-inlines'
import type { Inline } from '../../../core/report/report'
import type { Slot } from '../../../core/slot'

/** What stands between the marks for a slot: its label where that names one slot only, else its id. */
function slotName(slot: Slot, slots: readonly Slot[]): string {
  const isPlain = !/[«»]/.test(slot.label)
  const isAlone = slots.every((other) => other === slot || (other.label !== slot.label && other.id !== slot.label))
  return isPlain && isAlone ? slot.label : slot.id
}

export function inlinesToFieldText(content: readonly Inline[], slots: readonly Slot[]): string {
  return content
    .map((inline) => {
      if (inline.type === 'text') return inline.text
      if (inline.type === 'lineBreak') return '\n'
      const slot = slots.find(({ id }) => id === inline.slotId)
      return `«${slot ? slotName(slot, slots) : inline.slotId}»`
    })
    .join('')
}

/** A «name» that is no slot stays as typed. */
export function fieldTextToInlines(typed: string, slots: readonly Slot[]): readonly Inline[] {
  const byName = new Map(slots.map((slot) => [slotName(slot, slots), slot.id]))
  const inlines: Inline[] = []
  for (const [index, line] of typed.split('\n').entries()) {
    if (index > 0) inlines.push({ type: 'lineBreak' })
    let from = 0
    for (const match of line.matchAll(/«([^«»]*)»/g)) {
      const slotId = byName.get(match[1] ?? '')
      if (slotId === undefined) continue
      inlines.push(text(line.slice(from, match.index)), slotMention(slotId))
      from = match.index + match[0].length
    }
    inlines.push(text(line.slice(from)))
  }
  return normalizeInlines(inlines)
}
