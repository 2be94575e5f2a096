// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { paragraph, section, text } from '../../src/core/report/make-report'
import { openEditor, type OpenEditor } from './open-editor'

function typing(): OpenEditor {
  const editor = openEditor([section('s', 'Kết quả', { blocks: [paragraph('p', [text('Năm nay')])] })])
  editor.caret('Năm nay')
  return editor
}

/** What UniKey sends for "đường": letters as they come, then Backspaces and the right ones at once. */
function unikeyDuong(editor: OpenEditor): void {
  editor.type('d')
  retype(editor, 1, 'đ')
  editor.type('u')
  editor.type('o')
  retype(editor, 2, 'ươ')
  editor.type('n')
  editor.type('g')
  retype(editor, 4, 'ường')
}

function retype(editor: OpenEditor, backspaces: number, letters: string): void {
  editor.backspace(backspaces, 3)
  editor.type(letters, 3)
}

describe('undo', () => {
  it('takes a word typed with an input method that retypes it, in one step', () => {
    const editor = typing()
    editor.type(' ')
    unikeyDuong(editor)
    editor.type(' ')
    unikeyDuong(editor)
    expect(editor.text()).toBe('# Kết quả\nNăm nay đường đường')
    editor.handle.undo()
    expect(editor.text()).toBe('# Kết quả\nNăm nay đường ')
    editor.handle.undo()
    editor.handle.undo()
    expect(editor.text()).toBe('# Kết quả\nNăm nay')
    editor.handle.redo()
    editor.handle.redo()
    editor.handle.redo()
    expect(editor.text()).toBe('# Kết quả\nNăm nay đường đường')
  })

  it('begins a step after a pause', () => {
    const editor = typing()
    editor.type('ab')
    editor.wait(2000)
    editor.type('cd')
    editor.handle.undo()
    expect(editor.text()).toBe('# Kết quả\nNăm nayab')
  })

  it('gives back a deletion by hand, however short', () => {
    const editor = typing()
    editor.type(' nghi')
    editor.backspace(1, 300)
    editor.handle.undo()
    expect(editor.text()).toBe('# Kết quả\nNăm nay nghi')
  })

  it('gives back all that a long deletion took', () => {
    const editor = typing()
    editor.type(' cuộc họp')
    editor.backspace(13, 40)
    expect(editor.text()).toBe('# Kết quả\nNăm')
    editor.type('x', 40)
    editor.handle.undo()
    editor.handle.undo()
    expect(editor.text()).toBe('# Kết quả\nNăm nay cuộc họp')
  })

  it('ends at the report as it was opened, and has nothing to undo there', () => {
    const editor = typing()
    editor.handle.undo()
    expect(editor.text()).toBe('# Kết quả\nNăm nay')
    expect(editor.changes()).toBe(0)
  })
})
