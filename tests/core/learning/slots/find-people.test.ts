import { describe, expect, it } from 'vitest'
import { findPeople } from '../../../../src/core/learning/slots/find-people'
import { nameWords } from '../../../../src/core/learning/slots/name-words'

const people = (text: string): readonly string[] =>
  findPeople(nameWords(text)).map(({ start, end }) => text.slice(start, end))

describe('people with their titles', () => {
  it.each([
    [
      'Dự có đồng chí Lò Văn Tính, Tỉnh ủy viên, Bí thư Huyện ủy phát biểu.',
      ['đồng chí Lò Văn Tính, Tỉnh ủy viên, Bí thư Huyện ủy'],
    ],
    ['Đ/c Hà Sỹ Nguyên - PCT UBND huyện chủ trì.', ['Đ/c Hà Sỹ Nguyên - PCT UBND huyện']],
    ['Phó Bí thư Tỉnh ủy Cao Sơn Lâm nghe xong.', ['Phó Bí thư Tỉnh ủy Cao Sơn Lâm']],
    [
      'Trưởng Ban Tuyên giáo Thành ủy Hải Bình Đào Khánh Vy nhắc.',
      ['Trưởng Ban Tuyên giáo Thành ủy Hải Bình Đào Khánh Vy'],
    ],
    ['Chủ tịch UBND phường Nghiêm Thu An đồng tình.', ['Chủ tịch UBND phường Nghiêm Thu An']],
    ['Đại úy QNCN Trịnh Văn Kha, nhân viên quân khí.', ['Đại úy QNCN Trịnh Văn Kha, nhân viên quân khí']],
    ['TS. Dương Bích An – Chánh Văn phòng điểm lại kết quả.', ['TS. Dương Bích An – Chánh Văn phòng']],
    [
      'Còn bà Vũ Minh Nga, Phó Giám đốc Sở Giáo dục và Đào tạo thì lo.',
      ['bà Vũ Minh Nga, Phó Giám đốc Sở Giáo dục và Đào tạo'],
    ],
    ['Bí thư Huyện ủy Lê Anh kết luận.', ['Bí thư Huyện ủy Lê Anh']],
    ['Mời già làng H’Bia Êban, cụ Vi Thị Nhung, lương y, dự.', ['già làng H’Bia Êban', 'cụ Vi Thị Nhung, lương y']],
    ['Vắng ông Tiệp và bà Mơ.', ['ông Tiệp', 'bà Mơ']],
    ['Nghệ nhân Chẻo A Sử và cô H’Lan Niê dạy.', ['Nghệ nhân Chẻo A Sử', 'cô H’Lan Niê']],
    ['do ông Lê Gia Khang Phó bí thư Đảng ủy phường trao', ['ông Lê Gia Khang Phó bí thư Đảng ủy phường']],
    [
      'đ/c Lường Văn Pan - UVBTV, Trưởng Ban Tuyên giáo và đ/c Cầm Thị Xoa - UVBTV',
      ['đ/c Lường Văn Pan - UVBTV, Trưởng Ban Tuyên giáo', 'đ/c Cầm Thị Xoa - UVBTV'],
    ],
    [
      'Các đồng chí: Phan Trọng Hải, Vụ trưởng; Ngô Thúy Ka, Phó Trưởng phòng Nội vụ; Blup Thị Nin, Chủ tịch Hội.',
      ['Phan Trọng Hải, Vụ trưởng', 'Ngô Thúy Ka, Phó Trưởng phòng Nội vụ', 'Blup Thị Nin, Chủ tịch Hội'],
    ],
    [
      'Ông Lê Bá Thành, Phó Trưởng phòng Phổ biến pháp luật, Sở Tư pháp, giới thiệu.',
      ['Ông Lê Bá Thành, Phó Trưởng phòng Phổ biến pháp luật, Sở Tư pháp'],
    ],
  ])('"%s"', (text, expected) => {
    expect(people(text)).toEqual(expected)
  })

  it.each([
    'Kỷ niệm Ngày sinh Chủ tịch Hồ Chí Minh.',
    'Bà con phấn khởi, chị em hưởng ứng.',
    'Dạy tiếng Anh, tiếng Trung cho học sinh.',
    'Đồng chí Phó Bí thư Tỉnh ủy nhấn mạnh.',
    'Trưởng Ban Tuyên giáo Trung ương phát biểu.',
    'Có 62 đồng chí. Tập huấn 11 lớp.',
    'Bí thư Huyện ủy Cao Lãnh dự.',
    'CHỈ HUY TRƯỞNG',
  ])('"%s" names nobody', (text) => {
    expect(people(text)).toEqual([])
  })
})
