import type { ReportSummary } from '../../../contract/channels'
import { formatDay } from '../../text/format'
import { LAYOUT_NAMES, vi } from '../../text/vi'
import { Badge } from '../../ui/badge'
import { useWindow } from '../window-context'
import './rows.css'

/** One row a report; a damaged one stands there with its reason. */
export function ReportList({ reports }: { readonly reports: readonly ReportSummary[] }) {
  const now = new Date()
  return (
    <ul className="rows" aria-label={vi.home.listName}>
      {reports.map((report) => (
        <li key={report.id} className="rows__row">
          <ReportRow report={report} now={now} />
        </li>
      ))}
    </ul>
  )
}

function ReportRow({ report, now }: { readonly report: ReportSummary; readonly now: Date }) {
  const { go } = useWindow()
  const title = report.title === '' ? vi.home.untitled : report.title
  const second = report.organization === '' ? templateWords(report) : report.organization
  const isDamaged = report.problem === 'damaged'
  return (
    <button
      type="button"
      className="rows__button"
      aria-disabled={isDamaged}
      onClick={() => {
        if (!isDamaged) go({ screen: 'writing', id: report.id })
      }}
    >
      <span className="rows__main">
        <span className="rows__title">{title}</span>
        <span className="rows__second">{problemWords(report) ?? second}</span>
      </span>
      <span className="rows__cell">
        <Badge tone="accent">{LAYOUT_NAMES[report.layout]}</Badge>
      </span>
      <span className="rows__cell">
        <Problem report={report} />
      </span>
      <span className="rows__cell rows__cell--date muted">{formatDay(report.savedAt, now)}</span>
    </button>
  )
}

const templateWords = (report: ReportSummary): string =>
  report.templateName === '' ? report.periodText : vi.home.template(report.templateName)

function problemWords(report: ReportSummary): string | undefined {
  if (report.problem === undefined) return undefined
  return report.problem === 'damaged' ? vi.home.damagedWords : vi.home.tooNewWords
}

function Problem({ report }: { readonly report: ReportSummary }) {
  switch (report.problem) {
    case 'damaged':
      return <Badge tone="bad">{vi.home.damaged}</Badge>
    case 'tooNew':
      return <Badge tone="warn">{vi.home.tooNew}</Badge>
    case undefined: {
      const words = vi.home.sections(report.sectionsWritten, report.sectionsTotal)
      const isWhole = report.sectionsTotal > 0 && report.sectionsWritten >= report.sectionsTotal
      return isWhole ? <Badge tone="good">{words}</Badge> : <span className="muted">{words}</span>
    }
  }
}
