/** Ends the host once the officer's last window has been closed; a page that is only reloaded comes back in time. */
export interface UsageWatch {
  readonly watch: (openCount: () => number) => void
  /** From now on the host ends when no window is open for a moment. */
  readonly endWhenUnused: () => void
  /** A window came or went. */
  readonly changed: () => void
}

const RELOAD_MS = 5_000

export function createUsageWatch(end: () => void): UsageWatch {
  let openCount: () => number = () => 0
  let isAsked = false
  const look = () => {
    if (!isAsked) return
    setTimeout(() => {
      if (openCount() === 0) end()
    }, RELOAD_MS).unref()
  }
  return {
    watch: (count) => {
      openCount = count
    },
    endWhenUnused: () => {
      isAsked = true
      look()
    },
    changed: look,
  }
}
