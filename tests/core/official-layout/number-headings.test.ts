import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { numberHeadings } from '../../../src/core/official-layout/number-headings'
import { paragraph, section, text } from '../../../src/core/report/make-report'
import { arbitrarySections } from '../../support/arbitrary-report'

const tree = [
  section('opening', 'Mở đầu', { isHeadingPrinted: false }),
  section('results', 'Kết quả', {
    sections: [
      section('r1', 'Tuyên truyền', { sections: [section('r1a', 'Báo chí'), section('r1b', 'Miệng')] }),
      section('r2', 'Dân vận'),
    ],
  }),
  section('tasks', 'Nhiệm vụ'),
]

describe('heading numbers', () => {
  it('counts parts in words for the Party and in Roman figures for the State', () => {
    expect([...numberHeadings(tree, { layout: 'party', hasParts: true })]).toEqual([
      ['results', 'Phần thứ nhất'],
      ['r1', 'I.'],
      ['r1a', '1.'],
      ['r1b', '2.'],
      ['r2', 'II.'],
      ['tasks', 'Phần thứ hai'],
    ])
    expect(numberHeadings(tree, { layout: 'state', hasParts: true }).get('tasks')).toBe('Phần II')
  })

  it('starts with I. where there are no parts, and letters points in Vietnamese order', () => {
    const five = ['a', 'b', 'c', 'd', 'e'].map((id) => section(id, id))
    const deep = [section('one', 'Một', { sections: [section('two', 'Hai', { sections: five })] })]
    const numbers = numberHeadings(deep, { layout: 'party', hasParts: false })
    expect([...numbers.values()]).toEqual(['I.', '1.', 'a)', 'b)', 'c)', 'd)', 'đ)'])
  })

  it('leaves no gap where an empty section is not applicable, and counts it when it holds text', () => {
    const mark = { kind: 'notApplicable', reason: '' } as const
    const list = [section('a', 'A'), section('b', 'B', { mark }), section('c', 'C')]
    expect(numberHeadings(list, { layout: 'state', hasParts: false }).get('c')).toBe('II.')
    const written = section('b', 'B', { mark, blocks: [paragraph('p', [text('đã viết')])] })
    expect(
      numberHeadings([section('a', 'A'), written, section('c', 'C')], { layout: 'state', hasParts: false }).get('c'),
    ).toBe('III.')
  })

  it('gives a news account no numbers', () => {
    expect(numberHeadings(tree, { layout: 'portal', hasParts: false }).size).toBe(0)
  })

  it('numbers any tree of sections', () => {
    fc.assert(
      fc.property(
        arbitrarySections,
        fc.constantFrom('party', 'state', 'portal'),
        fc.boolean(),
        (sections, layout, hasParts) => {
          for (const number of numberHeadings(sections, { layout, hasParts }).values()) expect(number).not.toBe('')
        },
      ),
    )
  })
})
