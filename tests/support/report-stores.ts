import type { FsPort } from '../../src/services/fs-port'
import { nodeCodec } from '../../src/services/node/node-codec'
import { createReportStore, type ReportStore } from '../../src/services/report-store'

/** Times that rise by a second a call. */
export function risingClock() {
  let seconds = 0
  return {
    now: () => {
      seconds += 1
      return new Date(Date.UTC(2026, 10, 22, 1, 0, seconds)).toISOString()
    },
  }
}

/** A store as one process has it, and what it reported as incidents. */
export function storeOn(fs: FsPort, dataFolder = '/data'): ReportStore & { readonly incidents: readonly unknown[] } {
  const incidents: unknown[] = []
  const store = createReportStore({
    fs,
    codec: nodeCodec,
    clock: risingClock(),
    dataFolder,
    appVersion: '0.0.0-test',
    incidents: { report: (_where, cause) => `i${incidents.push(cause)}` },
  })
  return { ...store, incidents }
}
