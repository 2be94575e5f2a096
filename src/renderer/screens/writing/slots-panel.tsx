import { CornerDownLeft } from 'lucide-react'
import { useState, type RefObject } from 'react'
import type { Report } from '../../../core/report/report'
import type { EditorHandle } from '../../editor/editor-handle'
import { vi } from '../../text/vi'
import { IconButton } from '../../ui/button'
import { isOpen, SlotValueField } from './slot-value-field'
import { openSlotCount, slotRows, type SlotRow } from './slot-rows'

interface SlotsPanelProps {
  readonly report: Report
  readonly isReadOnly: boolean
  readonly editor: RefObject<EditorHandle | null>
}

/** Every slot once: what is typed here stands at once wherever the slot is mentioned. */
export function SlotsPanel({ report, isReadOnly, editor }: SlotsPanelProps) {
  // Slots that were open when the panel appeared stand first and stay where they are while they are filled.
  const [openFirst] = useState(() => new Set(report.slots.filter(isOpen).map(({ id }) => id)))
  const rows = slotRows(report)
  if (rows.length === 0) return <p className="muted">{vi.slots.none}</p>
  const mentioned = rows.filter(({ mentions }) => mentions > 0)
  const others = rows.filter(({ mentions }) => mentions === 0)
  const first = mentioned.filter(({ slot }) => openFirst.has(slot.id))
  const list = (shown: readonly SlotRow[]) => (
    <ul>
      {shown.map((row) => (
        <SlotRowField key={row.slot.id} row={row} isReadOnly={isReadOnly} editor={editor} />
      ))}
    </ul>
  )
  return (
    <div className="slots">
      <p className="small muted">
        {vi.slots.intro} {openSlotCount(rows) > 0 ? vi.slots.open(openSlotCount(rows)) : ''}
      </p>
      {list([...first, ...mentioned.filter((row) => !first.includes(row))])}
      {others.length > 0 ? (
        <section>
          <h2 className="small muted slots__title">{vi.slots.others}</h2>
          {list(others)}
        </section>
      ) : null}
    </div>
  )
}

interface SlotRowFieldProps {
  readonly row: SlotRow
  readonly isReadOnly: boolean
  readonly editor: RefObject<EditorHandle | null>
}

function SlotRowField({ row: { slot, mentions }, isReadOnly, editor }: SlotRowFieldProps) {
  const fieldId = `slot-${slot.id}`
  return (
    <li className="slot-row">
      <label htmlFor={fieldId}>
        {slot.label}
        {isOpen(slot) ? <span className="slot-row__open" aria-hidden /> : null}
      </label>
      <div className="slot-row__line">
        <SlotValueField
          id={fieldId}
          slot={slot}
          isReadOnly={isReadOnly}
          onChange={(changed) => editor.current?.setSlot(changed)}
        />
        {isReadOnly ? null : (
          <IconButton label={vi.slots.insertNamed(slot.label)} onClick={() => editor.current?.insertSlot(slot.id)}>
            <CornerDownLeft className="icon" aria-hidden />
          </IconButton>
        )}
      </div>
      {mentions > 0 ? <p className="small muted">{vi.slots.mentions(mentions)}</p> : null}
    </li>
  )
}
