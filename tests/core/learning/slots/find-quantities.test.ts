import { describe, expect, it } from 'vitest'
import { slotsIn } from '../slots-in'

const found = (text: string): readonly string[] =>
  slotsIn(text).filter((slot) => slot.startsWith('quantity') || slot.startsWith('money'))

describe('quantities', () => {
  it.each([
    ['Mở 12 lớp cho gần 1.450 lượt học viên.', ['quantity: 12 lớp', 'quantity: gần 1.450 lượt học viên']],
    ['Có 7/7 phường, 01 thị trấn dự.', ['quantity: 7/7 phường', 'quantity: 01 thị trấn']],
    [
      'Khảo sát tại 16 xã, thị trấn và 3 khu công nghiệp.',
      ['quantity: 16 xã, thị trấn', 'quantity: 3 khu công nghiệp'],
    ],
    ['Báo cáo chậm từ 01 - 02 ngày.', ['quantity: 01 - 02 ngày']],
    ['Kết nạp 3 đến 4 quần chúng.', ['quantity: 3 đến 4 quần chúng']],
    ['Clip đạt 1,7 triệu lượt xem.', ['quantity: 1,7 triệu lượt xem']],
    ['Trả lời trong vòng 24 giờ.', ['quantity: 24 giờ']],
    ['Mỗi lớp 40 em, mỗi tháng 2 buổi.', ['quantity: 40 em', 'quantity: 2 buổi']],
    ['Dân số 41.200 người, con số 90 ngày.', ['quantity: 41.200 người', 'quantity: 90 ngày']],
    ['Hiến 31.600 m² đất và 3,2 km kênh.', ['quantity: 31.600 m²', 'quantity: 3,2 km']],
    ['Sơ kết 5 năm Chỉ thị mới.', ['quantity: 5 năm']],
  ])('"%s"', (text, expected) => {
    expect(found(text)).toEqual(expected)
  })

  it('guesses a noun of two syllables where the lexicon has none, up to a small word or a verb', () => {
    expect(found('Chấm 14 khung thêu.')).toEqual(['quantity: 14 khung thêu'])
    expect(found('Chấm 14 khung được giao.')).toEqual(['quantity: 14 khung'])
    expect(found('Lập 14 CĐCS mới.')).toEqual(['quantity: 14 CĐCS'])
  })

  it('keeps a hedge that rounds and leaves one that sets a limit', () => {
    expect(found('Có trên 1.500 đại biểu.')).toEqual(['quantity: trên 1.500 đại biểu'])
    expect(found('Họp trên 5 buổi.')).toEqual(['quantity: 5 buổi'])
  })

  it.each([
    'Ban Chỉ đạo 35 tỉnh họp.',
    'Cụm số 1 tổ chức giao lưu.',
    'Trẻ vào lớp 6 học bán trú.',
    'Nước ngập thôn 9 xã Bình Minh.',
    'Kỷ niệm 94 năm Ngày thành lập Đảng.',
    'Tuyên truyền 80 năm Quốc khánh.',
    'Hội nghị bắt đầu lúc 7 giờ, nghỉ lúc 11 giờ 30 phút.',
    'Năm học 2022 - 2023 tới gần.',
    'Từ 20/7 báo cáo hằng tuần.',
    'Nghị quyết Trung ương 4, 5 khóa XIII.',
    'Thực hiện 3 chương trình mục tiêu quốc gia.',
    'Cụ Bùi Văn Thời, 79 tuổi, góp ý.',
  ])('"%s" counts nothing', (text) => {
    expect(found(text)).toEqual([])
  })
})

describe('money', () => {
  it.each([
    ['Góp 14 tỷ 650 triệu đồng.', ['money: 14 tỷ 650 triệu đồng']],
    ['Đảng phí 412.000đ, quỹ hơn 38,7 tỷ.', ['money: 412.000đ', 'money: hơn 38,7 tỷ']],
    ['Vay 1,2 triệu USD.', ['money: 1,2 triệu USD']],
  ])('"%s"', (text, expected) => {
    expect(found(text)).toEqual(expected)
  })

  it.each(['26 đồng chí', '1.200 đồng bào', '61 đồng đội', '2 triệu lượt khách'])('"%s" is none', (text) => {
    expect(found(text)).toEqual([`quantity: ${text}`])
  })
})
