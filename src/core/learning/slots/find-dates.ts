/** Dates: "22/7", "19.12", "ngày 8 tháng 01 năm 2021", "5 - 6/3/2024". Without a year only where words tell of a time. */
import { knownNounEnd } from './counted-nouns'
import type { SlotSpan } from './slot-span'

const DAY = String.raw`(?:0?[1-9]|[12]\d|3[01])`
const MONTH = String.raw`(?:0?[1-9]|1[0-2])`
const BORDER = String.raw`(?=\d)(?<![\d/.,-])`
const RANGE = String.raw`(?:${DAY}\s*(?:và|đến|tới|[-–])\s*)?`
const WORDS = new RegExp(
  String.raw`${BORDER}${RANGE}${DAY}\s+tháng\s+${MONTH}(?:\s*(?:năm|,)\s*\d{4}|\s*/\s*\d{4})?(?!\d)`,
  'giu',
)
const WITH_YEAR = new RegExp(
  String.raw`${BORDER}${RANGE}(?<![\d/.,])${DAY}\s?[/.-]\s?${MONTH}\s?[/.-]\s?\d{4}(?!\d)`,
  'giu',
)
const SHORT = new RegExp(String.raw`${BORDER}${RANGE}${DAY}[/.-]${MONTH}(?![\d%]|[/.,-]\d|\s*%)`, 'giu')

/** After these a day and month are a date whatever follows. */
const SURE_BEFORE =
  /(?:ngày|sáng|chiều|tối|trưa|đêm|hôm|(?:sáng|chiều|tối|đêm|hôm|trưa)\s+(?:nay|qua)|thứ\s+(?:hai|ba|tư|năm|sáu|bảy)|chủ nhật|tuần qua|dịp|lễ|mốc|nhân|quốc khánh|kỷ niệm)[,\s(]*$/iu
/** A named day and its date: "Ngày hội Đại đoàn kết 18/11", "Ngày Gia đình Việt Nam (28/6)". */
const NAMED_DAY_BEFORE = /(?:ngày|tuần lễ|tết|kỳ thi|bầu cử|cách mạng)\s(?:[^,.;:()\d]{2,60}[\s(])?$/iu
/** After these a ratio may stand as well: "trước 15/10", "đến 9/10 xã". */
const LIKELY_BEFORE =
  /(?:trước|sau|từ|đến|tới|hết|vào|chậm nhất|muộn nhất|hạn|hạn chót|họp|diễn ra|khai mạc|bế mạc|ra mắt|gắn với|hồi|lúc|mùng|phiên|số ra|giờ|phút)[,\s(]*$/iu
/** How far before a date its words are looked for. */
const NEAR = 80

type DateMatch = SlotSpan & { readonly isShort: boolean }

export function findDates(text: string, place: { readonly isDateLine: boolean }): readonly SlotSpan[] {
  const dates: SlotSpan[] = []
  let listedFrom = -1
  for (const { isShort, ...span } of allMatches(text)) {
    const isListed =
      listedFrom >= 0 && /^\)?\s*(?:,|và|đến|tới|[-–]|;)\s*\(?$/iu.test(text.slice(listedFrom, span.start))
    if (isShort && !place.isDateLine && !isListed && !isDate(text, span)) continue
    dates.push(span)
    listedFrom = span.end
  }
  return dates
}

/** From left to right; the fuller form wins where two overlap. */
function allMatches(text: string): readonly DateMatch[] {
  const taken = new Uint8Array(text.length)
  return [WORDS, WITH_YEAR, SHORT]
    .flatMap((pattern) =>
      [...text.matchAll(pattern)].flatMap((match): readonly DateMatch[] => {
        const [start, end] = [match.index, match.index + match[0].length]
        if (taken.subarray(start, end).includes(1)) return []
        taken.fill(1, start, end)
        return [{ type: 'date', start, end, isShort: pattern === SHORT }]
      }),
    )
    .sort((a, b) => a.start - b.start)
}

/** A day and month without a year look like a ratio ("7/7 phường") or a decimal. */
function isDate(text: string, { start, end }: SlotSpan): boolean {
  const before = text.slice(Math.max(0, start - NEAR), start)
  if (SURE_BEFORE.test(before)) return true
  if (text.slice(start, end).includes('.')) return false
  return (LIKELY_BEFORE.test(before) || NAMED_DAY_BEFORE.test(before)) && !countsNext(text, start, end)
}

/** "đến 9/10 xã": a part of a whole, and what is counted follows. */
function countsNext(text: string, start: number, end: number): boolean {
  const [part = 0, whole = 0] = text.slice(start, end).split('/').map(Number)
  const space = /^ +/.exec(text.slice(end, end + 3))
  return part <= whole && space !== null && knownNounEnd(text, end + space[0].length) !== undefined
}
