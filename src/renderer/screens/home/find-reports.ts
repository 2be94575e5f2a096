import type { ReportSummary, TemplateSummary } from '../../../contract/channels'
import { unmarkedKey } from '../../../core/vietnamese/matching-key'

/** Reports whose title, organisation or period holds every word typed, with or without marks; newest first. */
export function findReports(reports: readonly ReportSummary[], query: string): readonly ReportSummary[] {
  return bySearch(reports, query, ({ title, organization, periodText, templateName }) =>
    [title, organization, periodText, templateName].join(' '),
  ).toSorted((a, b) => (a.savedAt < b.savedAt ? 1 : a.savedAt > b.savedAt ? -1 : 0))
}

/** Templates whose name or description holds every word typed. */
export function findTemplates(templates: readonly TemplateSummary[], query: string): readonly TemplateSummary[] {
  return bySearch(templates, query, ({ name, description }) => `${name} ${description}`)
}

/** Rows whose text holds every word typed, with or without marks; all of them for nothing typed. */
export function bySearch<T>(rows: readonly T[], query: string, textOf: (row: T) => string): readonly T[] {
  const words = unmarkedKey(query)
    .split(' ')
    .filter((word) => word !== '')
  if (words.length === 0) return rows
  return rows.filter((row) => {
    const text = unmarkedKey(textOf(row))
    return words.every((word) => text.includes(word))
  })
}
