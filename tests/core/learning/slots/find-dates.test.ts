import { describe, expect, it } from 'vitest'
import { findDates } from '../../../../src/core/learning/slots/find-dates'

const dates = (text: string): readonly string[] =>
  findDates(text, { isDateLine: false }).map(({ start, end }) => text.slice(start, end))

describe('dates', () => {
  it.each([
    ['Sáng nay (29/6), Hội họp.', ['29/6']],
    ['Hôm qua, 12/1, tại hội trường.', ['12/1']],
    ['Xong trước 15/10, chậm nhất 20/10.', ['15/10', '20/10']],
    ['Từ 27/3 đến 24/4 mở lớp.', ['27/3', '24/4']],
    ['Cao điểm dịp 8.3 và 20.10.', ['8.3', '20.10']],
    ['Ngày hội Đại đoàn kết 18/11 gọn nhẹ.', ['18/11']],
    ['Tuần lễ Biển đảo (01/6 - 07/6).', ['01/6', '07/6']],
    ['đến 30/9 còn 83 hồ sơ', ['30/9']],
    ['ngày 7/7 phường họp', ['7/7']],
    ['hai ngày 16 và 17/8', ['16 và 17/8']],
  ])('"%s"', (text, expected) => {
    expect(dates(text)).toEqual(expected)
  })

  it.each(['7/7 phường có Tổ công nghệ', 'nâng từ 7/10 xã lên 9/10 xã', 'chiếm 3/4 số hộ', 'giảm 1.5 độ'])(
    '"%s" holds none',
    (text) => {
      expect(dates(text)).toEqual([])
    },
  )
})
