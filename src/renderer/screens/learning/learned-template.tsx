import { useState, type KeyboardEvent, type RefObject } from 'react'
import type { Notice } from '../../../core/notice'
import { SECTION_LABELS, SECTION_ROLES, labelCode, type SectionRole } from '../../../core/section-labels'
import { SLOT_TYPES } from '../../../core/slot'
import { findSection } from '../../../core/template/edit-template'
import type { Template } from '../../../core/template/template'
import type { TemplateEdit } from '../../../core/template/template-edit'
import { unmarkedKey } from '../../../core/vietnamese/matching-key'
import { errorText } from '../../text/errors'
import { noticeText } from '../../text/notices'
import { vi } from '../../text/vi'
import { Button } from '../../ui/button'
import { ListPicker } from '../../ui/list-picker'
import { bySearch } from '../home/find-reports'
import { headingPattern, headingText } from './heading-text'
import { LearnedSection, type SectionDoing } from './learned-section'
import type { Learned } from './use-learned-template'

interface LearnedTemplateProps {
  readonly learned: Learned
  /** Said beside the files already. */
  readonly saidOfFiles: readonly Notice[]
  readonly pane: RefObject<HTMLElement | null>
  readonly lit: ReadonlySet<string>
  readonly onPoint: (section: string | undefined) => void
  /** Brings the first paragraphs of the section into view. */
  readonly onGo: (section: string) => void
  readonly onEdit: (edit: TemplateEdit) => void
}

/** What follows from the samples: sections with their counts and what is usual in them, all of it open to the officer. */
export function LearnedTemplate({ learned, ...doing }: LearnedTemplateProps) {
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
      return <Sections learned={learned} {...doing} />
  }
}

interface Picking {
  readonly rect: DOMRect
  readonly kind: 'merge' | 'nest'
  readonly section: string
}

function Sections(
  props: Omit<LearnedTemplateProps, 'learned'> & { readonly learned: Extract<Learned, { kind: 'learned' }> },
) {
  const { learned, saidOfFiles, pane, lit, onPoint, onGo, onEdit } = props
  const { template, lost } = learned.edited
  const [openId, setOpenId] = useState<string>()
  const [renaming, setRenaming] = useState<string>()
  const [picking, setPicking] = useState<Picking>()
  const [adding, setAdding] = useState<DOMRect>()

  /** After the list is drawn anew. */
  const focusSection = (id: string | undefined) =>
    requestAnimationFrame(() => {
      const names = [...(pane.current?.querySelectorAll<HTMLElement>('[data-section]') ?? [])]
      const target = names.find((name) => name.dataset['section'] === id) ?? names[0]
      target?.focus()
    })
  const doing: SectionDoing = {
    template,
    openId,
    renaming,
    lit,
    onPoint,
    onOpen: (id) => {
      setOpenId(openId === id ? undefined : id)
      if (openId !== id) onGo(id)
    },
    onRename: setRenaming,
    onRenamed: (id, typed) => {
      setRenaming(undefined)
      const heading = typed === undefined ? '' : headingPattern(typed, template.slots)
      const before = findSection(template.sections, id)?.heading
      if (heading !== '' && heading !== before) onEdit({ kind: 'rename', section: id, heading })
      focusSection(id)
    },
    onPick: (kind, section, rect) => setPicking({ kind, section, rect }),
    onEdit: (edit) => {
      onEdit(edit)
      focusSection(edit.kind === 'remove' ? undefined : edit.section)
    },
  }
  const add = (role: SectionRole) => {
    const section = labelCode(role).replaceAll('_', '-')
    const after = template.sections.findLast(({ role: own }) => own !== undefined && comesBefore(own, role))?.id
    onEdit({ kind: 'add', section, heading: SECTION_LABELS[role].name, role, ...(after ? { after } : {}) })
    focusSection(section)
  }
  const addOwn = (name: string) => {
    const section = freeId(template)
    onEdit({ kind: 'add', section, heading: headingPattern(name, template.slots) })
    focusSection(section)
  }

  const has = (role: SectionRole) => flatRoles(template).has(role)
  const missing = learned.result.notices.flatMap(({ code, data }) => {
    const role = SECTION_ROLES.find((known) => known === data?.['section'])
    return code === 'learn.usuallyPresent' && role && !has(role) ? [role] : []
  })
  return (
    <div aria-busy={learned.isStale}>
      <h2 className="side__title">
        {vi.learning.template}
        {learned.isStale ? ` · ${vi.learning.relearning}` : ''}
      </h2>
      <ol
        className="learned"
        aria-label={vi.learning.template}
        onKeyDown={walkSections}
        onPointerLeave={() => onPoint(undefined)}
      >
        {template.sections.map((section) => (
          <LearnedSection key={section.id} section={section} siblings={template.sections} depth={0} doing={doing} />
        ))}
      </ol>
      <div className="learned__words">
        <Button onClick={(event) => setAdding(event.currentTarget.getBoundingClientRect())}>
          {vi.learning.addSection}
        </Button>
      </div>
      {missing.map((role) => (
        <p key={role} className="learned__suggestion">
          {vi.learning.usuallyThere} <b>{SECTION_LABELS[role].name}</b>.{' '}
          <button type="button" className="link" onClick={() => add(role)}>
            {vi.learning.addIt}
            <span className="visually-hidden"> {SECTION_LABELS[role].name}</span>
          </button>
        </p>
      ))}
      <Slots template={template} />
      {lost.map((edit, index) => (
        <p key={index} className="small sample-file__warn learned__words" role="status">
          {noticeText({
            code: 'learn.editLost',
            severity: 'warning',
            data: { name: headingText(learned.headings.get(edit.section) ?? edit.section, template.slots) },
          })}
        </p>
      ))}
      {learned.result.notices
        .filter((notice) => notice.code !== 'learn.usuallyPresent' && !saidOfFiles.includes(notice))
        .map((notice, index) => (
          <p key={index} className="small muted learned__words">
            {noticeText(notice)}
          </p>
        ))}
      {picking ? (
        <ListPicker
          rect={picking.rect}
          label={picking.kind === 'merge' ? vi.learning.mergeInto : vi.learning.nestInto}
          placeholder={vi.learning.sectionFilter}
          nothingFound={vi.learning.sectionNothing}
          groupsFor={(typed) => [
            {
              id: 'sections',
              items: bySearch(targetsOf(template, picking.section), typed, ({ name }) => name).map((target) => ({
                ...target,
                value: target.id,
              })),
            },
          ]}
          onPick={(into) => {
            setPicking(undefined)
            onEdit({ kind: picking.kind, section: picking.section, into })
            focusSection(picking.kind === 'merge' ? into : picking.section)
          }}
          onClose={() => {
            setPicking(undefined)
            focusSection(picking.section)
          }}
        />
      ) : null}
      {adding ? (
        <ListPicker
          rect={adding}
          label={vi.learning.addSection}
          placeholder={vi.learning.sectionFilter}
          nothingFound={vi.learning.sectionNothing}
          groupsFor={(typed) => [
            {
              id: 'roles',
              items: bySearch(
                SECTION_ROLES.filter((role) => !NO_SECTIONS.has(role) && !has(role)),
                typed,
                (role) => SECTION_LABELS[role].name,
              ).map((role) => ({ id: role, name: SECTION_LABELS[role].name, value: () => add(role) })),
            },
            {
              id: 'own',
              items: newNames(template, typed).map((name) => ({
                id: 'new-own',
                name: vi.learning.newSection(name),
                value: () => addOwn(name),
              })),
            },
          ]}
          onPick={(pick) => {
            setAdding(undefined)
            pick()
          }}
          onClose={() => setAdding(undefined)}
        />
      ) : null}
    </div>
  )
}

/** What is typed, where no label and no section is called so. */
function newNames(template: Template, typed: string): readonly string[] {
  const name = typed.trim().slice(0, LONGEST_NAME)
  const known = [
    ...SECTION_ROLES.map((role) => SECTION_LABELS[role].name),
    ...flat(template.sections).map(({ heading }) => headingText(heading, template.slots)),
  ]
  const isKnown = known.some((other) => unmarkedKey(other) === unmarkedKey(name))
  return name.length < 2 || isKnown ? [] : [name]
}

const LONGEST_NAME = 200

function freeId({ sections }: Template): string {
  let number = 1
  while (findSection(sections, `them-${number}`)) number += 1
  return `them-${number}`
}

/** Labels that are no sections of a report. */
const NO_SECTIONS: ReadonlySet<SectionRole> = new Set([
  'headline',
  'publishedAt',
  'byline',
  'officialLayout',
  'clutter',
])

const comesBefore = (a: SectionRole, b: SectionRole): boolean => SECTION_ROLES.indexOf(a) < SECTION_ROLES.indexOf(b)

const flatRoles = ({ sections }: Template): ReadonlySet<SectionRole | undefined> =>
  new Set(flat(sections).flatMap(({ role, nearestRole }) => [role, nearestRole]))

const flat = (sections: Template['sections']): Template['sections'] =>
  sections.flatMap((section) => [section, ...flat(section.sections)])

/** Sections that another may go into: not itself, nor what is inside it. */
function targetsOf(template: Template, section: string): readonly { readonly id: string; readonly name: string }[] {
  const own = findSection(template.sections, section)
  const inside = new Set(own ? flat([own]).map(({ id }) => id) : [])
  return flat(template.sections)
    .filter(({ id }) => !inside.has(id))
    .map(({ id, heading }) => ({ id, name: headingText(heading, template.slots) }))
}

/** Arrows walk over the names of sections. */
function walkSections(event: KeyboardEvent<HTMLOListElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (step === undefined || event.altKey || !(event.target instanceof HTMLButtonElement)) return
  if (event.target.dataset['section'] === undefined) return
  event.preventDefault()
  const names = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-section]')]
  names[names.indexOf(event.target) + step]?.focus()
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
