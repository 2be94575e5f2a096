/** A document from outside → a report of our own, with a fresh id: what is imported is a copy. */
import type { AppError } from '../core/app-error'
import type { CorrectionModel } from '../core/learning/corrections/correction-model'
import { sampleToReport } from '../core/learning/sample-to-report'
import type { Noted } from '../core/notice'
import { parseShape } from '../core/parse-shape'
import { normalizeReport } from '../core/report/normalize-report'
import { parseReport } from '../core/report/report-file'
import { ReportSchema, type FormalLayout, type Report } from '../core/report/report'
import { err, ok, type Result } from '../core/result'
import { readExchange } from '../formats/exchange/read-exchange'
import type { Clock, Ids } from './ports'
import { segmentFile, type SegmentingPorts } from './segment-file'

interface ImportOptions extends SegmentingPorts {
  /** For a formal report whose own layout cannot be told. */
  readonly layout: FormalLayout
  readonly corrections: CorrectionModel
  readonly clock: Clock
  readonly ids: Ids
}

/** Reads .tongket exactly, documents of other programs by learning what stands where. */
export async function importDocument(
  bytes: Uint8Array,
  name: string,
  { layout, corrections, clock, ids, ...ports }: ImportOptions,
): Promise<Result<Noted<Report>, AppError>> {
  if (isReportFile(name)) {
    const report = readReportFile(bytes, name)
    return report.ok ? ok({ value: asCopy(report.value, ids), notices: [] }) : report
  }
  const segmented = await segmentFile(bytes, name, ports, { corrections })
  if (!segmented.ok) return segmented
  const report = sampleToReport(segmented.value.sample, { layout, now: clock.now() }, ids)
  // "Greyed out" speaks of the learning screen; an import says which paragraphs it left out.
  const read = segmented.value.sample.notices.filter(({ code }) => code !== 'segment.clutterHidden')
  const notices = [...read, ...report.notices]
  // What no file may hold is refused now: written, it would never open again.
  const parsed = parseShape(ReportSchema, asCopy(report.value, ids))
  return parsed.ok ? ok({ value: parsed.value, notices }) : err({ code: 'report.damaged', name, detail: parsed.error })
}

const OWN_FILE = /\.(?:tongket|json)$/i

/** Whether a name is that of a report of our own: an exchange file, or the JSON inside one. */
const isReportFile = (name: string): boolean => OWN_FILE.test(name)

/** The report as it is, with its own id. Bytes tell whether it is an exchange file or the JSON inside one. */
export function readReportFile(bytes: Uint8Array, name: string): Result<Report, AppError> {
  if (bytes.length === 0) return err({ code: 'file.empty', name })
  if (!isReportFile(name)) return err({ code: 'file.unknownKind', name })
  if (!isJson(bytes)) return readExchange(bytes, name)
  const text = decodeUtf8(bytes)
  return text === undefined ? err({ code: 'file.notText', name }) : parseReport(text, name)
}

const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf]
const WHITE_SPACE = new Set([0x20, 0x09, 0x0a, 0x0d])
const OPENING_BRACE = 0x7b

/** Editors put a byte order mark or blank lines before the brace. */
function isJson(bytes: Uint8Array): boolean {
  const from = BYTE_ORDER_MARK.every((byte, index) => bytes[index] === byte) ? BYTE_ORDER_MARK.length : 0
  return bytes.subarray(from).find((byte) => !WHITE_SPACE.has(byte)) === OPENING_BRACE
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

const asCopy = (report: Report, ids: Ids): Report => normalizeReport({ ...report, id: ids.next() }, ids)
