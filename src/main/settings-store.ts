/** The settings file by electron-store; in the browser host and the command line `conf` gives it the same shape. */
import Store from 'electron-store'
import { lateSettingsBackend } from '../services/node/late-settings-backend'
import { SETTINGS_BACKEND_OPTIONS, type SettingsBackend } from '../services/node/settings-store'

/** A damaged file is never replaced by defaults: the settings port restores its own previous copy. */
export function openSettings(folder: string): SettingsBackend {
  return lateSettingsBackend(folder, () => new Store({ cwd: folder, name: 'settings', ...SETTINGS_BACKEND_OPTIONS }))
}
