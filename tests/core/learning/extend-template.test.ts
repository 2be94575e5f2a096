import { describe, expect, it } from 'vitest'
import { extendTemplate } from '../../../src/core/learning/extend-template'
import { learnTemplate } from '../../../src/core/learning/learn-template'
import type { SegmentedSample } from '../../../src/core/learning/sample-document'
import type { Noted } from '../../../src/core/notice'
import type { Result } from '../../../src/core/result'
import { diffTemplates } from '../../../src/core/template/diff-templates'
import { TemplateSchema, type Template, type TemplateSection } from '../../../src/core/template/template'
import { parseTemplate, serializeTemplate } from '../../../src/core/template/template-file'
import { formalSample } from './formal-sample'
import { segmentLines } from './sample-of'

const SHARED = 'Các chi bộ giữ nền nếp sinh hoạt hằng tháng và ghi chép đầy đủ vào sổ.'

const samples: readonly SegmentedSample[] = [
  formalSample(2021, [
    'I. KẾT QUẢ ĐẠT ĐƯỢC',
    '1. Công tác tuyên truyền',
    `Mở 14 hội nghị báo cáo viên ở các cụm dân cư ven đê. ${SHARED}`,
    '2. Gìn giữ nghề đan lưới',
    'Lập tổ dạy nghề cho thanh niên, mượn sân đình làm lớp.',
    'II. HẠN CHẾ',
    'Loa ở thôn xa hay hỏng.',
    'III. PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2022',
    '- Thay loa cho ba thôn.',
  ]),
  formalSample(2022, [
    'I. KẾT QUẢ ĐẠT ĐƯỢC',
    '1. Công tác tuyên truyền',
    `Tổ chức 9 hội nghị báo cáo viên, phát bản tin đến từng tàu. ${SHARED}`,
    '2. Gìn giữ nghề đan lưới',
    'Ba cụ nghệ nhân đứng lớp, đông người học.',
    'II. HẠN CHẾ',
    'Bản tin ra chậm, người đi biển dài ngày không nhận được.',
    'III. PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2023',
    '- In bản tin sớm hơn một tuần.',
  ]),
  formalSample(2023, [
    'I. KẾT QUẢ ĐẠT ĐƯỢC',
    '1. Công tác tuyên truyền',
    'Có 11 hội nghị báo cáo viên, một buổi ngay trên bến.',
    '2. Công tác khoa giáo',
    'Khám mắt cho học sinh vùng bãi ngang.',
    'II. TỒN TẠI, HẠN CHẾ',
    'Ít người trẻ tham gia.',
    'III. BÀI HỌC KINH NGHIỆM',
    'Làm việc gì cũng phải hỏi dân trước.',
    'IV. PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2024',
    '- Mở câu lạc bộ đọc sách trên tàu.',
  ]),
]

function valueOf(result: Result<Noted<Template>, { readonly code: string }>): Template {
  if (!result.ok) throw new Error(result.error.code)
  return result.value.value
}

const learn = (from: readonly SegmentedSample[]): Template => valueOf(learnTemplate(from, { id: 'mau', name: 'Mẫu' }))
const extend = (template: Template, added: readonly SegmentedSample[]): Template =>
  valueOf(extendTemplate(template, added))

const change = (template: Template, id: string, parts: Partial<TemplateSection>): Template => {
  const visit = (sections: readonly TemplateSection[]): readonly TemplateSection[] =>
    sections.map((section) => ({ ...section, ...(section.id === id ? parts : {}), sections: visit(section.sections) }))
  return { ...template, sections: visit(template.sections) }
}

describe('adding samples to a learned template', () => {
  it('gives what learning from all of them at once gives', () => {
    const [first, ...rest] = samples
    expect(extend(learn([first!]), rest)).toEqual(learn(samples))
    expect(extend(learn(samples.slice(0, 2)), samples.slice(2))).toEqual(learn(samples))
  })

  it('works on a template that was written to its file and read again', () => {
    const file = serializeTemplate(learn(samples.slice(0, 2)))
    const read = parseTemplate(file, 'mau.json')
    if (!read.ok) throw new Error(read.error.code)
    expect(extend(read.value, samples.slice(2))).toEqual(learn(samples))
  })

  it('keeps no sentence of a single sample and no figure', () => {
    const file = serializeTemplate(learn(samples))
    for (const text of ['đông người học', 'ngay trên bến', 'hỏi dân trước', '14 hội nghị'])
      expect(file).not.toContain(text)
    expect(file).toContain(SHARED)
  })

  it('counts a sample already learned from only once, and says so', () => {
    const extended = extendTemplate(learn(samples), [samples[1]!])
    expect(valueOf(extended)).toEqual(learn(samples))
    expect(extended.ok && extended.value.notices.map(({ code }) => code)).toContain('learn.sameText')
  })

  it('keeps what the officer changed by hand', () => {
    const before = learn(samples.slice(0, 2))
    const results = before.sections[0]
    const edited = change(before, results?.id ?? '', { heading: 'Việc đã làm', isRequired: false, guidance: 'Ngắn.' })
    const after = extend({ ...edited, title: 'Nhìn lại {ky}' }, samples.slice(2))
    const own = after.sections.find(({ id }) => id === results?.id)
    expect(own).toMatchObject({ heading: 'Việc đã làm', isRequired: false, guidance: 'Ngắn.' })
    expect(own?.seenIn).toEqual({ count: 3, samples: [0, 1, 2], of: 3 })
    expect(after.title).toBe('Nhìn lại {ky}')
    expect(after.sections.map(({ role }) => role)).toContain('lessonsLearned')
    expect(TemplateSchema.safeParse(after).success).toBe(true)
  })

  it('brings back no section the officer took out and loses none she wrote', () => {
    const before = learn(samples.slice(0, 2))
    const [results, shortcomings, tasks] = before.sections
    const written: TemplateSection = { ...shortcomings!, id: 'mot-cua', heading: 'Một cửa', sections: [] }
    const after = extend({ ...before, sections: [tasks!, written, results!] }, samples.slice(2))
    const headings = after.sections.map(({ id }) => id)
    expect(headings).not.toContain(shortcomings?.id)
    expect(headings.filter((id) => id !== 'bai-hoc-kinh-nghiem')).toEqual([tasks?.id, 'mot-cua', results?.id])
  })

  it('refuses a template that kept no digests, and samples of the other kind alone', () => {
    const template = learn(samples)
    const plain: Template = { ...template, origin: { kind: 'officer' } }
    expect(extendTemplate(plain, samples)).toEqual({
      ok: false,
      error: { code: 'learn.cannotExtend', name: 'Mẫu' },
    })
    const news = segmentLines([
      'Huyện A giao ban',
      'Sáng 3/4, Ban Tuyên giáo Huyện ủy A tổ chức hội nghị giao ban quý I.',
    ])
    expect(news.kind).toBe('newsAccount')
    expect(extendTemplate(template, [news])).toEqual({ ok: false, error: { code: 'learn.noSamples' } })
  })
})

describe('what changed in a template', () => {
  const before = learn(samples.slice(0, 2))

  it('is nothing between equal ones', () => {
    expect(diffTemplates(before, before)).toEqual([])
  })

  it('names new sections and changed counts after adding a sample', () => {
    const changes = diffTemplates(before, extend(before, samples.slice(2)))
    expect(changes).toContainEqual({ kind: 'sectionAdded', id: 'bai-hoc-kinh-nghiem', heading: 'Bài học kinh nghiệm' })
    expect(changes).toContainEqual({
      kind: 'countChanged',
      id: 'ket-qua-gìn-giữ-nghề-đan-lưới',
      heading: 'Gìn giữ nghề đan lưới',
      from: { count: 2, of: 2 },
      to: { count: 2, of: 3 },
    })
    expect(changes.filter(({ kind }) => kind === 'sectionMoved' || kind === 'sectionRemoved')).toEqual([])
  })

  it('tells renaming, moving, removing and requiring apart', () => {
    const [results, shortcomings, tasks] = before.sections
    const after: Template = {
      ...before,
      title: 'Khác',
      slots: before.slots.slice(1),
      sections: [
        { ...tasks!, isRequired: !tasks!.isRequired },
        { ...results!, heading: 'Việc đã làm', sections: results!.sections.slice(0, 1) },
      ],
    }
    const gone = results!.sections[1]!
    expect(diffTemplates(before, after)).toEqual([
      { kind: 'titleChanged', from: before.title, to: 'Khác' },
      { kind: 'requiredChanged', id: tasks?.id, heading: tasks?.heading, isRequired: !tasks!.isRequired },
      { kind: 'sectionRenamed', id: results?.id, from: results?.heading, to: 'Việc đã làm' },
      { kind: 'sectionMoved', id: results?.id, heading: 'Việc đã làm', after: tasks?.id },
      { kind: 'sectionRemoved', id: gone.id, heading: gone.heading },
      { kind: 'sectionRemoved', id: shortcomings?.id, heading: shortcomings?.heading },
      { kind: 'slotRemoved', id: before.slots[0]?.id, label: before.slots[0]?.label },
    ])
  })

  it('finds a section that went into another', () => {
    const [results, shortcomings, tasks] = before.sections
    const after = { ...before, sections: [{ ...results!, sections: [...results!.sections, shortcomings!] }, tasks!] }
    expect(diffTemplates(before, after)).toEqual([
      {
        kind: 'sectionMoved',
        id: shortcomings?.id,
        heading: shortcomings?.heading,
        after: results?.sections.at(-1)?.id,
        inside: results?.id,
      },
    ])
  })
})
