import type { Services } from '../contract/services'
import { ok } from '../core/result'
import type { Ports } from './service-ports'

/** What the officer sets once. */
export function createSettingsServices({ settings }: Ports) {
  return {
    'settings.read': () => Promise.resolve(ok(settings.read())),
    'settings.write': ({ settings: wanted }) => settings.write(wanted),
  } satisfies Partial<Services>
}
