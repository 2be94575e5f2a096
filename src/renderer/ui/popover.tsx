import { Popover as Primitive } from 'radix-ui'
import type { ReactNode } from 'react'
import './floating.css'

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
