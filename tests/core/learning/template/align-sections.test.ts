import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alignSections } from '../../../../src/core/learning/template/align-sections'
import { consensusOrder } from '../../../../src/core/learning/template/consensus-order'
import { nameKey, nameLikeness, SAME_NAME } from '../../../../src/core/learning/template/heading-likeness'
import { levelParts } from '../../../../src/core/learning/template/level-parts'
import type { SectionRole, WorkField } from '../../../../src/core/section-labels'
import type { SectionDigest } from '../../../../src/core/template/sample-digest'

const digest = (role: SectionRole, heading?: string, parts: Partial<SectionDigest> = {}): SectionDigest => ({
  role,
  isNamed: false,
  isPart: false,
  ...(heading === undefined ? {} : { heading }),
  paragraphs: 1,
  syllables: 10,
  cues: [],
  openers: [],
  sentences: [],
  figures: [],
  mentions: [],
  sections: [],
  ...parts,
})

const named = (heading: string): SectionDigest => digest('results', heading, { isNamed: true })
const field = (name: WorkField, heading: string): SectionDigest => digest('results', heading, { field: name })

/** Each aligned section as "sample:heading sample:heading". */
const rows = (samples: readonly (readonly SectionDigest[])[]): readonly string[] =>
  alignSections(samples).map(({ runs }) =>
    [...runs]
      .sort(([a], [b]) => a - b)
      .map(([number, { section }]) => `${number}:${section.heading ?? section.role}`)
      .join(' '),
  )

describe('sections of several samples', () => {
  it('are one where the label is one, whatever their headings say', () => {
    expect(
      rows([
        [digest('results', 'Kết quả'), digest('shortcomings', 'Tồn tại, hạn chế')],
        [digest('results', 'Việc làm được'), digest('shortcomings', 'Những điểm chưa tới')],
      ]),
    ).toEqual(['0:Kết quả 1:Việc làm được', '0:Tồn tại, hạn chế 1:Những điểm chưa tới'])
  })

  it('outside the closed set are one where their names are alike', () => {
    expect(
      rows([
        [named('Nuôi trồng thủy sản'), named('Đánh bắt xa bờ')],
        [named('Công tác nuôi trồng thuỷ sản'), named('Hậu cần nghề cá'), named('Đánh bắt xa bờ')],
      ]),
    ).toEqual([
      '0:Nuôi trồng thủy sản 1:Công tác nuôi trồng thuỷ sản',
      '1:Hậu cần nghề cá',
      '0:Đánh bắt xa bờ 1:Đánh bắt xa bờ',
    ])
  })

  it('of one field stay two where a sample has two of them', () => {
    const science = 'scienceAndEducation'
    expect(
      rows([
        [field(science, 'Công tác khoa giáo')],
        [field(science, 'Công tác khoa giáo'), field(science, 'Phòng, chống dịch')],
        [field(science, 'Phòng, chống dịch bệnh')],
      ]),
    ).toEqual(['0:Công tác khoa giáo 1:Công tác khoa giáo', '1:Phòng, chống dịch 2:Phòng, chống dịch bệnh'])
  })

  it('are one as parts whatever each office calls its parts', () => {
    const part = (role: SectionRole, heading: string) => digest(role, heading, { isPart: true, isNamed: true })
    expect(
      rows([
        [part('results', 'Mười năm nhìn lại'), part('upcomingTasks', 'Chặng đường tới')],
        [part('results', 'Những việc đã qua'), part('upcomingTasks', 'Việc phải làm')],
      ]),
    ).toEqual(['0:Mười năm nhìn lại 1:Những việc đã qua', '0:Chặng đường tới 1:Việc phải làm'])
  })

  it('inside a section of the same label go by their names', () => {
    const parent = { role: 'upcomingTasks' } as const
    const samples = [
      [digest('upcomingTasks', 'Mục tiêu'), digest('upcomingTasks', 'Nhiệm vụ cụ thể')],
      [digest('upcomingTasks', 'Nhiệm vụ cụ thể'), digest('proposals', 'Kiến nghị')],
    ]
    expect(alignSections(samples, parent).map(({ runs }) => [...runs.keys()])).toEqual([[0], [0, 1], [1]])
  })

  it('are found again where one sample has them elsewhere', () => {
    const [a, b, c] = [named('Giữ rừng đầu nguồn'), named('Làm đường liên bản'), named('Dạy chữ ban đêm')]
    expect(
      rows([
        [a, b, c],
        [c, a, b],
      ]),
    ).toEqual([
      '0:Giữ rừng đầu nguồn 1:Giữ rừng đầu nguồn',
      '0:Làm đường liên bản 1:Làm đường liên bản',
      '0:Dạy chữ ban đêm 1:Dạy chữ ban đêm',
    ])
  })

  it('are each in one place, and no two of one sample together', () => {
    const section = fc.constantFrom(
      digest('results'),
      digest('shortcomings', 'Hạn chế'),
      named('Nghề muối'),
      named('Nghề muối và chế biến'),
      field('publicity', 'Tuyên truyền'),
      field('publicity', 'Tuyên truyền miệng'),
    )
    fc.assert(
      fc.property(fc.array(fc.array(section, { maxLength: 7 }), { minLength: 1, maxLength: 5 }), (samples) => {
        const placed = alignSections(samples).flatMap(({ runs }) =>
          [...runs].map(([number, { at }]) => `${number}/${at}`),
        )
        const all = samples.flatMap((sections, number) => sections.map((_, at) => `${number}/${at}`))
        expect([...placed].sort()).toEqual([...all].sort())
      }),
    )
  })
})

describe('names of headings', () => {
  it.each([
    ['Công tác khoa giáo {ky}', 'khoa giáo'],
    ['Kết quả thực hiện công tác dân vận', 'dân vận'],
    ['Dân số và trẻ em', 'dân số trẻ em'],
    ['Công tác', 'công tác'],
  ])('compare without what tells nothing apart: %s', (heading, key) => {
    expect(nameKey(heading)).toBe(key)
  })

  it.each([
    ['Công tác y tế', 'Công tác giáo dục', false],
    ['Cơ sở vật chất, thư viện', 'Cơ sở vật chất và thư viện', true],
    ['Hoà giải ở cơ sở', 'Hòa giải ở cơ sở', true],
    ['Quỹ hỗ trợ nông dân', 'Quỹ vì người nghèo', false],
  ])('%s and %s are one: %s', (a, b, isOne) => {
    expect(nameLikeness(nameKey(a), nameKey(b)) >= SAME_NAME).toBe(isOne)
  })
})

describe('parts that only some samples have', () => {
  const parted = [
    digest('results', 'Kết quả', { isPart: true, sections: [digest('situation', 'Bối cảnh'), named('Nghề muối')] }),
    digest('upcomingTasks', 'Phương hướng', { isPart: true }),
  ]
  const flat = [digest('situation', 'Tình hình'), named('Nghề muối'), digest('upcomingTasks', 'Nhiệm vụ')]
  const shape = (sections: readonly SectionDigest[]): unknown =>
    sections.map(({ heading, role, sections: inner }) =>
      inner.length > 0 ? [heading ?? role, shape(inner)] : (heading ?? role),
    )

  it('go where most have none', () => {
    expect(levelParts([parted, flat], false).map(shape)).toEqual([
      ['Bối cảnh', 'Nghề muối', 'Phương hướng'],
      ['Tình hình', 'Nghề muối', 'Nhiệm vụ'],
    ])
  })

  it('take in the sections of the others where most have them', () => {
    expect(levelParts([parted, flat], true).map(shape)).toEqual([
      [['Kết quả', ['Bối cảnh', 'Nghề muối']], 'Phương hướng'],
      [['situation', ['Tình hình', 'Nghề muối']], 'Nhiệm vụ'],
    ])
  })
})

describe('the order of many sections', () => {
  it('contradicts no pair where the samples agree, though each has only some', () => {
    const all = Array.from({ length: 18 }, (_, at) => `k${at}`)
    fc.assert(
      fc.property(fc.array(fc.subarray(all), { minLength: 1, maxLength: 6 }), (parts) => {
        const orders = [...parts, ...all.slice(1).map((key, at) => [all[at] ?? '', key])]
        expect(consensusOrder([...all].reverse(), orders, [])).toEqual(all)
      }),
      { numRuns: 50 },
    )
  })
})
