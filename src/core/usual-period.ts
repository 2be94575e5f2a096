import type { ReportingPeriod, ReportingPeriodKind } from './reporting-period'

/** A report is mostly written in the days after its period has ended. */
const DAYS_AFTER_THE_END = 20

/**
 * The period of this kind that an officer most likely reports on at `now` (a day or time of ISO 8601): the one that
 * ended no more than twenty days ago, else the one under way. A term or a number of years cannot be guessed.
 */
export function usualPeriod(kind: ReportingPeriodKind, now: string): ReportingPeriod | undefined {
  const { year, month } = reportedMonth(now)
  switch (kind) {
    case 'month':
      return { kind, month, year }
    case 'quarter':
      return { kind, quarter: Math.ceil(month / 3), year }
    case 'halfYear':
      return { kind, half: month <= 6 ? 1 : 2, year }
    case 'nineMonths':
    case 'year':
      return { kind, year }
    case 'term':
    case 'thematic':
      return undefined
  }
}

/** Twenty days back lies in the period before for exactly the first twenty days of a new one. */
function reportedMonth(now: string): { readonly year: number; readonly month: number } {
  const [year = 0, month = 0, day = 0] = now.slice(0, 10).split('-').map(Number)
  const back = new Date(Date.UTC(year, month - 1, day - DAYS_AFTER_THE_END))
  return { year: back.getUTCFullYear(), month: back.getUTCMonth() + 1 }
}
