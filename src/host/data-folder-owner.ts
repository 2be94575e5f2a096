/**
 * One writing process per data folder. The owner leaves `owner.lock` there; a second start reads it and goes to the
 * first instead of opening a second writer. A lock whose process is gone is taken over.
 */
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { hostname, uptime } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseJsonObject } from '../core/json-text'
import { systemCode } from '../services/fs-port'

/** The way to ask the owner for a window of its own. Only this user can read the file it stands in. */
export interface OwnerContact {
  readonly port: number
  readonly secret: string
}

export interface Owner {
  readonly pid: number
  /** When the process began, as the system counts it; empty where it cannot be asked. */
  readonly processStart: string
  readonly claimedAt: string
  readonly machine: string
  readonly host: 'electron' | 'browser'
  readonly contact?: OwnerContact
}

export type Claim =
  | {
      readonly kind: 'owned'
      readonly publish: (contact: OwnerContact) => Promise<void>
      readonly release: () => Promise<void>
    }
  | { readonly kind: 'taken'; readonly owner: Owner | undefined }

/**
 * Claims the folder (made when it is not there), or tells who has it. Where no lock can be written nothing else can
 * be either: the program starts all the same and says so, and two of them cannot harm each other.
 */
export async function claimDataFolder(folder: string, host: Owner['host']): Promise<Claim> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    return await claim(join(folder, 'owner.lock'), host)
  } catch (cause) {
    if (systemCode(cause) === undefined) throw cause
    return { kind: 'owned', publish: () => Promise.resolve(), release: () => Promise.resolve() }
  }
}

async function claim(lock: string, host: Owner['host']): Promise<Claim> {
  const nonce = randomBytes(16).toString('hex')
  const me: Owner = { ...thisProcess(), claimedAt: new Date().toISOString(), machine: hostname(), host }
  const content = (contact?: OwnerContact) => JSON.stringify({ ...me, nonce, ...(contact && { contact }) })

  for (let tries = 1; !(await createLock(lock, content())) && !(await takeOver(lock, content())); tries += 1) {
    const owner = await readOwner(lock)
    // Without a readable owner somebody is just coming or going: look again.
    if (owner || tries === 20) return { kind: 'taken', owner }
    await pause(200)
  }
  return {
    kind: 'owned',
    publish: async (contact) => {
      await writeFile(`${lock}.${nonce}`, content(contact), { mode: 0o600 })
      await rename(`${lock}.${nonce}`, lock)
    },
    release: async () => {
      if ((await readText(lock)).includes(nonce)) await rm(lock, { force: true })
    },
  }
}

async function createLock(lock: string, content: string): Promise<boolean> {
  try {
    const file = await open(lock, 'wx', 0o600)
    try {
      await file.writeFile(content)
    } finally {
      await file.close()
    }
    return true
  } catch (cause) {
    if (systemCode(cause) === 'EEXIST') return false
    throw cause
  }
}

const TAKEOVER_IS_STALE_AFTER_MS = 10_000

/** One process at a time looks whether the owner is gone: two of them could each remove the other's fresh lock. */
async function takeOver(lock: string, content: string): Promise<boolean> {
  if (await isOwnerAlive(lock)) return false
  const takeover = `${lock}.takeover`
  if (await isOlderThan(takeover, TAKEOVER_IS_STALE_AFTER_MS)) await rm(takeover, { force: true })
  if (!(await createLock(takeover, content))) return false
  try {
    if (await isOwnerAlive(lock)) return false
    await rm(lock, { force: true })
    return await createLock(lock, content)
  } finally {
    await rm(takeover, { force: true })
  }
}

const TIME_TO_WRITE_A_LOCK_MS = 2_000

/** An unreadable lock may be one that is written this moment; one that stays so was cut off by a crash. */
async function isOwnerAlive(lock: string): Promise<boolean> {
  const owner = await readOwner(lock)
  return owner ? isAlive(owner) : !(await isOlderThan(lock, TIME_TO_WRITE_A_LOCK_MS))
}

/** Whether the process that wrote this lock still runs. Of another machine we cannot know: then it counts as alive. */
export function isAlive(owner: Owner): boolean {
  if (owner.machine !== hostname()) return true
  if (!isRunning(owner.pid)) return false
  // The number may have been given to another process since.
  if (owner.processStart) return owner.processStart === processStart(owner.pid)
  return Date.parse(owner.claimedAt) > Date.now() - uptime() * 1000
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (cause) {
    return systemCode(cause) === 'EPERM'
  }
}

function thisProcess(): Pick<Owner, 'pid' | 'processStart'> {
  return { pid: process.pid, processStart: processStart(process.pid) }
}

/** Field 22 of /proc/PID/stat, counted after the name in brackets, which may hold spaces; with the boot it belongs to. */
function processStart(pid: number): string {
  try {
    const ticks = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[19] ?? ''
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${ticks}`
  } catch {
    return ''
  }
}

/** Who holds the lock; `undefined` when there is none or it cannot be read. */
export async function readOwner(lock: string): Promise<Owner | undefined> {
  const parsed = parseJsonObject(await readText(lock))
  if (!parsed.ok) return undefined
  const { pid, processStart, claimedAt, machine, host, contact } = parsed.value
  if (typeof pid !== 'number' || typeof processStart !== 'string' || typeof claimedAt !== 'string') return undefined
  if (typeof machine !== 'string' || (host !== 'electron' && host !== 'browser')) return undefined
  const owner: Owner = { pid, processStart, claimedAt, machine, host }
  return isContact(contact) ? { ...owner, contact } : owner
}

function isContact(value: unknown): value is OwnerContact {
  return (
    typeof value === 'object' &&
    value !== null &&
    'port' in value &&
    typeof value.port === 'number' &&
    'secret' in value &&
    typeof value.secret === 'string'
  )
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch {
    return ''
  }
}

async function isOlderThan(path: string, ms: number): Promise<boolean> {
  try {
    return Date.now() - (await stat(path)).mtimeMs > ms
  } catch {
    return false
  }
}
