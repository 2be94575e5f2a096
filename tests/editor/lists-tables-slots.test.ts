// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { list, paragraph, section, slotMention, table, tableCell, text } from '../../src/core/report/make-report'
import { openEditor } from './open-editor'

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

  it('come in with a pattern at the caret, or at the end of another section', () => {
    const editor = mentions()
    editor.caret('Tổ chức ')
    editor.handle.insertPattern('được {so} buổi, ', 's')
    expect(editor.text()).toBe('# Mục\nTổ chức được {so} buổi, *{so}* hội nghị\n[{so}]')
  })
})
