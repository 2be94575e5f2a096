import { useId, type ComponentProps, type ReactNode } from 'react'
import { classNames } from './class-names'
import './field.css'

interface FieldProps {
  readonly label: string
  readonly hint?: string
  readonly problem?: string | undefined
  readonly className?: string
  /** Draws the control with the ids that tie label, hint and problem to it. */
  readonly children: (ids: {
    readonly id: string
    readonly 'aria-describedby': string | undefined
    readonly 'aria-invalid': boolean
  }) => ReactNode
}

/** A label over a control, with a hint and what is wrong below it. */
export function Field({ label, hint, problem, className, children }: FieldProps) {
  const id = useId()
  const described = hint !== undefined || problem !== undefined ? `${id}-more` : undefined
  return (
    <div className={classNames('field', className)}>
      <label htmlFor={id}>{label}</label>
      {children({ id, 'aria-describedby': described, 'aria-invalid': problem !== undefined })}
      {described === undefined ? null : (
        <p id={described} className={classNames('small', problem === undefined ? 'muted' : 'field__problem')}>
          {problem ?? hint}
        </p>
      )}
    </div>
  )
}

/** One line of text. */
export function TextInput({ className, ...rest }: ComponentProps<'input'>) {
  return (
    <input type="text" autoComplete="off" spellCheck={false} {...rest} className={classNames('input', className)} />
  )
}

/** Several lines of text; grows with them. */
export function TextArea({ className, ...rest }: ComponentProps<'textarea'>) {
  return <textarea rows={2} spellCheck={false} {...rest} className={classNames('input input--area', className)} />
}
