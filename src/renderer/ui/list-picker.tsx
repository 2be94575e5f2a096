import { useId, useState, type KeyboardEvent, type ReactNode } from 'react'
import { classNames } from './class-names'
import { TextInput } from './field'
import './floating.css'
import './list-picker.css'
import { AnchoredPopover } from './popover'

export interface PickerItem<T> {
  readonly id: string
  readonly name: string
  readonly value: T
  readonly isChosen?: boolean
  readonly mark?: ReactNode
  /** A key that does the same. */
  readonly hint?: string
}

export interface PickerGroup<T> {
  readonly id: string
  readonly name?: string
  readonly items: readonly PickerItem<T>[]
}

interface ListPickerProps<T> {
  readonly rect: DOMRect
  /** Accessible name of the panel and of the box to type in. */
  readonly label: string
  readonly placeholder: string
  readonly nothingFound: string
  /** What is offered for the words typed; all of it for none. */
  readonly groupsFor: (typed: string) => readonly PickerGroup<T>[]
  readonly onPick: (value: T) => void
  /** Without a choice; the caller says where the focus goes. */
  readonly onClose: () => void
}

/** A list beside a place, narrowed by typing; arrows, Enter and Escape work while the box keeps the focus. */
export function ListPicker<T>(props: ListPickerProps<T>) {
  const { rect, label, placeholder, nothingFound, groupsFor, onPick, onClose } = props
  const listId = useId()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState<number>()
  const groups = groupsFor(typed).filter(({ items }) => items.length > 0)
  const items = groups.flatMap((group) => group.items)
  const chosen =
    typed === ''
      ? Math.max(
          0,
          items.findIndex(({ isChosen }) => isChosen),
        )
      : 0
  const current = Math.min(at ?? chosen, items.length - 1)
  const optionId = (id: string) => `${listId}-${id}`

  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined && items.length > 0) {
      event.preventDefault()
      const next = (current + step + items.length) % items.length
      setAt(next)
      const id = items[next]?.id
      if (id !== undefined) document.getElementById(optionId(id))?.scrollIntoView({ block: 'nearest' })
    }
    if (event.key === 'Enter') {
      event.preventDefault()
      const item = items[current]
      if (item) onPick(item.value)
    }
  }

  return (
    <AnchoredPopover rect={rect} label={label} onClose={onClose}>
      <TextInput
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={items[current] ? optionId(items[current].id) : undefined}
        aria-autocomplete="list"
        aria-label={label}
        placeholder={placeholder}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setAt(undefined)
        }}
        onKeyDown={press}
      />
      <div id={listId} role="listbox" aria-label={label} className="list-picker">
        {groups.map((group) => (
          <div key={group.id} role="group" aria-label={group.name ?? label}>
            {group.name === undefined ? (
              <div className="menu-separator" role="presentation" />
            ) : (
              <div className="menu-label" role="presentation">
                {group.name}
              </div>
            )}
            {group.items.map((item) => (
              <div
                key={item.id}
                id={optionId(item.id)}
                role="option"
                aria-selected={items[current] === item}
                className={classNames('menu-item', item.isChosen && 'list-picker__chosen')}
                data-highlighted={items[current] === item ? '' : undefined}
                onPointerMove={() => setAt(items.indexOf(item))}
                onClick={() => onPick(item.value)}
              >
                {item.mark}
                <span className="menu-item__words">{item.name}</span>
                {item.hint === undefined ? null : <kbd className="menu-item__hint">{item.hint}</kbd>}
              </div>
            ))}
          </div>
        ))}
      </div>
      {items.length === 0 ? <p className="muted small list-picker__nothing">{nothingFound}</p> : null}
    </AnchoredPopover>
  )
}
