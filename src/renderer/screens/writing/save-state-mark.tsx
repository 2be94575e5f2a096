import { Check, CircleAlert, CircleDashed } from 'lucide-react'
import type { SaveState } from '../../session/report-session'
import { classNames } from '../../ui/class-names'
import { saveLabel } from './save-label'

const ICONS = { good: Check, quiet: CircleDashed, bad: CircleAlert }

/** The state of saving in the top bar; changes in place. */
export function SaveStateMark({ state }: { readonly state: SaveState | 'readOnly' }) {
  const { text, tone } = saveLabel(state)
  const Icon = ICONS[tone]
  return (
    <span className={classNames('save-state', `save-state--${tone}`)} data-testid="save-state">
      <Icon className="icon" aria-hidden />
      {text}
    </span>
  )
}
