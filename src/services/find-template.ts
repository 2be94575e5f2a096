import type { AppError } from '../core/app-error'
import type { Template } from '../core/template/template'
import { ok, type Result } from '../core/result'
import { builtInTemplates } from './built-in-templates'
import type { TemplateStore } from './template-store'

/** A template the program brings, or one an officer saved. */
export async function findTemplate(
  id: string,
  saved: Pick<TemplateStore, 'read'>,
): Promise<Result<Template, AppError>> {
  const builtIn = builtInTemplates().find((template) => template.id === id)
  return builtIn ? ok(builtIn) : saved.read(id)
}
