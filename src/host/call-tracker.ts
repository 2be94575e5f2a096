/** Knows when the window has gone quiet, so that a host can wait for the last save before it ends. */
import { setTimeout as pause } from 'node:timers/promises'
import type { Dispatch } from '../contract/dispatch'

export interface CallTracker {
  readonly dispatch: Dispatch
  /** Resolves when no call has been under way for a moment, or when patience ends. */
  readonly untilQuiet: (times?: QuietTimes) => Promise<void>
}

export interface QuietTimes {
  /** How long a window that was told of the end may take to begin its last save. */
  readonly quietMs: number
  readonly patienceMs: number
}

const WHEN_CLOSING: QuietTimes = { quietMs: 200, patienceMs: 3_000 }

/** Wraps the dispatcher; the calls themselves are not changed. */
export function trackCalls(dispatch: Dispatch): CallTracker {
  let underWay = 0
  let lastEnd = 0
  return {
    dispatch: async (channel, input) => {
      underWay += 1
      try {
        return await dispatch(channel, input)
      } finally {
        underWay -= 1
        lastEnd = Date.now()
      }
    },
    untilQuiet: async ({ quietMs, patienceMs } = WHEN_CLOSING) => {
      const asked = Date.now()
      const isQuiet = () => underWay === 0 && Date.now() - Math.max(asked, lastEnd) >= quietMs
      while (!isQuiet() && Date.now() - asked < patienceMs) await pause(20)
    },
  }
}
