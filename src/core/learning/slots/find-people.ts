/** People with their titles, in both orders: "đồng chí A, Phó Bí thư …" and "Phó Bí thư … A". */
import { isJoined, type NameWord } from './name-words'
import { CALLINGS, KIN, LEADS, RANKS, TITLES, VERBS } from './people-words'
import { followsLead, leadAt, nameEndAt, trailingNameEnd } from './person-name'
import { titlesEnd } from './person-title'
import type { SlotSpan } from './slot-span'

/** `words` of the text, from `nameWords`. */
export function findPeople(words: readonly NameWord[]): readonly SlotSpan[] {
  const spans: SlotSpan[] = []
  for (let at = 0; at < words.length;) {
    const person = personAt(words, at)
    const [first, last] = [words[person?.start ?? at], words[(person?.end ?? at) - 1]]
    if (!person || !first || !last) {
      at += 1
      continue
    }
    spans.push({ type: 'person', start: first.start, end: last.end })
    at = person.end
  }
  return spans
}

interface Person {
  readonly start: number
  readonly end: number
}

const STARTS = new Set([LEADS, KIN, RANKS, CALLINGS, TITLES].flatMap(({ firsts }) => [...firsts]))

/** Most words cannot begin a person: known by one look, before any phrase is tried. */
const mayBegin = (word: NameWord | undefined): boolean => word !== undefined && (word.isCapital || STARTS.has(word.key))

function personAt(words: readonly NameWord[], at: number): Person | undefined {
  if (!mayBegin(words[at])) return undefined
  return ledPerson(words, at) ?? titledPerson(words, at, at) ?? namedPerson(words, at)
}

function ledPerson(words: readonly NameWord[], at: number): Person | undefined {
  const lead = leadAt(words, at)
  if (!lead || !followsLead(words, lead.end)) return undefined
  const end = nameEndAt(words, lead.end, lead)
  if (end === undefined) return titledPerson(words, lead.end, at)
  // "các đồng chí: A, …; B, …" announces a list; the lead belongs to nobody alone.
  const isList = words[lead.end]?.gap.includes(':') === true
  return { start: isList ? lead.end : at, end: titlesEnd(words, end) }
}

/** A title first, its office, then a name with a known family name. */
function titledPerson(words: readonly NameWord[], at: number, start: number): Person | undefined {
  const title = TITLES.endAt(words, at)
  if (title === undefined) return undefined
  for (let from = title; from < Math.min(words.length, at + LONGEST_TITLE); from += 1) {
    const word = words[from]
    if (!word) return undefined
    // Titles stand in a row: "Ủy viên Trung ương Đảng, Bí thư Tỉnh ủy …".
    if (!isJoined(word) && (word.gap !== ', ' || TITLES.endAt(words, from) === undefined)) return undefined
    if (!word.isCapital) {
      if (VERBS.endAt(words, from) !== undefined) return undefined
      continue
    }
    if (words[from - 1]?.isCapital === true && from > title) continue
    const end = trailingNameEnd(words, from)
    if (end !== undefined) return { start, end: titlesEnd(words, end) }
  }
  return undefined
}

/** Words from a title to the name after it. */
const LONGEST_TITLE = 24

/** A whole name with a title after it needs no lead: "…; Nguyễn Văn A, Chủ tịch …". */
function namedPerson(words: readonly NameWord[], at: number): Person | undefined {
  if (isJoined(words[at]) && words[at - 1]?.isCapital === true) return undefined
  // In a list every item begins with a name, also one whose family name the lexicon does not know.
  const needsFamily = !/[;:]\s$/u.test(words[at]?.gap ?? '')
  const end = nameEndAt(words, at, { needsFamily })
  if (end === undefined || end - at < SHORTEST_NAME) return undefined
  const titles = titlesEnd(words, end)
  return titles > end ? { start: at, end: titles } : undefined
}

const SHORTEST_NAME = 3
