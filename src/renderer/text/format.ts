/** Numbers and times as a Vietnamese reader expects them. */
const NUMBER = new Intl.NumberFormat('vi-VN')
const two = (value: number): string => String(value).padStart(2, '0')

/** 1240 → "1.240". */
export const formatCount = (value: number): string => NUMBER.format(value)

/** 0.944 → "94%". */
export const formatPercent = (share: number): string => `${Math.round(share * 100)}%`

/** The time of a save, to the second, in the machine's own zone. */
export function formatClock(iso: string): string {
  const at = new Date(iso)
  return Number.isNaN(at.getTime()) ? '' : `${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`
}

/** "10:42" today, "hôm qua", "28/3" this year, "28/3/2025" before. */
export function formatDay(iso: string, now: Date): string {
  const at = new Date(iso)
  if (Number.isNaN(at.getTime())) return ''
  const days = daysBetween(at, now)
  if (days === 0) return `${two(at.getHours())}:${two(at.getMinutes())}`
  if (days === 1) return 'hôm qua'
  const day = `${at.getDate()}/${at.getMonth() + 1}`
  return at.getFullYear() === now.getFullYear() ? day : `${day}/${at.getFullYear()}`
}

function daysBetween(earlier: Date, later: Date): number {
  const start = (date: Date) => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate())
  return Math.round((start(later) - start(earlier)) / 86_400_000)
}
