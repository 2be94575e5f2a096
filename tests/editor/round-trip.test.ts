import { createHeadlessEditor } from '@lexical/headless'
import fc from 'fast-check'
import { $getRoot, $isElementNode, HISTORIC_TAG, type LexicalEditor } from 'lexical'
import { describe, expect, it } from 'vitest'
import { $editorToReport } from '../../src/renderer/editor/editor-to-report'
import type { ReportBody } from '../../src/renderer/editor/editor-handle'
import { EDITOR_NODES } from '../../src/renderer/editor/nodes/editor-nodes'
import { $reportToEditor } from '../../src/renderer/editor/report-to-editor'
import { arbitraryNormalReport, arbitraryReport } from '../support/arbitrary-report'
import { BodyReader } from '../../src/renderer/editor/body-reader'
import type { Block } from '../../src/core/report/report'
import { normalizeReport } from '../../src/core/report/normalize-report'
import { section, text, list, paragraph } from '../../src/core/report/make-report'
import { countingIds } from '../support/identities'

function editorOf(report: ReportBody): LexicalEditor {
  const editor = createHeadlessEditor({
    nodes: [...EDITOR_NODES],
    onError: (error) => {
      throw error
    },
  })
  editor.update(() => $reportToEditor(report), { discrete: true })
  return editor
}

const bodyOf = (editor: LexicalEditor): ReportBody =>
  editor.getEditorState().read(() => $editorToReport(countingIds('other')))

describe('report and editor', () => {
  it('give back every normalised report as it was', () => {
    fc.assert(
      fc.property(arbitraryNormalReport, (report) => {
        expect(bodyOf(editorOf(report))).toEqual({
          sections: report.sections,
          slots: report.slots,
          reportingPeriod: report.reportingPeriod,
        })
      }),
      { numRuns: 300 },
    )
  })

  it('bring every report out normalised, however it came in', () => {
    fc.assert(
      fc.property(arbitraryReport, (report) => {
        const body = { ...report, ...bodyOf(editorOf(report)) }
        const { sections, slots } = normalizeReport(body, countingIds('never'))
        expect({ sections, slots }).toEqual({ sections: body.sections, slots: body.slots })
      }),
      { numRuns: 300 },
    )
  })

  it('keep an inner list inside the line before it', () => {
    const inner = list('inner', 'point', [[text('a')], [text('b')]])
    const outer = {
      ...list('outer', 'number', []),
      items: [
        { content: [text('một')], lists: [inner] },
        { content: [text('hai')], lists: [] },
      ],
    }
    const sections = [section('s', 'Kết quả', { blocks: [outer, list('next', 'number', [[text('ba')]])] })]
    expect(bodyOf(editorOf({ sections, slots: [] })).sections).toEqual(sections)
  })

  it('compose the values of slots', () => {
    const slot = { id: 'so', type: 'text', label: 'nơi', value: 'Tie\u0302\u0301ng Vie\u0323\u0302t' } as const
    expect(bodyOf(editorOf({ sections: [], slots: [slot] })).slots).toEqual([{ ...slot, value: 'Tiếng Việt' }])
  })
})

describe('a second reading of the body', () => {
  it('takes from the first what no edit touched, whatever the edit was called', () => {
    const editor = editorOf({
      sections: [section('s', 'Mục', { blocks: [paragraph('p', [text('một')]), paragraph('q', [text('hai')])] })],
      slots: [],
    })
    const reader = new BodyReader(editor, countingIds())
    const blocks = () => reader.read().sections[0]?.blocks ?? []
    const [first, second] = blocks().map(contentOf)
    editor.update(() => $append('!'), { discrete: true, tag: 'history-push' })
    expect(blocks().map(contentOf)[0]).toBe(first)
    expect(blocks().map(contentOf)[1]).not.toBe(second)
    const before = editor.getEditorState()
    editor.update(() => $append('?'), { discrete: true })
    reader.read()
    editor.setEditorState(before, { tag: HISTORIC_TAG })
    expect(blocks().map(contentOf)[1]).toEqual([text('hai!')])
  })
})

function $append(letter: string): void {
  const last = $getRoot().getLastChild()
  if ($isElementNode(last)) last.selectEnd().insertText(letter)
}

const contentOf = (block: Block) => (block.type === 'paragraph' ? block.content : undefined)
