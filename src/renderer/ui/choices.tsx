import { RadioGroup } from 'radix-ui'
import './field.css'

interface ChoicesProps<V extends string> {
  readonly label: string
  readonly value: V
  readonly options: readonly { readonly value: V; readonly name: string; readonly description?: string }[]
  readonly onChoose: (value: V) => void
}

/** A few ways side by side, one of them chosen. */
export function Choices<V extends string>({ label, value, options, onChoose }: ChoicesProps<V>) {
  return (
    <RadioGroup.Root
      className="choices"
      aria-label={label}
      value={value}
      onValueChange={(next) => {
        const chosen = options.find((option) => option.value === next)
        if (chosen) onChoose(chosen.value)
      }}
    >
      {options.map((option) => (
        <RadioGroup.Item key={option.value} value={option.value} className="choice">
          <span className="choice__dot" aria-hidden />
          <span>
            <span className="choice__name">{option.name}</span>
            {option.description === undefined ? null : <span className="small muted">{option.description}</span>}
          </span>
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  )
}
