/** The text of a template file: parse (version, migrate, validate) and serialize. */
import type { AppError } from '../app-error'
import { parseJsonObject, serializeJson } from '../json-text'
import { migrate, type Json, type Migration } from '../migrations'
import { parseShape } from '../parse-shape'
import { err, type Result } from '../result'
import { TEMPLATE_SCHEMA_VERSION, TemplateSchema, type Template } from './template'

/** Rises by one from 2; a frozen fixture of every version stands in tests/fixtures/template-files. */
export const TEMPLATE_MIGRATIONS: readonly Migration[] = [
  {
    to: 2,
    name: 'sections know shared sentences, slots mentioned and figures usually given',
    up: (template) => ({ ...template, sections: mapSections(template['sections'], withEmptyLists) }),
  },
]

const withEmptyLists = (section: Json): Json => ({ ...section, boilerplate: [], mentions: [], usualFigures: [] })

/** What is no section is left for the schema to refuse. */
function mapSections(sections: unknown, change: (section: Json) => Json): unknown {
  if (!Array.isArray(sections)) return sections
  return sections.map((section: unknown) =>
    isObject(section) ? change({ ...section, sections: mapSections(section['sections'], change) }) : section,
  )
}

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

export function parseTemplate(json: string, name: string): Result<Template, AppError> {
  const object = parseJsonObject(json)
  if (!object.ok) return err({ code: 'template.damaged', name, detail: object.error })
  const migrated = migrate(object.value, TEMPLATE_MIGRATIONS, TEMPLATE_SCHEMA_VERSION)
  if (!migrated.ok) {
    return migrated.error.kind === 'tooNew'
      ? err({ code: 'template.tooNew', name, fileVersion: migrated.error.fileVersion })
      : err({ code: 'template.damaged', name, detail: 'no schemaVersion' })
  }
  const parsed = parseShape(TemplateSchema, migrated.value)
  return parsed.ok ? parsed : err({ code: 'template.damaged', name, detail: parsed.error })
}

export const serializeTemplate = (template: Template): string => serializeJson(template)
