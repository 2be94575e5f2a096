/** The only untrusted entry: checks the name, parses the input, calls the service, turns a bug into an incident. */
import type { AppError } from '../core/app-error'
import { parseShape } from '../core/parse-shape'
import { err, type Result } from '../core/result'
import { channels, type Channel } from './channels'
import type { Services } from './services'

export type Dispatch = (channel: unknown, input: unknown) => Promise<Result<unknown, AppError>>

/** Writes the fault to the incident log and gives its id. */
type ReportIncident = (where: string, cause: unknown) => string

export function createDispatcher(services: Services, reportIncident: ReportIncident): Dispatch {
  return async (channel, input) => {
    if (!isChannel(channel))
      return err({ code: 'call.unknown', channel: typeof channel === 'string' ? channel.slice(0, 64) : '' })
    const parsed = parseShape<unknown>(channels[channel].input, input)
    if (!parsed.ok) return err({ code: 'call.badInput', channel, detail: parsed.error })
    try {
      // The table pairs each name with its own input; TypeScript cannot follow that through the union.
      const serve = services[channel] as (value: unknown) => Promise<Result<unknown, AppError>>
      return await serve(parsed.value)
    } catch (cause) {
      return err({ code: 'internal', incident: reportIncident(channel, cause) })
    }
  }
}

/** Own properties only: `toString` and `__proto__` are no channels. */
function isChannel(name: unknown): name is Channel {
  return typeof name === 'string' && Object.hasOwn(channels, name)
}
