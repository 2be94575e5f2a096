import { createContext, use, useState, type CSSProperties, type ReactNode } from 'react'
import { MAX_LINE_LENGTH } from '../../../core/slot'
import { classNames } from '../../ui/class-names'

/** Whether the page may be written on. */
export const PageAccess = createContext<{ readonly isReadOnly: boolean }>({ isReadOnly: false })

interface LineFieldProps {
  readonly label: string
  /** Node path, so that a finding can lead here. */
  readonly at: string
  readonly value: string
  readonly placeholder: string
  readonly onChange: (value: string) => void
  readonly isWhole?: boolean
}

/** A field in a line of the page, as wide as what stands in it. */
export function LineField({ label, at, value, placeholder, onChange, isWhole = false }: LineFieldProps) {
  const { isReadOnly } = use(PageAccess)
  return (
    <input
      className={classNames('page-field', value === '' && 'page-field--open', isWhole && 'page-field--whole')}
      aria-label={label}
      data-at={at}
      value={value}
      maxLength={MAX_LINE_LENGTH}
      placeholder={placeholder}
      readOnly={isReadOnly}
      spellCheck={false}
      autoComplete="off"
      onChange={(event) => onChange(event.target.value)}
    />
  )
}

interface NumberFieldProps extends Omit<LineFieldProps, 'value' | 'onChange'> {
  readonly value: number | undefined
  readonly min: number
  readonly max: number
  /** Figures are padded with a zero below this. */
  readonly paddedBelow?: number
  readonly onChange: (value: number | undefined) => void
}

/** A number of the date. What is no such number is kept in the field, marked, and not taken over. */
export function NumberField({ value, min, max, paddedBelow = 0, onChange, ...rest }: NumberFieldProps) {
  const { isReadOnly } = use(PageAccess)
  const [draft, setDraft] = useState<string>()
  const shown =
    draft ?? (value === undefined ? '' : value < paddedBelow ? String(value).padStart(2, '0') : String(value))
  const isWrong = draft !== undefined && draft !== '' && parseWhole(draft, min, max) === undefined
  return (
    <input
      className={classNames('page-field', shown === '' && 'page-field--open')}
      aria-label={rest.label}
      aria-invalid={isWrong}
      data-at={rest.at}
      inputMode="numeric"
      value={shown}
      placeholder={rest.placeholder}
      readOnly={isReadOnly}
      autoComplete="off"
      onChange={(event) => {
        const typed = event.target.value.trim()
        setDraft(typed)
        const parsed = parseWhole(typed, min, max)
        if (typed === '' || parsed !== undefined) onChange(parsed)
      }}
      onBlur={() => {
        if (!isWrong) setDraft(undefined)
      }}
    />
  )
}

/** A whole number within its limits. */
export function parseWhole(text: string, min: number, max: number): number | undefined {
  if (!/^\d{1,4}$/.test(text)) return undefined
  const value = Number(text)
  return value >= min && value <= max ? value : undefined
}

interface BlockFieldProps {
  readonly label: string
  readonly at: string
  readonly value: string
  readonly placeholder: string
  readonly onChange: (value: string) => void
  readonly style?: CSSProperties
  /** How the value reads on the page while it is not being edited; absent: as it is typed. */
  readonly shown?: ReactNode
  /** Said below the field while it is being edited. */
  readonly hint?: string | undefined
  /** May stay empty: then it is not marked as open. */
  readonly isOptional?: boolean
  /** Reads as one line whatever is typed or pasted. */
  readonly isOneLine?: boolean
}

/** Lines of the page; where they read otherwise than they are typed, they turn to a field when entered. */
export function BlockField(props: BlockFieldProps) {
  const { label, at, value, placeholder, onChange, style, shown, hint, isOptional = false, isOneLine = false } = props
  const { isReadOnly } = use(PageAccess)
  const [isEditing, setIsEditing] = useState(false)
  const className = classNames(
    'page-field page-field--block',
    value === '' && 'page-field--open',
    value === '' && isOptional && 'page-field--optional',
  )
  if (shown !== undefined && !isEditing) {
    return (
      <div
        className={className}
        style={style}
        role="textbox"
        tabIndex={0}
        aria-multiline
        aria-label={label}
        aria-readonly={isReadOnly}
        data-at={at}
        onFocus={() => {
          if (!isReadOnly) setIsEditing(true)
        }}
      >
        {value === '' ? placeholder : shown}
      </div>
    )
  }
  return (
    <>
      <textarea
        className={className}
        style={style}
        aria-label={label}
        data-at={at}
        rows={1}
        value={value}
        maxLength={MAX_LINE_LENGTH}
        placeholder={placeholder}
        readOnly={isReadOnly}
        spellCheck={false}
        autoFocus={isEditing}
        onChange={(event) => onChange(isOneLine ? event.target.value.replace(/\s*\n\s*/g, ' ') : event.target.value)}
        onBlur={() => setIsEditing(false)}
      />
      {isEditing && hint !== undefined ? <p className="page-hint">{hint}</p> : null}
    </>
  )
}
