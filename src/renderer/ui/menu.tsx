import { Check } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { useRef, type ReactNode, type RefObject } from 'react'
import { classNames } from './class-names'
import './floating.css'

/** A row of a menu: something to do, or a line between groups. */
export type MenuItem =
  | {
      readonly kind: 'action'
      readonly label: string
      readonly icon?: ReactNode
      readonly hint?: string
      readonly isDisabled?: boolean
      readonly isDangerous?: boolean
      /** What it does moves the focus: done once the menu is gone, which then leaves the focus alone. */
      readonly movesFocus?: boolean
      readonly onSelect: () => void
    }
  | { readonly kind: 'separator' }
  | { readonly kind: 'label'; readonly label: string }
  | { readonly kind: 'choice'; readonly label: string; readonly isChosen: boolean; readonly onSelect: () => void }

interface MenuProps {
  /** The button that opens the menu. */
  readonly trigger: ReactNode
  readonly items: readonly MenuItem[]
  readonly align?: 'start' | 'end'
}

/** A menu under a button; arrows, letters, Enter and Escape work as in every program. */
export function Menu({ trigger, items, align = 'start' }: MenuProps) {
  const later = useRef<() => void>(undefined)
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          className="floating floating--menu"
          align={align}
          sideOffset={4}
          collisionPadding={8}
          loop
          onCloseAutoFocus={(event) => {
            const select = later.current
            if (!select) return
            later.current = undefined
            event.preventDefault()
            select()
          }}
        >
          {items.map((item, index) => (
            <Row key={index} item={item} laterRef={later} />
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

interface RowProps {
  readonly item: MenuItem
  /** What is to be done once the menu is gone. */
  readonly laterRef: RefObject<(() => void) | undefined>
}

function Row({ item, laterRef }: RowProps): ReactNode {
  switch (item.kind) {
    case 'separator':
      return <DropdownMenu.Separator className="menu-separator" />
    case 'label':
      return <DropdownMenu.Label className="menu-label">{item.label}</DropdownMenu.Label>
    case 'choice':
      return (
        <DropdownMenu.CheckboxItem className="menu-item" checked={item.isChosen} onSelect={item.onSelect}>
          <span className="menu-item__check">
            <DropdownMenu.ItemIndicator>
              <Check className="icon" aria-hidden />
            </DropdownMenu.ItemIndicator>
          </span>
          <span className="menu-item__words">{item.label}</span>
        </DropdownMenu.CheckboxItem>
      )
    case 'action':
      return (
        <DropdownMenu.Item
          className={classNames('menu-item', item.isDangerous && 'menu-item--danger')}
          disabled={item.isDisabled ?? false}
          onSelect={() => {
            if (item.movesFocus) laterRef.current = item.onSelect
            else item.onSelect()
          }}
        >
          {item.icon}
          <span className="menu-item__words">{item.label}</span>
          {item.hint === undefined ? null : <span className="menu-item__hint">{item.hint}</span>}
        </DropdownMenu.Item>
      )
  }
}
