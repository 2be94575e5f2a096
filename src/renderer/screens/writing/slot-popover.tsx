import { useId } from 'react'
import type { Slot } from '../../../core/slot'
import { AnchoredPopover } from '../../ui/popover'
import { SlotValueField } from './slot-value-field'

interface SlotPopoverProps {
  readonly slot: Slot
  /** Where the mention stands on the screen. */
  readonly rect: DOMRect
  readonly onChange: (slot: Slot) => void
  /** Enter, Escape or a click elsewhere. */
  readonly onClose: () => void
}

/** Fills a slot beside the mention that was clicked. */
export function SlotPopover({ slot, rect, onChange, onClose }: SlotPopoverProps) {
  const id = useId()
  return (
    <AnchoredPopover rect={rect} label={slot.label} onClose={onClose}>
      <div className="field">
        <label htmlFor={id}>{slot.label}</label>
        <SlotValueField
          id={id}
          slot={slot}
          isReadOnly={false}
          onChange={onChange}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) onClose()
          }}
        />
      </div>
    </AnchoredPopover>
  )
}
