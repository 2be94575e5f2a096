import { strToU8, zipSync } from 'fflate'
import { serializeReport } from '../../core/report/report-file'
import type { Report } from '../../core/report/report'
import { ZIP_LIMITS } from '../zip/zip-limits'
import { REPORT_ENTRY } from './exchange-entries'

// The first date a zip can hold: the same report gives the same bytes.
const ZIP_DATE = '1980-01-01T00:00:00'

/** The bytes of an exchange file: the whole report, to be opened by a colleague as a copy. */
export function writeExchange(report: Report): Uint8Array {
  const content = strToU8(serializeReport(report))
  const packed = zip(content, 6)
  // A text that repeats itself packs so well that a reader would take it for a bomb.
  return packed.length * (ZIP_LIMITS.ratio / 2) < content.length ? zip(content, 0) : packed
}

const zip = (content: Uint8Array, level: 0 | 6): Uint8Array =>
  zipSync({ [REPORT_ENTRY]: [content, { mtime: ZIP_DATE, level }] })
