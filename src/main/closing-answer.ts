/** What the window answers when it is about to be closed; silence counts as no. */
import type { Closing } from '../services/ports'

export interface ClosingAnswer extends Closing {
  /** Whether everything is on disk, as the window says from now on. */
  readonly next: () => Promise<boolean>
}

const PATIENCE_MS = 3_000

/** Joins the call of the window to the end of the window. */
export function awaitClosingAnswer(patienceMs = PATIENCE_MS): ClosingAnswer {
  let hear: (isSaved: boolean) => void = () => undefined
  return {
    answer: (isSaved) => hear(isSaved),
    next: () =>
      new Promise((resolve) => {
        const timer = setTimeout(() => resolve(false), patienceMs)
        hear = (isSaved) => {
          clearTimeout(timer)
          resolve(isSaved)
        }
      }),
  }
}
