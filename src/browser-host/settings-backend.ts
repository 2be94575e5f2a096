/** The settings file by `conf`; in Electron electron-store gives the same file the same shape. */
import Conf from 'conf'
import { lateSettingsBackend } from '../services/node/late-settings-backend'
import { SETTINGS_BACKEND_OPTIONS, type SettingsBackend } from '../services/node/settings-store'

/** A damaged file is never replaced by defaults: the settings port restores its own previous copy. */
export function openSettings(folder: string): SettingsBackend {
  return lateSettingsBackend(
    folder,
    () => new Conf({ cwd: folder, configName: 'settings', ...SETTINGS_BACKEND_OPTIONS }),
  )
}
