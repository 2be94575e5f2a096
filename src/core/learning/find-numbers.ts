/** Ratios, money and quantities: a number with what it counts. A hedge ("gần", "hơn") belongs to its number. */
import type { SlotSpan } from './slot-span'
import { LEXICON } from './lexicon'
import { wordPattern } from './word-pattern'

const { units, unitJoiners, notAfter, notBefore, notUnits } = LEXICON.slots
const NUMBER = String.raw`(?<![\d.,/\p{L}-])\d+(?:[.,]\d+)*`
const HEDGE = String.raw`(?:(?:gần|hơn|trên|khoảng)\s+)?`
const UNITS = wordPattern(units)
const JOINERS = unitJoiners.map((joiner) => joiner.replace(/ /g, String.raw`\s*`)).join('|')

const RATIO = new RegExp(String.raw`${NUMBER}\s?(?:%|phần trăm|điểm %)`, 'giu')
const MONEY = new RegExp(
  String.raw`${HEDGE}${NUMBER}\s+(?:(?:nghìn|ngàn|vạn)\s+)?(?:(?:tỷ|tỉ|triệu|nghìn|ngàn)(?:\s+đồng)?|đồng(?!\s+chí|\s+bào)|USD)(?![\p{L}])`,
  'giu',
)
const QUANTITY = new RegExp(
  String.raw`${HEDGE}${NUMBER}(?:/\d+(?:[.,]\d+)*)?\s+(?:${UNITS})(?:(?:${JOINERS})(?:${UNITS}))*`,
  'giu',
)
/** The lexicon does not know all that is counted: one more small word after a number is its unit. */
const OTHER_UNIT = new RegExp(
  String.raw`${HEDGE}${NUMBER}(?:/\d+(?:[.,]\d+)*)?\s+(?!${UNITS})(?!${wordPattern(notUnits)})(?-i:\p{Ll}{2,})(?![\p{L}])`,
  'giu',
)
const NOT_AFTER = new RegExp(String.raw`${wordPattern(notAfter)}\s*$`, 'iu')
const NOT_BEFORE = new RegExp(String.raw`^\s*${wordPattern(notBefore)}`, 'iu')

/** In the order of precedence: ratios, money, quantities. */
export function findNumbers(text: string): readonly (readonly SlotSpan[])[] {
  return [spans(text, 'ratio', RATIO), spans(text, 'money', MONEY), quantities(text)]
}

function quantities(text: string): readonly SlotSpan[] {
  return [...spans(text, 'quantity', QUANTITY), ...spans(text, 'quantity', OTHER_UNIT)].filter((span) => {
    const number = /\d[\d.,/]*/u.exec(text.slice(span.start, span.end))
    const numberStart = span.start + (number?.index ?? 0)
    const afterNumber = text.slice(numberStart + (number?.[0].length ?? 0))
    return !NOT_AFTER.test(text.slice(Math.max(0, span.start - 24), span.start)) && !NOT_BEFORE.test(afterNumber)
  })
}

function spans(text: string, type: SlotSpan['type'], pattern: RegExp): readonly SlotSpan[] {
  return [...text.matchAll(pattern)].map((match) => ({
    type,
    start: match.index,
    end: match.index + match[0].length,
  }))
}
