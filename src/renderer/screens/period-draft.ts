/** A period while it is being typed: every part as text, whether the kind needs it or not. */
import type { ReportingPeriod, ReportingPeriodKind } from '../../core/reporting-period'
import { err, ok, type Result } from '../../core/result'
import { usualPeriod } from '../../core/usual-period'

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

/** Every kind's usual part, so that another kind chosen in the form finds its own. */
export function suggestedDraft(kind: ReportingPeriodKind, now: Date): PeriodDraft {
  const year = now.getFullYear()
  const today = [year, two(now.getMonth() + 1), two(now.getDate())].join('-')
  const blank = { kind, month: '', quarter: '', half: '', years: '5', from: '', year: String(year) }
  const usual = GUESSED_KINDS.reduce<PeriodDraft>((draft, guessed) => {
    const period = usualPeriod(guessed, today)
    return period ? withPart(draft, draftParts(period)) : draft
  }, blank)
  return { ...usual, kind, from: String(Number(usual.year) - 5) }
}

const GUESSED_KINDS = ['month', 'quarter', 'halfYear', 'year'] as const

const two = (part: number): string => String(part).padStart(2, '0')

/** The parts of a period, to be changed. */
export function periodToDraft(period: ReportingPeriod, now: Date): PeriodDraft {
  return withPart(suggestedDraft(period.kind, now), draftParts(period))
}

/** The draft keeps the last year of a span under `year`. */
function draftParts(period: ReportingPeriod): Partial<PeriodDraft> {
  switch (period.kind) {
    case 'month':
      return { month: String(period.month), year: String(period.year) }
    case 'quarter':
      return { quarter: String(period.quarter), year: String(period.year) }
    case 'halfYear':
      return { half: String(period.half), year: String(period.year) }
    case 'nineMonths':
    case 'year':
      return { year: String(period.year) }
    case 'term':
      return { from: String(period.from), year: String(period.to) }
    case 'thematic':
      return { years: String(period.years), year: String(period.to) }
  }
}

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
