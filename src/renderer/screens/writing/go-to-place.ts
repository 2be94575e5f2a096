import { walkSections } from '../../../core/report/walk-report'
import type { Report } from '../../../core/report/report'
import type { EditorHandle } from '../../editor/editor-handle'

/** Puts the caret where a node path leads: into a section, or a field of the page. False where there is no such place. */
export function goToPlace(at: string, report: Report, editor: EditorHandle | null): boolean {
  const sectionId = sectionAt(at, report)
  if (sectionId !== undefined) {
    editor?.focusSection(sectionId)
    return editor !== null
  }
  const field = fieldAt(at)
  field?.scrollIntoView({ block: 'center' })
  field?.focus()
  return field !== undefined
}

/** The innermost section a path passes through: `sections/0/sections/2/blocks/1` → that of `sections/0/sections/2`. */
export function sectionAt(at: string, report: Report): string | undefined {
  const path = /^sections\/\d+(?:\/sections\/\d+)*/.exec(at)?.[0]
  return [...walkSections(report.sections)].find((visit) => visit.path === path)?.section.id
}

/** The field of that path, else one of its parts, else the first field of the path's head. */
function fieldAt(at: string): HTMLElement | undefined {
  const fields = [...document.querySelectorAll<HTMLElement>('[data-at]')]
  for (let path = at; path !== ''; path = path.split('/').slice(0, -1).join('/')) {
    const found = fields.find(({ dataset }) => dataset.at === path || dataset.at?.startsWith(`${path}/`))
    if (found) return found
  }
  return undefined
}
