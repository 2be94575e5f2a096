import type { MenuCommand } from '../../contract/events'

export type CommandHandlers = { readonly [C in MenuCommand]?: () => void }

/** Whose handler it is: what a screen does with a command stands before what the window does with it. */
export type CommandOwner = 'screen' | 'window'

export interface CommandBus {
  /** Runs the one handler that is nearest to the officer's eyes. */
  readonly tell: (command: MenuCommand) => void
  /** Handlers are looked up when a command comes; of one owner's the newest wins. */
  readonly listen: (owner: CommandOwner, handlers: () => CommandHandlers) => () => void
}

/** The way of commands from menu and keyboard to the one handler each. */
export function createCommandBus(): CommandBus {
  const listeners: Record<CommandOwner, (() => CommandHandlers)[]> = { screen: [], window: [] }
  return {
    tell: (command) => {
      const newestFirst = [...listeners.screen.toReversed(), ...listeners.window.toReversed()]
      newestFirst.map((handlers) => handlers()[command]).find((handle) => handle !== undefined)?.()
    },
    listen: (owner, handlers) => {
      listeners[owner].push(handlers)
      return () => {
        listeners[owner] = listeners[owner].filter((other) => other !== handlers)
      }
    },
  }
}
