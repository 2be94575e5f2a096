import type { ReactNode } from 'react'
import './empty.css'

interface EmptyProps {
  readonly title: string
  readonly children?: ReactNode
  readonly actions?: ReactNode
}

/** What stands where a list has nothing yet: what belongs here and the way to the first one. */
export function Empty({ title, children, actions }: EmptyProps) {
  return (
    <div className="empty">
      <h2>{title}</h2>
      {children === undefined ? null : <p className="muted">{children}</p>}
      {actions === undefined ? null : <div className="empty__actions">{actions}</div>}
    </div>
  )
}
