import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { extendTemplate } from '../../../src/core/learning/extend-template'
import { learnTemplate } from '../../../src/core/learning/learn-template'
import { applyTemplateEdits, findSection, parentOf } from '../../../src/core/template/edit-template'
import { TemplateSchema, type Template, type TemplateSection } from '../../../src/core/template/template'
import type { TemplateEdit } from '../../../src/core/template/template-edit'
import { formalSample } from '../learning/formal-sample'

const section = (id: string, parts: Partial<TemplateSection> = {}): TemplateSection => ({
  id,
  heading: id,
  isHeadingPrinted: true,
  isRequired: false,
  otherPositions: [],
  cues: [],
  openers: [],
  boilerplate: [],
  mentions: [],
  usualFigures: [],
  guidance: '',
  phrases: [],
  starter: [],
  sections: [],
  ...parts,
})

const template = (...sections: readonly TemplateSection[]): Template => ({
  schemaVersion: 2,
  id: 'mau',
  name: 'Mẫu',
  description: '',
  kind: 'formalReport',
  layouts: ['party'],
  periodKinds: [],
  hasParts: false,
  documentType: 'BÁO CÁO',
  title: '',
  slots: [],
  sections,
  origin: { kind: 'learned', samples: [] },
})

const outline = (sections: readonly TemplateSection[]): string =>
  sections.map(({ id, sections: inner }) => (inner.length > 0 ? `${id}(${outline(inner)})` : id)).join(' ')

const three = template(
  section('a', { sections: [section('a-1'), section('a-2')] }),
  section('b', { otherPositions: [{ after: 'c', count: 1, samples: [2] }] }),
  section('c'),
)
const edited = (...edits: readonly TemplateEdit[]) => applyTemplateEdits(three, edits)
const outlineAfter = (...edits: readonly TemplateEdit[]) => outline(edited(...edits).template.sections)

describe('an officer’s edits of a learned template', () => {
  it.each<readonly [TemplateEdit, string]>([
    [{ kind: 'remove', section: 'a-1' }, 'a(a-2) b c'],
    [{ kind: 'split', section: 'a-1' }, 'a(a-2) a-1 b c'],
    [{ kind: 'nest', section: 'b', into: 'a' }, 'a(a-1 a-2 b) c'],
    [{ kind: 'merge', section: 'a', into: 'c' }, 'b c(a-1 a-2)'],
    [{ kind: 'merge', section: 'a-1', into: 'a' }, 'a(a-2) b c'],
    [{ kind: 'move', section: 'c' }, 'c a(a-1 a-2) b'],
    [{ kind: 'move', section: 'a', after: 'b' }, 'b a(a-1 a-2) c'],
    [{ kind: 'move', section: 'a-1', after: 'a-2' }, 'a(a-2 a-1) b c'],
    [{ kind: 'add', section: 'd', heading: 'Đề xuất' }, 'a(a-1 a-2) b c d'],
    [{ kind: 'add', section: 'd', heading: 'Đề xuất', after: 'a-1' }, 'a(a-1 d a-2) b c'],
  ])('%j gives %s', (edit, expected) => {
    expect(outlineAfter(edit)).toBe(expected)
    expect(edited(edit).template.edits).toEqual([edit])
  })

  it('rename a section and say whether it is required', () => {
    const { template: renamed } = edited(
      { kind: 'rename', section: 'a-2', heading: 'Nghề đan lưới' },
      { kind: 'require', section: 'b', isRequired: true },
    )
    expect(findSection(renamed.sections, 'a-2')?.heading).toBe('Nghề đan lưới')
    expect(findSection(renamed.sections, 'b')?.isRequired).toBe(true)
  })

  it('split and put back, and are as before', () => {
    const there: TemplateEdit = { kind: 'split', section: 'a-2' }
    expect(edited(there, { kind: 'nest', section: 'a-2', into: 'a' }).template.sections).toEqual(three.sections)
  })

  it('merge what is known of two sections: samples, words, lengths', () => {
    const cue = (text: string, ...samples: readonly number[]) => ({ text, count: samples.length, samples })
    const both = template(
      section('a', {
        seenIn: { count: 2, samples: [0, 1], of: 3 },
        cues: [cue('tuy nhiên', 0, 1)],
        usualParagraphs: { min: 2, median: 3, max: 4 },
      }),
      section('b', {
        isRequired: true,
        seenIn: { count: 2, samples: [1, 2], of: 3 },
        cues: [cue('còn chậm', 2), cue('tuy nhiên', 2)],
        usualParagraphs: { min: 1, median: 1, max: 2 },
        mentions: ['ky'],
      }),
      section('c', { otherPositions: [{ after: 'b', count: 1, samples: [0] }] }),
    )
    const merged = applyTemplateEdits(both, [{ kind: 'merge', section: 'b', into: 'a' }])
    expect(merged.template.sections[0]).toMatchObject({
      isRequired: true,
      seenIn: { count: 3, samples: [0, 1, 2], of: 3 },
      cues: [cue('tuy nhiên', 0, 1, 2), cue('còn chậm', 2)],
      usualParagraphs: { min: 1, max: 6 },
      mentions: ['ky'],
    })
    expect(merged.template.sections[1]?.otherPositions).toEqual([{ after: 'a', count: 1, samples: [0] }])
    expect(merged.mergedInto.get('b')).toBe('a')
  })

  it('follow a section through several merges', () => {
    const { mergedInto } = edited(
      { kind: 'merge', section: 'a-1', into: 'b' },
      { kind: 'merge', section: 'b', into: 'c' },
    )
    expect(mergedInto.get('a-1')).toBe('c')
  })

  it('forget a place behind a section that is gone', () => {
    const { template: left } = edited({ kind: 'remove', section: 'c' })
    expect(findSection(left.sections, 'b')?.otherPositions).toEqual([])
  })

  it.each<TemplateEdit>([
    { kind: 'rename', section: 'x', heading: 'Khác' },
    { kind: 'merge', section: 'a', into: 'a-1' },
    { kind: 'merge', section: 'a', into: 'a' },
    { kind: 'nest', section: 'a', into: 'x' },
    { kind: 'split', section: 'a' },
    { kind: 'move', section: 'a', after: 'a-1' },
    { kind: 'add', section: 'd', heading: 'Đề xuất', after: 'x' },
  ])('%j finds nothing to change, is told and kept', (edit) => {
    const result = edited(edit)
    expect(result.template.sections).toEqual(three.sections)
    expect(result.lost).toEqual([edit])
    expect(result.template.edits).toEqual([edit])
  })

  it('add nothing that samples have meanwhile', () => {
    const add: TemplateEdit = { kind: 'add', section: 'b', heading: 'Khác' }
    expect(edited(add)).toMatchObject({ lost: [], template: { sections: three.sections } })
  })

  it('lose and double no section but the one they take out, whatever their order', () => {
    const id = fc.constantFrom('a', 'a-1', 'a-2', 'b', 'c')
    const harmless = fc.oneof(
      fc.record({ kind: fc.constant('split' as const), section: id }),
      fc.record({ kind: fc.constant('nest' as const), section: id, into: id }),
      fc.record({ kind: fc.constant('move' as const), section: id, after: id }),
    )
    fc.assert(
      fc.property(fc.array(harmless, { maxLength: 8 }), (edits) => {
        const ids = outlineAfter(...edits).match(/[a-c](?:-\d)?/g)
        expect(ids?.toSorted()).toEqual(['a', 'a-1', 'a-2', 'b', 'c'])
      }),
    )
  })
})

describe('edits when samples are added', () => {
  const samples = [2021, 2022, 2023].map((year) =>
    formalSample(year, [
      'I. KẾT QUẢ ĐẠT ĐƯỢC',
      '1. Công tác tuyên truyền',
      `Mở ${year - 2010} hội nghị báo cáo viên ở các cụm dân cư ven đê năm ${year}.`,
      '2. Gìn giữ nghề đan lưới',
      `Lớp dạy nghề thứ ${year - 2019} mở ở sân đình làng.`,
      'II. HẠN CHẾ',
      `Loa ở ${year - 2015} thôn xa hay hỏng.`,
    ]),
  )
  const learned = () => {
    const result = learnTemplate(samples.slice(0, 2), { id: 'mau', name: 'Mẫu' })
    if (!result.ok) throw new Error(result.error.code)
    return result.value.value
  }

  it('hold in the new learning, with the new counts, and stay in the file', () => {
    const before = learned()
    const fields = before.sections[0]?.sections.map(({ id }) => id) ?? []
    const [publicity = '', craft = ''] = fields
    const edits: readonly TemplateEdit[] = [
      { kind: 'split', section: craft },
      { kind: 'rename', section: craft, heading: 'Giữ nghề' },
      { kind: 'merge', section: publicity, into: before.sections[0]?.id ?? '' },
    ]
    const { template: saved } = applyTemplateEdits(before, edits)
    const extended = extendTemplate(saved, samples.slice(2))
    if (!extended.ok) throw new Error(extended.error.code)
    const after = extended.value.value
    expect(outline(after.sections)).toBe(outline(saved.sections))
    expect(parentOf(after.sections, craft)).toBeUndefined()
    expect(findSection(after.sections, craft)).toMatchObject({ heading: 'Giữ nghề', seenIn: { count: 3, of: 3 } })
    expect(findSection(after.sections, publicity)).toBeUndefined()
    expect(TemplateSchema.parse(after).edits).toEqual(edits)
  })
})
