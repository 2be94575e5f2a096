/** The templates the program brings. A new one is a folder under templates/ and a line here. */
import { TemplateSchema, type Template } from '../core/template/template'
import newsReviewConference from '../../templates/news-review-conference/template.json'
import halfYear from '../../templates/report-half-year/template.json'
import month from '../../templates/report-month/template.json'
import quarter from '../../templates/report-quarter/template.json'
import thematic from '../../templates/report-thematic/template.json'
import year from '../../templates/report-year/template.json'

/** In the order in which they are offered. */
const FILES: readonly unknown[] = [halfYear, year, quarter, month, thematic, newsReviewConference]

let parsed: readonly Template[] | undefined

/** Parsed once; one that does not fit the schema is a fault of the program and throws. */
export function builtInTemplates(): readonly Template[] {
  parsed ??= FILES.map((file) => TemplateSchema.parse(file))
  return parsed
}
