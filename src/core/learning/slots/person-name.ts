/** Names of people in a row of words, in word indices. */
import { isJoined, type NameWord } from './name-words'
import {
  CALLINGS,
  COMMON_FAMILY_NAMES,
  FAMILY_NAMES,
  HONOURED,
  KIN,
  LEADS,
  NOT_BEFORE_KIN,
  NOT_PEOPLE,
  PLACE_WORDS,
  RANKS,
  TITLES,
} from './people-words'

/** Most syllables a name has: "Ksor Y Blơi Niê Kđăm". */
const LONGEST_NAME = 5
/** Capitals in a row that are a name although they begin like an office: "Đoàn Khánh Vy". */
const SURE_NAME = 3

/** An office and the name after it: more capitals in a row are a heading. */
const LONGEST_RUN = 12

/** Index after a run of capitals from `from` on; a title in capitals ends it. */
function capitalsEnd(words: readonly NameWord[], from: number): number {
  let end = from
  while (end - from < LONGEST_RUN && words[end]?.isCapital === true && (end === from || isJoined(words[end]))) {
    if (end > from && isTitle(words, end)) break
    if (/[\d/]|^\p{Lu}{2,}$/u.test(words[end]?.text ?? '')) break
    end += 1
  }
  return end
}

/** "Phó Bí thư" after a name; a single capital syllable may as well be a given name. */
function isTitle(words: readonly NameWord[], at: number): boolean {
  const end = TITLES.endAt(words, at)
  if (end === undefined) return false
  return end - at > 1 || /^\p{Lu}{2,}$/u.test(words[at]?.text ?? '') || ['phó', 'trưởng'].includes(words[at]?.key ?? '')
}

/** Index after a name that begins at `from`: one that a lead announces, or one with a known family name. */
export function nameEndAt(
  words: readonly NameWord[],
  from: number,
  { needsFamily }: { readonly needsFamily: boolean },
): number | undefined {
  const end = Math.min(capitalsEnd(words, from), from + LONGEST_NAME)
  if (end === from || isHonoured(words, from, end)) return undefined
  if (end - from < SURE_NAME && NOT_PEOPLE.has(words[from]?.key ?? '')) return undefined
  if ((TITLES.endAt(words, from) ?? from) - from > 1) return undefined
  if (needsFamily && (end - from < 2 || !isFamily(words[from]))) return undefined
  return end
}

const isHonoured = (words: readonly NameWord[], from: number, end: number): boolean =>
  HONOURED.has(
    words
      .slice(from, end)
      .map((word) => word.key)
      .join(' '),
  )

/** Names of the Highlands show themselves: "H'Lan", "K’Brẽm". */
const isFamily = (word: NameWord | undefined): boolean =>
  word !== undefined && (FAMILY_NAMES.has(word.key) || /^\p{Lu}['’]/u.test(word.text))

const SENTENCE_START = /[.!?:;"“”(\n\-–…]/u

/** What stands before a name: "đồng chí", "ông", "Đại tá", "TS.", "nhà thơ", in any order. */
export interface Lead {
  /** Index after it. */
  readonly end: number
  /** Only a calling: a word in capitals after it may be anything, so the name has to begin with a family name. */
  readonly needsFamily: boolean
}

/** "Đồng chí Thiếu tá, bác sĩ …": no more words than these stand before a name. */
const LONGEST_LEAD = 8

export function leadAt(words: readonly NameWord[], from: number): Lead | undefined {
  let [end, needsFamily] = [from, true]
  while (end - from < LONGEST_LEAD && words[end] && (end === from || followsLead(words, end))) {
    const sure =
      LEADS.endAt(words, end) ??
      RANKS.endAt(words, end) ??
      (isKin(words, end, end === from) ? KIN.endAt(words, end) : undefined)
    const next = Math.max(sure ?? 0, CALLINGS.endAt(words, end) ?? 0)
    if (next === 0) break
    needsFamily = needsFamily && sure !== next
    end = next
  }
  return end === from ? undefined : { end, needsFamily }
}

/** Only a space parts a name from its lead; a colon where a list begins, a full stop after an abbreviation. */
export function followsLead(words: readonly NameWord[], at: number): boolean {
  const gap = words[at]?.gap ?? ''
  if (/^:?[ \u00a0]+$/u.test(gap)) return true
  return /^\.[ \u00a0]*$/u.test(gap) && /\p{Lu}.*\p{Lu}/u.test(words[at - 1]?.text ?? '')
}

/** "Anh" in "tiếng Anh" is no lead, nor is a word of kinship in capitals within a sentence. */
function isKin(words: readonly NameWord[], at: number, isFirst: boolean): boolean {
  const [previous, word] = [words[at - 1], words[at]]
  if (!word || (previous && isFirst && isJoined(word) && NOT_BEFORE_KIN.has(previous.key))) return false
  if (!word.isCapital) return true
  return isFirst && (at === 0 || SENTENCE_START.test(word.gap))
}

/** Whether somebody else's lead and name stand here. */
export function isLed(words: readonly NameWord[], at: number): boolean {
  const lead = leadAt(words, at)
  return lead !== undefined && followsLead(words, lead.end) && nameEndAt(words, lead.end, lead) !== undefined
}

/**
 * The name at the end of a run of capitals after a title: "… Thành ủy Hải Phòng Đào Khánh Hà". Gives the index after
 * it. Names of three syllables are the rule; two right after the word for a place are the place.
 */
export function trailingNameEnd(words: readonly NameWord[], from: number): number | undefined {
  return trailingNameStart(words, from) === undefined ? undefined : capitalsEnd(words, from)
}

/** Where that name begins. */
export function trailingNameStart(words: readonly NameWord[], from: number): number | undefined {
  const end = capitalsEnd(words, from)
  const count = end - from
  const starts = [3, 4, 2].filter((length) => length <= count).map((length) => end - length)
  const start = starts.find((at) => isFamily(words[at]) && !NOT_PEOPLE.has(words[at]?.key ?? ''))
  if (start === undefined || isHonoured(words, start, end) || words[end - 1]?.text.length === 1) return undefined
  const before = words[from - 1]
  const isSure = COMMON_FAMILY_NAMES.has(words[start]?.key ?? '') && before?.key === 'uỷ'
  if (end - start === 2 && (start > from || (PLACE_WORDS.has(before?.key ?? '') && !isSure))) return undefined
  return start
}
