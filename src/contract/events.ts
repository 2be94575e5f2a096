/** What a host tells a window without being asked. Few, and never text of a report. */
import { z } from 'zod'

export const MENU_COMMANDS = [
  'newReport',
  'openFile',
  'learnTemplate',
  'showHome',
  'showSettings',
  'exportDocx',
  'exportHtml',
  'exportExchangeFile',
  'saveNow',
  'undo',
  'redo',
  'bold',
  'italic',
  'underline',
  'showIncidents',
] as const
export type MenuCommand = (typeof MENU_COMMANDS)[number]

export const AppEventSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('menu.command'), command: z.enum(MENU_COMMANDS) }),
  /** Asked before the host closes the window: save, answer with `host.readyToClose`, then call nothing more. */
  z.strictObject({ type: z.literal('host.closing') }),
])
export type AppEvent = z.infer<typeof AppEventSchema>
