/**
 * Settings in the one file that electron-store or conf keeps, inside an envelope with checksum under one key. The
 * version before stands beside it. Where the file cannot be read it is copied aside, then the version before counts,
 * then the defaults, and a notice says which. Nothing is replaced without having been kept.
 */
import { basename, dirname } from 'node:path'
import type { AppError } from '../../core/app-error'
import { parseJsonObject, serializeJson } from '../../core/json-text'
import type { Json } from '../../core/migrations'
import type { Notice } from '../../core/notice'
import { err, ok, type Result } from '../../core/result'
import { DEFAULT_SETTINGS, SettingsSchema, type Settings } from '../../core/settings/settings'
import type { Codec } from '../codec'
import { openEnvelope, sealEnvelope } from '../envelope'
import { writeError } from '../file-errors'
import { systemCode, type FsPort } from '../fs-port'
import type { Clock, SettingsStore } from '../ports'
import { putAside } from '../quarantine'
import { replaceFile } from '../replace-file'
import { WriterQueue } from '../writer-queue'

/** What `Conf` and `electron-store` both offer. */
export interface SettingsBackend {
  store: Record<string, unknown>
  readonly path: string
}

/**
 * Options for making the backend. Its own answers to a damaged file are to throw at start or to wipe it; with these it
 * hands on that something unreadable is there, and the store below restores the version before.
 */
export const SETTINGS_BACKEND_OPTIONS = {
  clearInvalidConfig: false,
  deserialize: (text: string): Record<string, unknown> => {
    const parsed = parseJsonObject(text)
    return parsed.ok ? { ...parsed.value } : { unreadable: true }
  },
} as const

interface SettingsStoreOptions {
  readonly backend: SettingsBackend
  readonly fs: FsPort
  readonly codec: Codec
  readonly clock: Clock
  readonly appVersion: string
}

interface OpenedSettings {
  readonly store: SettingsStore
  readonly notices: readonly Notice[]
}

/** Never fails: the program must start whatever became of the file. */
export async function openSettingsStore(options: SettingsStoreOptions): Promise<OpenedSettings> {
  const { backend } = options
  const queue = new WriterQueue()
  const file = readBackend(options)
  const previous = file.kind === 'whole' ? undefined : await readPrevious(options)
  const base = file.kind === 'whole' ? file : previous
  let settings = base?.settings ?? DEFAULT_SETTINGS
  /** The last text that verified; it becomes the version before at the next write. */
  let verified = base?.text
  /** What stands in the file is more than this program knows, or damaged: kept once before the first write. */
  let isToBeKept = file.kind === 'damaged' || (file.kind === 'whole' && file.isNewer)

  const keepOnce = async (): Promise<void> => {
    if (!isToBeKept) return
    const bad = {
      folder: dirname(backend.path),
      name: basename(backend.path),
      reason: file.kind === 'whole' ? 'newer' : file.kind,
      from: 0,
    }
    isToBeKept = !(await putAside({ ...options, dataFolder: dirname(backend.path) }, 'settings', bad))
  }

  const write = async (wanted: Settings): Promise<Result<Settings, AppError>> => {
    const parsed = SettingsSchema.safeParse(wanted)
    if (!parsed.success) return err({ code: 'settings.invalid', detail: parsed.error.issues[0]?.path.join('/') ?? '' })
    const text = seal(parsed.data, options)
    try {
      await keepOnce()
      if (isToBeKept) return err({ code: 'file.notWritable', name: basename(backend.path) })
      if (verified !== undefined) await writePrevious(options, verified)
      await putInBackend(options, text)
    } catch (cause) {
      return err(writeError(cause, basename(backend.path)))
    }
    verified = text
    settings = parsed.data
    return ok(settings)
  }

  if (file.kind === 'whole') await quietly(() => writePrevious(options, file.text))
  if (file.kind === 'damaged') await keepOnce()
  if (previous && !isToBeKept) await quietly(() => putInBackend(options, previous.text))
  return {
    store: { read: () => settings, write: (wanted) => queue.run(() => write(wanted)) },
    notices: startNotices(file, previous),
  }

  /** At start a full or read-only disk is no reason to stop. */
  async function quietly(task: () => Promise<void>): Promise<void> {
    try {
      await task()
    } catch (cause) {
      if (systemCode(cause) === undefined) throw cause
    }
  }
}

/** The settings as they are, with nothing mended or written: for the command line. */
export async function peekSettings(options: SettingsStoreOptions): Promise<Settings> {
  const file = readBackend(options)
  const base = file.kind === 'whole' ? file : await readPrevious(options)
  return base?.settings ?? DEFAULT_SETTINGS
}

interface Whole {
  readonly kind: 'whole'
  readonly settings: Settings
  readonly text: string
  readonly isNewer: boolean
}

type FileState = Whole | { readonly kind: 'absent' } | { readonly kind: 'damaged' }

const KEY = 'settings'
const IDENTITY = { kind: 'settings', id: 'settings' } as const
const encoder = new TextEncoder()
const decoder = new TextDecoder()

function readBackend({ backend, codec }: SettingsStoreOptions): FileState {
  let store: Readonly<Record<string, unknown>>
  try {
    ;({ store } = backend)
  } catch {
    // However the backend failed to read its file: it is there and cannot be used.
    return { kind: 'damaged' }
  }
  if (Object.keys(store).length === 0) return { kind: 'absent' }
  const text = store[KEY]
  return (typeof text === 'string' ? readText(text, codec) : undefined) ?? { kind: 'damaged' }
}

async function readPrevious(options: SettingsStoreOptions): Promise<Whole | undefined> {
  try {
    return readText(decoder.decode(await options.fs.read(previousPath(options))), options.codec)
  } catch (cause) {
    if (systemCode(cause) === undefined) throw cause
    return undefined
  }
}

function readText(text: string, codec: Codec): Whole | undefined {
  const opened = openEnvelope(encoder.encode(text), IDENTITY, codec)
  const json = opened.ok ? parseJsonObject(opened.value.payload) : undefined
  if (!json?.ok) return undefined
  const parsed = SettingsSchema.safeParse(json.value)
  if (parsed.success) return { kind: 'whole', text, settings: parsed.data, isNewer: false }
  return { kind: 'whole', text, settings: knownSettings(json.value), isNewer: true }
}

/** Of a newer version's settings, each field that still means something here. */
function knownSettings(json: Json): Settings {
  return Object.keys(DEFAULT_SETTINGS).reduce((known, key) => {
    const parsed = SettingsSchema.safeParse({ ...known, [key]: json[key] })
    return parsed.success ? parsed.data : known
  }, DEFAULT_SETTINGS)
}

function seal(settings: Settings, { codec, clock, appVersion }: SettingsStoreOptions): string {
  const { schemaVersion } = settings
  const header = { ...IDENTITY, schemaVersion, appVersion, seq: 0, savedAt: clock.now(), generation: 0 }
  return decoder.decode(sealEnvelope(header, serializeJson(settings), codec))
}

/** The backend replaces its file in one step but leaves the folder unsynced. */
async function putInBackend({ backend, fs }: SettingsStoreOptions, text: string): Promise<void> {
  backend.store = { [KEY]: text }
  await fs.syncFolder(dirname(backend.path))
  if (backend.store[KEY] !== text) throw new UnreadSettingsError()
}

class UnreadSettingsError extends Error {
  readonly code = 'EIO'
  constructor() {
    super('the settings read back differ from those written')
    this.name = 'UnreadSettingsError'
  }
}

const PREVIOUS = 'settings.prev.json'

const previousPath = ({ backend }: SettingsStoreOptions): string => `${dirname(backend.path)}/${PREVIOUS}`

const writePrevious = ({ backend, fs }: SettingsStoreOptions, text: string): Promise<void> =>
  replaceFile(fs, { folder: dirname(backend.path), name: PREVIOUS }, encoder.encode(text))

function startNotices(file: FileState, previous: Whole | undefined): readonly Notice[] {
  if (file.kind === 'whole') return file.isNewer ? [{ code: 'settings.newerVersion', severity: 'warning' }] : []
  if (previous) return [{ code: 'settings.previousCopy', severity: 'warning' }]
  return file.kind === 'damaged' ? [{ code: 'settings.defaults', severity: 'warning' }] : []
}
