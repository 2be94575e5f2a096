import type { ComponentProps } from 'react'
import { classNames } from './class-names'
import './field.css'

interface SelectProps<V extends string> extends Omit<ComponentProps<'select'>, 'value' | 'onChange' | 'children'> {
  readonly value: V
  readonly options: readonly { readonly value: V; readonly label: string }[]
  readonly onChoose: (value: V) => void
}

/**
 * A choice of one from a list. The platform's own control: Radix's Select writes a style element by innerHTML,
 * which Trusted Types refuse.
 */
export function Select<V extends string>({ value, options, onChoose, className, ...rest }: SelectProps<V>) {
  return (
    <select
      {...rest}
      value={value}
      className={classNames('input input--select', className)}
      onChange={(event) => {
        const chosen = options.find((option) => option.value === event.target.value)
        if (chosen) onChoose(chosen.value)
      }}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  )
}
