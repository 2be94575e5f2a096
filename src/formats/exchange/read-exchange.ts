import type { AppError } from '../../core/app-error'
import { parseReport } from '../../core/report/report-file'
import type { Report } from '../../core/report/report'
import { err, type Result } from '../../core/result'
import { EXCHANGE_LIMITS, KNOWN_ENTRIES, REPORT_ENTRY } from './exchange-entries'
import { readArchive } from './read-archive'

/** The report in an exchange file. `name` is what the officer calls the file; it only goes into the error. */
export function readExchange(bytes: Uint8Array, name: string): Result<Report, AppError> {
  if (bytes.length === 0) return err({ code: 'file.empty', name })
  const contents = readArchive(bytes, KNOWN_ENTRIES)
  if (!contents.ok) {
    return contents.error === 'too large'
      ? err({ code: 'file.tooLarge', name, limitMb: EXCHANGE_LIMITS.fileBytes / (1024 * 1024) })
      : err({ code: 'report.damaged', name, detail: contents.error })
  }
  const report = contents.value.get(REPORT_ENTRY)
  if (!report) return err({ code: 'report.damaged', name, detail: 'no report in the archive' })
  const text = decodeUtf8(report)
  return text === undefined ? err({ code: 'report.damaged', name, detail: 'not UTF-8' }) : parseReport(text, name)
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
