/** Periods and terms as slots: the reporting period, the next one, the term of office. */
import { periodUse, type DocumentPeriod } from './document-period'
import { findPeriods, findTerms } from './find-periods'
import type { SlotSpan } from './slot-span'

/** `looksAhead`: the paragraph sets tasks. */
export function findPeriodSlots(
  text: string,
  document: DocumentPeriod | undefined,
  place: { readonly looksAhead: boolean },
): readonly SlotSpan[] {
  return findPeriods(text).flatMap((mention): readonly SlotSpan[] => {
    const { start, end } = mention
    // "tháng 9/2015" is a date unless the document itself speaks of months.
    if (mention.kind === 'month' && !mention.isBare && document?.mention.kind !== 'month') {
      return [{ type: 'date', start, end }]
    }
    const use = periodUse(mention, text.slice(0, start), document, place)
    return use === 'none' ? [] : [{ type: use, start, end }]
  })
}

export const findTermSlots = (text: string): readonly SlotSpan[] =>
  findTerms(text).map(({ start, end }) => ({ type: 'term', start, end }))
