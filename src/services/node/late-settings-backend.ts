/** Both libraries read their file while they are made, and throw when it is a folder, a ring of links or another user's. */
import { join } from 'node:path'
import type { SettingsBackend } from './settings-store'

/** Makes the library at its first use, where the settings store answers for what fails: a start never does. */
export function lateSettingsBackend(folder: string, make: () => SettingsBackend): SettingsBackend {
  let made: SettingsBackend | undefined
  const backend = (): SettingsBackend => (made ??= make())
  return {
    path: join(folder, 'settings.json'),
    get store() {
      return backend().store
    },
    set store(value) {
      backend().store = value
    },
  }
}
