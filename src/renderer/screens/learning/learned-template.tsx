import { SLOT_TYPES } from '../../../core/slot'
import type { Template, TemplateSection } from '../../../core/template/template'
import { errorText } from '../../text/errors'
import { noticeText } from '../../text/notices'
import { vi } from '../../text/vi'
import { SECTION_BANDS } from './section-bands'
import type { Learned } from './use-learned-template'

/** What follows from the samples: sections with their counts, cue words, slots. */
export function LearnedTemplate({ learned }: { readonly learned: Learned }) {
  switch (learned.kind) {
    case 'nothing':
      return (
        <>
          <h2 className="side__title">{vi.learning.template}</h2>
          <p className="muted learned__words">{vi.learning.templateWaiting}</p>
        </>
      )
    case 'failed':
      return (
        <>
          <h2 className="side__title">{vi.learning.template}</h2>
          <p className="learned__words" role="alert">
            {errorText(learned.error)}
          </p>
        </>
      )
    case 'learned':
      return (
        <div aria-busy={learned.isStale}>
          <h2 className="side__title">
            {vi.learning.template}
            {learned.isStale ? ` · ${vi.learning.relearning}` : ''}
          </h2>
          <ol className="learned" aria-label={vi.learning.template}>
            {learned.result.template.sections.map((section) => (
              <LearnedSection key={section.id} section={section} depth={0} />
            ))}
          </ol>
          <Slots template={learned.result.template} />
          {learned.result.notices.map((notice, index) => (
            <p key={index} className="small muted learned__words">
              {noticeText(notice)}
            </p>
          ))}
        </div>
      )
  }
}

function LearnedSection({ section, depth }: { readonly section: TemplateSection; readonly depth: number }) {
  const band = SECTION_BANDS[section.role ?? 'clutter']
  const cues = section.cues.slice(0, 4).map(({ text }) => text)
  return (
    <li className="learned__section" data-depth={depth}>
      <span className={`band band--${band.colour}`} aria-hidden>
        {band.letter}
      </span>
      <span className="learned__main">
        <span>{section.heading}</span>
        {cues.length > 0 ? (
          <span className="small muted">
            {vi.learning.cues}: {cues.join(', ')}
          </span>
        ) : null}
        {section.sections.length > 0 ? (
          <ol>
            {section.sections.map((inner) => (
              <LearnedSection key={inner.id} section={inner} depth={depth + 1} />
            ))}
          </ol>
        ) : null}
      </span>
      {section.seenIn ? (
        <span className="muted" title={vi.learning.seenInLong(section.seenIn.count, section.seenIn.of)}>
          {vi.learning.seenIn(section.seenIn.count, section.seenIn.of)}
        </span>
      ) : null}
    </li>
  )
}

function Slots({ template }: { readonly template: Template }) {
  if (template.slots.length === 0) return null
  return (
    <section className="learned__words">
      <h3 className="small muted">{vi.learning.slots}</h3>
      <ul className="learned__slots">
        {template.slots.map((slot) => (
          <li key={slot.id} className="slot-chip" title={SLOT_TYPES[slot.type].name}>
            {slot.label}
          </li>
        ))}
      </ul>
    </section>
  )
}
