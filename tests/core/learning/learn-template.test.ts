import { describe, expect, it } from 'vitest'
import { consensusOrder } from '../../../src/core/learning/template/consensus-order'
import { learnTemplate, type LearnOptions } from '../../../src/core/learning/learn-template'
import type { SegmentedSample } from '../../../src/core/learning/sample-document'
import type { Noted } from '../../../src/core/notice'
import { TemplateSchema, type Template } from '../../../src/core/template/template'
import { segmentLines } from './sample-of'

const sha = (digit: string): string => digit.repeat(64)

function learn(samples: readonly SegmentedSample[], options: Partial<LearnOptions> = {}): Noted<Template> {
  const learned = learnTemplate(samples, { id: 'mau', name: 'Mẫu', ...options })
  if (!learned.ok) throw new Error(learned.error.code)
  return learned.value
}

const rolesOf = (template: Template) => template.sections.map((section) => section.role)
const codesOf = (noted: Noted<Template>): readonly string[] => noted.notices.map((notice) => notice.code)

const results = (period: string): string =>
  `Trong ${period}, ngành đã hoàn thành kế hoạch, mở nhiều lớp học và giữ nền nếp sinh hoạt ở cơ sở.`
const shortcomings = 'Tuy nhiên, vẫn còn một số hạn chế: tin gửi về chưa đều, có nơi làm chiếu lệ.'
const discussion = 'Tại hội nghị, các đại biểu thảo luận cách gỡ khó về kinh phí và tài liệu cho cơ sở.'
const speech = 'Phát biểu chỉ đạo hội nghị, đồng chí Bí thư Huyện ủy yêu cầu các đơn vị khắc phục ngay những điểm yếu.'

function news(place: string, body: readonly string[], digit: string): SegmentedSample {
  const headline = `Huyện ${place} sơ kết công tác tuyên giáo 6 tháng đầu năm 2021`
  const lead = `Sáng 8/7, Ban Tuyên giáo Huyện ủy ${place} tổ chức hội nghị sơ kết công tác tuyên giáo 6 tháng đầu năm, bàn nhiệm vụ 6 tháng cuối năm 2021.`
  return segmentLines([headline, lead, ...body, 'Lê Hoa'], { name: `${place}.txt`, sha256: sha(digit) })
}

const threeAccounts = [
  news('Mường Hoa', [results('6 tháng đầu năm'), shortcomings, discussion, speech], '1'),
  news(
    'Sông Lèn',
    [
      '6 tháng đầu năm, các xã làm tốt việc nắm dư luận, có 12 hội nghị báo cáo viên.',
      discussion.replace('kinh phí', 'xe cộ'),
      shortcomings.replace('tin gửi về', 'báo cáo'),
      speech.replace('khắc phục', 'sửa'),
    ],
    '2',
  ),
  news(
    'Cửa Đạt',
    [results('6 tháng đầu năm 2021').replace('lớp học', 'buổi nói chuyện'), speech.replace('yêu cầu', 'đề nghị')],
    '3',
  ),
]

/** Two offices that write about different things under the same headings. */
const OFFICES = {
  '4': {
    publicity: 'Mở 14 hội nghị báo cáo viên, mời chuyên gia kinh tế nói chuyện ở từng khu phố.',
    science: 'Cùng trạm y tế theo dõi tiêm chủng, khám mắt miễn phí cho người cao tuổi ven sông.',
    lack: 'Còn thiếu cán bộ ở cơ sở, tài liệu gửi xuống chậm.',
    task: '- Tiếp tục đổi mới sinh hoạt chi bộ, bớt đọc văn bản.',
  },
  '5': {
    publicity: 'Phát 300 bản tin bằng tiếng dân tộc, dựng cụm pa nô nơi cửa khẩu và chợ phiên.',
    science: 'Vận động học sinh vùng cao trở lại lớp sau Tết, trao học bổng của hội khuyến học.',
    lack: 'Loa truyền thanh hỏng nhiều nơi, dư luận nắm chưa sát.',
    task: '- Tăng cường đối thoại với thanh niên đi làm xa trở về.',
  },
} as const

function formal(extra: readonly string[], office: keyof typeof OFFICES): SegmentedSample {
  const { publicity, science, lack, task } = OFFICES[office]
  return segmentLines(
    [
      'ĐẢNG CỘNG SẢN VIỆT NAM',
      'BÁO CÁO',
      'tổng kết công tác tuyên giáo năm 2023, phương hướng năm 2024',
      'I. KẾT QUẢ ĐẠT ĐƯỢC',
      '1. Công tác tuyên truyền',
      publicity,
      '2. Công tác khoa giáo',
      science,
      'II. HẠN CHẾ',
      lack,
      ...extra,
      'IV. PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2024',
      task,
      'Nơi nhận:',
      '- Lưu.',
    ],
    { name: `bao-cao-${office}.txt`, sha256: sha(office) },
  )
}

describe('learning a template', () => {
  it('counts in how many samples each section stands and orders them by most samples', () => {
    const { value } = learn(threeAccounts)
    expect(TemplateSchema.safeParse(value).success).toBe(true)
    expect(rolesOf(value)).toEqual(['lead', 'results', 'shortcomings', 'discussion', 'directingSpeech'])
    expect(value.sections.map((section) => section.seenIn?.count)).toEqual([3, 3, 2, 2, 3])
  })

  it('notes where a sample had a section elsewhere', () => {
    const { value } = learn(threeAccounts)
    const shortcoming = value.sections.find((section) => section.role === 'shortcomings')
    expect(shortcoming?.otherPositions).toEqual([{ after: 'thao-luan', count: 1, samples: [1] }])
  })

  it('keeps headline, date, author and clutter out of the sections of a news account', () => {
    const roles = rolesOf(learn(threeAccounts).value)
    for (const role of ['headline', 'publishedAt', 'byline', 'clutter']) expect(roles).not.toContain(role)
    expect(learn(threeAccounts).value.sections.every((section) => !section.isHeadingPrinted)).toBe(true)
  })

  it('requires what nearly every sample has, smoothed by how usual it is', () => {
    const { value } = learn(threeAccounts)
    const required = value.sections.filter((section) => section.isRequired).map((section) => section.role)
    expect(required).toContain('lead')
    expect(required).not.toContain('shortcomings')
  })

  it('shows cue phrases that stand in the samples, of at most eight syllables, with their counts', () => {
    const { value } = learn(threeAccounts)
    const texts = threeAccounts.flatMap((sample) =>
      sample.paragraphs.map((paragraph) => paragraph.text.toLowerCase().replace(/[,:]/g, '')),
    )
    const cues = value.sections.flatMap((section) => section.cues)
    expect(cues.length).toBeGreaterThan(5)
    for (const cue of cues) {
      expect(cue.text.split(' ').length).toBeLessThanOrEqual(8)
      expect(texts.filter((text) => text.includes(cue.text)).length).toBeGreaterThanOrEqual(cue.count)
    }
  })

  it('offers first words only where two different texts begin so, with slots in them', () => {
    const { value } = learn(threeAccounts)
    const openers = value.sections.flatMap((section) => section.openers)
    expect(openers.every((opener) => opener.count >= 2)).toBe(true)
    expect(openers.map((opener) => opener.text).join(' ')).toContain('{ky}')
  })

  it('counts copies of one text once and names them', () => {
    const copy = { ...threeAccounts[0]!, name: 'ban-sao.txt', sha256: sha('9') }
    const learned = learn([...threeAccounts, copy])
    expect(learned.value.sections[0]?.seenIn).toEqual({ count: 3, samples: [0, 1, 2], of: 3 })
    expect(learned.notices.find((notice) => notice.code === 'learn.sameText')?.data).toEqual({
      name: 'ban-sao.txt',
      other: threeAccounts[0]?.name,
    })
  })

  it('gives only skeleton and slots from one sample, and says so', () => {
    const learned = learn(threeAccounts.slice(0, 1))
    expect(codesOf(learned)).toContain('learn.oneSample')
    expect(learned.value.sections.flatMap((section) => [...section.cues, ...section.openers])).toEqual([])
    expect(learned.value.slots.map((slot) => slot.id)).toEqual(
      expect.arrayContaining(['ky', 'ky-tiep-theo', 'ngay', 'co-quan']),
    )
  })

  it('never mixes the two kinds: the majority is learned, the others are named', () => {
    const learned = learn([...threeAccounts, formal([], '4')])
    expect(learned.value.kind).toBe('newsAccount')
    expect(learned.notices.find((notice) => notice.code === 'learn.otherKind')?.data).toEqual({ name: 'bao-cao-4.txt' })
    expect(learn([...threeAccounts, formal([], '4')], { kind: 'formalReport' }).value.kind).toBe('formalReport')
  })

  it('makes fields of work sections inside the results of a formal report', () => {
    const { value } = learn([formal([], '4'), formal([], '5')])
    const inner = value.sections.find((section) => section.role === 'results')?.sections
    expect(inner?.map((section) => [section.field, section.seenIn?.count])).toEqual([
      ['publicity', 2],
      ['scienceAndEducation', 2],
    ])
  })

  it('puts the period of a heading as its slot', () => {
    const { value } = learn([formal([], '4'), formal(['III. NGUYÊN NHÂN', 'Do kiêm nhiệm.'], '5')])
    expect(value.sections.find((section) => section.role === 'upcomingTasks')?.heading).toBe(
      'Phương hướng, nhiệm vụ {ky-tiep-theo}',
    )
  })

  it('keeps a heading outside the closed set as a section of its own, over small differences of wording', () => {
    const own = (name: string, digit: '4' | '5'): SegmentedSample =>
      formal([`III. ${name}`, `Ký quy chế với ${digit} bản giáp biên.`], digit)
    const { value } = learn([own('QUAN HỆ KẾT NGHĨA BIÊN GIỚI', '4'), own('QUAN HỆ KẾT NGHĨA HAI BÊN BIÊN GIỚI', '5')])
    const custom = value.sections.find((section) => section.role === undefined)
    expect(custom?.seenIn).toEqual({ count: 2, samples: [0, 1], of: 2 })
    expect(custom?.heading).toMatch(/^Quan hệ kết nghĩa/)
  })

  it('suggests sections that such documents usually have', () => {
    const learned = learn([formal([], '4'), formal([], '5')])
    const suggested = learned.notices
      .filter((notice) => notice.code === 'learn.usuallyPresent')
      .map((notice) => notice.data?.['section'])
    expect(suggested).toContain('causes')
    expect(suggested).not.toContain('shortcomings')
  })

  it('refuses to learn from nothing', () => {
    expect(learnTemplate([], { id: 'a', name: 'A' })).toEqual({ ok: false, error: { code: 'learn.noSamples' } })
    expect(learnTemplate(threeAccounts, { id: 'a', name: 'A', kind: 'formalReport' })).toEqual({
      ok: false,
      error: { code: 'learn.noSamples' },
    })
  })
})

describe('the common order', () => {
  it('contradicts the fewest pairs of the samples', () => {
    const orders = [
      ['a', 'b', 'c'],
      ['b', 'a', 'c'],
      ['a', 'c'],
    ]
    expect(consensusOrder(['c', 'b', 'a'], orders, ['b', 'a', 'c'])).toEqual(['b', 'a', 'c'])
    expect(consensusOrder(['c', 'b', 'a'], [...orders, ['a', 'b']], [])).toEqual(['a', 'b', 'c'])
  })

  it('follows the usual order where the samples are silent', () => {
    expect(consensusOrder(['x', 'y'], [['x'], ['y']], ['y', 'x'])).toEqual(['y', 'x'])
  })

  it('orders more sections than can be tried out', () => {
    const keys = Array.from({ length: 20 }, (_, at) => `k${at}`)
    expect(consensusOrder([...keys].reverse(), [keys, keys], [])).toEqual(keys)
  })
})

describe('the layouts of a learned template', () => {
  const BODY = [
    'BÁO CÁO',
    'Kết quả công tác quý I năm 2026',
    'I. KẾT QUẢ',
    '1. Công tác tuyên truyền',
    'Đã tổ chức 12 hội nghị.',
  ]
  const layoutsOf = (head: readonly string[]): readonly string[] => {
    const learned = learnTemplate([segmentLines([...head, ...BODY])], { id: 'm', name: 'Mẫu', kind: 'formalReport' })
    return learned.ok ? learned.value.value.layouts : []
  }

  it.each([
    [['TỈNH UỶ X\tĐẢNG CỘNG SẢN VIỆT NAM', 'Số 5-BC/TU'], ['party']],
    [['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Số: 5/BC-UBND'], ['state']],
    [['CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Số: 5/BC-UBND'], ['state']],
    [['Chào mừng Đảng Cộng sản Việt Nam', 'CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM'], ['state']],
    [['Số 5-BC/TU'], ['party', 'state']],
  ])('under %j are %j', (head, layouts) => {
    expect(layoutsOf(head)).toEqual(layouts)
  })
})
