import type { ReactNode } from 'react'
import { classNames } from './class-names'
import './badge.css'

export type Tone = 'neutral' | 'accent' | 'good' | 'warn' | 'bad'

/** A short fact in a pill. */
export function Badge({ tone = 'neutral', children }: { readonly tone?: Tone; readonly children: ReactNode }) {
  return <span className={classNames('badge', `badge--${tone}`)}>{children}</span>
}
