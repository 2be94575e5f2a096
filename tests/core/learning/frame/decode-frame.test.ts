import { describe, expect, it } from 'vitest'
import { codesOf, segmentLines } from '../sample-of'

const HEADLINE = 'Hội Phụ nữ huyện Bình Lư sơ kết công tác hội 6 tháng đầu năm 2022'
const LEAD =
  'Sáng 6/7, Hội Liên hiệp Phụ nữ huyện Bình Lư tổ chức hội nghị sơ kết công tác hội và phong trào phụ nữ 6 tháng đầu năm, triển khai nhiệm vụ 6 tháng cuối năm 2022.'
const RESULTS =
  'Trong 6 tháng đầu năm, các cấp hội đã mở 14 lớp dạy nghề cho 420 hội viên, giúp 85 hộ phụ nữ nghèo vay vốn làm ăn.'
const SHORTCOMINGS =
  'Tuy nhiên, việc thu hút lao động nữ trẻ còn hạn chế, một số chi hội sinh hoạt chưa đều, nội dung chưa phong phú.'
const SPEECH =
  'Phát biểu chỉ đạo hội nghị, đồng chí Phó Bí thư Huyện ủy ghi nhận kết quả đạt được, yêu cầu các cấp hội tiếp tục hướng về cơ sở.'

describe('the frame of an article', () => {
  it.each([
    ['a heading inside it', 'Chỗ còn chông chênh'],
    ['a row of a table', 'Xã Bản Bo\t12 lớp\t98%'],
    ['an item of a list', '- Bản Giang: 3 tổ vay vốn;'],
  ])('hides nothing between its paragraphs for being short: %s', (_, line) => {
    const codes = codesOf([HEADLINE, LEAD, RESULTS, line, SHORTCOMINGS, SPEECH, 'Lê Hoa', 'Tin liên quan', 'Tin một'])
    expect(codes[3]).not.toBe('clutter')
    expect(codes.slice(7)).toEqual(['clutter', 'clutter'])
  })

  it.each(['Quảng cáo', 'Đọc thêm: Ra quân trồng cây đầu xuân', RESULTS])(
    'takes for clutter inside it what is clutter by itself: %s',
    (line) => {
      expect(codesOf([HEADLINE, LEAD, RESULTS, line, SHORTCOMINGS, SPEECH, 'Lê Hoa'])[3]).toBe('clutter')
    },
  )

  it('never hides the text of a report that ends with its date', () => {
    const codes = codesOf([
      'Báo cáo tình hình công tác hội phụ nữ quý II năm 2022 của xã Bản Bo',
      'Đến hết tháng 6 toàn xã có 12 chi hội với 640 hội viên; các chi hội sinh hoạt đều, góp được 35 triệu đồng giúp hội viên nghèo mua giống.',
      'Việc tuyên truyền về phòng, chống bạo lực gia đình được làm ở 9 bản, có 310 lượt người nghe; đã hoà giải xong 4 vụ.',
      'Quý III tập trung chuẩn bị đại hội chi hội, mở một lớp may và vận động hội viên tham gia bảo hiểm y tế hộ gia đình.',
      'Bản Bo, ngày 28 tháng 6 năm 2022',
      'CHỦ TỊCH HỘI',
      'Lò Thị Mai',
    ])
    expect(codes).not.toContain('clutter')
  })

  it('gives every paragraph a confidence that is a share, and reasons', () => {
    const { paragraphs } = segmentLines([HEADLINE, LEAD, RESULTS, SHORTCOMINGS, SPEECH, 'Lê Hoa', 'Tin liên quan'])
    for (const { confidence, reasons } of paragraphs) {
      expect(confidence).toBeGreaterThanOrEqual(0)
      expect(confidence).toBeLessThanOrEqual(1)
      expect(reasons.length).toBeGreaterThan(0)
    }
  })
})
