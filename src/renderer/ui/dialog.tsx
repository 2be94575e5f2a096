import { X } from 'lucide-react'
import { Dialog as Primitive } from 'radix-ui'
import { useRef, type ReactNode } from 'react'
import { IconButton } from './button'
import './dialog.css'

interface DialogProps {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly title: string
  readonly description?: string
  /** Accessible name of the cross. */
  readonly closeLabel: string
  readonly children: ReactNode
  readonly footer: ReactNode
}

/** A dialog with the focus kept inside; Escape and the cross close it. */
export function Dialog({ isOpen, onClose, title, description, closeLabel, children, footer }: DialogProps) {
  const opener = useRef<Element>(null)
  return (
    <Primitive.Root
      open={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
    >
      <Primitive.Portal>
        <Primitive.Overlay className="dialog-scrim" />
        <Primitive.Content
          className="dialog"
          {...(description === undefined ? { 'aria-describedby': undefined } : {})}
          onOpenAutoFocus={() => {
            opener.current = document.activeElement
          }}
          onCloseAutoFocus={(event) => {
            // Radix gives the focus back to a trigger only, and these dialogs have none.
            event.preventDefault()
            if (opener.current instanceof HTMLElement) opener.current.focus()
          }}
        >
          <header className="dialog__header">
            <Primitive.Title className="dialog__title">{title}</Primitive.Title>
            {description === undefined ? null : (
              <Primitive.Description className="muted">{description}</Primitive.Description>
            )}
          </header>
          <div className="dialog__body">{children}</div>
          <footer className="dialog__footer">{footer}</footer>
          {/* Last in the order of focus: a dialog opens on its first field, not on the cross. */}
          <IconButton label={closeLabel} className="dialog__close" onClick={onClose}>
            <X className="icon" aria-hidden />
          </IconButton>
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  )
}
