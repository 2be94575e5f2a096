import { describe, expect, it } from 'vitest'
import type { CorrectedLabel } from '../../../src/core/learning/corrections/correction'
import { learnTemplate } from '../../../src/core/learning/learn-template'
import type { SegmentedSample } from '../../../src/core/learning/sample-document'
import type { TemplateSection } from '../../../src/core/template/template'
import { formalSample } from './formal-sample'
import { segmentLines } from './sample-of'

const LINES = [
  'I. KẾT QUẢ ĐẠT ĐƯỢC',
  '1. Công tác tuyên truyền',
  'Mở 14 hội nghị báo cáo viên ở các cụm dân cư ven đê.',
  '2. Gìn giữ nghề đan lưới',
  'Lập tổ dạy nghề cho thanh niên, mượn sân đình làm lớp.',
  'II. HẠN CHẾ',
  'Loa ở thôn xa hay hỏng.',
  'III. PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2022',
  '- Thay loa cho ba thôn.',
]

/** The sample after an officer has answered for the paragraph with these words. */
function answered(sample: SegmentedSample, words: string, to: CorrectedLabel): SegmentedSample {
  expect(sample.paragraphs.filter(({ text }) => text.includes(words))).toHaveLength(1)
  return {
    ...sample,
    paragraphs: sample.paragraphs.map((paragraph) => {
      if (!paragraph.text.includes(words)) return paragraph
      const { index, text, role, also } = paragraph
      return { index, text, role, also, ...to, reasons: [{ code: 'officer' }], confidence: 1 }
    }),
  }
}

function sectionsFrom(sample: SegmentedSample): readonly TemplateSection[] {
  const learned = learnTemplate([sample], { id: 'mau', name: 'Mẫu' })
  if (!learned.ok) throw new Error(learned.error.code)
  return learned.value.value.sections
}

const outline = (sections: readonly TemplateSection[]): readonly string[] =>
  sections.flatMap(({ heading, usualParagraphs, sections: inner }) => [
    `${heading}: ${usualParagraphs?.max ?? 0}`,
    ...outline(inner).map((line) => `  ${line}`),
  ])

describe('what an officer says of a paragraph', () => {
  const sample = formalSample(2021, LINES)

  it('holds against the heading above it', () => {
    const before = outline(sectionsFrom(sample))
    expect(before).toContain('Hạn chế: 1')
    const after = outline(sectionsFrom(answered(sample, 'Loa ở thôn xa', { section: 'causes' })))
    expect(after).toContain('Hạn chế: 0')
    expect(after).toContain('Nguyên nhân: 1')
  })

  it('takes it to the section that is there already, by label, by field and by name', () => {
    const moved = (to: CorrectedLabel) => outline(sectionsFrom(answered(sample, 'Loa ở thôn xa', to)))
    const tasks = (lines: readonly string[]) =>
      Number(
        lines
          .find((line) => line.startsWith('Phương hướng'))
          ?.split(': ')
          .at(-1),
      )
    expect(tasks(moved({ section: 'upcomingTasks' }))).toBe(tasks(outline(sectionsFrom(sample))) + 1)
    expect(moved({ section: 'results', field: 'publicity' })).toContain('  Công tác tuyên truyền: 2')
    expect(moved({ section: 'results', customName: 'Gìn giữ nghề đan lưới' })).toContain('  Gìn giữ nghề đan lưới: 2')
  })

  it('makes a section of a field where the results have others', () => {
    const after = outline(
      sectionsFrom(answered(sample, 'Loa ở thôn xa', { section: 'results', field: 'partyHistory' })),
    )
    expect(after).toContain('  Lịch sử Đảng: 1')
  })

  it('makes a section of her own name, in a report and in a news account', () => {
    const own = { section: 'results' as const, customName: 'Chuyện trên tàu' }
    expect(outline(sectionsFrom(answered(sample, 'Loa ở thôn xa', own)))).toContain('Chuyện trên tàu: 1')
    const news = segmentLines([
      'Sơ kết công tác tuyên giáo quý III/2026',
      'Sáng ngày 05/10, Ban Tuyên giáo Tỉnh ủy tổ chức Hội nghị sơ kết công tác quý III/2026.',
      'Trong quý III, toàn ngành đã tổ chức 12 hội nghị báo cáo viên với 1.250 lượt người dự.',
      'Đội tàu xa bờ kể chuyện nghe đài giữa biển.',
    ])
    expect(news.kind).toBe('newsAccount')
    expect(outline(sectionsFrom(answered(news, 'Đội tàu xa bờ', own)))).toContain('Chuyện trên tàu: 1')
  })
})
