// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { list, paragraph, section, slotMention, table, tableCell, text } from '../../src/core/report/make-report'
import { composeReport } from '../../src/core/official-layout/compose-report'
import type { ComposedList } from '../../src/core/official-layout/composed-report'
import { FORMAL_LAYOUTS, type List } from '../../src/core/report/report'
import { formalReport } from '../support/formal-report'
import { openEditor } from './open-editor'

const nested = (style: List['style'], inner: List): List => ({
  type: 'list',
  id: `over-${inner.id}`,
  style,
  items: [{ content: [text('trên')], lists: [inner] }],
})

const markersOf = (printed: ComposedList): readonly string[] =>
  printed.items.flatMap((item) => [item.marker, ...item.lists.flatMap(markersOf)])

const cell = (value: string) => tableCell([text(value)])

describe('lists', () => {
  const lines = () =>
    openEditor([section('s', 'Mục', { blocks: ['một', 'hai', 'ba'].map((word) => paragraph(word, [text(word)])) })])

  it('grow line by line and nest by indent', () => {
    const editor = lines()
    for (const word of ['một', 'hai', 'ba']) {
      editor.caret(word)
      editor.handle.toggleList('number')
    }
    expect(editor.text()).toBe('# Mục\n1. một\n2. hai\n3. ba')
    editor.caret('hai')
    editor.handle.indentList()
    editor.caret('ba')
    editor.handle.indentList()
    editor.handle.toggleList('point')
    expect(editor.text()).toBe('# Mục\n1. một\n  1. hai\n  a) ba')
    editor.caret('hai')
    editor.handle.outdentList()
    expect(editor.text()).toBe('# Mục\n1. một\n2. hai\n  a) ba')
  })

  it('take inner lines along, and become paragraphs again with all their text', () => {
    const inner = list('i', 'dash', [[text('trong')]])
    const editor = openEditor([
      section('s', 'Mục', {
        blocks: [
          {
            ...list('l', 'number', []),
            items: [
              { content: [text('một')], lists: [] },
              { content: [text('hai')], lists: [inner] },
            ],
          },
        ],
      }),
    ])
    editor.caret('hai')
    editor.handle.indentList()
    expect(editor.text()).toBe('# Mục\n1. một\n  1. hai\n    - trong')
    editor.handle.toggleList('number')
    expect(editor.text()).toBe('# Mục\n1. một\nhai\n- trong')
  })

  it.each(FORMAL_LAYOUTS)('show the markers that the %s layout prints', (layout) => {
    const editor = openEditor(
      [
        section('s', 'Mục', {
          blocks: [
            nested('number', nested('number', list('n', 'number', [[text('a')], [text('b')]]))),
            nested('dash', nested('dash', list('d', 'dash', [[text('a')]]))),
            nested('point', list('p', 'point', [[text('a')], [text('b')]])),
          ],
        }),
      ],
      [],
      { layout },
    )
    const printed = composeReport(formalReport({ sections: editor.handle.readBody().sections }), {
      layout,
      isDraft: false,
    })
    const markers = printed.body.flatMap((block) => (block.type === 'list' ? markersOf(block) : []))
    expect(markers).toHaveLength(10)
    expect([...editor.page.querySelectorAll('.list-line')].map((line) => line.getAttribute('data-marker'))).toEqual(
      markers,
    )
  })

  it('give each list an id of its own, the same at each reading', () => {
    const editor = lines()
    editor.caret('một')
    editor.handle.toggleList('dash')
    editor.caret('ba')
    editor.handle.toggleList('dash')
    const body = editor.handle.readBody()
    const ids = body.sections[0]?.blocks.map(({ id }) => id) ?? []
    expect(new Set(ids).size).toBe(3)
    expect(editor.handle.readBody()).toEqual(body)
  })
})

describe('tables', () => {
  const withTable = () =>
    openEditor([
      section('s', 'Mục', {
        blocks: [
          table('t', 1, [
            [cell('TT'), cell('Tên')],
            [cell('1'), cell('x')],
          ]),
        ],
      }),
    ])

  it('gain and lose rows and columns at the caret', () => {
    const editor = withTable()
    editor.caret('x')
    editor.handle.tableCommand('rowBelow')
    editor.handle.tableCommand('columnLeft')
    expect(editor.text()).toBe('# Mục\n[TT||Tên][1||x][||]')
    editor.handle.tableCommand('deleteColumn')
    editor.caret('1')
    editor.handle.tableCommand('deleteRow')
    expect(editor.text()).toBe('# Mục\n[TT|Tên][|]')
    const [made] = editor.handle.readBody().sections[0]?.blocks ?? []
    expect(made).toMatchObject({ type: 'table', id: 't', headerRows: 1 })
    expect(made?.type === 'table' && made.columns.reduce((sum, share) => sum + share, 0)).toBe(1000)
  })

  it('keep the repeated rows at the top', () => {
    const editor = withTable()
    editor.caret('TT')
    editor.handle.tableCommand('rowAbove')
    expect(editor.handle.readBody().sections[0]?.blocks[0]).toMatchObject({ headerRows: 2 })
    editor.caret('TT')
    editor.handle.tableCommand('toggleHeaderRow')
    expect(editor.handle.readBody().sections[0]?.blocks[0]).toMatchObject({ headerRows: 1 })
  })

  it('are put in after the block with the caret, with a line to write on after them', () => {
    const editor = openEditor([section('s', 'Mục', { blocks: [paragraph('p', [text('trước')])] }), section('n', 'Sau')])
    editor.caret('trước')
    editor.handle.insertTable(2, 3)
    expect(editor.text()).toBe('# Mục\ntrước\n[||][||]\n# Sau')
    editor.handle.undo()
    expect(editor.text()).toBe('# Mục\ntrước\n# Sau')
  })
})

describe('slots', () => {
  const slot = { id: 'so', type: 'quantity', label: 'số hội nghị' } as const
  const mentions = () =>
    openEditor(
      [
        section('s', 'Mục', {
          blocks: [
            paragraph('p', [text('Tổ chức '), slotMention('so', ['bold']), text(' hội nghị')]),
            table('t', 0, [[tableCell([slotMention('so')])]]),
          ],
        }),
      ],
      [slot],
    )
  const shown = (editor: ReturnType<typeof mentions>) =>
    [...editor.page.querySelectorAll('[data-slot=so]')].map((mention) => mention.textContent)

  it('show their value at every mention and open again in one step of undo', () => {
    const editor = mentions()
    const open = '[cần bổ sung: số hội nghị]'
    expect(shown(editor)).toEqual([open, open])
    editor.handle.setSlot({ ...slot, value: '14' })
    expect(shown(editor)).toEqual(['14', '14'])
    expect(editor.handle.readBody().slots).toEqual([{ ...slot, value: '14' }])
    editor.handle.undo()
    expect(shown(editor)).toEqual([open, open])
    expect(editor.handle.readBody().slots).toEqual([slot])
    editor.handle.redo()
    expect(editor.handle.readBody().slots).toEqual([{ ...slot, value: '14' }])
  })

  it('are typed in one step as long as the officer types on', () => {
    const editor = mentions()
    const type = (value: string) => {
      editor.wait(300)
      editor.handle.setSlot({ ...slot, value })
    }
    for (const value of ['1', '14', '14 hội', '14 hội nghị']) type(value)
    editor.wait(2000)
    for (const value of ['15', '152']) type(value)
    expect(shown(editor)).toEqual(['152', '152'])
    editor.handle.undo()
    expect(shown(editor)).toEqual(['14 hội nghị', '14 hội nghị'])
    editor.handle.undo()
    expect(editor.handle.readBody().slots).toEqual([slot])
    editor.handle.redo()
    expect(shown(editor)).toEqual(['14 hội nghị', '14 hội nghị'])
  })

  it('are steps of their own beside one another and beside the text', () => {
    const editor = mentions()
    editor.handle.setSlot({ ...slot, value: '1' })
    editor.handle.setSlot({ id: 'ten', type: 'text', label: 'tên', value: 'x' })
    editor.handle.setSlot({ ...slot, value: '2' })
    editor.caret('Tổ chức ')
    editor.type('!')
    editor.handle.setSlot({ ...slot, value: '3' })
    for (const before of ['2', '2', '1', '1', undefined]) {
      editor.handle.undo()
      expect(editor.handle.readBody().slots[0]?.value).toBe(before)
    }
  })

  it('fill long values without pushing older steps out of the history', () => {
    const editor = mentions()
    editor.caret('Tổ chức ')
    editor.type('!')
    for (let length = 1; length <= 300; length += 1) {
      editor.wait(100)
      editor.handle.setSlot({ ...slot, value: 'a'.repeat(length) })
    }
    editor.handle.undo()
    editor.handle.undo()
    expect(editor.text()).toContain('Tổ chức *{so}*')
  })

  it('show their value at mentions that came later, and after a mention came back', () => {
    const editor = mentions()
    editor.caret('Tổ chức ')
    editor.handle.insertSlot('so')
    editor.handle.setSlot({ ...slot, value: '7' })
    expect(shown(editor)).toEqual(['7', '7', '7'])
    editor.handle.removeSection('s')
    editor.handle.undo()
    editor.handle.setSlot({ ...slot, value: '8' })
    expect(shown(editor)).toEqual(['8', '8', '8'])
  })

  it('come in with a pattern at the caret, or at the end of another section', () => {
    const editor = mentions()
    editor.caret('Tổ chức ')
    editor.handle.insertPattern('được {so} buổi, ', 's')
    expect(editor.text()).toBe('# Mục\nTổ chức được {so} buổi, *{so}* hội nghị\n[{so}]')
  })
})

describe('the reporting period', () => {
  const ky = { id: 'ky', type: 'period', label: 'kỳ', value: '6 tháng đầu năm 2026' } as const
  const kySau = { id: 'ky-sau', type: 'nextPeriod', label: 'kỳ sau', value: '6 tháng cuối năm 2026' } as const
  const first = { kind: 'halfYear', half: 1, year: 2026 } as const
  const second = { kind: 'halfYear', half: 2, year: 2026 } as const

  it('changes with the slots that follow it, and comes back with them in one step of undo', () => {
    const blocks = [paragraph('p', [slotMention('ky'), text(' – '), slotMention('ky-sau')])]
    const editor = openEditor([section('s', 'Mục', { blocks })], [ky, kySau], { reportingPeriod: first })
    const before = editor.handle.readBody()
    expect(before.reportingPeriod).toEqual(first)
    editor.handle.setPeriod(second)
    expect(editor.page.querySelector('p')?.textContent).toBe('6 tháng cuối năm 2026 – 6 tháng đầu năm 2027')
    const after = editor.handle.readBody()
    expect(after.reportingPeriod).toEqual(second)
    editor.handle.undo()
    expect(editor.handle.readBody()).toEqual(before)
    expect(editor.page.querySelector('p')?.textContent).toBe('6 tháng đầu năm 2026 – 6 tháng cuối năm 2026')
    editor.handle.redo()
    expect(editor.handle.readBody()).toEqual(after)
  })

  it('is told as a change, where no slot follows it as well', () => {
    const editor = openEditor([section('s', 'Mục')], [], { reportingPeriod: first })
    editor.handle.setPeriod(second)
    expect(editor.changes()).toBe(1)
    editor.handle.undo()
    expect(editor.changes()).toBe(2)
    expect(editor.handle.readBody().reportingPeriod).toEqual(first)
  })
})
