import { useState, type KeyboardEvent } from 'react'
import type { Slot } from '../../../core/slot'
import { TextInput } from '../../ui/field'

interface SlotValueFieldProps {
  readonly id: string
  readonly slot: Slot
  readonly isReadOnly: boolean
  readonly onChange: (slot: Slot) => void
  readonly onKeyDown?: (event: KeyboardEvent) => void
}

/** The value of a slot; every letter typed here stands at once wherever the slot is mentioned. */
export function SlotValueField({ id, slot, isReadOnly, onChange, onKeyDown }: SlotValueFieldProps) {
  // The report follows a moment later; the field shows what is typed in it meanwhile.
  const [draft, setDraft] = useState<string>()
  return (
    <TextInput
      id={id}
      maxLength={2000}
      readOnly={isReadOnly}
      value={draft ?? slot.value ?? ''}
      onChange={(event) => {
        setDraft(event.target.value)
        onChange(withValue(slot, event.target.value))
      }}
      onBlur={() => setDraft(undefined)}
      onKeyDown={onKeyDown}
    />
  )
}

/** Nothing typed but spaces leaves the slot open. */
function withValue({ id, type, label }: Slot, value: string): Slot {
  return value.trim() === '' ? { id, type, label } : { id, type, label, value }
}

export const isOpen = (slot: Slot): boolean => slot.value === undefined
