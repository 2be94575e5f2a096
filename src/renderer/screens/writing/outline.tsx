import { Check, Circle, EllipsisVertical, Minus, Plus, TriangleAlert } from 'lucide-react'
import { useState, type RefObject } from 'react'
import type { Report, SectionMark } from '../../../core/report/report'
import type { SectionStatus } from '../../../core/report/walk-report'
import type { EditorHandle } from '../../editor/editor-handle'
import { formatCount } from '../../text/format'
import { STATUS_NAMES, vi } from '../../text/vi'
import { Button, IconButton } from '../../ui/button'
import { classNames } from '../../ui/class-names'
import { TextInput } from '../../ui/field'
import { Menu, type MenuItem } from '../../ui/menu'
import { useToast } from '../../ui/toast'
import { newSectionPlace, type OutlineRow } from './outline-rows'

interface OutlineProps {
  readonly rows: readonly OutlineRow[]
  readonly report: Report
  readonly currentId: string | undefined
  readonly isReadOnly: boolean
  readonly editor: RefObject<EditorHandle | null>
  /** Leads to a field of the page. */
  readonly onGoTo: (at: string) => void
}

type Place = Parameters<EditorHandle['addSection']>[0]

/** The sections with number, status and length; a click goes there, the menu of each changes the order. */
export function Outline({ rows, report, currentId, isReadOnly, editor, onGoTo }: OutlineProps) {
  const toast = useToast()
  const [adding, setAdding] = useState<Place>()
  const isFormal = report.kind === 'formalReport'

  const remove = (row: OutlineRow) => {
    editor.current?.removeSection(row.id)
    toast({
      tone: 'neutral',
      text: vi.outline.removed(nameOf(row)),
      action: { label: vi.common.undo, onSelect: () => editor.current?.undo() },
    })
  }

  return (
    <nav className="side side--left outline" aria-label={vi.outline.title}>
      <h2 className="side__title">{vi.outline.title}</h2>
      <ul>
        <li>
          <button
            type="button"
            className="outline__open outline__open--edge"
            onClick={() => onGoTo(isFormal ? 'letterhead' : 'headline')}
          >
            {isFormal ? vi.outline.letterhead : vi.outline.newsHead}
          </button>
        </li>
        {rows.map((row) => (
          <li
            key={row.id}
            className={classNames('outline__row', row.id === currentId && 'outline__row--current')}
            data-depth={row.depth}
          >
            <button
              type="button"
              className="outline__open"
              aria-current={row.id === currentId ? 'location' : undefined}
              onClick={() => editor.current?.focusSection(row.id)}
            >
              <StatusMark status={row.status} />
              <span className="outline__name">
                {row.number === '' ? '' : `${row.number} `}
                {nameOf(row)}
              </span>
              {row.words > 0 ? <span className="outline__words">{formatCount(row.words)}</span> : null}
            </button>
            {isReadOnly ? null : (
              <Menu
                trigger={
                  <IconButton label={vi.outline.menu(nameOf(row))} className="outline__menu">
                    <EllipsisVertical className="icon" aria-hidden />
                  </IconButton>
                }
                items={rowMenu(row, editor, setAdding, remove)}
              />
            )}
          </li>
        ))}
        <li>
          <button
            type="button"
            className="outline__open outline__open--edge"
            onClick={() => onGoTo(isFormal ? 'recipients' : 'byline')}
          >
            {isFormal ? vi.outline.signature : vi.outline.byline}
          </button>
        </li>
      </ul>
      {isReadOnly ? null : adding === undefined ? (
        <Button
          kind="quiet"
          icon={<Plus className="icon" aria-hidden />}
          onClick={() => setAdding(newSectionPlace(rows))}
        >
          {vi.outline.add}
        </Button>
      ) : (
        <AddSection
          onAdd={(name) => {
            const id = editor.current?.addSection(adding, name)
            setAdding(undefined)
            if (id !== undefined) editor.current?.focusSection(id)
          }}
          onCancel={() => setAdding(undefined)}
        />
      )}
    </nav>
  )
}

const nameOf = (row: OutlineRow): string => (row.name === '' ? vi.outline.unnamed : row.name)

function rowMenu(
  row: OutlineRow,
  editor: RefObject<EditorHandle | null>,
  add: (place: Place) => void,
  remove: (row: OutlineRow) => void,
): readonly MenuItem[] {
  const mark = (value: SectionMark | undefined) => editor.current?.setSectionMark(row.id, value)
  const status = (label: string, isChosen: boolean, value: SectionMark | undefined): MenuItem => ({
    kind: 'choice',
    label,
    isChosen,
    onSelect: () => mark(value),
  })
  const kind = row.section.mark?.kind
  return [
    { kind: 'label', label: vi.outline.status },
    status(vi.outline.statusAuto, kind === undefined, undefined),
    status(STATUS_NAMES.needsFigures, kind === 'needsFigures', { kind: 'needsFigures' }),
    status(STATUS_NAMES.reviewed, kind === 'reviewed', { kind: 'reviewed' }),
    status(STATUS_NAMES.notApplicable, kind === 'notApplicable', { kind: 'notApplicable', reason: '' }),
    { kind: 'separator' },
    { kind: 'action', label: vi.outline.addAfter, onSelect: () => add({ after: row.id }) },
    {
      kind: 'action',
      label: vi.outline.addInside,
      isDisabled: row.depth >= 3,
      onSelect: () => add({ inside: row.id }),
    },
    {
      kind: 'action',
      label: vi.outline.moveUp,
      isDisabled: row.isFirst,
      onSelect: () => editor.current?.moveSection(row.id, 'up'),
    },
    {
      kind: 'action',
      label: vi.outline.moveDown,
      isDisabled: row.isLast,
      onSelect: () => editor.current?.moveSection(row.id, 'down'),
    },
    { kind: 'separator' },
    { kind: 'action', label: vi.outline.remove, isDangerous: true, onSelect: () => remove(row) },
  ]
}

const STATUS_ICONS = {
  notWritten: Circle,
  drafting: Circle,
  needsFigures: TriangleAlert,
  reviewed: Check,
  notApplicable: Minus,
}

function StatusMark({ status }: { readonly status: SectionStatus }) {
  const Icon = STATUS_ICONS[status]
  return (
    <span className={`status status--${status}`} title={STATUS_NAMES[status]}>
      <Icon className="icon" aria-hidden {...(status === 'drafting' ? { fill: 'currentColor' } : {})} />
      <span className="visually-hidden">{STATUS_NAMES[status]}:</span>
    </span>
  )
}

interface AddSectionProps {
  readonly onAdd: (name: string) => void
  readonly onCancel: () => void
}

/** Asks for the name in place; Enter adds, Escape does not. */
function AddSection({ onAdd, onCancel }: AddSectionProps) {
  const [name, setName] = useState('')
  return (
    <form
      className="outline__add"
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim() !== '') onAdd(name.trim())
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel()
      }}
    >
      <TextInput
        autoFocus
        aria-label={vi.outline.name}
        placeholder={vi.outline.name}
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <div className="form__buttons">
        <Button type="submit" kind="primary" disabled={name.trim() === ''}>
          {vi.outline.add}
        </Button>
        <Button onClick={onCancel}>{vi.common.cancel}</Button>
      </div>
    </form>
  )
}
