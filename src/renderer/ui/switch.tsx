import { Switch as Primitive } from 'radix-ui'
import { useId } from 'react'
import './field.css'

interface SwitchProps {
  readonly label: string
  readonly isOn: boolean
  readonly onChange: (isOn: boolean) => void
}

/** Something that is on or off. */
export function Switch({ label, isOn, onChange }: SwitchProps) {
  const id = useId()
  return (
    <div className="switch-row">
      <Primitive.Root id={id} className="switch" checked={isOn} onCheckedChange={onChange}>
        <Primitive.Thumb className="switch__thumb" />
      </Primitive.Root>
      <label htmlFor={id}>{label}</label>
    </div>
  )
}
