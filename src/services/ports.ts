/**
 * What the services ask of the world. Hosts give the real ones, tests give fakes; core and formats see none of them.
 */
import type { AppError } from '../core/app-error'
import type { Result } from '../core/result'
import type { Settings } from '../core/settings/settings'
import type { Delivery, FileRef, Input } from '../contract/channels'

/** Times as ISO 8601 with zone. */
export interface Clock {
  readonly now: () => string
}

/** Fresh ids that sort by time (ULID). */
export interface Ids {
  readonly next: () => string
}

/** Settings with their own envelope and previous copy; electron-store or conf behind it. */
export interface SettingsStore {
  readonly read: () => Settings
  readonly write: (settings: Settings) => Promise<Result<Settings, AppError>>
}

/** What the officer is asked to choose files for. */
export type ChoicePurpose = Input<'file.choose'>['purpose']

/** Files between the officer and the host: chosen or uploaded ones in, exported ones out. */
export interface FileExchange {
  /** The bytes of a file the officer chose; `file.gone` when its reference has expired. */
  readonly read: (file: FileRef) => Promise<Result<Uint8Array, AppError>>
  /** Asks where to (native dialog) or keeps the bytes for one download. `cancelled` when the officer thinks better of it. */
  readonly deliver: (name: string, bytes: Uint8Array) => Promise<Result<Delivery, AppError>>
  /** Native dialog; `capability.absent` where the host has none. */
  readonly choose: (purpose: ChoicePurpose) => Promise<Result<readonly FileRef[], AppError>>
}

/** The incident log: where and what kind, never text of a report. */
export interface IncidentLog {
  /** Gives the incident's id. */
  readonly report: (where: string, cause: unknown) => string
  readonly read: () => Promise<string>
}

/** Hears what a window answers when its host is about to close it. */
export interface Closing {
  readonly answer: (isSaved: boolean) => void
}
