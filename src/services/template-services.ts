import type { TemplateSummary } from '../contract/channels'
import type { Services } from '../contract/services'
import { isExtendable } from '../core/learning/extend-template'
import type { Template, TemplateSection } from '../core/template/template'
import { ok } from '../core/result'
import { builtInTemplates } from './built-in-templates'
import { findTemplate } from './find-template'
import type { Ids } from './ports'
import type { Ports } from './service-ports'
import { isStoreName } from './store-name'

/** Templates: the program's own and those that officers saved. */
export function createTemplateServices({ templates, ids }: Ports) {
  return {
    'template.list': async () => {
      const saved = await templates.list()
      return ok({ templates: [...builtInTemplates(), ...saved].map(templateSummary) })
    },
    'template.read': ({ id }) => findTemplate(id, templates),
    'template.save': async ({ template }) => {
      const own = asOfficers(template, ids)
      const saved = await templates.save(own)
      return saved.ok ? ok(templateSummary(own)) : saved
    },
  } satisfies Partial<Services>
}

/** A changed built-in template is saved as a new one: the program's own stay as they are. */
function asOfficers(template: Template, ids: Ids): Template {
  const origin: Template['origin'] = template.origin.kind === 'builtIn' ? { kind: 'officer' } : template.origin
  const isOwnId = isStoreName(template.id) && !builtInTemplates().some(({ id }) => id === template.id)
  return { ...template, origin, id: isOwnId ? template.id : ids.next() }
}

/** One line of the list of templates. */
export function templateSummary(template: Template): TemplateSummary {
  const { id, name, description, kind, layouts, periodKinds, origin } = template
  return {
    id,
    name,
    description,
    kind,
    layouts: [...layouts],
    periodKinds: [...periodKinds],
    origin: origin.kind,
    sectionCount: countSections(template.sections),
    sampleCount: origin.kind === 'learned' ? origin.samples.length : 0,
    canExtend: isExtendable(template),
  }
}

const countSections = (sections: readonly TemplateSection[]): number =>
  sections.reduce((sum, section) => sum + 1 + countSections(section.sections), 0)
