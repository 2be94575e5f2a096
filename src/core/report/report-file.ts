/** The text of a report file: parse (version, migrate, validate) and serialize. */
import type { AppError } from '../app-error'
import { parseJsonObject, serializeJson } from '../json-text'
import { migrate, type Migration } from '../migrations'
import { parseShape } from '../parse-shape'
import { err, type Result } from '../result'
import { REPORT_SCHEMA_VERSION, ReportSchema, type Report } from './report'

/** Rises by one from 2; a frozen fixture of every version stands in tests/fixtures/report-files. */
export const REPORT_MIGRATIONS: readonly Migration[] = []

/** `name` is what the officer calls the file; it only goes into the error. */
export function parseReport(json: string, name: string): Result<Report, AppError> {
  const object = parseJsonObject(json)
  if (!object.ok) return err({ code: 'report.damaged', name, detail: object.error })
  const migrated = migrate(object.value, REPORT_MIGRATIONS, REPORT_SCHEMA_VERSION)
  if (!migrated.ok) {
    return migrated.error.kind === 'tooNew'
      ? err({ code: 'report.tooNew', name, fileVersion: migrated.error.fileVersion })
      : err({ code: 'report.damaged', name, detail: 'no schemaVersion' })
  }
  const parsed = parseShape(ReportSchema, migrated.value)
  return parsed.ok ? parsed : err({ code: 'report.damaged', name, detail: parsed.error })
}

export const serializeReport = (report: Report): string => serializeJson(report)
