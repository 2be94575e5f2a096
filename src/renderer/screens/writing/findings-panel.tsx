import { useState } from 'react'
import type { Output } from '../../../contract/channels'
import type { Finding } from '../../../core/finding'
import type { Report } from '../../../core/report/report'
import type { WindowCall, WindowError } from '../../bridge'
import type { ReportSession } from '../../session/report-session'
import { errorText } from '../../text/errors'
import { findingText } from '../../text/findings'
import { vi } from '../../text/vi'
import { Badge, type Tone } from '../../ui/badge'
import { Button } from '../../ui/button'

export interface Findings {
  readonly found: Output<'report.check'> | undefined
  readonly error: WindowError | undefined
  readonly isRunning: boolean
  /** The report was changed after it was checked. */
  readonly isStale: boolean
  readonly run: () => Promise<void>
}

/** Checks what is on disk, after everything typed is there. */
export function useFindings(call: WindowCall, session: ReportSession, report: Report): Findings {
  const [answer, setAnswer] = useState<{ readonly report: Report; readonly found: Output<'report.check'> }>()
  const [error, setError] = useState<WindowError>()
  const [isRunning, setIsRunning] = useState(false)
  const run = async () => {
    if (isRunning) return
    setIsRunning(true)
    // The host checks what is on disk: an older text would give findings that are not true of the page.
    if (!(await session.save())) return setIsRunning(false)
    const checked = session.read()
    const result = await call('report.check', { id: checked.id })
    setIsRunning(false)
    setError(result.ok ? undefined : result.error)
    if (result.ok) setAnswer({ report: checked, found: result.value })
  }
  return { found: answer?.found, error, isRunning, isStale: answer !== undefined && answer.report !== report, run }
}

interface FindingsPanelProps {
  readonly findings: Findings
  readonly onGoTo: (at: string) => void
}

const SEVERITIES = [
  { severity: 'error', tone: 'bad' },
  { severity: 'warning', tone: 'warn' },
  { severity: 'hint', tone: 'neutral' },
] as const satisfies readonly { readonly severity: Finding['severity']; readonly tone: Tone }[]

/** What must, should and could be mended; each leads to its place. */
export function FindingsPanel({ findings, onGoTo }: FindingsPanelProps) {
  const { found, error, isRunning, isStale, run } = findings
  return (
    <div className="findings">
      <div className="form__buttons">
        <Button disabled={isRunning} onClick={() => void run()}>
          {isRunning ? vi.findings.running : vi.findings.run}
        </Button>
        {isStale && !isRunning ? <span className="small muted">{vi.findings.stale}</span> : null}
      </div>
      {error ? <p role="alert">{errorText(error)}</p> : null}
      {found === undefined && !error ? <p className="muted">{vi.findings.neverRun}</p> : null}
      {found?.findings.length === 0 ? <p role="status">{vi.findings.none}</p> : null}
      {SEVERITIES.map(({ severity, tone }) => {
        const group = found?.findings.filter((finding) => finding.severity === severity) ?? []
        if (group.length === 0) return null
        return (
          <section key={severity} aria-label={vi.findings[severity]}>
            <h2 className="findings__title">
              {vi.findings[severity]} <Badge tone={tone}>{group.length}</Badge>
            </h2>
            <ul>
              {group.map((finding, index) => (
                <li key={index}>
                  <FindingRow finding={finding} onGoTo={onGoTo} />
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </div>
  )
}

function FindingRow({ finding, onGoTo }: { readonly finding: Finding; readonly onGoTo: (at: string) => void }) {
  return (
    <button type="button" className="finding" onClick={() => onGoTo(finding.at)}>
      <span>{findingText(finding)}</span>
      {finding.text === '' ? null : <span className="finding__quote">“{finding.text}”</span>}
      {finding.expected === undefined ? null : (
        <span className="small muted">{vi.findings.expected(finding.expected)}</span>
      )}
      {finding.clause === undefined ? null : <span className="small muted">{vi.findings.clause(finding.clause)}</span>}
    </button>
  )
}
