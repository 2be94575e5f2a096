import { describe, expect, it } from 'vitest'
import { learnTemplate } from '../../../../src/core/learning/learn-template'
import type { SegmentedSample } from '../../../../src/core/learning/sample-document'
import { formalSample, hashOf } from '../formal-sample'
import { segmentLines } from '../sample-of'

/** Names of the samples that count, and why the others do not. */
function countedOf(samples: readonly SegmentedSample[]) {
  const learned = learnTemplate(samples, { id: 'mau', name: 'Mẫu' })
  if (!learned.ok) throw new Error(learned.error.code)
  const { value, notices } = learned.value
  return {
    counted: value.origin.kind === 'learned' ? value.origin.samples.map(({ name }) => name) : [],
    copies: notices.flatMap(({ code, data }) =>
      code === 'learn.sameText' || code === 'learn.sameEvent' ? [`${code} ${String(data?.['name'])}`] : [],
    ),
  }
}

/** The office writes the same sentences every year; only its numbers change. */
const yearly = (year: number, figures: readonly [number, number, number], name?: string): SegmentedSample =>
  formalSample(
    year,
    [
      'I. KẾT QUẢ ĐẠT ĐƯỢC',
      '1. Công tác tuyên truyền',
      `Đã tổ chức ${figures[0]} hội nghị báo cáo viên cho cán bộ, đảng viên và người có uy tín ở các bản vùng cao biên giới.`,
      '2. Công tác khoa giáo',
      `Vận động ${figures[1]} học sinh trở lại lớp sau kỳ nghỉ Tết, trao ${figures[2]} suất quà cho các em ở nội trú xa nhà.`,
      'II. HẠN CHẾ',
      'Đường sá đi lại khó khăn về mùa mưa nên tài liệu đến cơ sở còn chậm so với yêu cầu.',
      `III. PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM ${year + 1}`,
      '- Tiếp tục đưa bản tin bằng tiếng dân tộc đến từng bản.',
    ],
    name,
  )

const account = (name: string, lead: string, rest: readonly string[]): SegmentedSample =>
  segmentLines(['Ban Tuyên giáo Tỉnh ủy sơ kết công tác 6 tháng đầu năm 2022', lead, ...rest], {
    name,
    sha256: hashOf(name),
  })

const LEAD = 'tổ chức hội nghị sơ kết nửa đầu năm công tác tuyên giáo và bàn việc 6 tháng cuối năm 2022.'

describe('samples that count once', () => {
  it('are not the reports of two years that differ only in their figures', () => {
    expect(countedOf([yearly(2021, [14, 120, 85]), yearly(2022, [17, 96, 110], 'nam-sau.txt')])).toEqual({
      counted: ['bao-cao-2021.txt', 'nam-sau.txt'],
      copies: [],
    })
  })

  it('are not two drafts of one year whose figures are all different', () => {
    const drafts = [yearly(2021, [14, 120, 85], 'a.txt'), yearly(2021, [31, 44, 52], 'b.txt')]
    expect(countedOf(drafts).counted).toEqual(['a.txt', 'b.txt'])
  })

  it('are the same file, and the same text with a sentence more, of which the fuller counts', () => {
    const first = yearly(2021, [14, 120, 85])
    const again = { ...first, name: 'lan-nua.txt' }
    const lines = first.paragraphs.map(({ text }) =>
      text.startsWith('Đường sá') ? `${text} Cán bộ ở bản còn ít người biết cả hai thứ tiếng.` : text,
    )
    const fuller = segmentLines(lines, { name: 'day-du.txt', sha256: hashOf('day-du.txt') })
    expect(countedOf([first, again, fuller])).toEqual({
      counted: ['day-du.txt'],
      copies: ['learn.sameText lan-nua.txt', 'learn.sameText bao-cao-2021.txt'],
    })
  })

  it('are two papers on one conference in words of their own', () => {
    const one = account('bao-tinh.txt', `Sáng 12/7, Ban Tuyên giáo Tỉnh ủy ${LEAD}`, [
      'Trong 6 tháng đầu năm, toàn ngành mở 30 lớp bồi dưỡng và giữ vững nền nếp giao ban.',
      'Tuy nhiên, vẫn còn một số hạn chế: dư luận ở vùng mỏ nắm chưa kịp.',
    ])
    const other = account('dai-tinh.txt', `Ngày 12/7, tại hội trường lớn, Ban Tuyên giáo Tỉnh ủy ${LEAD}`, [
      'Tại hội nghị, các đại biểu thảo luận chuyện cộng tác viên nghỉ việc và kinh phí cho loa phường.',
    ])
    expect(countedOf([one, other])).toEqual({ counted: ['bao-tinh.txt'], copies: ['learn.sameEvent dai-tinh.txt'] })
  })

  it('are not the conferences of two years on one day, where no year is told', () => {
    const yearless = (name: string, rest: readonly string[]): SegmentedSample =>
      segmentLines(
        [
          'Ban Tuyên giáo Huyện ủy Bắc Lũng sơ kết công tác 6 tháng đầu năm',
          'Sáng 12/7, Ban Tuyên giáo Huyện ủy Bắc Lũng tổ chức hội nghị sơ kết công tác tuyên giáo 6 tháng đầu năm.',
          ...rest,
        ],
        { name, sha256: hashOf(name) },
      )
    const samples = [
      yearless('a.txt', [
        'Trong 6 tháng đầu năm, ngành đã mở chợ sách ở ba cụm xã, lập thêm hai đội chiếu bóng đi các bản xa, cho trẻ em mượn sách về nhà suốt kỳ nghỉ hè.',
        'Tuy nhiên, vẫn còn một số hạn chế: máy chiếu cũ, xăng dầu đắt, người xem thưa dần.',
      ]),
      yearless('b.txt', [
        'Trong 6 tháng đầu năm, các xã đã thi kể chuyện trong trường học và sửa xong nhà truyền thống của huyện, sưu tầm được nhiều ảnh cũ của các cụ dân công hỏa tuyến.',
        'Tuy nhiên, vẫn còn một số hạn chế: hiện vật ít, chưa có người thuyết minh biết tiếng Dao.',
      ]),
    ]
    expect(samples.map(({ period }) => period)).toEqual([undefined, undefined])
    expect(countedOf(samples).counted).toEqual(['a.txt', 'b.txt'])
  })

  it('are not the conferences of one host on two days', () => {
    const first = account('a.txt', `Sáng 12/7, Ban Tuyên giáo Tỉnh ủy ${LEAD}`, [
      'Tại hội nghị, các đại biểu thảo luận sôi nổi.',
    ])
    const second = account('b.txt', `Sáng 13/7, Ban Tuyên giáo Tỉnh ủy ${LEAD}`, [
      'Trong 6 tháng đầu năm, ngành đã làm được nhiều việc ở các xã vùng lòng hồ, nhất là việc di dân.',
      'Tuy nhiên, vẫn còn một số hạn chế: đường xa, mạng yếu, người biết việc thì ít và hay thay đổi.',
    ])
    expect(countedOf([first, second]).counted).toEqual(['a.txt', 'b.txt'])
  })
})
