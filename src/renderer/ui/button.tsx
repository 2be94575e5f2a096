import type { ComponentProps, ReactNode } from 'react'
import { classNames } from './class-names'
import { Tooltip } from './tooltip'
import './button.css'

type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger'

interface ButtonProps extends ComponentProps<'button'> {
  readonly kind?: ButtonKind
  readonly icon?: ReactNode
}

/** A button with words; the icon only accompanies them. */
export function Button({ kind = 'secondary', icon, className, children, type = 'button', ...rest }: ButtonProps) {
  return (
    <button {...rest} type={type} className={classNames('button', `button--${kind}`, className)}>
      {icon}
      {children}
    </button>
  )
}

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'aria-label'> {
  /** Accessible name and tooltip: an icon never stands without one. */
  readonly label: string
  readonly isPressed?: boolean
}

/** A button that shows an icon only; its name stands in the tooltip. */
export function IconButton({ label, isPressed, className, children, type = 'button', ...rest }: IconButtonProps) {
  return (
    <Tooltip text={label}>
      <button
        {...rest}
        type={type}
        aria-label={label}
        aria-pressed={isPressed}
        className={classNames('icon-button', className)}
      >
        {children}
      </button>
    </Tooltip>
  )
}
