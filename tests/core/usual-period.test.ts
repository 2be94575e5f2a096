import { describe, expect, it } from 'vitest'
import { periodLabel, type ReportingPeriodKind } from '../../src/core/reporting-period'
import { usualPeriod } from '../../src/core/usual-period'

describe('the usual period', () => {
  it.each<readonly [string, ReportingPeriodKind, string]>([
    ['2027-01-04', 'year', 'năm 2026'],
    ['2027-01-20', 'year', 'năm 2026'],
    ['2027-01-21', 'year', 'năm 2027'],
    ['2026-11-22', 'year', 'năm 2026'],
    ['2026-07-03', 'halfYear', '6 tháng đầu năm 2026'],
    ['2026-07-21', 'halfYear', '6 tháng cuối năm 2026'],
    ['2026-06-10', 'halfYear', '6 tháng đầu năm 2026'],
    ['2027-01-02', 'halfYear', '6 tháng cuối năm 2026'],
    ['2026-10-05', 'quarter', 'quý III/2026'],
    ['2026-10-25', 'quarter', 'quý IV/2026'],
    ['2026-03-20', 'month', 'tháng 2/2026'],
    ['2026-03-21', 'month', 'tháng 3/2026'],
    ['2027-01-01', 'month', 'tháng 12/2026'],
    ['2026-10-05', 'nineMonths', '9 tháng đầu năm 2026'],
  ])('on %s, of the kind %s, is %s', (day, kind, label) => {
    const period = usualPeriod(kind, day)
    expect(period && periodLabel(period)).toBe(label)
  })

  it('goes by the day where the officer is, as the time is written', () => {
    expect(usualPeriod('month', '2026-03-21T00:30:00+07:00')).toEqual({ kind: 'month', month: 3, year: 2026 })
  })

  it('is not guessed for a term or a number of years', () => {
    expect([usualPeriod('term', '2026-11-22'), usualPeriod('thematic', '2026-11-22')]).toEqual([undefined, undefined])
  })
})
