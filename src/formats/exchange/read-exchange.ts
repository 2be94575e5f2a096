import type { AppError } from '../../core/app-error'
import { parseReport } from '../../core/report/report-file'
import type { Report } from '../../core/report/report'
import { err, type Result } from '../../core/result'
import { openZip } from '../zip/open-zip'
import { ZIP_LIMITS } from '../zip/zip-limits'
import { KNOWN_ENTRIES, REPORT_ENTRY } from './exchange-entries'

/** The report in an exchange file. `name` is what the officer calls the file; it only goes into the error. */
export function readExchange(bytes: Uint8Array, name: string): Result<Report, AppError> {
  if (bytes.length === 0) return err({ code: 'file.empty', name })
  const damaged = (detail: string) => err({ code: 'report.damaged', name, detail } as const)
  const archive = openZip(bytes, ZIP_LIMITS)
  if (!archive.ok) return archive.error === 'too large' ? tooLarge(name) : damaged(archive.error)
  if (!archive.value.names.every((entry) => KNOWN_ENTRIES.has(entry))) return damaged('unknown entry')
  const report = archive.value.read(REPORT_ENTRY)
  if (!report.ok) {
    const isTooMuch = report.error === 'too large' || report.error === 'too dense'
    return isTooMuch ? tooLarge(name) : damaged(report.error)
  }
  if (!report.value) return damaged('no report in the archive')
  const text = decodeUtf8(report.value)
  return text === undefined ? err({ code: 'report.damaged', name, detail: 'not UTF-8' }) : parseReport(text, name)
}

const tooLarge = (name: string) =>
  err({ code: 'file.tooLarge', name, limitMb: ZIP_LIMITS.fileBytes / (1024 * 1024) } as const)

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
