/** From what lies in a report's folder to the newest report that can be read, with all that was found bad. */
import type { AppError } from '../core/app-error'
import type { Notice } from '../core/notice'
import { parseReport } from '../core/report/report-file'
import type { Report } from '../core/report/report'
import { err, ok, type Result } from '../core/result'
import type { Envelope } from './envelope'
import { readNewerReport } from './read-newer-report'
import { readReportFolder, type Damage, type Disk, type ReportFolder } from './report-folder'

export interface FoundReport {
  readonly report: Report
  readonly envelope: Envelope
  readonly folder: ReportFolder
  /** Set where the file is of a version this program only knows in part. */
  readonly newer: { readonly fileVersion: number; readonly notices: readonly Notice[] } | undefined
  readonly damage: readonly Damage[]
}

/** Reads only; whoever opens the report for writing mends the folder. */
export async function findReport(disk: Disk, path: string, id: string): Promise<Result<FoundReport, AppError>> {
  const folder = await readReportFolder(disk, path, id)
  const damage = [...folder.damage]
  for (const version of folder.versions) {
    const envelope = await version.load()
    if (!envelope.ok) {
      damage.push({ name: version.source, reason: envelope.error, from: 0 })
      continue
    }
    const read = readPayload(envelope.value.payload, id)
    if (read) return ok({ ...read, envelope: envelope.value, folder, damage: oncePerFile(damage) })
    damage.push({ name: version.source, reason: 'invalid', from: 0 })
  }
  if (damage.length === 0) return err({ code: 'report.notFound', id })
  return err({ code: 'report.damaged', name: id, detail: damageText(damage) })
}

function readPayload(payload: string, id: string): Pick<FoundReport, 'report' | 'newer'> | undefined {
  const parsed = parseReport(payload, id)
  if (parsed.ok) return parsed.value.id === id ? { report: parsed.value, newer: undefined } : undefined
  if (parsed.error.code !== 'report.tooNew') return undefined
  const view = readNewerReport(payload)
  if (view?.value.id !== id) return undefined
  return { report: view.value, newer: { fileVersion: parsed.error.fileVersion, notices: view.notices } }
}

const oncePerFile = (damage: readonly Damage[]): readonly Damage[] => [
  ...new Map([...damage].reverse().map((item) => [item.name, item])).values(),
]

/** For logs and notices: names of files and reasons, nothing of the report. */
export const damageText = (damage: readonly Damage[]): string =>
  oncePerFile(damage)
    .map(({ name, reason }) => `${name} (${reason})`)
    .join(', ')
