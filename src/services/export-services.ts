import type { Services } from '../contract/services'
import { err } from '../core/result'
import { exportReport } from './export-report'
import type { Ports } from './service-ports'

/** Files for others. */
export function createExportServices({ reports, files, clock }: Ports) {
  return {
    'report.export': async ({ id, to, layout, isDraft }) => {
      const opened = await reports.open(id)
      if (!opened.ok) return opened
      const { report, fileVersion } = opened.value
      // What this program cannot show in full it must not hand out as the report.
      if (fileVersion !== undefined) return err({ code: 'report.tooNew', name: id, fileVersion })
      const exported = await exportReport(report, { to, layout, isDraft, now: clock.now() })
      return exported.ok ? files.deliver(exported.value.name, exported.value.bytes) : exported
    },
  } satisfies Partial<Services>
}
