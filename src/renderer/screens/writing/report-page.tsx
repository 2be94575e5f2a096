import { useMemo, type ReactNode } from 'react'
import type { Layout } from '../../../core/official-layout/layout'
import type { Report } from '../../../core/report/report'
import { FormalFoot } from './formal-foot'
import { FormalHead } from './formal-head'
import { NewsFoot, NewsHead } from './news-parts'
import { PageAccess } from './page-field'
import { paperStyle } from './page-style'
import './report-page.css'

interface ReportPageProps {
  readonly report: Report
  readonly layout: Layout
  readonly isReadOnly: boolean
  readonly onChange: (change: (report: Report) => Report) => void
  /** The editor of the body. */
  readonly children: ReactNode
}

/** The paper: head, body and foot, each field where it will be printed. */
export function ReportPage({ report, layout, isReadOnly, onChange, children }: ReportPageProps) {
  const access = useMemo(() => ({ isReadOnly }), [isReadOnly])
  return (
    <PageAccess value={access}>
      <div className="paper-frame">
        <article className="paper on-paper" style={paperStyle(layout)} lang="vi">
          {report.kind === 'formalReport' ? (
            <FormalHead
              report={report}
              layout={layout}
              onChange={(change) =>
                onChange((current) => (current.kind === 'formalReport' ? change(current) : current))
              }
            />
          ) : (
            <NewsHead
              report={report}
              layout={layout}
              onChange={(change) => onChange((current) => (current.kind === 'newsAccount' ? change(current) : current))}
            />
          )}
          <div className="paper__body">{children}</div>
          {report.kind === 'formalReport' ? (
            <FormalFoot
              report={report}
              layout={layout}
              onChange={(change) =>
                onChange((current) => (current.kind === 'formalReport' ? change(current) : current))
              }
            />
          ) : (
            <NewsFoot
              report={report}
              layout={layout}
              onChange={(change) => onChange((current) => (current.kind === 'newsAccount' ? change(current) : current))}
            />
          )}
        </article>
      </div>
    </PageAccess>
  )
}
