/** Dates: "22/7", "19.12", "ngày 8 tháng 01 năm 2021", "5 - 6/3/2024". Without a year only after a word of time. */
import type { SlotSpan } from './slot-span'

const DAY = String.raw`(?:0?[1-9]|[12]\d|3[01])`
const MONTH = String.raw`(?:0?[1-9]|1[0-2])`
const BORDER = String.raw`(?<![\d/.,-])`
const WORDS = new RegExp(
  String.raw`${BORDER}(?:${DAY}\s*(?:và|đến|[-–])\s*)?${DAY}\s+tháng\s+${MONTH}(?:\s*(?:năm|,)\s*\d{4}|\s*/\s*\d{4})?(?!\d)`,
  'giu',
)
const WITH_YEAR = new RegExp(
  String.raw`${BORDER}(?:${DAY}\s*(?:và|đến|[-–])\s*)?(?<![\d/.,])${DAY}\s?[/.-]\s?${MONTH}\s?[/.-]\s?\d{4}(?!\d)`,
  'giu',
)
const SHORT = new RegExp(
  String.raw`${BORDER}(?:${DAY}\s*(?:và|đến|[-–])\s*)?${DAY}[/.-]${MONTH}(?![\d%]|[/.,-]\d|\s*%)`,
  'giu',
)

/** A day and month without a year look like a ratio: a word of time has to stand before them. */
const TIME_BEFORE = /(?:ngày|sáng|chiều|tối|trưa|hôm|đến|từ|và|[-–(])\s*\(?\s*$/iu

export function findDates(text: string, place: { readonly isDateLine: boolean }): readonly SlotSpan[] {
  const spans: SlotSpan[] = []
  for (const pattern of [WORDS, WITH_YEAR, SHORT]) {
    for (const match of text.matchAll(pattern)) {
      const span: SlotSpan = { type: 'date', start: match.index, end: match.index + match[0].length }
      if (spans.some((other) => span.start < other.end && other.start < span.end)) continue
      if (pattern === SHORT && !place.isDateLine && !hasTimeBefore(text, span.start)) continue
      spans.push(span)
    }
  }
  return spans
}

function hasTimeBefore(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 12), start)
  const match = TIME_BEFORE.exec(before)
  // "từ", "đến", "và" and dashes count only in a text that already gave a day: "từ ngày 5/3 đến 7/3".
  if (!match) return false
  return (
    /^(?:ngày|sáng|chiều|tối|trưa|hôm)/iu.test(match[0]) || /ngày/iu.test(text.slice(Math.max(0, start - 30), start))
  )
}
