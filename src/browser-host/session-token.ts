/**
 * Who may call: a window exchanges a one-time code from its address for a token and shows the token with each call.
 * A second start of the program on this machine shows the host's own secret, to be given a fresh code.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

const CODE_LIFETIME_MS = 60_000
const MAX_OPEN_CODES = 16
const MAX_SESSIONS = 64

export interface SessionTokens {
  /** Stands in the owner's lock, readable by this user only. */
  readonly secret: string
  readonly newCode: () => string
  /** The token for a code that was never used and is younger than a minute. */
  readonly exchange: (code: string) => string | undefined
  readonly isToken: (token: string) => boolean
  readonly isSecret: (token: string) => boolean
}

/** Tokens of one run of the host; they end with it. */
export function createSessionTokens(now: () => number = Date.now): SessionTokens {
  const secret = randomToken()
  const secretHash = hash(secret)
  let codes: readonly { readonly hash: Buffer; readonly until: number }[] = []
  let sessions: readonly Buffer[] = []
  return {
    secret,
    newCode: () => {
      const code = randomToken()
      codes = [...codes, { hash: hash(code), until: now() + CODE_LIFETIME_MS }].slice(-MAX_OPEN_CODES)
      return code
    },
    exchange: (code) => {
      codes = codes.filter(({ until }) => until > now())
      const shown = hash(code)
      const found = codes.find((candidate) => timingSafeEqual(candidate.hash, shown))
      if (!found) return undefined
      codes = codes.filter((candidate) => candidate !== found)
      const token = randomToken()
      sessions = [...sessions, hash(token)].slice(-MAX_SESSIONS)
      return token
    },
    isToken: (token) => {
      const shown = hash(token)
      return sessions.some((session) => timingSafeEqual(session, shown))
    },
    isSecret: (token) => timingSafeEqual(secretHash, hash(token)),
  }
}

/** 256 bits. */
const randomToken = (): string => randomBytes(32).toString('base64url')

/** Hashes have one length, so that they compare in constant time; the token itself is not kept. */
const hash = (token: string): Buffer => createHash('sha256').update(token).digest()

/** Slows down whoever guesses: after 20 refused tries within a minute each further one waits a second. */
export interface Guard {
  readonly failed: () => Promise<void>
}

const FREE_FAILURES = 20
const MEMORY_MS = 60_000
const DELAY_MS = 1_000

export function createGuard(pause: (ms: number) => Promise<unknown>, now: () => number = Date.now): Guard {
  let failures: readonly number[] = []
  return {
    failed: async () => {
      failures = [...failures.filter((at) => at > now() - MEMORY_MS), now()].slice(-FREE_FAILURES - 1)
      if (failures.length > FREE_FAILURES) await pause(DELAY_MS)
    },
  }
}
