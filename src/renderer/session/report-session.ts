/**
 * The report that is open: what is typed, what is on disk, and the way from one to the other.
 * Promises: a change is sent to disk at most a second after it was made; "saved" is said only from the write's own
 * reply, and only when nothing was typed since the call began; a failed save keeps the text and tries again.
 * It knows nothing of React or Lexical: the editor gives its body when asked.
 */
import type { Output } from '../../contract/channels'
import { normalizeFields } from '../../core/report/normalize-report'
import type { Report } from '../../core/report/report'
import { err, ok, type Result } from '../../core/result'
import type { WindowCall, WindowError } from '../bridge'
import type { ReportBody } from '../editor/editor-handle'
import { incidentMessage } from './incident-message'

export type SaveState =
  /** `at` is the host's own time of the write; absent when nothing was changed since the report was opened. */
  | { readonly kind: 'saved'; readonly at?: string }
  | { readonly kind: 'dirty'; readonly since: number }
  | { readonly kind: 'saving'; readonly since: number }
  | { readonly kind: 'failed'; readonly error: WindowError; readonly since: number }
  /** Somebody else wrote this report; nothing is written until the officer chose whose text stays. */
  | { readonly kind: 'conflict'; readonly seq: number; readonly since: number }

export interface SessionTimers {
  readonly now: () => number
  readonly set: (run: () => void, ms: number) => number
  readonly clear: (timer: number) => void
}

export interface ReportSession {
  /** The report as it stands now: fields and, where an editor is attached, its body. */
  readonly read: () => Report
  /** The report as last read: the same object until something changed, and the body perhaps a moment old. */
  readonly peek: () => Report
  /** Reads the body now, for whoever draws it outside the editor. */
  readonly refresh: () => void
  readonly state: () => SaveState
  readonly subscribe: (listener: () => void) => () => void
  /** Lets the editor give its body at each save; the body is kept when the editor goes. */
  readonly attachBody: (readBody: () => ReportBody) => () => void
  /** The editor's content changed. */
  readonly touchBody: () => void
  /** Changes a field outside the editor. */
  readonly change: (change: (report: Report) => Report) => void
  /** Everything typed so far goes to disk now. True when it is there. */
  readonly save: () => Promise<boolean>
  /** Also what is typed while it saves: true when nothing at all is left to be written. */
  readonly saveAll: () => Promise<boolean>
  /** After `conflict`: this window's text becomes the newest version. */
  readonly keepMine: () => Promise<boolean>
  /** Saves, then tells the host that the report is closed. False when something could not be saved. */
  readonly close: () => Promise<boolean>
  /** Sends what is not on disk yet one last time and stops all timers; called when the session is thrown away. */
  readonly dispose: () => void
}

/** The write follows this long after the last change … */
export const QUIET_MS = 500
/** … but this long after the first one at the latest, which leaves the disk its share of the promised second. */
export const CAP_MS = 900
const RETRY_MS = [1000, 2000, 4000, 8000] as const

type Opened = Pick<Output<'report.open'>, 'report' | 'seq'>

/** A text on its way to the disk, under a name that stays when it is sent again. */
interface Attempt {
  readonly report: Report
  readonly saveId: string
  /** How many changes it holds. */
  readonly carried: number
}

export function createReportSession(
  call: WindowCall,
  opened: Opened,
  timers: SessionTimers,
  newSaveId = (): string => crypto.randomUUID(),
): ReportSession {
  let report = opened.report
  let seq = opened.seq
  let readBody: (() => ReportBody) | undefined
  let isBodyFresh = true
  /** Counts changes; a save remembers the count it carried. */
  let changes = 0
  let savedChanges = 0
  let firstUnsaved = 0
  let state: SaveState = { kind: 'saved' }
  let running: Promise<boolean> | undefined
  let quietTimer: number | undefined
  let capTimer: number | undefined
  let retryTimer: number | undefined
  let failures = 0
  /** The last one that was not acknowledged. */
  let attempt: Attempt | undefined
  let isUnanswered = false
  let isDisposed = false
  const listeners = new Set<() => void>()

  const notify = () => {
    for (const listener of listeners) listener()
  }

  const setState = (next: SaveState) => {
    state = next
    notify()
  }

  /** Whoever draws the state compares objects: the next letter of an unsaved text is no new state. */
  const setDirty = (since: number) =>
    setState(state.kind === 'dirty' && state.since === since ? state : { kind: 'dirty', since })

  const commit = (): Report => {
    if (readBody && !isBodyFresh) {
      report = { ...report, ...readBody() }
      isBodyFresh = true
    }
    return report
  }

  const stopTimers = () => {
    for (const timer of [quietTimer, capTimer, retryTimer]) if (timer !== undefined) timers.clear(timer)
    quietTimer = capTimer = retryTimer = undefined
  }

  const changed = () => {
    if (isDisposed) return
    changes += 1
    const now = timers.now()
    if (changes === savedChanges + 1) firstUnsaved = now
    if (state.kind === 'saved' || state.kind === 'dirty') setDirty(firstUnsaved)
    else notify()
    // After a failure the next try is already set; after a conflict the officer decides.
    if (state.kind !== 'failed' && state.kind !== 'conflict') schedule()
  }

  const schedule = () => {
    if (quietTimer !== undefined) timers.clear(quietTimer)
    quietTimer = timers.set(() => void flush(), QUIET_MS)
    capTimer ??= timers.set(() => void flush(), CAP_MS)
  }

  /** One write at a time; a second asker waits for the first and then writes what came meanwhile. */
  const flush = async (): Promise<boolean> => {
    stopTimers()
    while (running) if (!(await running)) return false
    if (state.kind === 'conflict') return false
    if (changes === savedChanges) return true
    running = writeUpTo(changes)
    try {
      return await running
    } finally {
      running = undefined
    }
  }

  const flushAll = async (): Promise<boolean> => {
    while (changes !== savedChanges) if (!(await flush())) return false
    return true
  }

  /** Two writes where the first only asks again for one whose answer got lost. */
  const writeUpTo = async (wanted: number): Promise<boolean> => {
    do if (!(await write())) return false
    while (savedChanges < wanted)
    return true
  }

  const write = async (): Promise<boolean> => {
    const since = firstUnsaved
    const startedAt = timers.now()
    setState({ kind: 'saving', since })
    const result = await send()
    isUnanswered = !result.ok && result.error.code === 'host.unreachable'
    if (!result.ok) return failed(result.error, since)
    const { carried, seq: savedSeq, savedAt } = result.value
    failures = 0
    attempt = undefined
    seq = savedSeq
    savedChanges = carried
    // What was typed while the write ran is not on disk yet; its own timers run already.
    if (changes > carried) firstUnsaved = startedAt
    if (changes === carried) setState({ kind: 'saved', at: savedAt })
    else setDirty(firstUnsaved)
    return true
  }

  const send = async (): Promise<Result<Output<'report.save'> & Pick<Attempt, 'carried'>, WindowError>> => {
    try {
      attempt = nextAttempt()
      const { report: sent, saveId, carried } = attempt
      const result = await call('report.save', { report: sent, baseSeq: seq, saveId })
      return result.ok ? ok({ ...result.value, carried }) : result
    } catch (cause) {
      // A fault in the editor must not end the saving: it is told to the log and shown as a failed save.
      const told = await call('host.reportIncident', { where: 'report-session', message: incidentMessage(cause) })
      return err({ code: 'internal', incident: told.ok ? told.value.incident : '' })
    }
  }

  /** A text whose answer got lost may be on disk: it is asked for again, as it was, before anything newer. */
  const nextAttempt = (): Attempt => {
    if (attempt && (isUnanswered || attempt.carried === changes)) return attempt
    // On the screen the fields keep the letters as they were typed: an input method counts on them.
    return { report: normalizeFields(commit()), saveId: newSaveId(), carried: changes }
  }

  const failed = (error: WindowError, since: number): boolean => {
    if (error.code === 'report.changedElsewhere') {
      setState({ kind: 'conflict', seq: error.seq, since })
      return false
    }
    setState({ kind: 'failed', error, since })
    const wait = RETRY_MS[Math.min(failures, RETRY_MS.length - 1)] ?? 1000
    failures += 1
    if (!isDisposed) retryTimer = timers.set(() => void flush(), wait)
    return false
  }

  return {
    read: commit,
    peek: () => report,
    refresh: () => {
      commit()
      notify()
    },
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    attachBody: (read) => {
      readBody = read
      return () => {
        commit()
        if (readBody === read) readBody = undefined
      }
    },
    touchBody: () => {
      isBodyFresh = false
      changed()
    },
    change: (make) => {
      report = make(commit())
      changed()
    },
    save: flush,
    saveAll: flushAll,
    keepMine: () => {
      if (state.kind === 'conflict') {
        seq = state.seq
        setState({ kind: 'dirty', since: state.since })
      }
      return flush()
    },
    close: async () => {
      do {
        if (!(await flushAll())) return false
        // Everything is on disk; a host that cannot close does that at its next start.
        await call('report.close', { id: report.id })
        // The page was open to the keyboard while the host closed.
      } while (changes !== savedChanges)
      return true
    },
    dispose: () => {
      if (isDisposed) return
      isDisposed = true
      listeners.clear()
      void flush()
    },
  }
}

/** Timers of a window. */
export const windowTimers = (page: Window): SessionTimers => ({
  now: () => Date.now(),
  set: (run, ms) => page.setTimeout(run, ms),
  clear: (timer) => page.clearTimeout(timer),
})
