import { Ellipsis } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { parentOf } from '../../../core/template/edit-template'
import type { Template, TemplateSection } from '../../../core/template/template'
import type { TemplateEdit } from '../../../core/template/template-edit'
import { positionTexts, usualText } from '../../text/learned-words'
import { vi } from '../../text/vi'
import { IconButton } from '../../ui/button'
import { classNames } from '../../ui/class-names'
import { TextInput } from '../../ui/field'
import { Menu, type MenuItem } from '../../ui/menu'
import { headingText } from './heading-text'
import { SECTION_BANDS } from './section-bands'

/** What the sections of a template know and tell. */
export interface SectionDoing {
  readonly template: Template
  readonly openId: string | undefined
  readonly renaming: string | undefined
  readonly lit: ReadonlySet<string>
  readonly onPoint: (section: string | undefined) => void
  readonly onOpen: (section: string) => void
  readonly onRename: (section: string) => void
  /** `undefined` leaves the name as it is. */
  readonly onRenamed: (section: string, typed: string | undefined) => void
  readonly onPick: (kind: 'merge' | 'nest', section: string, rect: DOMRect) => void
  readonly onEdit: (edit: TemplateEdit) => void
}

interface LearnedSectionProps {
  readonly section: TemplateSection
  readonly siblings: readonly TemplateSection[]
  readonly depth: number
  readonly doing: SectionDoing
}

/** One section with its count; opened, what is usual in it. F2 renames, Alt and arrows move, Delete takes it out. */
export function LearnedSection({ section, siblings, depth, doing }: LearnedSectionProps) {
  const { id } = section
  const { template, onEdit } = doing
  const band = SECTION_BANDS[section.role ?? section.nearestRole ?? 'clutter']
  const name = headingText(section.heading, template.slots)
  const at = siblings.indexOf(section)
  const isOpen = doing.openId === id
  const up = moveEdit(siblings, at, -1)
  const down = moveEdit(siblings, at, 1)

  const press = (event: KeyboardEvent) => {
    const edit = { ArrowUp: up, ArrowDown: down }[event.key]
    if (event.altKey && edit) {
      event.preventDefault()
      onEdit(edit)
    }
    if (event.key === 'F2') doing.onRename(id)
    if (event.key === 'Delete') onEdit({ kind: 'remove', section: id })
  }
  return (
    <li className="learned__section" data-depth={depth}>
      <div
        className={classNames('learned__row', doing.lit.has(id) && 'learned__row--lit')}
        onPointerEnter={() => doing.onPoint(id)}
      >
        <span className={`band band--${band.colour}`} aria-hidden>
          {band.letter}
        </span>
        {doing.renaming === id ? (
          <RenameField name={name} onDone={(typed) => doing.onRenamed(id, typed)} />
        ) : (
          <button
            type="button"
            className="learned__name"
            data-section={id}
            aria-expanded={isOpen}
            onClick={() => doing.onOpen(id)}
            onFocus={() => doing.onPoint(id)}
            onKeyDown={press}
          >
            {name}
          </button>
        )}
        {section.seenIn ? (
          <span
            className="muted learned__count"
            title={vi.learning.seenInLong(section.seenIn.count, section.seenIn.of)}
          >
            {vi.learning.seenIn(section.seenIn.count, section.seenIn.of)}
          </span>
        ) : (
          <span className="small muted learned__count">{vi.learning.addedByHand}</span>
        )}
        <Menu
          align="end"
          trigger={
            <IconButton label={vi.learning.sectionMenu(name)} className="learned__menu">
              <Ellipsis className="icon" aria-hidden />
            </IconButton>
          }
          items={menuItems(section, { up, down, doing })}
        />
      </div>
      {section.isRequired || isOpen ? (
        <button
          type="button"
          className="learned__required small"
          data-required={section.isRequired}
          aria-label={vi.learning.requiredOf(section.isRequired ? vi.learning.required : vi.learning.optional, name)}
          onClick={() => onEdit({ kind: 'require', section: id, isRequired: !section.isRequired })}
        >
          {section.isRequired ? vi.learning.required : vi.learning.optional}
        </button>
      ) : null}
      {isOpen ? <Details section={section} template={template} /> : null}
      {section.sections.length > 0 ? (
        <ol>
          {section.sections.map((inner) => (
            <LearnedSection
              key={inner.id}
              section={inner}
              siblings={section.sections}
              depth={depth + 1}
              doing={doing}
            />
          ))}
        </ol>
      ) : null}
    </li>
  )
}

function moveEdit(siblings: readonly TemplateSection[], at: number, step: 1 | -1): TemplateEdit | undefined {
  const section = siblings[at]
  if (!section || !siblings[at + step]) return undefined
  const after = siblings[step === 1 ? at + 1 : at - 2]?.id
  return { kind: 'move', section: section.id, ...(after === undefined ? {} : { after }) }
}

interface Ways {
  readonly up: TemplateEdit | undefined
  readonly down: TemplateEdit | undefined
  readonly doing: SectionDoing
}

function menuItems({ id, isRequired }: TemplateSection, { up, down, doing }: Ways): readonly MenuItem[] {
  const { template, onEdit, onPick } = doing
  const move = (label: string, hint: string, edit: TemplateEdit | undefined): MenuItem => ({
    kind: 'action',
    label,
    hint,
    isDisabled: edit === undefined,
    movesFocus: true,
    onSelect: () => edit && onEdit(edit),
  })
  const isInner = parentOf(template.sections, id) !== undefined
  return [
    {
      kind: 'choice',
      label: vi.learning.required,
      isChosen: isRequired,
      onSelect: () => onEdit({ kind: 'require', section: id, isRequired: !isRequired }),
    },
    { kind: 'separator' },
    { kind: 'action', label: vi.learning.rename, hint: 'F2', movesFocus: true, onSelect: () => doing.onRename(id) },
    { kind: 'action', label: vi.learning.merge, movesFocus: true, onSelect: () => onPick('merge', id, rectOf(id)) },
    isInner
      ? {
          kind: 'action',
          label: vi.learning.split,
          movesFocus: true,
          onSelect: () => onEdit({ kind: 'split', section: id }),
        }
      : { kind: 'action', label: vi.learning.nest, movesFocus: true, onSelect: () => onPick('nest', id, rectOf(id)) },
    { kind: 'separator' },
    move(vi.outline.moveUp, 'Alt+↑', up),
    move(vi.outline.moveDown, 'Alt+↓', down),
    { kind: 'separator' },
    {
      kind: 'action',
      label: vi.outline.remove,
      hint: 'Delete',
      isDangerous: true,
      movesFocus: true,
      onSelect: () => onEdit({ kind: 'remove', section: id }),
    },
  ]
}

function rectOf(id: string): DOMRect {
  const names = [...document.querySelectorAll<HTMLElement>('[data-section]')]
  return (names.find((name) => name.dataset['section'] === id) ?? document.body).getBoundingClientRect()
}

interface RenameFieldProps {
  readonly name: string
  readonly onDone: (typed: string | undefined) => void
}

function RenameField({ name, onDone }: RenameFieldProps) {
  return (
    <TextInput
      autoFocus
      aria-label={vi.learning.newName(name)}
      className="learned__rename"
      defaultValue={name}
      maxLength={300}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={(event) => onDone(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Enter') event.currentTarget.blur()
        if (event.key === 'Escape') {
          event.currentTarget.value = name
          event.currentTarget.blur()
        }
      }}
    />
  )
}

function Details({ section, template }: { readonly section: TemplateSection; readonly template: Template }) {
  const usual = usualText(section)
  const cues = section.cues.slice(0, 6).map(({ text }) => `“${text}”`)
  const openers = section.openers.slice(0, 3).map(({ text }) => `“${headingText(text, template.slots)}…”`)
  return (
    <div className="learned__details small muted">
      {usual === '' ? null : <p>{usual}</p>}
      {positionTexts(section, template, (pattern) => headingText(pattern, template.slots)).map((words) => (
        <p key={words}>{words}</p>
      ))}
      {openers.length > 0 ? (
        <p>
          {vi.learning.openers}: {openers.join(', ')}
        </p>
      ) : null}
      {cues.length > 0 ? (
        <p>
          {vi.learning.cues}: {cues.join(', ')}
        </p>
      ) : null}
      {usual === '' && cues.length === 0 && openers.length === 0 ? <p>{vi.learning.nothingUsual}</p> : null}
    </div>
  )
}
