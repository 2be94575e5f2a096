/** Ids that sort by the time they were given: ULID, 48 bits of time and 80 of chance, in Crockford's base 32. */
import { randomBytes } from 'node:crypto'
import type { Ids } from '../ports'

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const TIME_LENGTH = 10
const CHANCE_LENGTH = 16

interface UlidOptions {
  readonly now?: () => number
  readonly random?: (size: number) => Uint8Array
}

/** Two ids of one millisecond differ in chance; the second is one higher, so the order of giving is kept. */
export function createUlids({ now = Date.now, random = randomBytes }: UlidOptions = {}): Ids {
  let lastTime = -1
  let chance: number[] = []
  return {
    next: () => {
      // A clock set back must not give ids that sort before the last one.
      const time = Math.max(now(), lastTime)
      chance = time === lastTime ? increment(chance) : Array.from(random(CHANCE_LENGTH), (byte) => byte % 32)
      lastTime = time
      return timeLetters(time) + chance.map((digit) => LETTERS.charAt(digit)).join('')
    },
  }
}

function timeLetters(time: number): string {
  let rest = time
  let letters = ''
  for (let place = 0; place < TIME_LENGTH; place += 1) {
    letters = LETTERS.charAt(rest % 32) + letters
    rest = Math.floor(rest / 32)
  }
  return letters
}

function increment(digits: readonly number[]): number[] {
  const next = [...digits]
  for (let place = next.length - 1; place >= 0; place -= 1) {
    const digit = (next[place] ?? 0) + 1
    next[place] = digit % 32
    if (digit < 32) break
  }
  return next
}
