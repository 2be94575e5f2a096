/** Where reports, templates and settings live: local to this machine, never roaming, never in a synced folder. */
import { homedir } from 'node:os'
import { posix, win32 } from 'node:path'

export interface Surroundings {
  readonly platform: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly home: string
}

/** `TONG_KET_DATA_DIR`, else the platform's own place for data of a program. */
export function dataFolder(
  { platform, env, home }: Surroundings = { platform: process.platform, env: process.env, home: homedir() },
): string {
  if (env['TONG_KET_DATA_DIR']) return env['TONG_KET_DATA_DIR']
  if (platform === 'win32') return win32.join(env['LOCALAPPDATA'] ?? win32.join(home, 'AppData', 'Local'), 'Tong Ket')
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', 'Tong Ket')
  const xdg = env['XDG_DATA_HOME']
  // The specification asks to ignore a relative path.
  return posix.join(xdg?.startsWith('/') ? xdg : posix.join(home, '.local', 'share'), 'tong-ket')
}
