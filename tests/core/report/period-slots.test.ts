import { describe, expect, it } from 'vitest'
import { slotsAfterPeriodChange } from '../../../src/core/report/period-slots'
import type { ReportingPeriod } from '../../../src/core/reporting-period'
import type { Slot } from '../../../src/core/slot'

const half = (number: 1 | 2): ReportingPeriod => ({ kind: 'halfYear', half: number, year: 2026 })
const slot = (id: string, type: Slot['type'], value?: string): Slot => ({
  id,
  type,
  label: id,
  ...(value === undefined ? {} : { value }),
})

describe('another reporting period', () => {
  it('moves the period and the next one, filled or open', () => {
    const slots = [slot('ky', 'period', '6 tháng đầu năm 2026'), slot('ky-tiep-theo', 'nextPeriod')]
    expect(slotsAfterPeriodChange(slots, half(1), half(2)).map(({ id, value }) => [id, value])).toEqual([
      ['ky', '6 tháng cuối năm 2026'],
      ['ky-tiep-theo', '6 tháng đầu năm 2027'],
    ])
  })

  it('leaves the officer’s own words and every other slot', () => {
    const slots = [slot('ky', 'period', 'nửa đầu năm nay'), slot('ngay', 'date', '25/6')]
    expect(slotsAfterPeriodChange(slots, half(1), half(2))).toEqual([])
  })
})
