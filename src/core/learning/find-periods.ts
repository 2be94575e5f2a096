/** Mentions of periods in a text: "6 tháng đầu năm 2023", "quý III", "năm 2024", "tháng 9/2026". */
import { ReportingPeriodSchema, type ReportingPeriod } from '../reporting-period'
import { fromRoman } from '../vietnamese/roman'

/** A period as it stands, often without its year. `order` compares parts of one year: half 1, 2; quarter 1–4; month 1–12. */
export interface PeriodMention {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly kind: 'month' | 'quarter' | 'halfYear' | 'nineMonths' | 'year' | 'restOfYear'
  readonly order: number
  readonly year?: number
}

interface PeriodRule {
  readonly kind: PeriodMention['kind']
  readonly pattern: RegExp
  readonly order: (match: RegExpMatchArray) => number
  /** Number of the group that holds the year. */
  readonly yearGroup: number
}

const YEAR = String.raw`((?:19|20)\d{2})(?!\d|[.,]\d)`
const OPTIONAL_YEAR = String.raw`(?:(?:\s*[/–-]\s*|\s+năm\s+)${YEAR})?`

const RULES: readonly PeriodRule[] = [
  {
    kind: 'halfYear',
    pattern: new RegExp(
      String.raw`(?:0?6|sáu)\s+tháng(?:\s+(đầu|cuối)(?:\s+năm)?(?:\s+${YEAR})?|\s+năm\s+${YEAR})`,
      'giu',
    ),
    order: (match) => (match[1]?.toLowerCase() === 'cuối' ? 2 : 1),
    yearGroup: 2,
  },
  {
    kind: 'nineMonths',
    pattern: new RegExp(String.raw`(?:0?9|chín)\s+tháng(?:\s+đầu)?(?:\s+năm)(?:\s+${YEAR})?`, 'giu'),
    order: () => 3,
    yearGroup: 1,
  },
  {
    kind: 'restOfYear',
    pattern: new RegExp(
      String.raw`(?:0?3|ba|0?2|hai|những|các)\s+tháng\s+(?:cuối|còn\s+lại(?:\s+của)?)\s+năm(?:\s+${YEAR})?`,
      'giu',
    ),
    order: () => 12,
    yearGroup: 1,
  },
  {
    kind: 'quarter',
    pattern: new RegExp(String.raw`qu[ýí]\s+(IV|I{1,3}|[1-4])(?![\p{L}\d])${OPTIONAL_YEAR}`, 'giu'),
    order: (match) => fromRoman(match[1] ?? '') ?? Number(match[1]),
    yearGroup: 2,
  },
  {
    kind: 'month',
    pattern: new RegExp(String.raw`tháng\s+(\d{1,2})(?:\s*[/–-]\s*|\s+năm\s+)${YEAR}`, 'giu'),
    order: (match) => Number(match[1]),
    yearGroup: 2,
  },
  {
    kind: 'year',
    pattern: new RegExp(String.raw`năm\s+${YEAR}(?!\s*[-–]\s*(?:19|20)\d{2})`, 'giu'),
    order: () => 0,
    yearGroup: 1,
  },
]

/** All mentions from left to right; where two overlap the earlier rule wins. */
export function findPeriods(text: string): readonly PeriodMention[] {
  const found: PeriodMention[] = []
  for (const rule of RULES) {
    for (const match of text.matchAll(rule.pattern)) {
      const start = match.index
      const end = start + match[0].length
      if (/[\p{L}\d]/u.test(text[start - 1] ?? ' ')) continue
      if (found.some((other) => start < other.end && other.start < end)) continue
      const year = match[rule.yearGroup] ?? match[rule.yearGroup + 1]
      found.push({
        start,
        end,
        text: match[0],
        kind: rule.kind,
        order: rule.order(match),
        ...(year === undefined ? {} : { year: Number(year) }),
      })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

/**
 * The mention as a reporting period; `year` stands in where the text leaves it out. "tháng 13/2026" is a slip of the
 * pen that no report can hold.
 */
export function mentionToPeriod(mention: PeriodMention, year: number | undefined): ReportingPeriod | undefined {
  const known = mention.year ?? year
  if (known === undefined) return undefined
  const parsed = ReportingPeriodSchema.safeParse(periodOf(mention, known))
  return parsed.success ? parsed.data : undefined
}

function periodOf(mention: PeriodMention, year: number): ReportingPeriod {
  switch (mention.kind) {
    case 'month':
      return { kind: 'month', month: mention.order, year }
    case 'quarter':
      return { kind: 'quarter', quarter: mention.order, year }
    case 'halfYear':
      return { kind: 'halfYear', half: mention.order === 2 ? 2 : 1, year }
    case 'nineMonths':
      return { kind: 'nineMonths', year }
    case 'year':
      return { kind: 'year', year }
    case 'restOfYear':
      return { kind: 'quarter', quarter: 4, year }
  }
}

const TERM = /nhiệm\s+kỳ\s+(\d{4})\s*[-–]\s*(\d{4})/giu

/** "nhiệm kỳ 2020 - 2025". */
export function findTerms(
  text: string,
): readonly { readonly start: number; readonly end: number; readonly text: string }[] {
  return [...text.matchAll(TERM)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: match[0],
  }))
}
