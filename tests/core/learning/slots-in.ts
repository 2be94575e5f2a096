import { findSlots } from '../../../src/core/learning/slots/find-slots'
import type { SectionRole } from '../../../src/core/section-labels'

/** The slots of one paragraph, as "type: words". */
export const slotsIn = (text: string, section: SectionRole = 'results'): readonly string[] =>
  findSlots([{ index: 0, text, section, role: 'body', also: [], reasons: [], confidence: 1 }], undefined).map(
    (slot) => `${slot.type}: ${slot.text}`,
  )
