import { describe, expect, it } from 'vitest'
import type { SegmentedParagraph, SegmentedSample } from '../../src/core/learning/sample-document'
import { learnTemplate } from '../../src/core/learning/learn-template'
import type { Slot } from '../../src/core/slot'
import { diffTemplates } from '../../src/core/template/diff-templates'
import { applyTemplateEdits, findSection } from '../../src/core/template/edit-template'
import type { Template } from '../../src/core/template/template'
import { headingPattern, headingText } from '../../src/renderer/screens/learning/heading-text'
import { shownColumns } from '../../src/renderer/screens/learning/sample-columns'
import { idsWithin, sectionsOfParagraphs } from '../../src/renderer/screens/learning/section-paragraphs'
import { changeTexts, positionTexts, usualText } from '../../src/renderer/text/learned-words'

const paragraph = (
  index: number,
  section: SegmentedParagraph['section'],
  text: string,
  parts: Partial<SegmentedParagraph> = {},
): SegmentedParagraph => ({ index, text, section, role: 'body', also: [], reasons: [], confidence: 1, ...parts })

const heading = (
  index: number,
  section: SegmentedParagraph['section'],
  text: string,
  depth: number,
  parts: Partial<SegmentedParagraph> = {},
): SegmentedParagraph =>
  paragraph(index, section, text, { role: 'heading', title: { depth, start: 0, end: text.length }, ...parts })

const sampleWith = (name: string, ...paragraphs: readonly SegmentedParagraph[]): SegmentedSample => ({
  name,
  sha256: name.repeat(64),
  kind: 'formalReport',
  paragraphs: [...paragraphs],
  slots: [],
  notices: [],
})

const craft = { customName: 'Giữ gìn nghề đan lưới' }
const first = sampleWith(
  'a',
  paragraph(0, 'officialLayout', 'BÁO CÁO'),
  heading(1, 'results', 'Kết quả đạt được', 0),
  heading(2, 'results', 'Công tác tuyên truyền', 1, { field: 'publicity' }),
  paragraph(3, 'results', 'Mở 14 hội nghị báo cáo viên ở ven sông.', { field: 'publicity' }),
  heading(4, 'results', 'Giữ gìn nghề đan lưới', 1, craft),
  paragraph(5, 'results', 'Lập hai tổ dạy nghề tại sân đình.', craft),
  heading(6, 'shortcomings', 'Hạn chế', 0),
  paragraph(7, 'shortcomings', 'Loa ở ba thôn xa hay hỏng.'),
)
const second = sampleWith(
  'b',
  heading(0, 'shortcomings', 'Hạn chế', 0),
  paragraph(1, 'shortcomings', 'Người đi biển dài ngày không nhận được bản tin.'),
  heading(2, 'results', 'Kết quả', 0),
  paragraph(3, 'results', 'Đã tổ chức 9 hội nghị báo cáo viên, một buổi trên bến.'),
  heading(4, 'causes', 'Nguyên nhân', 0),
  paragraph(5, 'causes', 'Thiếu hai biên chế suốt năm.'),
)

function learn(...samples: readonly SegmentedSample[]): Template {
  const learned = learnTemplate(samples, { id: 'mau', name: 'Mẫu' })
  if (!learned.ok) throw new Error(learned.error.code)
  return learned.value.value
}

describe('which section of the template a paragraph stands for', () => {
  const { sections } = learn(first)
  const ids = sectionsOfParagraphs(first, sections)
  const headingOf = (index: number) => findSection(sections, ids.get(index) ?? '')?.heading

  it('goes by labels, fields and names of their own, headings with their text', () => {
    expect([1, 2, 3, 4, 5, 6, 7].map(headingOf)).toEqual([
      'Kết quả đạt được',
      'Công tác tuyên truyền',
      'Công tác tuyên truyền',
      'Giữ gìn nghề đan lưới',
      'Giữ gìn nghề đan lưới',
      'Hạn chế',
      'Hạn chế',
    ])
    expect(ids.has(0)).toBe(false)
  })

  it('follows the label when an officer has changed it', () => {
    const changed = {
      ...first,
      paragraphs: first.paragraphs.with(7, paragraph(7, 'causes', 'Loa hay hỏng.', { reasons: [{ code: 'officer' }] })),
    }
    const template = learn(changed)
    const id = sectionsOfParagraphs(changed, template.sections).get(7)
    expect(findSection(template.sections, id ?? '')?.role).toBe('causes')
  })

  it('takes the inner sections with the outer one', () => {
    const results = sections.find(({ role }) => role === 'results')
    expect(idsWithin(sections, results?.id).size).toBe(3)
    expect(idsWithin(sections, undefined).size).toBe(0)
  })
})

describe('a heading as an officer edits it', () => {
  const slots: readonly Slot[] = [{ id: 'ky-tiep-theo', type: 'nextPeriod', label: 'kỳ tiếp theo' }]

  it('shows a slot by its label and keeps it', () => {
    const pattern = 'Nhiệm vụ {ky-tiep-theo}'
    expect(headingText(pattern, slots)).toBe('Nhiệm vụ «kỳ tiếp theo»')
    expect(headingPattern(' Nhiệm vụ  trọng tâm «kỳ tiếp theo» ', slots)).toBe('Nhiệm vụ trọng tâm {ky-tiep-theo}')
  })
})

describe('what is said of a learned section', () => {
  it('tells usual size and figures, and nothing where nothing is known', () => {
    const [results] = learn(first, second).sections.filter(({ role }) => role === 'results')
    if (!results) throw new Error('no results')
    expect(usualText(results)).toMatch(/^Thường 1–2 đoạn, \d+–\d+ chữ\.$/)
    expect(
      usualText({
        ...results,
        usualFigures: [{ type: 'ratio', words: 'đảng viên', count: 2 }],
        usualParagraphs: { min: 3, max: 5 },
        usualLength: { min: 1200, max: 1200 },
      }),
    ).toBe('Thường 3–5 đoạn, 1.200 chữ. Thường có: % đảng viên.')
    const { sections } = applyTemplateEdits(learn(first), [{ kind: 'add', section: 'x', heading: 'Mới' }]).template
    expect(sections.slice(-1).map(usualText)).toEqual([''])
  })

  it('tells in which sample it stands elsewhere', () => {
    const template = learn(first, second, { ...first, name: 'c', sha256: 'c'.repeat(64) })
    const texts = template.sections.flatMap((section) => positionTexts(section, template, (pattern) => pattern))
    expect(texts).toEqual(['Ở mẫu 2 đứng sau “Hạn chế”.'])
  })

  it('tells what changed, with all counts in one sentence', () => {
    const before = learn(first)
    const after = applyTemplateEdits(learn(first, second), [
      { kind: 'rename', section: before.sections[0]?.id ?? '', heading: 'Việc đã làm' },
    ]).template
    const said = changeTexts(diffTemplates(before, after), after, (pattern) => pattern)
    expect(said).toContain('“Kết quả đạt được” đổi tên thành “Việc đã làm”.')
    expect(said).toContain('Mục mới: “Nguyên nhân”, thấy ở 1/2 mẫu.')
    expect(said.filter((words) => words.startsWith('Số mẫu có mục'))).toHaveLength(1)
    expect(said.at(-1)).toContain('Hạn chế 2/2')
    expect(changeTexts(diffTemplates(before, before), before, (pattern) => pattern)).toEqual([])
  })
})

describe('samples side by side', () => {
  const counted = [1, 2, 3, 4].map((key) => ({
    file: { key, name: `${key}`, reading: { kind: 'read', sample: first } as const },
    sample: first,
  }))
  const keys = (chosen: number | undefined, room: number) =>
    shownColumns(counted, chosen, room).map(({ file }) => file.key)

  it('begin with the chosen one, and fill the room at the end of the list', () => {
    expect(keys(2, 2)).toEqual([2, 3])
    expect(keys(4, 3)).toEqual([2, 3, 4])
    expect(keys(undefined, 2)).toEqual([1, 2])
    expect(keys(1, 9)).toEqual([1, 2, 3, 4])
  })
})
