import { useState, type CSSProperties, type ReactNode } from 'react'
import { textToLines } from '../settings/profile-form'
import { BlockField } from './page-field'

interface LinesFieldProps {
  readonly label: string
  readonly at: string
  readonly lines: readonly string[]
  readonly placeholder: string
  readonly shown: ReactNode
  readonly style?: CSSProperties
  readonly isOptional?: boolean
  readonly onChange: (lines: readonly string[]) => void
}

/** A list with one entry a line; reads on the page as the layout writes it. */
export function LinesField({ lines, onChange, ...rest }: LinesFieldProps) {
  // What is being typed may end in an empty line, which the report does not keep.
  const [draft, setDraft] = useState<string>()
  const stored = lines.join('\n')
  const isCurrent = draft !== undefined && textToLines(draft).join('\n') === stored
  return (
    <BlockField
      {...rest}
      value={isCurrent ? draft : stored}
      onChange={(typed) => {
        setDraft(typed)
        onChange(textToLines(typed))
      }}
    />
  )
}
