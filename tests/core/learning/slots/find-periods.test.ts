import { describe, expect, it } from 'vitest'
import { findDocumentPeriod, periodUse } from '../../../../src/core/learning/slots/document-period'
import { findPeriods } from '../../../../src/core/learning/slots/find-periods'
import { findPeriodSlots } from '../../../../src/core/learning/slots/find-period-slots'

const here = { looksAhead: false }
const ahead = { looksAhead: true }
const slotsOf = (text: string, head: string, place = here): readonly string[] =>
  findPeriodSlots(text, findDocumentPeriod([head], []), place).map(
    ({ type, start, end }) => `${type}: ${text.slice(start, end)}`,
  )

describe('periods in a text', () => {
  it.each([
    ['ba tháng đầu năm 2024', 'quarter', 1, 2024],
    ['nửa cuối năm 2022', 'halfYear', 2, 2022],
    ['10 tháng đầu năm 2025', 'monthsOfYear', 10, 2025],
    ['ba tháng còn lại của năm 2023', 'restOfYear', 12, 2023],
    ['năm học 2022 - 2023', 'schoolYear', 0, 2022],
    ['Học kỳ II năm học 2021-2022', 'semester', 2, 2021],
    ['giai đoạn 2019 – 2024', 'span', 2024, 2019],
    ['tuần 17', 'week', 17, undefined],
    ['tháng 4', 'month', 4, undefined],
  ] as const)('"%s" is one mention', (text, kind, order, year) => {
    const [mention, ...others] = findPeriods(`Kết quả ${text}, đơn vị làm tốt.`)
    expect(others).toEqual([])
    expect(mention).toMatchObject({ text, kind, order })
    expect(mention?.year).toBe(year)
  })

  it.each(['ngày 12 tháng 8 năm 2023', 'ngày       tháng 8 năm 2023', 'mỗi tháng 2 buổi'])(
    '"%s" names no month',
    (text) => {
      expect(findPeriods(text).filter(({ kind }) => kind === 'month')).toEqual([])
    },
  )
})

describe('the period of a document', () => {
  it('is the month before the announced one, of the year that stands beside that', () => {
    const period = findDocumentPeriod(['Kết quả công tác tháng 12, nhiệm vụ tháng 01/2025'], [])
    expect(period?.period).toEqual({ kind: 'month', month: 12, year: 2024 })
  })

  it('is not the length of something else', () => {
    const period = findDocumentPeriod(['Tổng kết năm 2023', 'Cán bộ trẻ đi thực tế ở xã 6 tháng.'], [])
    expect(period?.period).toEqual({ kind: 'year', year: 2023 })
  })

  it('is not the month in which something else was', () => {
    const period = findDocumentPeriod(['Từ tháng 4 năm 2023 thôn mới có cán bộ. Tổng kết năm 2023.'], [])
    expect(period?.period).toEqual({ kind: 'year', year: 2023 })
  })
})

describe('use of a mention', () => {
  it('takes a bare number of months for the period only where the document counts so', () => {
    expect(slotsOf('Kết quả 6 tháng: 12 lớp.', 'Sơ kết 6 tháng đầu năm 2024')).toEqual(['period: 6 tháng'])
    expect(slotsOf('Thi công chậm 6 tháng.', 'Sơ kết 6 tháng đầu năm 2024')).toEqual([])
    expect(slotsOf('Đi thực tế 6 tháng.', 'Tổng kết năm 2024')).toEqual([])
  })

  it('takes a quarter of the reported year for a time to come where tasks are set', () => {
    expect(slotsOf('Hoàn thành trong quý II.', 'Tổng kết năm 2024', ahead)).toEqual(['nextPeriod: quý II'])
    expect(slotsOf('Đã xong trong quý I.', 'Tổng kết năm 2024', here)).toEqual(['period: quý I'])
  })

  it('tells the next school year and the next month by comparison', () => {
    expect(slotsOf('Năm học 2024 - 2025 sẽ khác.', 'Tổng kết năm học 2023 - 2024')).toEqual([
      'nextPeriod: Năm học 2024 - 2025',
    ])
    expect(slotsOf('Sang tháng 7, so với tháng 5.', 'Công tác tháng 6/2024')).toEqual(['nextPeriod: tháng 7'])
  })

  it('takes the year of the document for its period although a programme of work is named before it', () => {
    const document = findDocumentPeriod(['Sơ kết 6 tháng đầu năm 2024'], [])
    const text = 'theo chương trình công tác năm 2024'
    const [mention] = findPeriods(text)
    expect(mention && periodUse(mention, text.slice(0, mention.start), document)).toBe('period')
  })

  it('takes the school year that begins this year for the next period where tasks are set', () => {
    expect(slotsOf('Chuẩn bị năm học 2023 - 2024.', 'Sơ kết 6 tháng đầu năm 2023', ahead)).toEqual([
      'nextPeriod: năm học 2023 - 2024',
    ])
  })

  it('takes the years of a span for the period, and what comes after it for the next one', () => {
    const text = 'Từ đầu, năm 2020 và năm 2022 đều đạt; giai đoạn 2024 - 2029 sẽ khác.'
    expect(slotsOf(text, 'Sơ kết chỉ thị giai đoạn 2018 - 2023')).toEqual([
      'period: năm 2020',
      'period: năm 2022',
      'nextPeriod: giai đoạn 2024 - 2029',
    ])
  })

  it.each(['theo Luật Đất đai năm 2024', 'ngày     tháng 5 năm 2024'])('"%s" names no year of results', (text) => {
    expect(slotsOf(text, 'Tổng kết năm 2024')).toEqual([])
  })

  it('takes a year ahead for the next period where a document without a period of its own sets tasks', () => {
    expect(slotsOf('Đến năm 2030 giảm một nửa.', 'Sơ kết chỉ thị', ahead)).toEqual(['nextPeriod: năm 2030'])
  })
})
