/** Organisations by their first words: "Ban Tuyên giáo Tỉnh ủy Yên Lâm", "HỘI NÔNG DÂN XÃ YÊN THỌ", "BTV Huyện đoàn". */
import { isJoined, type NameWord } from './name-words'
import {
  AUTHORITIES,
  JOINERS_BEFORE,
  NAME_HEADS,
  NOT_HEADS,
  ORGANIZATION_HEADS,
  PLACE_HEADS,
  PLACE_LEADS,
  REVIEW_VERBS,
  SMALL_PARTS,
  VENUES,
} from './organization-words'
import { LEVELS, TITLES, VERBS } from './people-words'
import { isLed, trailingNameStart } from './person-name'
import type { SlotSpan } from './slot-span'

/** `words` and `people` of one text: "Ban Tuyên giáo … Đào Khánh Hà" ends before the name. */
export function findOrganizations(words: readonly NameWord[], people: readonly SlotSpan[]): readonly SlotSpan[] {
  const nameEnds = new Set(people.map((person) => person.end))
  const spans: SlotSpan[] = []
  for (let at = 0; at < words.length;) {
    const end = organizationEnd(words, at, nameEnds)
    const [first, last] = [words[at], words[(end ?? at) - 1]]
    if (end === undefined || !first || !last) {
      at += 1
      continue
    }
    spans.push({ type: 'organization', start: first.start, end: last.end })
    at = end
  }
  return spans
}

/** How far the name of an organisation may reach; longer is a sentence. */
const LONGEST_NAME = 24

/** Index after the organisation that begins at a word, or `undefined`. */
function organizationEnd(words: readonly NameWord[], from: number, nameEnds: ReadonlySet<number>): number | undefined {
  const head = headEnd(words, from)
  if (head === undefined) return undefined
  let end = head
  for (let at = head; at < Math.min(words.length, from + LONGEST_NAME);) {
    const part = partEnd(words, at, from)
    if (part === undefined) break
    if (words[at]?.key !== 'và') end = part
    at = part
  }
  const last = words[end - 1]
  const name = last && nameEnds.has(last.end) ? trailingNameStart(words, runStart(words, end - 1)) : undefined
  return name !== undefined && name > from ? name : end
}

/** "Ban …", "UBND …"; in small letters only before a name: "trường THPT …", "cụm thi đua số 3". */
function headEnd(words: readonly NameWord[], from: number): number | undefined {
  const word = words[from]
  if (!word || isWithinName(words, from) || isVenue(words, from)) return undefined
  if (NOT_HEADS.endAt(words, from) !== undefined) return undefined
  const head = ORGANIZATION_HEADS.endAt(words, from)
  if (head === undefined) return nameHeadEnd(words, from) ?? placeLineEnd(words, from)
  const next = words[head]
  const isNamed = isJoined(next) && next?.isCapital === true
  if (!word.isCapital) return isNamed || (head - from > 1 && /^\d/u.test(next?.text ?? '')) ? head : undefined
  if (head - from > 1 || isNamed || isAbbreviation(word)) return head
  return isGoingOn(words, head) ? head : undefined
}

function nameHeadEnd(words: readonly NameWord[], from: number): number | undefined {
  const head = NAME_HEADS.endAt(words, from)
  if (head === undefined || words[from]?.isCapital !== true || isCapitals(words[from])) return undefined
  return (isJoined(words[head]) && words[head]?.isCapital === true) || isGoingOn(words, head) ? head : undefined
}

/** "XÃ TAM PHƯỚC": the second line of a letterhead names whose committee it is. */
function placeLineEnd(words: readonly NameWord[], from: number): number | undefined {
  const head = isCapitals(words[from]) && !isJoined(words[from]) ? PLACE_HEADS.endAt(words, from) : undefined
  return head !== undefined && isJoined(words[head]) && isCapitals(words[head]) && !isAct(words, head)
    ? head
    : undefined
}

const isGoingOn = (words: readonly NameWord[], at: number): boolean =>
  isJoined(words[at]) && (LEVELS.has(words[at]?.key ?? '') || SMALL_PARTS.endAt(words, at) !== undefined)

/** Capitals before it begin the name, unless they are a title: "Trưởng Ban …". */
function isWithinName(words: readonly NameWord[], from: number): boolean {
  const [word, previous] = [words[from], words[from - 1]]
  if (!word || !previous) return false
  if (word.gap === '-' || AUTHORITIES.has(previous.key)) return true
  if (!isJoined(word) || !previous.isCapital) return false
  if (isCapitals(previous) && isCapitals(word)) return !JOINERS_BEFORE.has(previous.key)
  if (isCapitals(previous)) return !isAbbreviation(previous)
  return !isAbbreviation(word) && !['trưởng', 'phó'].includes(previous.key) && TITLES.endAt(words, from - 2) !== from
}

/** "tại Hội trường …" is a place. */
const isVenue = (words: readonly NameWord[], from: number): boolean =>
  isJoined(words[from]) && PLACE_LEADS.endAt(words, from - 1) === from && VENUES.endAt(words, from) !== undefined

const isCapitals = (word: NameWord | undefined): boolean => /^\p{Lu}{2,}$/u.test(word?.text ?? '')

/** "UBND", "MTTQ": capitals without a tone mark, which every other word has that is long. */
const isAbbreviation = (word: NameWord): boolean =>
  isCapitals(word) && !/\p{M}/u.test(word.text.replace(/[ĂÂÊÔƠƯ]/gu, '').normalize('NFD'))

/** Index after the word or phrase at `at` where the name goes on with it, or `undefined`. */
function partEnd(words: readonly NameWord[], at: number, from: number): number | undefined {
  const [previous, word, next] = [words[at - 1], words[at], words[at + 1]]
  if (!word) return undefined
  if (!isJoined(word)) {
    return isDashed(words, at) || isListed(words, at) ? (SMALL_PARTS.endAt(words, at) ?? at + 1) : undefined
  }
  if (isLed(words, at) || isAct(words, at)) return undefined
  if (word.key === 'và') {
    const isOther = next?.isCapital !== true || !isJoined(next) || ORGANIZATION_HEADS.endAt(words, at + 1) !== undefined
    return isOther ? undefined : at + 1
  }
  if (/^\d{1,3}$/u.test(word.text)) return isTime(next) ? undefined : at + 1
  if (word.isCapital) return at + 1
  if (VERBS.endAt(words, at) !== undefined && !isSecondSyllable(words, at)) return undefined
  const small = SMALL_PARTS.endAt(words, at)
  if (small !== undefined) return small
  if (LEVELS.has(word.key) || isSecondSyllable(words, at) || isSmallRun(words, at, from)) return at + 1
  return previous?.isCapital === true && !isCapitals(previous) ? at + 1 : undefined
}

/** "Thông tin", "Đối thoại": a verb's syllables are a name where the first is a capital. */
const isSecondSyllable = (words: readonly NameWord[], at: number): boolean =>
  words[at - 1]?.isCapital === true && VERBS.endAt(words, at - 1) === at + 1

/** "… Mặt trận 9 tháng": the number is that of a period. */
const isTime = (word: NameWord | undefined): boolean =>
  isJoined(word) && ['tháng', 'quý', 'năm', 'ngày', 'tuần', 'giờ'].includes(word?.key ?? '')

/** What the organisation does, in small letters or in a line of capitals. */
const isAct = (words: readonly NameWord[], at: number): boolean =>
  (words[at]?.isCapital === false || isCapitals(words[at])) && REVIEW_VERBS.endAt(words, at) !== undefined

/** "Khối tư tưởng - văn hóa", "ĐU-HĐND-UBND", "TT. HĐND". */
function isDashed(words: readonly NameWord[], at: number): boolean {
  const [previous, word] = [words[at - 1], words[at]]
  if (!word || !previous) return false
  if (word.gap === '. ') return isAbbreviation(previous) && isAbbreviation(word)
  if (word.gap === '-') return word.isCapital
  if (!/^ ?[-–] ?$/u.test(word.gap) || ORGANIZATION_HEADS.endAt(words, at) !== undefined) return false
  return word.isCapital || (!previous.isCapital && VERBS.endAt(words, at) === undefined)
}

/** "Trung tâm Văn hóa, Thông tin và Thể thao": a list that "và" closes within the name. */
function isListed(words: readonly NameWord[], at: number): boolean {
  const [word, and] = [words[at], words[at + 2]]
  if (word?.gap !== ', ' || !word.isCapital || ORGANIZATION_HEADS.endAt(words, at) !== undefined) return false
  const next = words[at + 3]
  return and?.key === 'và' && next?.isCapital === true && ORGANIZATION_HEADS.endAt(words, at + 3) === undefined
}

const LONGEST_SMALL_RUN = 5

/** "Ban Chỉ đạo Thông tin đối ngoại": small syllables that end before the name of a level. */
function isSmallRun(words: readonly NameWord[], at: number, from: number): boolean {
  for (let back = at - 1; back >= Math.max(from, at - LONGEST_SMALL_RUN); back -= 1) {
    const word = words[back]
    if (word?.isCapital) return back < at - 1
    if (!word || LEVELS.has(word.key) || /^\d/u.test(word.text)) return false
  }
  return false
}

/** Index of the first capital of the run that a word ends. */
function runStart(words: readonly NameWord[], last: number): number {
  let start = last
  while (start > last - LONGEST_NAME && start > 0 && words[start - 1]?.isCapital === true && isJoined(words[start]))
    start -= 1
  return start
}
