import { describe, expect, it } from 'vitest'
import { slotsIn } from '../slots-in'

const organizations = (text: string): readonly string[] => named(text, 'organization')
const places = (text: string): readonly string[] => named(text, 'place')

const named = (text: string, type: string): readonly string[] =>
  slotsIn(text, 'lead').flatMap((slot) => (slot.startsWith(`${type}: `) ? [slot.slice(type.length + 2)] : []))

describe('organisations', () => {
  it.each([
    ['Hội Nông dân huyện Hòa Sơn tổ chức hội nghị.', ['Hội Nông dân huyện Hòa Sơn']],
    ['Sở Giáo dục và Đào tạo và Sở Y tế phối hợp.', ['Sở Giáo dục và Đào tạo', 'Sở Y tế']],
    [
      'Trung tâm Văn hóa, Thông tin và Thể thao huyện Hòa Lam họp.',
      ['Trung tâm Văn hóa, Thông tin và Thể thao huyện Hòa Lam'],
    ],
    ['Ban Chỉ huy Quân sự huyện Ea Lông sơ kết.', ['Ban Chỉ huy Quân sự huyện Ea Lông']],
    ['HỘI NGHỊ CỦA CÔNG AN HUYỆN TÂN LƯỢNG SƠ KẾT CÔNG TÁC', ['CÔNG AN HUYỆN TÂN LƯỢNG']],
    ['BAN TUYÊN GIÁO\tTây Lâm, ngày 18 tháng 12', ['BAN TUYÊN GIÁO']],
    ['Khối tư tưởng - văn hóa tỉnh Nam Hà giao ban.', ['Khối tư tưởng - văn hóa tỉnh Nam Hà']],
    ['UBND xã và Trạm Y tế xã dự.', ['UBND xã', 'Trạm Y tế xã']],
    [
      'Ngày 19/6, Cụm thi đua số 3 – Ban Tuyên giáo Tỉnh ủy An Hà họp.',
      ['Cụm thi đua số 3', 'Ban Tuyên giáo Tỉnh ủy An Hà'],
    ],
    ['Ngày 12/7, Trưởng Ban Tuyên giáo Thành ủy Hải Bình Đào Khánh Vy chủ trì.', ['Ban Tuyên giáo Thành ủy Hải Bình']],
    ['Đảng ủy Trung đoàn 938 (Sư đoàn 380) họp.', ['Đảng ủy Trung đoàn 938', 'Sư đoàn 380']],
  ])('"%s"', (text, expected) => {
    expect(organizations(text)).toEqual(expected)
  })

  it.each([
    'BÁO CÁO',
    'Hội nghị diễn ra sáng 5/6.',
    'T/M BAN THƯỜNG VỤ',
    'Các Đảng ủy viên dự.',
    'triển khai nhiệm vụ 6 tháng',
  ])('"%s" names none', (text) => {
    expect(organizations(text)).toEqual([])
  })
})

describe('places', () => {
  it.each([
    ['Đại biểu dự tại điểm cầu huyện Cư Lin, tỉnh Đăk Hà.', ['huyện Cư Lin, tỉnh Đăk Hà']],
    ['Hội nghị họp tại Hà Nội.', ['Hà Nội']],
    ['Chiều 4/7, tại Hội trường Trung tâm Chính trị huyện, Huyện ủy họp.', ['Hội trường Trung tâm Chính trị huyện']],
    ['Số 12-BC/HU\tYên Lâm, ngày 18 tháng 12 năm 2025', ['Yên Lâm']],
    ['Yên Lâm: Sơ kết công tác năm', ['Yên Lâm']],
  ])('"%s"', (text, expected) => {
    expect(places(text)).toEqual(expected)
  })

  it.each([
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Hội Phụ nữ xã Yên Lâm họp.',
    'TRƯỞNG BAN HUYỆN ỦY NAM LÂM',
    'theo Nghị quyết số 35-NQ/TW, ngày 22/10/2018',
  ])('"%s" is none of its own', (text) => {
    expect(places(text)).toEqual([])
  })
})
