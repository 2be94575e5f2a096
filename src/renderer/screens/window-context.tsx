/** What every screen may use: the calls, the host's description, the settings, the way to another screen. */
import { createContext, use, useEffect, useEffectEvent } from 'react'
import type { HostDescription } from '../../contract/channels'
import type { Notice } from '../../core/notice'
import type { Settings } from '../../core/settings/settings'
import type { Bridge, Connection } from '../bridge'
import type { CommandBus, CommandHandlers, CommandOwner } from './command-bus'
import type { Route } from './route'

export interface WindowContextValue {
  readonly bridge: Bridge
  readonly host: HostDescription
  readonly connection: Connection
  readonly settings: Settings
  /** True when they are on disk. */
  readonly writeSettings: (settings: Settings) => Promise<boolean>
  readonly go: (route: Route) => void
  /** Asked before the screen is left; false keeps it. */
  readonly setLeaveGuard: (guard: (() => Promise<boolean>) | undefined) => void
  /** Saves what it can when the host is about to close; false when something is not on disk. */
  readonly setClosingCheck: (check: (() => Promise<boolean>) | undefined) => void
  readonly commands: CommandBus
  readonly askNewReport: (templateId?: string) => void
  readonly openFile: () => void
  readonly importFile: (file: File) => void
  /** What an import noticed, for the screen that opens the report: given once. */
  readonly takeNotices: (reportId: string) => readonly Notice[]
}

const WindowContext = createContext<WindowContextValue | undefined>(undefined)

export const WindowProvider = WindowContext.Provider

export function useWindow(): WindowContextValue {
  const value = use(WindowContext)
  if (!value) throw new Error('No WindowProvider above')
  return value
}

/** Runs the handler of a menu command or shortcut while the screen is shown. */
export function useCommands(handlers: CommandHandlers, owner: CommandOwner = 'screen'): void {
  const { commands } = useWindow()
  const current = useEffectEvent(() => handlers)
  useEffect(() => commands.listen(owner, () => current()), [commands, owner])
}

/** Keeps the screen until the guard agrees. */
export function useLeaveGuard(guard: () => Promise<boolean>): void {
  const { setLeaveGuard } = useWindow()
  const ask = useEffectEvent(guard)
  useEffect(() => {
    setLeaveGuard(() => ask())
    return () => setLeaveGuard(undefined)
  }, [setLeaveGuard])
}

/** Answers for the screen when the host is about to close the window. */
export function useClosingCheck(check: () => Promise<boolean>): void {
  const { setClosingCheck } = useWindow()
  const ask = useEffectEvent(check)
  useEffect(() => {
    setClosingCheck(() => ask())
    return () => setClosingCheck(undefined)
  }, [setClosingCheck])
}
