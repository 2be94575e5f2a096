/** Ratios, money and quantities. A hedge ("gần", "hơn") belongs to its number. */
import { COUNTED_NOUNS, knownNounEnd } from './counted-nouns'
import { findQuantities } from './find-quantities'
import type { SlotSpan } from './slot-span'
import { wordPattern } from '../words/word-pattern'

const NUMBER = String.raw`(?=\d)(?<![\d.,/\p{L}-])\d+(?:[.,]\d+)*`
const HEDGE_BEFORE = new RegExp(String.raw`${wordPattern(COUNTED_NOUNS.hedges)}\s+$`, 'iu')
const LARGE = String.raw`(?:tỷ|tỉ|triệu|nghìn|ngàn|vạn)`

const RATIO = new RegExp(String.raw`${NUMBER}\s?(?:%|phần trăm|điểm %)`, 'giu')
/** "14 tỷ 650 triệu đồng", "612.000đ", "1,2 triệu USD", "3 tỷ". */
const MONEY = new RegExp(
  String.raw`${NUMBER}(?:(?:\s+${LARGE}(?:\s+\d+(?:[.,]\d+)*)?)+(?<currency>\s+(?:đồng|USD))?|\s+(?:đồng|USD)|\s?(?:đ|VNĐ|VND))(?![\p{L}\d])`,
  'giu',
)
/** "đồng chí", "đồng bào", "đồng đội": no currency. */
const OTHER_WORD = /^\s+(?:chí|bào|đội|hương|hồ|phục|dao|thau)(?![\p{L}])/iu

/** In the order of precedence: ratios, money, quantities. */
export function findNumbers(text: string): readonly (readonly SlotSpan[])[] {
  return [
    spans(text, 'ratio', RATIO),
    spans(text, 'money', MONEY).flatMap((span) => (isMoney(text, span) ? [withHedge(text, span)] : [])),
    findQuantities(text),
  ]
}

/** "3,7 triệu lượt xem" counts; so does "26 đồng chí". */
function isMoney(text: string, { start, end }: SlotSpan): boolean {
  if (OTHER_WORD.test(text.slice(end, end + 10))) return false
  if (/(?:đồng|đ|VNĐ|VND|USD)$/iu.test(text.slice(start, end))) return true
  const space = /^\s+/u.exec(text.slice(end, end + 4))
  return space === null || knownNounEnd(text, end + space[0].length) === undefined
}

function withHedge(text: string, span: SlotSpan): SlotSpan {
  const hedge = HEDGE_BEFORE.exec(text.slice(Math.max(0, span.start - LONGEST_HEDGE), span.start))
  return hedge ? { ...span, start: span.start - hedge[0].length } : span
}

const LONGEST_HEDGE = 12

function spans(text: string, type: SlotSpan['type'], pattern: RegExp): readonly SlotSpan[] {
  return [...text.matchAll(pattern)].map((match) => ({
    type,
    start: match.index,
    end: match.index + match[0].length,
  }))
}
