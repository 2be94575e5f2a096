/** The body of a report on the page. Loads its report once: another report is another editor (give it a `key`). */
import { useEffect, useImperativeHandle, useRef, useState, type Ref } from 'react'
import type { Notice } from '../../core/notice'
import type { LayoutId, Report } from '../../core/report/report'
import { EDITOR_TEXT } from '../text/editor'
import { createReportEditor, type ReportEditorCore } from './create-report-editor'
import type { EditorHandle, EditorSelection } from './editor-handle'
import './editor-theme.css'

export interface ReportEditorProps {
  readonly report: Report
  readonly layout: LayoutId
  readonly isReadOnly?: boolean
  readonly isGuidanceShown?: boolean
  /** Something of the body changed: `readBody` says what it is now. */
  readonly onChange?: () => void
  readonly onSelectionChange?: (selection: EditorSelection) => void
  /** What a paste left behind. */
  readonly onPasteNotice?: (notices: readonly Notice[]) => void
  /** A slot was clicked, or Alt+Down was pressed beside it. */
  readonly onSlotActivate?: (slotId: string, rect: DOMRect) => void
  readonly ref?: Ref<EditorHandle>
}

export function ReportEditor({ ref, ...props }: ReportEditorProps) {
  const { isReadOnly = false, isGuidanceShown = true, layout, report } = props
  const hasParts = report.kind === 'formalReport' && report.hasParts
  const root = useRef<HTMLDivElement>(null)
  const [{ core, follow }] = useState(() => makeCore(props))

  useEffect(() => follow(props))
  useImperativeHandle(ref, () => core.handle, [core])
  useEffect(() => {
    core.editor.setRootElement(root.current)
    return () => core.editor.setRootElement(null)
  }, [core])
  useEffect(() => core.editor.setEditable(!isReadOnly), [core, isReadOnly])
  useEffect(() => core.outline.redraw(), [core, layout, hasParts, isGuidanceShown])

  return (
    <div
      ref={root}
      className="report-editor"
      contentEditable={!isReadOnly}
      suppressContentEditableWarning
      role="textbox"
      aria-multiline="true"
      aria-label={EDITOR_TEXT.body}
      aria-readonly={isReadOnly}
      lang="vi"
      spellCheck={false}
      data-layout={layout}
    />
  )
}

interface FollowedCore {
  readonly core: ReportEditorCore
  /** The editor outlives a rendering: it asks the props it was last given. */
  readonly follow: (props: Omit<ReportEditorProps, 'ref'>) => void
}

function makeCore(first: Omit<ReportEditorProps, 'ref'>): FollowedCore {
  let latest = first
  const core = createReportEditor(first.report, {
    identities: { next: () => crypto.randomUUID() },
    now: () => performance.now(),
    openingName: EDITOR_TEXT.openingName,
    outline: () => ({
      layout: latest.layout,
      hasParts: latest.report.kind === 'formalReport' && latest.report.hasParts,
      isGuidanceShown: latest.isGuidanceShown ?? true,
      notes: {
        silent: EDITOR_TEXT.silentHeading,
        required: EDITOR_TEXT.requiredSection,
        unnamed: EDITOR_TEXT.unnamedSection,
      },
    }),
    onChange: () => latest.onChange?.(),
    onSelectionChange: (selection) => latest.onSelectionChange?.(selection),
    onPasteNotice: (notices) => latest.onPasteNotice?.(notices),
    onSlotActivate: (slotId, rect) => latest.onSlotActivate?.(slotId, rect),
  })
  const follow = (props: Omit<ReportEditorProps, 'ref'>): void => {
    latest = props
  }
  return { core, follow }
}
