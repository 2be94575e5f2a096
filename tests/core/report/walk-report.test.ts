import { describe, expect, it } from 'vitest'
import { list, paragraph, section, slotMention, table, tableCell, text } from '../../../src/core/report/make-report'
import type { Section } from '../../../src/core/report/report'
import {
  hasText,
  inlineText,
  reportContents,
  reportTitle,
  sectionStatus,
  walkSections,
} from '../../../src/core/report/walk-report'
import type { Slot } from '../../../src/core/slot'
import { formalReport } from '../../support/formal-report'

const open: Slot = { id: 'so', type: 'quantity', label: 'số hội nghị' }
const filled: Slot = { ...open, value: '12' }

describe('walks over a report', () => {
  const report = formalReport({
    subject: [text('tổng kết '), slotMention('so')],
    sections: [
      section('a', 'Kết quả', {
        blocks: [
          paragraph('p', [text('một')]),
          {
            ...list('l', 'dash', [[text('hai')]]),
            items: [{ content: [text('hai')], lists: [list('m', 'point', [[text('ba')]])] }],
          },
          table('t', 0, [[tableCell([text('bốn')]), tableCell([text('năm')])]]),
          { type: 'pageBreak', id: 'b' },
        ],
        sections: [section('c', 'Tuyên truyền', { blocks: [paragraph('q', [text('sáu')])] })],
      }),
      section('d', 'Nhiệm vụ'),
    ],
  })

  it('go in reading order, the title first and each heading before its blocks', () => {
    expect([...reportContents(report)].map((content) => inlineText(content, [filled]))).toEqual([
      'tổng kết 12',
      'Kết quả',
      'một',
      'hai',
      'ba',
      'bốn',
      'năm',
      'Tuyên truyền',
      'sáu',
      'Nhiệm vụ',
    ])
  })

  it('name the place of each section', () => {
    expect([...walkSections(report.sections)].map(({ path, depth }) => [path, depth])).toEqual([
      ['sections/0', 0],
      ['sections/0/sections/0', 1],
      ['sections/1', 0],
    ])
  })
})

describe('slots in a text', () => {
  it('show their value, or say what is missing', () => {
    const content = [text('Đã họp '), slotMention('so'), text(' cuộc, '), slotMention('la')]
    expect(inlineText(content, [filled])).toBe('Đã họp 12 cuộc, [cần bổ sung]')
    expect(inlineText(content, [open])).toBe('Đã họp [cần bổ sung: số hội nghị] cuộc, [cần bổ sung]')
  })

  it('name a report in one line', () => {
    const report = formalReport({ subject: [text('sơ kết '), { type: 'lineBreak' }, text(' công tác')] })
    expect(reportTitle(report)).toBe('BÁO CÁO sơ kết công tác')
  })
})

describe('the status of a section', () => {
  const written = section('w', '', { blocks: [paragraph('p', [text('chữ')])] })
  const blank = section('b', 'Đề mục', {
    blocks: [paragraph('p', [text(' \u00A0')]), table('t', 0, [[tableCell([])]])],
  })

  it.each<readonly [string, Section, string]>([
    ['blank', blank, 'notWritten'],
    ['written', written, 'drafting'],
    ['blank with a written child', { ...blank, sections: [written] }, 'drafting'],
    ['with a mention of a slot only', section('s', '', { blocks: [paragraph('p', [slotMention('so')])] }), 'drafting'],
    ['marked', { ...blank, mark: { kind: 'reviewed' } }, 'reviewed'],
    ['marked as not applicable', { ...written, mark: { kind: 'notApplicable', reason: '' } }, 'notApplicable'],
  ])('%s', (_what, one, status) => {
    expect(sectionStatus(one)).toBe(status)
  })

  it('counts text of its own only for hasText', () => {
    expect(hasText({ ...blank, sections: [written] })).toBe(false)
  })
})
