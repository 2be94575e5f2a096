import { Popover as Primitive } from 'radix-ui'
import { useMemo, type ReactNode } from 'react'
import './floating.css'

interface AnchoredPopoverProps {
  /** Where on the screen it belongs. */
  readonly rect: DOMRect
  readonly label: string
  readonly children: ReactNode
  /** Closed by Escape or by a click elsewhere; the caller says where the focus goes. */
  readonly onClose: () => void
}

/** A small panel beside a place that is no button, for instance a word of a text. */
export function AnchoredPopover({ rect, label, children, onClose }: AnchoredPopoverProps) {
  const anchor = useMemo(() => ({ current: { getBoundingClientRect: () => rect } }), [rect])
  return (
    <Primitive.Root
      open
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
    >
      <Primitive.Anchor virtualRef={anchor} />
      <Primitive.Portal>
        <Primitive.Content
          className="floating floating--popover"
          aria-label={label}
          sideOffset={6}
          collisionPadding={8}
          align="start"
          onCloseAutoFocus={(event) => event.preventDefault()}
        >
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  )
}

interface PopoverProps {
  readonly trigger: ReactNode
  readonly label: string
  readonly children: ReactNode
  readonly isOpen?: boolean
  readonly onOpenChange?: (isOpen: boolean) => void
}

/** A small panel beside the button that opened it; Escape closes it and gives the focus back. */
export function Popover({ trigger, label, children, isOpen, onOpenChange }: PopoverProps) {
  return (
    <Primitive.Root
      {...(isOpen === undefined ? {} : { open: isOpen })}
      {...(onOpenChange === undefined ? {} : { onOpenChange })}
    >
      <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          className="floating floating--popover"
          aria-label={label}
          sideOffset={6}
          collisionPadding={8}
          align="start"
        >
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  )
}
