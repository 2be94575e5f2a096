import { House, ListChecks } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import type { Output } from '../../../contract/channels'
import type { Notice } from '../../../core/notice'
import { layoutFor } from '../../../core/official-layout/layouts'
import { FORMAL_LAYOUTS, type Report } from '../../../core/report/report'
import { periodLabel, type ReportingPeriod } from '../../../core/reporting-period'
import { reportTitle } from '../../../core/report/walk-report'
import type { Template } from '../../../core/template/template'
import type { EditorHandle, EditorSelection } from '../../editor/editor-handle'
import { EditorToolbar } from '../../editor/editor-toolbar'
import { ReportEditor } from '../../editor/report-editor'
import type { ReportSession } from '../../session/report-session'
import { errorText } from '../../text/errors'
import { formatCount } from '../../text/format'
import { noticeText } from '../../text/notices'
import { LAYOUT_NAMES, vi } from '../../text/vi'
import { Badge } from '../../ui/badge'
import { Banner } from '../../ui/banner'
import { Button, IconButton } from '../../ui/button'
import { Menu } from '../../ui/menu'
import { Tabs } from '../../ui/tabs'
import { useToast } from '../../ui/toast'
import { useCommands, useWindow } from '../window-context'
import { AdvicePanel } from './advice-panel'
import { ExportMenu } from './export-menu'
import { FindingsPanel, useFindings } from './findings-panel'
import { goToPlace } from './go-to-place'
import { NoticesBanner } from './notices-banner'
import { Outline } from './outline'
import { outlineRows, reportWords } from './outline-rows'
import { PeriodDialog } from './period-dialog'
import { ReportPage } from './report-page'
import { SaveStateMark } from './save-state-mark'
import { SlotPopover } from './slot-popover'
import { openSlotCount, slotRows } from './slot-rows'
import { SlotsPanel } from './slots-panel'
import { useExport } from './use-export'
import { useReport } from './use-report'
import './writing-desk.css'

interface WritingDeskProps {
  readonly opened: Output<'report.open'>
  readonly template: Template | undefined
  readonly session: ReportSession
  /** What was noticed while this report was imported. */
  readonly importNotices: readonly Notice[]
  /** Opens the report again from disk; what is on the screen is let go. */
  readonly onReopen: () => void
}

type PanelTab = 'advice' | 'slots' | 'findings'

/** Outline, page and panels of one open report. */
export function WritingDesk({ opened, template, session, importNotices, onReopen }: WritingDeskProps) {
  const { bridge, settings, go } = useWindow()
  const toast = useToast()
  const editor = useRef<EditorHandle>(null)
  const [selection, setSelection] = useState<EditorSelection>()
  const [activeSlot, setActiveSlot] = useState<{ readonly slotId: string; readonly rect: DOMRect }>()
  const [isGivingWay, setIsGivingWay] = useState(false)
  const [isPeriodShown, setIsPeriodShown] = useState(false)
  const [tab, setTab] = useState<PanelTab>('advice')
  const { report, state, bodyChanged } = useReport(session, editor)
  const isReadOnly = opened.access === 'readOnly'

  const rows = useMemo(() => outlineRows(report), [report])
  const layout = layoutFor(report.layout)
  const findings = useFindings(bridge.call, session, report)
  const exporting = useExport(session, isReadOnly)

  const check = () => {
    setTab('findings')
    void findings.run()
  }
  const goTo = (at: string) => {
    if (!goToPlace(at, session.read(), editor.current)) toast({ tone: 'neutral', text: vi.findings.noPlace })
  }
  const changeReport = (change: (current: Report) => Report) => session.change(change)

  const changePeriod = (period: ReportingPeriod) => editor.current?.setPeriod(period)

  /** The text of this window goes beside the one on the disk before it leaves the screen. */
  const takeTheirs = async () => {
    setIsGivingWay(true)
    const kept = await bridge.call('report.keepCopy', { report: session.read() })
    setIsGivingWay(false)
    if (!kept.ok) return toast({ tone: 'bad', text: errorText(kept.error) })
    const { id } = kept.value
    const action = { label: vi.save.openCopy, onSelect: () => go({ screen: 'writing', id }) }
    toast({ tone: 'good', text: vi.save.copyKept, action, isLasting: true })
    onReopen()
  }

  useCommands({
    saveNow: () => void session.save(),
    exportDocx: () => void exporting.run('docx', { isDraft: false }),
    exportHtml: () => void exporting.run('html', { isDraft: false }),
    exportExchangeFile: () => void exporting.run('tongket', { isDraft: false }),
    undo: () => editor.current?.undo(),
    redo: () => editor.current?.redo(),
    bold: () => editor.current?.toggleMark('bold'),
    italic: () => editor.current?.toggleMark('italic'),
    underline: () => editor.current?.toggleMark('underline'),
  })

  const slotToFill = report.slots.find(({ id }) => id === activeSlot?.slotId)
  const title = reportTitle(report)
  const errorCount = findings.found?.findings.filter(({ severity }) => severity === 'error').length ?? 0
  const openSlots = useMemo(() => openSlotCount(slotRows(report)), [report])

  return (
    <div className="screen writing">
      <header className="topbar">
        <IconButton label={vi.common.home} onClick={() => go({ screen: 'home' })}>
          <House className="icon" aria-hidden />
        </IconButton>
        <h1 className="topbar__title" title={title}>
          {title === '' ? vi.home.untitled : title}
        </h1>
        <LayoutBadge report={report} isReadOnly={isReadOnly} onChange={changeReport} />
        <SaveStateMark state={isReadOnly ? 'readOnly' : state} />
        <span className="topbar__space" />
        <Button icon={<ListChecks className="icon" aria-hidden />} onClick={check}>
          {vi.writing.check}
          {errorCount > 0 ? <Badge tone="bad">{errorCount}</Badge> : null}
        </Button>
        <ExportMenu exporting={exporting} onSeeFindings={check} />
      </header>
      {isReadOnly ? <Banner tone="warn">{vi.save.readOnlyWords}</Banner> : null}
      {state.kind === 'conflict' ? (
        <Banner
          tone="bad"
          actions={
            <>
              <Button onClick={() => void session.keepMine()}>{vi.save.keepMine}</Button>
              <Button disabled={isGivingWay} onClick={() => void takeTheirs()}>
                {vi.save.takeTheirs}
              </Button>
            </>
          }
        >
          {vi.save.conflictWords}
        </Banner>
      ) : null}
      {state.kind === 'failed' ? (
        <FailedSave session={session} code={state.error.code} text={exporting.say(state.error)} />
      ) : null}
      <NoticesBanner notices={[...opened.notices, ...importNotices]} />
      <div className="columns">
        <Outline
          rows={rows}
          report={report}
          currentId={selection?.sectionId}
          isReadOnly={isReadOnly}
          editor={editor}
          onGoTo={goTo}
        />
        <main className="middle desk" aria-label={vi.writing.page}>
          {isReadOnly ? null : (
            <div className="desk__toolbar">
              <EditorToolbar editor={editor} selection={selection} />
            </div>
          )}
          <ReportPage report={report} layout={layout} isReadOnly={isReadOnly} onChange={changeReport}>
            <ReportEditor
              ref={editor}
              report={opened.report}
              layout={report.layout}
              isReadOnly={isReadOnly}
              isGuidanceShown={settings.isGuidanceShown}
              onChange={bodyChanged}
              onSelectionChange={setSelection}
              onPasteNotice={(told) => toast({ tone: 'neutral', text: told.map(noticeText).join(' ') })}
              onSlotActivate={(slotId, rect) => setActiveSlot({ slotId, rect })}
            />
          </ReportPage>
        </main>
        <aside className="side side--right panel" aria-label={vi.writing.panel}>
          <Tabs<PanelTab>
            label={vi.writing.panel}
            chosen={tab}
            onChoose={(next) => (next === 'findings' ? check() : setTab(next))}
            tabs={[
              {
                key: 'advice',
                label: vi.advice.tab,
                content: (
                  <AdvicePanel
                    section={rows.find(({ id }) => id === selection?.sectionId)}
                    template={template}
                    slots={report.slots}
                    isReadOnly={isReadOnly}
                    editor={editor}
                  />
                ),
              },
              {
                key: 'slots',
                label: openSlots > 0 ? `${vi.slots.tab} ${openSlots}` : vi.slots.tab,
                content: <SlotsPanel report={report} isReadOnly={isReadOnly} editor={editor} />,
              },
              {
                key: 'findings',
                label: errorCount > 0 ? `${vi.findings.tab} ${errorCount}` : vi.findings.tab,
                content: <FindingsPanel findings={findings} onGoTo={goTo} />,
              },
            ]}
          />
        </aside>
      </div>
      {slotToFill && activeSlot && !isReadOnly ? (
        <SlotPopover
          slot={slotToFill}
          rect={activeSlot.rect}
          onChange={(slot) => editor.current?.setSlot(slot)}
          onClose={() => {
            setActiveSlot(undefined)
            editor.current?.focus()
          }}
        />
      ) : null}
      {isPeriodShown ? (
        <PeriodDialog period={report.reportingPeriod} onChange={changePeriod} onClose={() => setIsPeriodShown(false)} />
      ) : null}
      <footer className="statusbar">
        <span>{vi.writing.words(formatCount(reportWords(rows)))}</span>
        {isReadOnly ? (
          <span>{vi.writing.period(periodLabel(report.reportingPeriod))}</span>
        ) : (
          <button type="button" className="statusbar__button" onClick={() => setIsPeriodShown(true)}>
            {vi.writing.period(periodLabel(report.reportingPeriod))}
          </button>
        )}
        <span>{layout.name}</span>
      </footer>
    </div>
  )
}

interface FailedSaveProps {
  readonly session: ReportSession
  readonly code: string
  readonly text: string
}

/** The connection's own banner speaks when the host is gone; every other failure speaks here. */
function FailedSave({ session, code, text }: FailedSaveProps) {
  if (code === 'host.unreachable' || code === 'host.unauthorised') return null
  return (
    <Banner tone="bad" actions={<Button onClick={() => void session.save()}>{vi.common.retry}</Button>}>
      {text}
    </Banner>
  )
}

interface LayoutBadgeProps {
  readonly report: Report
  readonly isReadOnly: boolean
  readonly onChange: (change: (report: Report) => Report) => void
}

/** The layout in force; for a formal report it may be changed here. */
function LayoutBadge({ report, isReadOnly, onChange }: LayoutBadgeProps) {
  const name = LAYOUT_NAMES[report.layout]
  if (report.kind === 'newsAccount' || isReadOnly) return <Badge tone="accent">{name}</Badge>
  return (
    <Menu
      trigger={
        <button type="button" className="badge badge--accent badge-button" aria-label={vi.writing.changeLayout(name)}>
          {name}
        </button>
      }
      items={FORMAL_LAYOUTS.map((layout) => ({
        kind: 'choice',
        label: LAYOUT_NAMES[layout],
        isChosen: layout === report.layout,
        onSelect: () => onChange((current) => (current.kind === 'formalReport' ? { ...current, layout } : current)),
      }))}
    />
  )
}
