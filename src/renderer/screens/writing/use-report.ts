import { useEffect, useEffectEvent, useRef, useSyncExternalStore, type RefObject } from 'react'
import type { Report } from '../../../core/report/report'
import type { EditorHandle } from '../../editor/editor-handle'
import type { ReportSession, SaveState } from '../../session/report-session'
import { vi } from '../../text/vi'
import { useToast } from '../../ui/toast'
import { useClosingCheck, useLeaveGuard, useWindow } from '../window-context'

/** Outline, panels and counts follow the typing at this distance. */
const FOLLOW_MS = 250

export interface OpenReport {
  readonly report: Report
  readonly state: SaveState
  /** To be called at every change in the editor. */
  readonly bodyChanged: () => void
}

/** The report of a session as React sees it, and every moment at which it must be on disk. */
export function useReport(session: ReportSession, editor: RefObject<EditorHandle | null>): OpenReport {
  const { connection, go } = useWindow()
  const toast = useToast()
  const report = useSyncExternalStore(session.subscribe, session.peek)
  const state = useSyncExternalStore(session.subscribe, session.state)
  const timer = useRef<number>(undefined)

  useEffect(() => {
    const handle = editor.current
    return handle ? session.attachBody(handle.readBody) : undefined
  }, [session, editor])

  const isUnsaved = useEffectEvent(() => session.state().kind !== 'saved')
  useEffect(() => {
    const save = () => void session.save()
    const hidden = () => {
      if (document.visibilityState === 'hidden') save()
    }
    const leaving = (event: BeforeUnloadEvent) => {
      save()
      if (isUnsaved()) event.preventDefault()
    }
    window.addEventListener('blur', save)
    window.addEventListener('pagehide', save)
    document.addEventListener('visibilitychange', hidden)
    window.addEventListener('beforeunload', leaving)
    return () => {
      window.removeEventListener('blur', save)
      window.removeEventListener('pagehide', save)
      document.removeEventListener('visibilitychange', hidden)
      window.removeEventListener('beforeunload', leaving)
      window.clearTimeout(timer.current)
    }
  }, [session])

  // A host that answers again is given the text at once, without waiting for the next try.
  useEffect(() => {
    if (connection === 'here' && session.state().kind === 'failed') void session.save()
  }, [connection, session])

  useClosingCheck(session.saveAll)
  const isLeavingAnyway = useRef(false)
  useLeaveGuard(async () => {
    if (isLeavingAnyway.current || (await session.close())) return true
    toast({
      tone: 'bad',
      text: vi.save.notClosed,
      action: {
        label: vi.save.leaveAnyway,
        onSelect: () => {
          isLeavingAnyway.current = true
          go({ screen: 'home' })
        },
      },
    })
    return false
  })

  const bodyChanged = () => {
    session.touchBody()
    window.clearTimeout(timer.current)
    timer.current = window.setTimeout(session.refresh, FOLLOW_MS)
  }

  return { report, state, bodyChanged }
}
