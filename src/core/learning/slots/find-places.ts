/** Places: "tỉnh Yên Lâm", "tại Hà Nội", "tại Hội trường Trung tâm …", the place before the date of a report. */
import { isJoined, type NameWord } from './name-words'
import { NOT_PLACES, ORGANIZATION_HEADS, PLACE_HEADS, PLACE_LEADS, REVIEW_VERBS, VENUES } from './organization-words'
import type { SlotSpan } from './slot-span'

/** `words` of the text, from `nameWords`. */
export function findPlaces(words: readonly NameWord[]): readonly SlotSpan[] {
  const spans: SlotSpan[] = []
  for (let at = 0; at < words.length;) {
    const end =
      headedPlaceEnd(words, at) ?? ledPlaceEnd(words, at) ?? datedPlaceEnd(words, at) ?? titlePlaceEnd(words, at)
    const [first, last] = [words[at], words[(end ?? at) - 1]]
    if (end === undefined || !first || !last) {
      at += 1
      continue
    }
    spans.push({ type: 'place', start: first.start, end: last.end })
    at = end
  }
  return spans
}

/** "huyện Cư Lin, tỉnh Đăk Hà": from the smaller to the larger, three at the most. */
function headedPlaceEnd(words: readonly NameWord[], at: number): number | undefined {
  let end = onePlaceEnd(words, at)
  for (let level = 2; level <= 3 && end !== undefined && words[end]?.gap === ', '; level += 1) {
    const next = onePlaceEnd(words, end)
    if (next === undefined) break
    end = next
  }
  return end
}

function onePlaceEnd(words: readonly NameWord[], at: number): number | undefined {
  const head = PLACE_HEADS.endAt(words, at)
  if (head === undefined || !isJoined(words[head]) || NOT_PLACES.has(words[head]?.key ?? '')) return undefined
  const end = capitalsEnd(words, head)
  return end === head || words[end]?.key === 'uỷ' ? undefined : end
}

/** "tại Hà Nội", "ở Hội trường Trung tâm Chính trị huyện": after a preposition. */
function ledPlaceEnd(words: readonly NameWord[], at: number): number | undefined {
  const isPlaceNext = PLACE_LEADS.endAt(words, at - 1) === at || PLACE_LEADS.endAt(words, at - 2) === at
  if (at === 0 || !isJoined(words[at]) || !isPlaceNext) return undefined
  const venue = VENUES.endAt(words, at)
  if (venue !== undefined) return venueEnd(words, venue)
  if (NOT_PLACES.has(words[at]?.key ?? '') || ORGANIZATION_HEADS.endAt(words, at) !== undefined) return undefined
  const end = capitalsEnd(words, at)
  return end - at >= 2 && !/^\p{Ll}/u.test(words[end]?.gap === ' ' ? '' : (words[end]?.gap ?? '')) ? end : undefined
}

const LONGEST_VENUE = 12

function venueEnd(words: readonly NameWord[], from: number): number | undefined {
  let end = from
  while (end - from < LONGEST_VENUE && isJoined(words[end]) && goesOnVenue(words, end)) end += 1
  return end
}

function goesOnVenue(words: readonly NameWord[], at: number): boolean {
  const [previous, word] = [words[at - 1], words[at]]
  if (!word) return false
  return (
    word.isCapital ||
    previous?.isCapital === true ||
    PLACE_HEADS.endAt(words, at) !== undefined ||
    PLACE_HEADS.endAt(words, at - 1) === at + 1
  )
}

/** "Yên Lâm, ngày 12 tháng 6 năm 2025", "Yên Lâm, 12/6/2025". */
function datedPlaceEnd(words: readonly NameWord[], at: number): number | undefined {
  if (isJoined(words[at])) return undefined
  const end = capitalsEnd(words, at)
  const next = words[end]
  if (end === at || !next || !/^,\s*$/u.test(next.gap)) return undefined
  return next.key === 'ngày' || /^\d{1,2}\/\d{1,2}\/\d{4}$/.test(next.text) ? end : undefined
}

/** "Yên Lâm: Sơ kết …" opens a headline. */
function titlePlaceEnd(words: readonly NameWord[], at: number): number | undefined {
  if (at !== 0 || NOT_PLACES.has(words[0]?.key ?? '') || ORGANIZATION_HEADS.endAt(words, 0) !== undefined)
    return undefined
  const end = capitalsEnd(words, 0)
  return end >= 2 && end <= 3 && /^:\s/u.test(words[end]?.gap ?? '') ? end : undefined
}

const LONGEST_PLACE = 4

function capitalsEnd(words: readonly NameWord[], from: number): number {
  let end = from
  while (end - from < LONGEST_PLACE && isPlaceSyllable(words, end) && (end === from || isJoined(words[end]))) end += 1
  return end
}

/** A line in capitals goes on with what is done there: "XÃ YÊN LÂM GIAO BAN". */
const isPlaceSyllable = (words: readonly NameWord[], at: number): boolean =>
  /^\p{Lu}[\p{L}\p{M}'’]*$/u.test(words[at]?.text ?? '') && REVIEW_VERBS.endAt(words, at) === undefined
