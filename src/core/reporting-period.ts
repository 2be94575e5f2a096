/**
 * The time a report speaks of (kỳ báo cáo): month, quarter, half-year, nine months, year, term,
 * or the N years in which a directive was carried out (thematic).
 */
import { z } from 'zod'
import { assertNever } from './result'
import { matchingKey } from './vietnamese/matching-key'
import { fromRoman, toRoman } from './vietnamese/roman'

const year = z.number().int().min(1900).max(2200)

export const ReportingPeriodSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('month'), month: z.number().int().min(1).max(12), year }),
  z.strictObject({ kind: z.literal('quarter'), quarter: z.number().int().min(1).max(4), year }),
  z.strictObject({ kind: z.literal('halfYear'), half: z.union([z.literal(1), z.literal(2)]), year }),
  z.strictObject({ kind: z.literal('nineMonths'), year }),
  z.strictObject({ kind: z.literal('year'), year }),
  z.strictObject({ kind: z.literal('term'), from: year, to: year }),
  z.strictObject({ kind: z.literal('thematic'), years: z.number().int().min(1).max(100), to: year }),
])

export type ReportingPeriod = z.infer<typeof ReportingPeriodSchema>
export type ReportingPeriodKind = ReportingPeriod['kind']

/** As it stands inside a sentence: "6 tháng đầu năm 2026", "quý III/2026". */
export function periodLabel(period: ReportingPeriod): string {
  switch (period.kind) {
    case 'month':
      return `tháng ${period.month}/${period.year}`
    case 'quarter':
      return `quý ${toRoman(period.quarter)}/${period.year}`
    case 'halfYear':
      return period.half === 1 ? `6 tháng đầu năm ${period.year}` : `6 tháng cuối năm ${period.year}`
    case 'nineMonths':
      return `9 tháng đầu năm ${period.year}`
    case 'year':
      return `năm ${period.year}`
    case 'term':
      return `nhiệm kỳ ${period.from} - ${period.to}`
    case 'thematic':
      return `${String(period.years).padStart(2, '0')} năm`
    default:
      return assertNever(period)
  }
}

/** The period whose tasks the report sets: after the first half-year comes the second. */
export function nextPeriod(period: ReportingPeriod): ReportingPeriod {
  switch (period.kind) {
    case 'month':
      return period.month === 12
        ? { kind: 'month', month: 1, year: period.year + 1 }
        : { kind: 'month', month: period.month + 1, year: period.year }
    case 'quarter':
      return period.quarter === 4
        ? { kind: 'quarter', quarter: 1, year: period.year + 1 }
        : { kind: 'quarter', quarter: period.quarter + 1, year: period.year }
    case 'halfYear':
      return period.half === 1
        ? { kind: 'halfYear', half: 2, year: period.year }
        : { kind: 'halfYear', half: 1, year: period.year + 1 }
    case 'nineMonths':
      // After nine months the report sets the tasks of what is left of the year: its fourth quarter.
      return { kind: 'quarter', quarter: 4, year: period.year }
    case 'year':
      return { kind: 'year', year: period.year + 1 }
    case 'term':
      return { kind: 'term', from: period.to, to: period.to + (period.to - period.from) }
    case 'thematic':
      return { kind: 'year', year: period.to + 1 }
    default:
      return assertNever(period)
  }
}

/**
 * Reads "6 tháng đầu năm 2026", "quý III/2026", "quý 3 năm 2026", "tháng 7/2026", "năm 2026", "nhiệm kỳ 2020-2025",
 * "05 năm (2021 - 2026)", "05 năm (2026)". A label of a thematic period names no year, so it alone cannot be read back.
 */
export function parsePeriod(text: string): ReportingPeriod | undefined {
  const key = matchingKey(text)
  for (const read of PERIOD_READERS) {
    const found = read(key)
    if (found) {
      const parsed = ReportingPeriodSchema.safeParse(found)
      return parsed.success ? parsed.data : undefined
    }
  }
  return undefined
}

type PeriodReader = (key: string) => ReportingPeriod | undefined

const PERIOD_READERS: readonly PeriodReader[] = [
  (key) => {
    const match = /^nhiệm kỳ (\d{4}) ?- ?(\d{4})$/.exec(key)
    return match && Number(match[1]) < Number(match[2])
      ? { kind: 'term', from: Number(match[1]), to: Number(match[2]) }
      : undefined
  },
  (key) => {
    const match = /^(?:0?6|sáu) tháng (đầu|cuối) năm (\d{4})$/.exec(key)
    return match ? { kind: 'halfYear', half: match[1] === 'đầu' ? 1 : 2, year: Number(match[2]) } : undefined
  },
  (key) => {
    const match = /^(?:0?9|chín) tháng(?: đầu)? năm (\d{4})$/.exec(key)
    return match ? { kind: 'nineMonths', year: Number(match[1]) } : undefined
  },
  (key) => {
    const match = /^qu[ýí] ([ivx]+|\d)(?:\/| năm |-)(\d{4})$/.exec(key)
    const quarter = match ? (fromRoman(match[1] ?? '') ?? Number(match[1])) : undefined
    return match && quarter !== undefined ? { kind: 'quarter', quarter, year: Number(match[2]) } : undefined
  },
  (key) => {
    const match = /^tháng (\d{1,2})(?:\/| năm |-)(\d{4})$/.exec(key)
    return match ? { kind: 'month', month: Number(match[1]), year: Number(match[2]) } : undefined
  },
  (key) => {
    const match = /^năm (\d{4})$/.exec(key)
    return match ? { kind: 'year', year: Number(match[1]) } : undefined
  },
  (key) => {
    const match = /^(\d{1,2}) năm \((\d{4}) ?- ?(\d{4})\)$/.exec(key)
    const years = Number(match?.[1])
    // Both ends count when a span runs within calendar years: 2021 - 2025 and 2020 - 2025 are both five years.
    const span = Number(match?.[3]) - Number(match?.[2])
    return match && (span === years || span === years - 1)
      ? { kind: 'thematic', years, to: Number(match[3]) }
      : undefined
  },
  (key) => {
    const match = /^(\d{1,2}) năm(?: \((?:đến )?(?:năm )?(\d{4})\)| đến (?:năm )?(\d{4}))$/.exec(key)
    return match ? { kind: 'thematic', years: Number(match[1]), to: Number(match[2] ?? match[3]) } : undefined
  },
]
