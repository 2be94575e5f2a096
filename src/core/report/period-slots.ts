/** The slots that follow the reporting period: "6 tháng đầu năm 2026" and the period after it. */
import { nextPeriod, periodLabel, type ReportingPeriod } from '../reporting-period'
import type { Slot } from '../slot'

/** What a slot shows for a period; `undefined` for slots that do not follow it. */
export function periodSlotValue(slot: Slot, period: ReportingPeriod): string | undefined {
  if (slot.type === 'period') return periodLabel(period)
  if (slot.type === 'nextPeriod') return periodLabel(nextPeriod(period))
  return undefined
}

/** The slots that change with the period, with their new values. A value in the officer's own words stays. */
export function slotsAfterPeriodChange(
  slots: readonly Slot[],
  from: ReportingPeriod,
  to: ReportingPeriod,
): readonly Slot[] {
  return slots.flatMap((slot) => {
    const value = periodSlotValue(slot, to)
    const isOwnWords = slot.value !== undefined && slot.value !== periodSlotValue(slot, from)
    return value === undefined || value === slot.value || isOwnWords ? [] : [{ ...slot, value }]
  })
}
