import { channels, type Channel } from '../../src/contract/channels'
import type { Services } from '../../src/contract/services'
import { DEFAULT_SETTINGS } from '../../src/core/settings/settings'
import { err, ok } from '../../src/core/result'

/** Services that answer what they must and nothing more: for tests of the roads to them. */
export function stubServices(rows: Partial<Services> = {}): Services {
  const absent = () => Promise.resolve(err({ code: 'capability.absent' as const, capability: 'stub' }))
  const base = Object.fromEntries(Object.keys(channels).map((channel) => [channel, absent])) as unknown as Services
  return {
    ...base,
    'host.describe': () =>
      Promise.resolve(
        ok({ kind: 'browser', appVersion: '0.0.0', hasFileDialogs: false, hasNativeMenu: false, startNotices: [] }),
      ),
    'settings.read': () => Promise.resolve(ok(DEFAULT_SETTINGS)),
    'settings.write': ({ settings }) => Promise.resolve(ok(settings)),
    'report.list': () => Promise.resolve(ok({ reports: [] })),
    'host.readIncidents': () => Promise.reject(new Error('a planted bug')),
    ...rows,
  }
}

export const allChannels = Object.keys(channels) as Channel[]
