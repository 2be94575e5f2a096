/** Each test is a mistake that a plain list of cue words makes on real accounts. */
import { describe, expect, it } from 'vitest'
import { codesOf, slotsOf } from './sample-of'

const HEADLINE = 'Huyện Mường Hoa sơ kết công tác tuyên giáo 6 tháng đầu năm 2022'
const LEAD =
  'Sáng 6/7, Ban Tuyên giáo Huyện ủy Mường Hoa tổ chức hội nghị sơ kết công tác tuyên giáo 6 tháng đầu năm, bàn nhiệm vụ 6 tháng cuối năm 2022.'
const RESULTS =
  'Trong 6 tháng đầu năm, các cơ sở đã làm tốt việc tham mưu, mở được nhiều lớp học và giữ được nền nếp sinh hoạt.'
const SPEECH =
  'Phát biểu chỉ đạo hội nghị, đồng chí Bí thư Huyện ủy ghi nhận sự cố gắng của các đơn vị trong nửa năm qua.'
const account = (...body: readonly string[]): readonly string[] => [HEADLINE, LEAD, ...body, 'Lê Hoa']

/** The codes of the body paragraphs given to `account`. */
const bodyCodes = (...body: readonly string[]): readonly string[] => codesOf(account(...body)).slice(2, -1)

describe('traps of news accounts', () => {
  it('reads "tuy nhiên" that turns to merits as results', () => {
    const mixed =
      'Trong 6 tháng đầu năm 2022, các xã chịu tác động của đợt rét hại kéo dài. Tuy nhiên, nhờ sự vào cuộc của cấp ủy, công tác tuyên giáo đã đạt nhiều kết quả đáng mừng.'
    expect(bodyCodes(mixed, SPEECH)[0]).toBe('ket_qua')
  })

  it('reads "tuy nhiên" with a lack as shortcomings', () => {
    const lack = 'Tuy nhiên, việc nắm dư luận ở vùng sâu chưa kịp thời, đội ngũ cộng tác viên còn mỏng.'
    expect(bodyCodes(RESULTS, lack, SPEECH)).toEqual(['ket_qua', 'han_che', 'phat_bieu_chi_dao'])
  })

  it('does not take lessons that a review drew for the section of lessons', () => {
    const drawn =
      'Từ đó, rút ra bài học kinh nghiệm để cấp ủy có thêm căn cứ ban hành các kết luận sát với tình hình địa phương.'
    expect(bodyCodes(RESULTS, drawn, SPEECH)[1]).toMatch(/^ket_qua/)
  })

  it('keeps a discussion that speaks of shortcomings a discussion', () => {
    const discussion =
      'Tại hội nghị, các đại biểu thảo luận nhiều vấn đề như: thù lao cho tuyên truyền viên còn hạn chế; việc quản lý trang mạng còn nhiều hạn chế; thời gian học nghị quyết ngắn.'
    expect(bodyCodes(RESULTS, discussion, SPEECH)[1]).toBe('thao_luan')
  })

  it('lets the discussion stand after the tasks, and tells the tasks of the office from those of the speaker', () => {
    const shortcomings =
      'Bên cạnh kết quả đạt được, vẫn còn một số tồn tại, hạn chế: tin bài gửi về chưa đều, có nơi làm chiếu lệ.'
    const tasks =
      'Trong thời gian tới, Ban Tuyên giáo Huyện ủy đề ra một số nhiệm vụ trọng tâm: tiếp tục đưa nghị quyết vào cuộc sống, củng cố đội ngũ báo cáo viên.'
    const discussion = 'Các đại biểu đã dành nhiều thời gian trao đổi, thảo luận về cách làm ở cơ sở mình.'
    const speech =
      'Phát biểu tại hội nghị, đồng chí Phó Bí thư Huyện ủy yêu cầu toàn ngành tiếp tục đưa nghị quyết vào cuộc sống, củng cố đội ngũ báo cáo viên.'
    expect(bodyCodes(RESULTS, shortcomings, tasks, discussion, speech).slice(1)).toEqual([
      'han_che',
      'phuong_huong_nhiem_vu',
      'thao_luan',
      'phat_bieu_chi_dao',
    ])
  })

  it('never opens the article again after the comments, however like a lead a line looks', () => {
    const codes = codesOf([
      HEADLINE,
      LEAD,
      RESULTS,
      SPEECH,
      'Ý kiến bình luận:',
      '(Báo huyện) - Sáng 9/7, Hội Phụ nữ huyện tổ chức hội nghị sơ kết công tác hội và phong trào phụ nữ 6 tháng đầu năm.',
      '08:15 10/07/2022(Báo huyện) - Huyện vừa có văn bản yêu cầu các xã kiểm tra hồ đập trước mùa mưa lũ năm nay.',
      'Trần Nam',
    ])
    expect(codes.slice(4)).toEqual(['clutter', 'clutter', 'clutter', 'clutter'])
  })

  it('works without a headline', () => {
    const codes = codesOf(['Theo dõi báo trên', 'Lê Hoa', 'Thứ tư, 06/07/2022 - 20:15', LEAD, RESULTS, SPEECH])
    expect(codes).toEqual(['clutter', 'byline', 'ngay_dang', 'lead', 'ket_qua', 'phat_bieu_chi_dao'])
  })

  it('knows an inverted lead that points back to the headline', () => {
    const lead =
      'Đó là một trong những nội dung được nêu tại hội nghị giao ban công tác tuyên giáo quý II, triển khai nhiệm vụ quý III/2022 diễn ra vào chiều ngày 6/7.'
    const codes = codesOf([
      'Công tác tuyên giáo bám cơ sở, sát lòng dân',
      'Thứ 5, 07/07/2022 | 09:10:00',
      lead,
      RESULTS,
      'Lê Hoa',
    ])
    expect(codes).toEqual(['tieu_de', 'ngay_dang', 'lead', 'ket_qua', 'byline'])
  })

  it('takes a caption for a caption though it lost its subject', () => {
    const caption = 'Ban Tuyên giáo Huyện ủy phát biểu chỉ đạo tại hội nghị'
    expect(bodyCodes(RESULTS, caption, SPEECH)[1]).toBe('anh_chu_thich')
    expect(bodyCodes(RESULTS, 'Các đại biểu phát biểu tại hội nghị.', SPEECH)[1]).toBe('anh_chu_thich')
  })

  it('reads a cue over one typing error', () => {
    const typo =
      'Trong thới gian tới, Ban Tuyên giáo Huyện ủy tập trung củng cố đội ngũ và đổi mới cách truyền đạt nghị quyết.'
    expect(bodyCodes(RESULTS, typo)[1]).toBe('phuong_huong_nhiem_vu')
  })

  it('tells a page clock from the date of publication', () => {
    const codes = codesOf([
      'Thứ 2, 05/12/2022, 07:00[GMT+7]',
      HEADLINE,
      'Thứ 5, 07/07/2022 | 09:10:00',
      '1,204 lượt xem',
      LEAD,
      RESULTS,
    ])
    expect(codes).toEqual(['clutter', 'tieu_de', 'ngay_dang', 'clutter', 'lead', 'ket_qua'])
  })

  it('keeps the first copy of a paragraph and takes the second for clutter', () => {
    expect(codesOf([HEADLINE, LEAD, LEAD, RESULTS, 'Lê Hoa'])).toEqual([
      'tieu_de',
      'lead',
      'clutter',
      'ket_qua',
      'byline',
    ])
  })

  it('tells a ratio from a date by the word before it', () => {
    const found = slotsOf(
      account('6 tháng đầu năm, có 7/7 phường làm tốt; đến ngày 7/7 các xã đã gửi đủ báo cáo về huyện.'),
    )
    expect(found).toContain('ngay: 7/7')
    expect(found.filter((slot) => slot === 'ngay: 7/7')).toHaveLength(1)
    expect(found).toContain('so_luong: 7/7 phường')
  })
})
