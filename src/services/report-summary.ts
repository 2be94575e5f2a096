/** One line of the list of reports. */
import type { ReportSummary } from '../contract/channels'
import type { Report } from '../core/report/report'
import { hasText, reportTitle, walkSections } from '../core/report/walk-report'
import { periodLabel } from '../core/reporting-period'

export function reportSummary(report: Report, savedAt: string): ReportSummary {
  const sections = [...walkSections(report.sections)]
    .map(({ section }) => section)
    // A section that only holds others is a frame, not something to write.
    .filter((section) => section.mark?.kind !== 'notApplicable' && (section.sections.length === 0 || hasText(section)))
  return {
    id: report.id,
    title: reportTitle(report),
    kind: report.kind,
    layout: report.layout,
    organization: report.kind === 'formalReport' ? report.letterhead.issuingOrganization : '',
    templateName: report.templateName ?? '',
    periodText: periodLabel(report.reportingPeriod),
    sectionsWritten: sections.filter(hasText).length,
    sectionsTotal: sections.length,
    savedAt,
  }
}

/** A report that cannot be read is listed with its reason, not hidden. */
export function brokenSummary(id: string, problem: 'damaged' | 'tooNew', savedAt: string): ReportSummary {
  return {
    id,
    title: '',
    kind: 'formalReport',
    layout: 'party',
    organization: '',
    templateName: '',
    periodText: '',
    sectionsWritten: 0,
    sectionsTotal: 0,
    savedAt,
    problem,
  }
}
