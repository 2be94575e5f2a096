import type { TemplateSummary } from '../../../contract/channels'
import { KIND_NAMES, LAYOUT_NAMES, vi } from '../../text/vi'
import { Badge } from '../../ui/badge'
import { Button } from '../../ui/button'
import { classNames } from '../../ui/class-names'
import { useWindow } from '../window-context'
import './rows.css'

/** One row a template; a click begins a report with it. */
export function TemplateList({ templates }: { readonly templates: readonly TemplateSummary[] }) {
  const { askNewReport, go } = useWindow()
  const hasActions = templates.some(({ canExtend }) => canExtend)
  return (
    <ul className="rows" aria-label={vi.templates.listName}>
      {templates.map((template) => (
        <li key={template.id} className={classNames('rows__row', hasActions && 'rows__row--action')}>
          <button type="button" className="rows__button" onClick={() => askNewReport(template.id)}>
            <span className="rows__main">
              <span className="rows__title">{template.name}</span>
              <span className="rows__second">{template.description || KIND_NAMES[template.kind]}</span>
            </span>
            <span className="rows__cell">
              <Badge tone="accent">{layoutWords(template)}</Badge>
            </span>
            <span className="rows__cell muted">{vi.templates.sections(template.sectionCount)}</span>
            <span className="rows__cell rows__cell--date muted">{originWords(template)}</span>
          </button>
          {template.canExtend ? (
            <Button
              kind="quiet"
              className="rows__action"
              aria-label={vi.templates.addSamplesTo(template.name)}
              onClick={() => go({ screen: 'learning', templateId: template.id })}
            >
              {vi.templates.addSamples}
            </Button>
          ) : null}
          {hasActions && !template.canExtend ? <span className="rows__action" /> : null}
        </li>
      ))}
    </ul>
  )
}

const layoutWords = (template: TemplateSummary): string =>
  template.kind === 'newsAccount' ? LAYOUT_NAMES.portal : template.layouts.map((id) => LAYOUT_NAMES[id]).join(' · ')

function originWords(template: TemplateSummary): string {
  return template.sampleCount > 0 ? vi.templates.samples(template.sampleCount) : vi.templates[template.origin]
}
