import type { ReportingPeriod, ReportingPeriodKind } from '../core/reporting-period'

/** The period of one of these kinds that `now` (ISO 8601) falls into; a term or a number of years cannot be guessed. */
export function usualPeriod(kinds: readonly ReportingPeriodKind[], now: string): ReportingPeriod | undefined {
  const year = Number(now.slice(0, 4))
  const month = Number(now.slice(5, 7))
  const known: readonly ReportingPeriod[] = [
    { kind: 'month', month, year },
    { kind: 'quarter', quarter: Math.ceil(month / 3), year },
    { kind: 'halfYear', half: month <= 6 ? 1 : 2, year },
    { kind: 'nineMonths', year },
    { kind: 'year', year },
  ]
  if (kinds.length === 0) return { kind: 'year', year }
  return kinds.map((kind) => known.find((period) => period.kind === kind)).find((period) => period !== undefined)
}
