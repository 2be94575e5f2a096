/** A period while it is being typed: every part as text, whether the kind needs it or not. */
import type { ReportingPeriod, ReportingPeriodKind } from '../../core/reporting-period'
import { err, ok, type Result } from '../../core/result'

export interface PeriodDraft {
  readonly kind: ReportingPeriodKind
  readonly month: string
  readonly quarter: string
  readonly half: string
  readonly years: string
  readonly from: string
  readonly year: string
}

export type PeriodProblem = 'year' | 'term' | 'years'

/** The period that an officer most likely reports on: the one that is ending around `now`. */
export function suggestedDraft(kind: ReportingPeriodKind, now: Date): PeriodDraft {
  const month = now.getMonth() + 1
  const year = now.getFullYear()
  return {
    kind,
    month: String(month),
    quarter: String(Math.ceil(month / 3)),
    half: month <= 6 ? '1' : '2',
    years: '5',
    from: String(year - 5),
    year: String(year),
  }
}

/** The parts of a period, to be changed. */
export function periodToDraft(period: ReportingPeriod, now: Date): PeriodDraft {
  const parts = Object.entries(period).map(([name, value]) => [PART_NAMES[name] ?? name, String(value)] as const)
  return { ...suggestedDraft(period.kind, now), ...(Object.fromEntries(parts) as Partial<PeriodDraft>) }
}

/** The draft keeps the last year of a span under `year`. */
const PART_NAMES: Readonly<Record<string, string>> = { to: 'year' }

export const withPart = (draft: PeriodDraft, part: Partial<PeriodDraft>): PeriodDraft => ({ ...draft, ...part })

/** The period, or which part does not fit. */
export function draftToPeriod(draft: PeriodDraft): Result<ReportingPeriod, PeriodProblem> {
  const year = whole(draft.year)
  if (year === undefined || year < 1900 || year > 2200) return err('year')
  switch (draft.kind) {
    case 'month':
      return ok({ kind: 'month', month: Number(draft.month), year })
    case 'quarter':
      return ok({ kind: 'quarter', quarter: Number(draft.quarter), year })
    case 'halfYear':
      return ok({ kind: 'halfYear', half: draft.half === '2' ? 2 : 1, year })
    case 'nineMonths':
      return ok({ kind: 'nineMonths', year })
    case 'year':
      return ok({ kind: 'year', year })
    case 'term': {
      const from = whole(draft.from)
      return from === undefined || from < 1900 || from >= year ? err('term') : ok({ kind: 'term', from, to: year })
    }
    case 'thematic': {
      const years = whole(draft.years)
      return years === undefined || years < 1 || years > 100 ? err('years') : ok({ kind: 'thematic', years, to: year })
    }
  }
}

const whole = (text: string): number | undefined => (/^\d{1,4}$/.test(text.trim()) ? Number(text.trim()) : undefined)
