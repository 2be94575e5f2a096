import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  nextPeriod,
  parsePeriod,
  periodLabel,
  ReportingPeriodSchema,
  type ReportingPeriod,
} from '../../src/core/reporting-period'
import { arbitraryPeriod } from '../support/arbitrary-report'

const CALENDAR: readonly (readonly [ReportingPeriod, string, string])[] = [
  [{ kind: 'month', month: 7, year: 2026 }, 'tháng 7/2026', 'tháng 8/2026'],
  [{ kind: 'month', month: 12, year: 2026 }, 'tháng 12/2026', 'tháng 1/2027'],
  [{ kind: 'quarter', quarter: 3, year: 2026 }, 'quý III/2026', 'quý IV/2026'],
  [{ kind: 'quarter', quarter: 4, year: 2026 }, 'quý IV/2026', 'quý I/2027'],
  [{ kind: 'halfYear', half: 1, year: 2026 }, '6 tháng đầu năm 2026', '6 tháng cuối năm 2026'],
  [{ kind: 'halfYear', half: 2, year: 2026 }, '6 tháng cuối năm 2026', '6 tháng đầu năm 2027'],
  [{ kind: 'nineMonths', year: 2026 }, '9 tháng đầu năm 2026', 'quý IV/2026'],
  [{ kind: 'year', year: 2026 }, 'năm 2026', 'năm 2027'],
  [{ kind: 'term', from: 2020, to: 2025 }, 'nhiệm kỳ 2020 - 2025', 'nhiệm kỳ 2025 - 2030'],
  [{ kind: 'thematic', years: 5, to: 2026 }, '05 năm', 'năm 2027'],
]

describe('reporting periods', () => {
  it.each(CALENDAR)('%o is called "%s" and sets tasks for "%s"', (period, label, next) => {
    expect(periodLabel(period)).toBe(label)
    expect(periodLabel(nextPeriod(period))).toBe(next)
    expect(ReportingPeriodSchema.safeParse(nextPeriod(period)).success).toBe(true)
  })

  it('are read back from their own label, save thematic ones, whose label names no year', () => {
    fc.assert(
      fc.property(arbitraryPeriod, (period) => {
        const isReadable = period.kind !== 'thematic' && (period.kind !== 'term' || period.from < period.to)
        expect(parsePeriod(periodLabel(period))).toEqual(isReadable ? period : undefined)
      }),
    )
  })

  it.each<readonly [string, ReportingPeriod]>([
    ['Quý 3 năm 2026', { kind: 'quarter', quarter: 3, year: 2026 }],
    ['quí III/2026', { kind: 'quarter', quarter: 3, year: 2026 }],
    ['QUÝ III-2026', { kind: 'quarter', quarter: 3, year: 2026 }],
    ['Tháng 09 năm 2026', { kind: 'month', month: 9, year: 2026 }],
    ['sáu tháng đầu năm 2026', { kind: 'halfYear', half: 1, year: 2026 }],
    ['06 tháng cuối năm 2026', { kind: 'halfYear', half: 2, year: 2026 }],
    ['9 tháng năm 2026', { kind: 'nineMonths', year: 2026 }],
    ['NĂM 2026', { kind: 'year', year: 2026 }],
    ['nhiệm kỳ 2025 – 2030', { kind: 'term', from: 2025, to: 2030 }],
    ['nhiệm kỳ 2025-2030', { kind: 'term', from: 2025, to: 2030 }],
    ['05 năm (2021 - 2026)', { kind: 'thematic', years: 5, to: 2026 }],
    ['05 năm (2021-2025)', { kind: 'thematic', years: 5, to: 2025 }],
    ['10 năm (2026)', { kind: 'thematic', years: 10, to: 2026 }],
    ['3 năm đến năm 2026', { kind: 'thematic', years: 3, to: 2026 }],
    ['  6 tháng đầu\u00A0năm 2026 ', { kind: 'halfYear', half: 1, year: 2026 }],
    ['năm 2026'.normalize('NFD'), { kind: 'year', year: 2026 }],
  ])('are read as officers write them: %s', (text, period) => {
    expect(parsePeriod(text)).toEqual(period)
  })

  it.each([
    '',
    'kỳ này',
    'quý V/2026',
    'quý 0/2026',
    'quý IIII/2026',
    'tháng 13/2026',
    'năm 26',
    '2026',
    'năm 3026',
    'nhiệm kỳ 2030 - 2025',
    '05 năm (2011 - 2026)',
    '6 tháng đầu năm',
  ])('are not guessed: "%s"', (text) => {
    expect(parsePeriod(text)).toBeUndefined()
  })
})
