import type { Inline } from '../../../core/report/report'
import { slotText, type Slot } from '../../../core/slot'
import { vi } from '../../text/vi'
import { classNames } from '../../ui/class-names'
import { fieldTextToInlines, inlinesToFieldText } from './inline-field-text'
import { BlockField } from './page-field'

interface InlineFieldProps {
  readonly label: string
  readonly at: string
  readonly content: readonly Inline[]
  readonly slots: readonly Slot[]
  readonly onChange: (content: readonly Inline[]) => void
}

/** A title: reads with the values of its slots, is edited with their names. */
export function InlineField({ label, at, content, slots, onChange }: InlineFieldProps) {
  const typed = inlinesToFieldText(content, slots)
  return (
    <BlockField
      label={label}
      at={at}
      value={typed}
      placeholder={vi.page.open}
      hint={content.some(({ type }) => type === 'slot') ? vi.page.slotHint : undefined}
      shown={content.map((inline, index) => (
        <Piece key={index} inline={inline} slots={slots} />
      ))}
      onChange={(next) => onChange(fieldTextToInlines(next, slots))}
    />
  )
}

function Piece({ inline, slots }: { readonly inline: Inline; readonly slots: readonly Slot[] }) {
  if (inline.type === 'text') return inline.text
  if (inline.type === 'lineBreak') return <br />
  const slot = slots.find(({ id }) => id === inline.slotId)
  return (
    <span className={classNames('page-slot', slot?.value === undefined && 'page-slot--open')}>{slotText(slot)}</span>
  )
}
