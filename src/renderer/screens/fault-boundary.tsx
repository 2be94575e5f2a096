import { Component, type ReactNode } from 'react'
import type { WindowCall } from '../bridge'
import { incidentMessage } from '../session/incident-message'
import { vi } from '../text/vi'
import { Notice } from './full-page-notice'

interface FaultBoundaryProps {
  readonly call: WindowCall
  readonly children: ReactNode
}

interface FaultBoundaryState {
  readonly isBroken: boolean
  readonly incident: string
}

/** A fault in a screen ends that screen only, goes to the incident log and is said in words. */
export class FaultBoundary extends Component<FaultBoundaryProps, FaultBoundaryState> {
  override state: FaultBoundaryState = { isBroken: false, incident: '' }

  static getDerivedStateFromError(): Partial<FaultBoundaryState> {
    return { isBroken: true }
  }

  override componentDidCatch(cause: unknown): void {
    void this.props.call('host.reportIncident', { where: 'window', message: incidentMessage(cause) }).then((told) => {
      if (told.ok) this.setState({ incident: told.value.incident })
    })
  }

  override render(): ReactNode {
    if (!this.state.isBroken) return this.props.children
    return <Notice title={vi.crashed.title} words={[vi.crashed.words(this.state.incident)]} canReload />
  }
}
