import { ok } from '../core/result'
import { builtInTemplates } from '../services/built-in-templates'
import { templateSummary } from '../services/template-services'
import type { Command } from './command'
import { parseCommand } from './parse-command'
import { TEXT } from './text'

/** The templates `new` can start from. */
export const templates: Command = {
  usage: 'templates [--json]',
  run: async (args, { savedTemplates }) => {
    parseCommand(args, {})
    const all = [...builtInTemplates(), ...(await savedTemplates.list())].map(templateSummary)
    const lines = all.map(({ id, name, sectionCount }) => `${id} · ${name} · ${TEXT.sections(sectionCount)}`)
    return ok({ json: { templates: all }, text: lines.join('\n') })
  },
}
