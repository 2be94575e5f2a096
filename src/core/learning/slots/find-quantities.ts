/** Numbers with what they count: "gần 1.500 lượt người", "7/7 phường", "01 - 02 ngày". A hedge belongs to its number. */
import { COUNTED_NOUNS, countedNoun } from './counted-nouns'
import { LEXICON } from '../lexicon'
import type { SlotSpan } from './slot-span'
import { wordKey } from '../words/word-key'
import { wordPattern } from '../words/word-pattern'

const { multipliers, hedges, ordinals, counters, names, nameLeads, notBefore, anniversaries } = COUNTED_NOUNS
const NUMBER = String.raw`\d+(?:[.,]\d+)*`
const COUNT = new RegExp(
  String.raw`(?=\d)(?<![\d.,\p{L}-]|\d/)(?!(?:19|20)\d{2}\s?(?:-|–|đến|tới))(?<first>${NUMBER})(?:/(?<whole>${NUMBER})|\s?(?:-|–|đến|tới)\s?(?<last>${NUMBER}))?(?<multiplier>\s+${wordPattern(multipliers)}(?:\s+rưỡi)?)?\s+(?=\p{L})`,
  'giu',
)

/** As far back as a name of three words before a number can reach. */
const BEFORE_LENGTH = 40
const END_OF = (words: readonly string[]): RegExp => new RegExp(String.raw`${wordPattern(words)}\s*$`, 'iu')
const START_OF = (words: readonly string[]): RegExp => new RegExp(String.raw`^${wordPattern(words)}`, 'iu')
const ORDINAL_BEFORE = new RegExp(
  String.raw`(?:(?<counter>${wordPattern(counters)})\s+)?${wordPattern(ordinals)}\s+(?:\d{1,3}(?:,| và)\s)*$`,
  'iu',
)
/** "gần", "hơn" with the space after it. */
const HEDGE_BEFORE = new RegExp(String.raw`(${wordPattern(hedges)})\s+$`, 'iu')
const NAME_BEFORE = END_OF(nameLeads)
const NAMES: ReadonlySet<string> = new Set(names)
const NOT_BEFORE = START_OF(notBefore)
const DOCUMENT = START_OF(LEXICON.slots.documentTypes)
const ANNIVERSARY = START_OF(anniversaries)
const CLOCK_BEFORE = /(?:lúc|vào|hồi|đúng|khung|từ|đến|trước|\d\s*(?:giờ|h))\s*$/iu
const CLOCK_AFTER = /^\s*(?:\d|ngày|sáng|chiều|tối|trưa|cùng|hôm|thứ|kém|rưỡi)/iu

interface Count {
  readonly text: string
  readonly before: string
  readonly first: string
  readonly isPlain: boolean
  readonly nounStart: number
  readonly nounEnd: number
}

export function findQuantities(text: string): readonly SlotSpan[] {
  return [...text.matchAll(COUNT)].flatMap((match): readonly SlotSpan[] => {
    const { first = '', whole, last, multiplier } = match.groups ?? {}
    const nounStart = match.index + match[0].length
    const noun = countedNoun(text, nounStart)
    if (!noun) return []
    const count: Count = {
      text,
      before: text.slice(Math.max(0, match.index - BEFORE_LENGTH), match.index),
      first,
      isPlain: whole === undefined && last === undefined && multiplier === undefined && /^[1-9]\d{0,2}$/.test(first),
      nounStart,
      nounEnd: noun.end,
    }
    if (whole !== undefined && valueOf(first) > valueOf(whole)) return []
    if (last !== undefined && valueOf(first) >= valueOf(last)) return []
    if (isYear(count, noun.isKnown) || isName(count) || isTimeOfDay(count) || isAnniversary(count)) return []
    if (NOT_BEFORE.test(text.slice(nounStart, nounStart + BEFORE_LENGTH))) return []
    const hedge = HEDGE_BEFORE.exec(count.before)
    const start = hedge && isRough(hedge[1] ?? '', first, multiplier) ? match.index - hedge[0].length : match.index
    return [{ type: 'quantity', start, end: noun.end }]
  })
}

/** Dots part thousands, a comma the decimals. */
const valueOf = (number: string): number => Number(number.replace(/\./g, '').replace(',', '.'))

const LEAST_ROUGH = 100

/** "trên 1.500 lượt" rounds; "trên 5 buổi" is a limit. */
const isRough = (hedge: string, number: string, multiplier: string | undefined): boolean =>
  wordKey(hedge) !== 'trên' || multiplier !== undefined || valueOf(number) >= LEAST_ROUGH

const isYear = ({ first, before }: Count, isKnown: boolean): boolean =>
  /^(?:19|20)\d{2}$/.test(first) && (!isKnown || /(?:năm|học|đoạn|kỳ|[-–/])\s*$/iu.test(before))

/** "lớp 6 học sớm", "Ban Chỉ đạo 35 tỉnh": the number belongs to what stands before it. */
function isName({ first, before, isPlain }: Count): boolean {
  if (!isPlain) return false
  if (NAMES.has(first) && NAME_BEFORE.test(before)) return true
  const ordinal = ORDINAL_BEFORE.exec(before)
  return ordinal !== null && ordinal.groups?.counter === undefined
}

function isTimeOfDay({ text, before, nounStart, nounEnd }: Count): boolean {
  const noun = wordKey(text.slice(nounStart, nounEnd))
  const after = text.slice(nounEnd, nounEnd + BEFORE_LENGTH)
  if (noun === 'giờ' || noun === 'phút') return CLOCK_BEFORE.test(before) || CLOCK_AFTER.test(after)
  // "12 tháng 4" is a date, "Trần Văn Bình, 71 tuổi" a person.
  if (noun === 'tháng') return /^\s*\d/u.test(after)
  return noun === 'tuổi' && /\p{Lu}\p{L}*\s*,\s*$/u.test(before)
}

/** "94 năm Ngày thành lập …" names a day; "5 năm Chỉ thị số …" counts. */
function isAnniversary({ text, before, nounStart, nounEnd }: Count): boolean {
  if (wordKey(text.slice(nounStart, nounEnd)) !== 'năm') return false
  const after = text.slice(nounEnd, nounEnd + BEFORE_LENGTH).trimStart()
  if (DOCUMENT.test(after)) return false
  return ANNIVERSARY.test(after) || /^\p{Lu}\p{Ll}/u.test(after) || /kỷ niệm\s*$/iu.test(before)
}
