/** Periods and terms as slots: the reporting period, the next one, the term of office. */
import { periodUse, type DocumentPeriod } from './document-period'
import { findPeriods, findTerms } from './find-periods'
import type { SlotSpan } from './slot-span'

export function findPeriodSlots(text: string, document: DocumentPeriod | undefined): readonly SlotSpan[] {
  return findPeriods(text).flatMap((mention): readonly SlotSpan[] => {
    // "tháng 9/2015" is a date unless the document itself speaks of months.
    if (mention.kind === 'month' && document?.mention.kind !== 'month') {
      return [{ type: 'date', start: mention.start, end: mention.end }]
    }
    const use = periodUse(mention, text.slice(0, mention.start), document)
    if (use === 'none') return []
    return [{ type: use, start: mention.start, end: mention.end }]
  })
}

export const findTermSlots = (text: string): readonly SlotSpan[] =>
  findTerms(text).map(({ start, end }) => ({ type: 'term', start, end }))
