/** The list of reports: reads what is needed of each folder and changes nothing. */
import type { ReportSummary } from '../contract/channels'
import { findReport } from './find-report'
import { orWhenAbsent, systemCode } from './fs-port'
import type { Disk } from './report-folder'
import { brokenSummary, reportSummary } from './report-summary'
import { isStoreName } from './store-name'

/** So many folders are read at once. */
const AT_ONCE = 16

/** `inMemory` spares the disk for reports that are open. Newest first. */
export async function listReports(
  disk: Disk,
  reportsFolder: string,
  inMemory: (id: string) => ReportSummary | undefined,
): Promise<readonly ReportSummary[]> {
  const ids = (await orWhenAbsent(disk.fs.list(reportsFolder), [])).filter(isStoreName)
  const summaries: ReportSummary[] = []
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const some = ids.slice(from, from + AT_ONCE)
    const read = await Promise.all(some.map(async (id) => inMemory(id) ?? (await summaryOf(disk, reportsFolder, id))))
    summaries.push(...read.filter((summary) => summary !== undefined))
  }
  const time = ({ savedAt }: ReportSummary) => Date.parse(savedAt) || 0
  return summaries.sort((a, b) => time(b) - time(a))
}

/** `undefined` for a folder in which nothing was ever acknowledged. */
async function summaryOf(disk: Disk, reportsFolder: string, id: string): Promise<ReportSummary | undefined> {
  try {
    const found = await findReport(disk, `${reportsFolder}/${id}`, id)
    if (!found.ok) return found.error.code === 'report.notFound' ? undefined : brokenSummary(id, 'damaged', '')
    const summary = reportSummary(found.value.report, found.value.envelope.header.savedAt)
    return found.value.newer ? { ...summary, problem: 'tooNew' } : summary
  } catch (cause) {
    // A stray file among the folders, or a folder that cannot be read.
    if (systemCode(cause) === 'ENOTDIR') return undefined
    if (systemCode(cause) === undefined) throw cause
    return brokenSummary(id, 'damaged', '')
  }
}
