import { CircleAlert, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './class-names'
import './banner.css'

interface BannerProps {
  readonly tone: 'info' | 'warn' | 'bad'
  readonly children: ReactNode
  /** Buttons at the end of the line. */
  readonly actions?: ReactNode
}

const ICONS = { info: Info, warn: TriangleAlert, bad: CircleAlert }

/** A line across the screen about something that lasts; told to screen readers when it appears. */
export function Banner({ tone, children, actions }: BannerProps) {
  const Icon = ICONS[tone]
  return (
    <div className={classNames('banner', `banner--${tone}`)} role={tone === 'bad' ? 'alert' : 'status'}>
      <Icon className="icon" aria-hidden />
      <p className="banner__words">{children}</p>
      {actions}
    </div>
  )
}
