/**
 * One writing process per data folder. The owner leaves `owner.lock` there and touches it while it lives; a second
 * start reads it and goes to the first instead of opening a second writer. A lock whose owner is gone is taken over.
 */
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mkdir, open, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { hostname, uptime } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseJsonObject } from '../core/json-text'
import { systemCode } from '../services/fs-port'
import { askOwner, type OwnerContact } from './ask-owner'

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

/** How often an owner touches its lock, and for how long it may not. */
export interface Heart {
  readonly beatMs: number
  readonly staleMs: number
}

/**
 * Claims the folder (made when it is not there), or tells who has it. Where no lock can be written nothing else can
 * be either: the program starts all the same and says so, and two of them cannot harm each other.
 */
export async function claimDataFolder(
  folder: string,
  host: Owner['host'],
  heart: Heart = { beatMs: 10_000, staleMs: 60_000 },
): Promise<Claim> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    return await claim(join(folder, 'owner.lock'), host, heart)
  } catch (cause) {
    if (systemCode(cause) === undefined) throw cause
    return { kind: 'owned', publish: () => Promise.resolve(), release: () => Promise.resolve() }
  }
}

async function claim(lock: string, host: Owner['host'], heart: Heart): Promise<Claim> {
  const nonce = randomBytes(16).toString('hex')
  const me: Owner = { ...thisProcess(), claimedAt: new Date().toISOString(), machine: hostname(), host }
  const content = (contact?: OwnerContact) => JSON.stringify({ ...me, nonce, ...(contact && { contact }) })

  for (let tries = 1; !(await createLock(lock, content())); tries += 1) {
    if (await takeOver(lock, content(), (owner) => isAlive(owner, { lock, host, heart }))) break
    const owner = await readOwner(lock)
    // Without a readable owner somebody is just coming or going: look again.
    if (owner || tries === 20) return { kind: 'taken', owner }
    await pause(200)
  }
  const isStillMine = async () => (await readText(lock)).includes(nonce)
  const beats = setInterval(() => {
    void isStillMine().then((isMine) => (isMine ? touch(lock) : clearInterval(beats)))
  }, heart.beatMs)
  beats.unref()
  return {
    kind: 'owned',
    publish: async (contact) => {
      await writeFile(`${lock}.${nonce}`, content(contact), { mode: 0o600 })
      await rename(`${lock}.${nonce}`, lock)
    },
    release: async () => {
      clearInterval(beats)
      if (await isStillMine()) await rm(lock, { force: true })
    },
  }
}

/** A beat that cannot be written is no fault of the officer's work: the next one may be. */
async function touch(lock: string): Promise<void> {
  const now = new Date()
  await utimes(lock, now, now).catch(() => undefined)
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

/**
 * One process at a time removes a lock: two of them could each remove the other's fresh one. Asking whether the owner
 * lives may take a while, so that is done before; the lock goes only if it is still the very one that was judged.
 */
async function takeOver(lock: string, content: string, isAlive: (owner: Owner) => Promise<boolean>): Promise<boolean> {
  const judged = await mark(lock)
  if (await isOwnerAlive(lock, isAlive)) return false
  const takeover = `${lock}.takeover`
  if (await isOlderThan(takeover, TAKEOVER_IS_STALE_AFTER_MS)) await rm(takeover, { force: true })
  if (!(await createLock(takeover, content))) return false
  try {
    if ((await mark(lock)) !== judged) return false
    await rm(lock, { force: true })
    return await createLock(lock, content)
  } finally {
    await rm(takeover, { force: true })
  }
}

/** Changes with every owner and every beat. */
const mark = async (lock: string): Promise<string> => `${(await lastTouch(lock)) ?? ''} ${await readText(lock)}`

const TIME_TO_WRITE_A_LOCK_MS = 2_000

/** An unreadable lock may be one that is written this moment; one that stays so was cut off by a crash. */
async function isOwnerAlive(lock: string, isAlive: (owner: Owner) => Promise<boolean>): Promise<boolean> {
  const owner = await readOwner(lock)
  return owner ? isAlive(owner) : !(await isOlderThan(lock, TIME_TO_WRITE_A_LOCK_MS))
}

interface Asker {
  readonly lock: string
  readonly host: Owner['host']
  readonly heart: Heart
}

/**
 * Whether the process that wrote this lock still runs. A system that tells when a process began settles it. Elsewhere
 * its number may have gone to another process, and a machine that was renamed looks like another one: then a browser
 * host is asked, and of the rest the lock's own heartbeat tells.
 */
async function isAlive(owner: Owner, { lock, host, heart }: Asker): Promise<boolean> {
  const isHere = owner.machine === hostname()
  if (isHere) {
    // Electron itself lets only one of us start in this folder, and that one is asking.
    if (owner.host === 'electron' && host === 'electron') return false
    if (!isRunning(owner.pid)) return false
    if (owner.processStart) return owner.processStart === processStart(owner.pid)
    if (Date.parse(owner.claimedAt) <= Date.now() - uptime() * 1000) return false
  }
  const answer = owner.contact && (await askOwner(owner.contact))
  if (answer?.kind === 'address') return true
  if (answer?.kind === 'nobody' && isHere) return false
  return hasHeartbeat(lock, heart)
}

/** A machine that wakes from sleep has old beats and a living owner: it is given the time of one more. */
async function hasHeartbeat(lock: string, { beatMs, staleMs }: Heart): Promise<boolean> {
  if (!(await isOlderThan(lock, staleMs))) return true
  const before = await lastTouch(lock)
  await pause(beatMs * 1.5)
  return (await lastTouch(lock)) !== before
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
async function readOwner(lock: string): Promise<Owner | undefined> {
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
  const touched = await lastTouch(path)
  return touched !== undefined && Date.now() - touched > ms
}

async function lastTouch(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).mtimeMs
  } catch {
    return undefined
  }
}
