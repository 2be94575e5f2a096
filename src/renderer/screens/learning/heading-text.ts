/** A heading of a template as an officer reads and edits it: «nhãn» where its pattern mentions a slot. */
import { patternToInlines } from '../../../core/template/pattern'
import type { Slot } from '../../../core/slot'
import { fieldTextToInlines, inlinesToFieldText } from '../writing/inline-field-text'

export const headingText = (pattern: string, slots: readonly Slot[]): string =>
  inlinesToFieldText(patternToInlines(pattern, new Set(slots.map(({ id }) => id))), slots)

/** Back to a pattern; line breaks become spaces. */
export const headingPattern = (typed: string, slots: readonly Slot[]): string =>
  fieldTextToInlines(typed, slots)
    .map((inline) => {
      if (inline.type === 'text') return inline.text
      return inline.type === 'slot' ? `{${inline.slotId}}` : ' '
    })
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
