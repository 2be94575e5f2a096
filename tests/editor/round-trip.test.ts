import { createHeadlessEditor } from '@lexical/headless'
import fc from 'fast-check'
import type { LexicalEditor } from 'lexical'
import { describe, expect, it } from 'vitest'
import { $editorToReport } from '../../src/renderer/editor/editor-to-report'
import type { ReportBody } from '../../src/renderer/editor/editor-handle'
import { EDITOR_NODES } from '../../src/renderer/editor/nodes/editor-nodes'
import { $reportToEditor } from '../../src/renderer/editor/report-to-editor'
import { arbitraryNormalReport } from '../support/arbitrary-report'
import { section, text, list } from '../../src/core/report/make-report'
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
        expect(bodyOf(editorOf(report))).toEqual({ sections: report.sections, slots: report.slots })
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
})
