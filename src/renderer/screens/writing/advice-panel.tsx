import type { ReactNode, RefObject } from 'react'
import type { Slot } from '../../../core/slot'
import { patternToInlines } from '../../../core/template/pattern'
import type { Template, TemplateSection } from '../../../core/template/template'
import type { EditorHandle } from '../../editor/editor-handle'
import { vi } from '../../text/vi'
import type { OutlineRow } from './outline-rows'

interface AdvicePanelProps {
  /** The section the caret stands in. */
  readonly section: OutlineRow | undefined
  readonly template: Template | undefined
  readonly slots: readonly Slot[]
  readonly isReadOnly: boolean
  readonly editor: RefObject<EditorHandle | null>
}

/** What the template knows of the section at the caret: advice, ready sentences, usual openings. */
export function AdvicePanel({ section, template, slots, isReadOnly, editor }: AdvicePanelProps) {
  if (!section) return <p className="muted">{vi.advice.noSection}</p>
  const known = template && findSection(template.sections, section.section.templateSectionId)
  const guidance = section.section.guidance ?? known?.guidance ?? ''
  const facts = known ? sectionFacts(known) : []
  const insertable = (pattern: string, more?: string) => (
    <Phrase
      key={pattern}
      pattern={pattern}
      more={more}
      slots={slots}
      onInsert={isReadOnly ? undefined : () => editor.current?.insertPattern(pattern, section.id)}
    />
  )
  return (
    <div className="advice">
      <header>
        <h2>
          {section.number} {section.name}
        </h2>
        {facts.length > 0 ? <p className="small muted">{facts.join(' · ')}</p> : null}
      </header>
      {guidance === '' ? null : (
        <AdviceGroup title={vi.advice.guidance}>
          <p>{guidance}</p>
        </AdviceGroup>
      )}
      {known && known.phrases.length > 0 ? (
        <AdviceGroup title={vi.advice.phrases}>
          <ul className="phrases">{known.phrases.map((phrase) => insertable(phrase))}</ul>
        </AdviceGroup>
      ) : null}
      {known && known.openers.length > 0 ? (
        <AdviceGroup title={vi.advice.openers}>
          <ul className="phrases">
            {known.openers.map(({ text, count }) => insertable(text, vi.advice.inSamples(count)))}
          </ul>
        </AdviceGroup>
      ) : null}
      {known && known.boilerplate.length > 0 ? (
        <AdviceGroup title={vi.advice.boilerplate}>
          <ul className="phrases">
            {known.boilerplate.map(({ text, count }) => insertable(text, vi.advice.inSamples(count)))}
          </ul>
        </AdviceGroup>
      ) : null}
      {known && known.usualFigures.length > 0 ? (
        <AdviceGroup title={vi.advice.figures}>
          <p>{known.usualFigures.map(({ type, words }) => vi.advice.figure[type](words)).join(' · ')}</p>
        </AdviceGroup>
      ) : null}
      {known && known.cues.length > 0 ? (
        <AdviceGroup title={vi.advice.cues}>
          <p>{known.cues.map(({ text }) => text).join(' · ')}</p>
        </AdviceGroup>
      ) : null}
      {template === undefined ? <p className="muted">{vi.advice.noTemplate}</p> : null}
      {template && guidance === '' && facts.length === 0 && (known?.phrases.length ?? 0) === 0 ? (
        <p className="muted">{vi.advice.nothing}</p>
      ) : null}
    </div>
  )
}

function AdviceGroup({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="advice__group">
      <h3 className="small muted">{title}</h3>
      {children}
    </section>
  )
}

interface PhraseProps {
  readonly pattern: string
  readonly more: string | undefined
  readonly slots: readonly Slot[]
  readonly onInsert: (() => void) | undefined
}

/** A ready sentence with its slots as chips and the button that inserts it. */
function Phrase({ pattern, more, slots, onInsert }: PhraseProps) {
  const inlines = patternToInlines(pattern, new Set(slots.map(({ id }) => id)))
  const plain = inlines.map((inline) => (inline.type === 'text' ? inline.text : '…')).join('')
  return (
    <li className="phrase">
      <p>
        {inlines.map((inline, index) =>
          inline.type === 'slot' ? (
            <span key={index} className="slot-chip">
              {slots.find(({ id }) => id === inline.slotId)?.label}
            </span>
          ) : (
            <span key={index}>{inline.type === 'text' ? inline.text : ' '}</span>
          ),
        )}
      </p>
      <p className="small muted">
        {more === undefined ? null : `${more} · `}
        {onInsert ? (
          <button type="button" className="link" aria-label={vi.advice.insertPhrase(plain)} onClick={onInsert}>
            {vi.advice.insert}
          </button>
        ) : null}
      </p>
    </li>
  )
}

function sectionFacts(section: TemplateSection): readonly string[] {
  const { seenIn, usualLength } = section
  return [
    ...(seenIn ? [vi.advice.seenIn(seenIn.count, seenIn.of)] : []),
    ...(usualLength ? [vi.advice.usualLength(usualLength.min, usualLength.max)] : []),
  ]
}

/** The section of a template by its id, at any depth. */
export function findSection(sections: readonly TemplateSection[], id: string | undefined): TemplateSection | undefined {
  for (const section of sections) {
    const found = section.id === id ? section : findSection(section.sections, id)
    if (found) return found
  }
  return undefined
}
