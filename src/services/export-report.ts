/** A report → the bytes of a file for others. */
import type { AppError } from '../core/app-error'
import { checkReport } from '../core/checking/check-report'
import type { LayoutId, Report } from '../core/report/report'
import { reportTitle } from '../core/report/walk-report'
import { err, ok, type Result } from '../core/result'
import { writeExchange } from '../formats/exchange/write-exchange'
import { writeDocx, writeHtml, type WriteOptions } from '../formats/writers'
import { exportFileName } from './export-file-name'

type ExportFormat = 'docx' | 'html' | 'tongket'

interface ExportWish {
  readonly to: ExportFormat
  /** Absent: the report's own. */
  readonly layout?: LayoutId | undefined
  readonly isDraft: boolean
  /** ISO 8601 with zone. */
  readonly now: string
}

interface ExportedFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** With findings of severity error only a draft leaves the house; an exchange file is for going on with the work. */
export async function exportReport(report: Report, wish: ExportWish): Promise<Result<ExportedFile, AppError>> {
  const layout = wish.layout ?? report.layout
  if (!layoutFits(report, layout)) return err({ code: 'report.layoutNotForKind', layout, kind: report.kind })
  if (wish.to !== 'tongket' && !wish.isDraft) {
    const count = checkReport(report, layout).filter(({ severity }) => severity === 'error').length
    if (count > 0) return err({ code: 'report.hasErrors', count })
  }
  const bytes = await WRITERS[wish.to](report, { layout, isDraft: wish.isDraft, now: wish.now })
  const isDraft = wish.isDraft && wish.to !== 'tongket'
  return ok({ name: exportFileName(reportTitle(report), wish.to, { isDraft }), bytes })
}

const WRITERS: Readonly<
  Record<ExportFormat, (report: Report, options: WriteOptions) => Uint8Array | Promise<Uint8Array>>
> = { docx: writeDocx, html: writeHtml, tongket: writeExchange }

/** The report as colleagues open it: one file, everything in it. */
export const writeExchangeFile = (report: Report): Uint8Array => writeExchange(report)

/** The report as a page to look at, without a draft line and whatever is still wrong in it. */
export const viewReport = (report: Report, now: string): string =>
  new TextDecoder().decode(writeHtml(report, { layout: report.layout, isDraft: false, now }))

/** A news account is a page of the portal; a formal report never is. */
export const layoutFits = (report: Report, layout: LayoutId): boolean =>
  (report.kind === 'newsAccount') === (layout === 'portal')
