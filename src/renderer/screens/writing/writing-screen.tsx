import { useEffect, useState } from 'react'
import type { Output } from '../../../contract/channels'
import type { Notice } from '../../../core/notice'
import type { Template } from '../../../core/template/template'
import type { Bridge, WindowError } from '../../bridge'
import { createReportSession, windowTimers, type ReportSession } from '../../session/report-session'
import { errorText } from '../../text/errors'
import { APP_NAME, vi } from '../../text/vi'
import { Button } from '../../ui/button'
import { Empty } from '../../ui/empty'
import '../screen.css'
import { useWindow } from '../window-context'
import { WritingDesk } from './writing-desk'

type Opening =
  | { readonly kind: 'opening' }
  | { readonly kind: 'failed'; readonly error: WindowError }
  | {
      readonly kind: 'open'
      readonly opened: Output<'report.open'>
      readonly template: Template | undefined
      readonly session: ReportSession
      readonly importNotices: readonly Notice[]
    }

/** Opens the report and gives it a session; the desk does the rest. */
export function WritingScreen({ id }: { readonly id: string }) {
  const { bridge, go, takeNotices } = useWindow()
  const [opening, setOpening] = useState<Opening>({ kind: 'opening' })
  const [turn, setTurn] = useState(0)

  useEffect(() => {
    const stopped = new AbortController()
    let session: ReportSession | undefined
    void open(bridge, id).then((next) => {
      if (stopped.signal.aborted) return
      if (next.kind === 'failed') return setOpening(next)
      session = createReportSession(bridge.call, next.opened, windowTimers(window))
      setOpening({ ...next, session, importNotices: takeNotices(id) })
    })
    return () => {
      stopped.abort()
      session?.dispose()
    }
  }, [bridge, id, turn, takeNotices])

  switch (opening.kind) {
    case 'opening':
      return <main className="screen" aria-busy aria-label={vi.common.loading} />
    case 'failed':
      return (
        <main className="screen screen--notice">
          <h1 className="app-name">{APP_NAME}</h1>
          <Empty
            title={vi.common.notOpened}
            actions={
              <>
                <Button kind="primary" onClick={() => go({ screen: 'home' })}>
                  {vi.common.home}
                </Button>
                <Button onClick={() => setTurn((current) => current + 1)}>{vi.common.retry}</Button>
              </>
            }
          >
            {errorText(opening.error)}
          </Empty>
        </main>
      )
    case 'open':
      return (
        <WritingDesk
          key={turn}
          opened={opening.opened}
          template={opening.template}
          session={opening.session}
          importNotices={opening.importNotices}
          onReopen={() => {
            setOpening({ kind: 'opening' })
            setTurn((current) => current + 1)
          }}
        />
      )
  }
}

type Found =
  | Extract<Opening, { readonly kind: 'failed' }>
  | Omit<Extract<Opening, { readonly kind: 'open' }>, 'session' | 'importNotices'>

async function open({ call }: Bridge, id: string): Promise<Found> {
  const opened = await call('report.open', { id })
  if (!opened.ok) return { kind: 'failed', error: opened.error }
  const { templateId } = opened.value.report
  const template = templateId === undefined ? undefined : await call('template.read', { id: templateId })
  return {
    kind: 'open',
    opened: opened.value,
    template: template?.ok ? template.value : undefined,
  }
}
