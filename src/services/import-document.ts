/** A document from outside → a report of our own, with a fresh id: what is imported is a copy. */
import type { AppError } from '../core/app-error'
import { sampleToReport } from '../core/learning/sample-to-report'
import type { Noted } from '../core/notice'
import { normalizeReport } from '../core/report/normalize-report'
import { parseReport } from '../core/report/report-file'
import type { FormalLayout, Report } from '../core/report/report'
import { err, ok, type Result } from '../core/result'
import { readExchange } from '../formats/exchange/read-exchange'
import type { Codec } from './codec'
import type { Clock, Ids } from './ports'
import { segmentFile } from './segment-file'

export interface ImportOptions {
  /** For a formal report whose own layout cannot be told. */
  readonly layout: FormalLayout
  readonly clock: Clock
  readonly ids: Ids
  readonly codec: Codec
}

/** Reads .tongket exactly, .txt and .html by learning what stands where. */
export function importDocument(
  bytes: Uint8Array,
  name: string,
  { layout, clock, ids, codec }: ImportOptions,
): Result<Noted<Report>, AppError> {
  if (isReportFile(name)) {
    const report = readReportFile(bytes, name)
    return report.ok ? ok({ value: asCopy(report.value, ids), notices: [] }) : report
  }
  const segmented = segmentFile(bytes, name, codec)
  if (!segmented.ok) return segmented
  const report = sampleToReport(segmented.value, { layout, now: clock.now() }, ids)
  const notices = [...segmented.value.notices, ...report.notices]
  return ok({ value: asCopy(report.value, ids), notices })
}

const OWN_FILE = /\.(?:tongket|json)$/i

/** Whether a name is that of a report of our own: an exchange file, or the JSON inside one. */
export const isReportFile = (name: string): boolean => OWN_FILE.test(name)

/** The report as it is, with its own id. Bytes tell whether it is an exchange file or the JSON inside one. */
export function readReportFile(bytes: Uint8Array, name: string): Result<Report, AppError> {
  if (bytes.length === 0) return err({ code: 'file.empty', name })
  if (!isReportFile(name)) return err({ code: 'file.unknownKind', name })
  if (bytes[0] !== OPENING_BRACE) return readExchange(bytes, name)
  try {
    return parseReport(new TextDecoder('utf-8', { fatal: true }).decode(bytes), name)
  } catch {
    return err({ code: 'file.notText', name })
  }
}

const OPENING_BRACE = 0x7b

const asCopy = (report: Report, ids: Ids): Report => normalizeReport({ ...report, id: ids.next() }, ids)
