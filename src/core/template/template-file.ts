/** The text of a template file: parse (version, migrate, validate) and serialize. */
import type { AppError } from '../app-error'
import { parseJsonObject, serializeJson } from '../json-text'
import { migrate, type Migration } from '../migrations'
import { parseShape } from '../parse-shape'
import { err, type Result } from '../result'
import { TEMPLATE_SCHEMA_VERSION, TemplateSchema, type Template } from './template'

/** Rises by one from 2; a frozen fixture of every version stands in tests/fixtures/template-files. */
export const TEMPLATE_MIGRATIONS: readonly Migration[] = []

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
