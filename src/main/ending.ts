/** The end of the program: windows first, then everything is written out, then the process goes. */
import { app } from 'electron'

/** Runs `finish` once, after the last window has closed and before the process ends; waits for it, but not for ever. */
export function endOnce(finish: () => Promise<void>): void {
  let state: 'running' | 'finishing' | 'finished' = 'running'
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', (event) => {
    if (state === 'finished') return
    event.preventDefault()
    if (state === 'finishing') return
    state = 'finishing'
    void Promise.race([finish(), patience()]).finally(() => {
      state = 'finished'
      app.quit()
    })
  })
}

const PATIENCE_MS = 5_000

const patience = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, PATIENCE_MS).unref())
