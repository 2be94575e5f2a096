// @vitest-environment jsdom
import { DELETE_CHARACTER_COMMAND, INSERT_PARAGRAPH_COMMAND } from 'lexical'
import { describe, expect, it } from 'vitest'
import { paragraph, section, text } from '../../src/core/report/make-report'
import { openEditor, type OpenEditor } from './open-editor'

const two = () =>
  openEditor([
    section('a', 'Kết quả', { blocks: [paragraph('pa', [text('Đã làm')])], role: 'results', isRequired: true }),
    section('b', 'Hạn chế', { blocks: [paragraph('pb', [text('Còn thiếu')])] }),
  ])

const enter = (editor: OpenEditor) => editor.run(() => void editor.editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND))
const press = (editor: OpenEditor, isBackward: boolean) =>
  editor.run(() => void editor.editor.dispatchCommand(DELETE_CHARACTER_COMMAND, isBackward))

describe('Enter in a heading', () => {
  it('opens a paragraph at its end', () => {
    const editor = two()
    editor.caret('Kết quả')
    enter(editor)
    editor.type('mới')
    expect(editor.text()).toBe('# Kết quả\nmới\nĐã làm\n# Hạn chế\nCòn thiếu')
  })

  it('makes two sections of it in the middle; the first keeps its id and facts', () => {
    const editor = two()
    editor.caret('Kết')
    enter(editor)
    expect(editor.text()).toBe('# Kết\n#  quả\nĐã làm\n# Hạn chế\nCòn thiếu')
    const [first, second] = editor.handle.readBody().sections
    expect(first).toMatchObject({ id: 'a', role: 'results', isRequired: true })
    expect(second?.id).not.toBe('a')
    expect(second?.role).toBeUndefined()
    expect(editor.handle.readBody()).toEqual(editor.handle.readBody())
  })

  it('puts a line before it at its start', () => {
    const editor = two()
    editor.caret('Hạn chế', 'before')
    enter(editor)
    expect(editor.handle.readBody().sections.map(({ id }) => id)).toEqual(['a', 'b'])
  })
})

describe('a key at the border of a section', () => {
  it('never runs two sections together', () => {
    const editor = two()
    const before = editor.text()
    editor.caret('Hạn chế', 'before')
    press(editor, true)
    editor.caret('Còn thiếu', 'before')
    press(editor, true)
    editor.caret('Đã làm')
    press(editor, false)
    editor.caret('Kết quả')
    press(editor, false)
    expect(editor.text()).toBe(before)
  })

  it('takes an empty section away', () => {
    const editor = two()
    const id = editor.handle.addSection({ after: 'a' }, '')
    expect(editor.handle.readBody().sections.map((one) => one.id)).toEqual(['a', id, 'b'])
    press(editor, true)
    expect(editor.handle.readBody().sections.map((one) => one.id)).toEqual(['a', 'b'])
  })
})

describe('text without a heading', () => {
  it('gets a silent section of its own, the same at each reading', () => {
    const editor = openEditor([])
    editor.run(() => undefined)
    editor.editor.update(() => undefined)
    editor.handle.insertPattern('Trước tiên', 'none')
    const [opening] = editor.handle.readBody().sections
    expect(opening).toMatchObject({ isHeadingPrinted: false, heading: [text('Mở đầu')] })
    expect(editor.handle.readBody().sections[0]?.id).toBe(opening?.id)
  })
})

describe('a section', () => {
  const nested = () =>
    openEditor([
      section('a', 'Một', {
        blocks: [paragraph('p', [text('chữ', ['bold'])])],
        sections: [section('a1', 'Một một', { guidance: 'gợi ý' }), section('a2', 'Một hai')],
      }),
      section('b', 'Hai'),
    ])

  it('moves with all it holds and back by undo', () => {
    const editor = nested()
    const before = editor.handle.readBody()
    editor.handle.moveSection('a', 'down')
    expect(editor.text()).toBe('# Hai\n# Một\n*chữ*\n## Một một\n## Một hai')
    editor.handle.undo()
    expect(editor.handle.readBody()).toEqual(before)
    editor.handle.moveSection('a2', 'up')
    expect(editor.text()).toBe('# Một\n*chữ*\n## Một hai\n## Một một\n# Hai')
  })

  it('does not leave its parent when moved', () => {
    const editor = nested()
    const before = editor.handle.readBody()
    editor.handle.moveSection('a2', 'down')
    editor.handle.moveSection('a', 'up')
    expect(editor.handle.readBody()).toEqual(before)
  })

  it('is added after or inside another and taken out whole, each one step', () => {
    const editor = nested()
    const before = editor.handle.readBody()
    editor.handle.addSection({ inside: 'a' }, 'Một ba')
    editor.handle.addSection({ after: 'a1' }, 'Chen')
    expect(editor.text()).toBe('# Một\n*chữ*\n## Một một\n## Chen\n## Một hai\n## Một ba\n# Hai')
    editor.handle.removeSection('a')
    expect(editor.text()).toBe('# Hai')
    editor.handle.undo()
    editor.handle.undo()
    editor.handle.undo()
    expect(editor.handle.readBody()).toEqual(before)
  })

  it('keeps the mark an officer gave it, and loses it by undo', () => {
    const editor = nested()
    editor.handle.setSectionMark('a1', { kind: 'reviewed' })
    expect(editor.handle.readBody().sections[0]?.sections[0]?.mark).toEqual({ kind: 'reviewed' })
    editor.handle.undo()
    expect(editor.handle.readBody().sections[0]?.sections[0]?.mark).toBeUndefined()
  })
})
