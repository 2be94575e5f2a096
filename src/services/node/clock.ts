import type { Clock } from '../ports'

/** The machine's time with its offset: an officer reads the hour that was on the wall. */
export const systemClock: Clock = { now: () => localIsoTime(new Date()) }

/** `2026-11-22T14:05:09.120+07:00` */
export function localIsoTime(date: Date): string {
  const offset = -date.getTimezoneOffset()
  const local = new Date(date.getTime() + offset * 60_000).toISOString().slice(0, -1)
  const sign = offset < 0 ? '-' : '+'
  return `${local}${sign}${twoDigits(Math.floor(Math.abs(offset) / 60))}:${twoDigits(Math.abs(offset) % 60)}`
}

const twoDigits = (value: number): string => String(value).padStart(2, '0')
