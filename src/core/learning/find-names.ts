/** People with their titles, organisations and places, put together from capitalised syllables and words of the lexicon. */
import { matchingKey } from '../vietnamese/matching-key'
import type { SlotSpan } from './slot-span'
import { LEXICON } from './lexicon'
import { wordPattern } from './word-pattern'

const { names } = LEXICON
const SYLLABLE = String.raw`\p{Lu}[\p{L}\p{M}]*`
const FAMILY = names.familyNames.map((name) => name.normalize('NFC')).join('|')
const TITLES = wordPattern(names.titles)
// "Ủy viên dự khuyết" is a title, not where the sentence goes on.
const STOPS = String.raw`(?!dự\s+khuyết)${wordPattern(names.personStops)}`
/** A known family name with its given names, at the end of a run of words. */
const FAMILY_NAME = new RegExp(String.raw`(?:${FAMILY})(?:\s+${SYLLABLE}){1,3}$`, 'u')
const NO_TITLE = String.raw`(?!(?i:${TITLES}))`
const NAME = String.raw`${NO_TITLE}${SYLLABLE}(?:\s+${NO_TITLE}${SYLLABLE}){1,4}`

/** "đồng chí Nguyễn Văn A, Ủy viên …, Trưởng Ban …": the name, then titles between commas or dashes. */
const LED = new RegExp(String.raw`${wordPattern(names.personLeads)}\.?:?\s+(?=\p{Lu})`, 'giu')
/** "Trưởng Ban Tuyên giáo Thành ủy … Đào Khánh Hà": titles first. */
const TITLED = new RegExp(TITLES, 'giu')
const NAME_AT = new RegExp(NAME, 'uy')
const TITLE_AT = new RegExp(String.raw`\s*(?:,|–|-|—)\s*(?:${TITLES})`, 'iuy')
const SEGMENT_AT = /[^,;.:()–—]*/uy

export function findPeople(text: string): readonly SlotSpan[] {
  const spans: SlotSpan[] = []
  for (const match of text.matchAll(LED)) {
    const nameStart = match.index + match[0].length
    const person = personAt(text, nameStart)
    if (person === undefined) continue
    const isList = match[0].includes(':')
    spans.push({ type: 'person', start: isList ? nameStart : match.index, end: person })
    if (isList) spans.push(...listedPeople(text, person))
  }
  for (const match of text.matchAll(TITLED)) {
    if (spans.some((span) => match.index >= span.start && match.index < span.end)) continue
    const end = titledNameEnd(text, match.index)
    if (end !== undefined) spans.push({ type: 'person', start: match.index, end: titlesEnd(text, end) })
  }
  return spans
}

/** End of a name with its titles, or `undefined` where no name begins. */
function personAt(text: string, start: number): number | undefined {
  const end = matchEnd(NAME_AT, text, start)
  return end === undefined || !isPersonName(text.slice(start, end)) ? undefined : titlesEnd(text, end)
}

/** "các đồng chí: A, Bí thư …; B, Chủ tịch …": the next name stands after a semicolon. */
function listedPeople(text: string, from: number): readonly SlotSpan[] {
  const next = /^\s*;\s*(?:và\s+)?(?=\p{Lu})/u.exec(text.slice(from))
  if (!next) return []
  const start = from + next[0].length
  const end = personAt(text, start)
  return end === undefined ? [] : [{ type: 'person', start, end }, ...listedPeople(text, end)]
}

const NOT_PEOPLE: ReadonlySet<string> = new Set(names.notPeople)

/** "Ban Bí thư" is no name, "Y Đông" is. */
const isPersonName = (name: string): boolean => !NOT_PEOPLE.has(/^\p{L}*/u.exec(matchingKey(name))?.[0] ?? '')

function titlesEnd(text: string, from: number): number {
  let end = from
  for (;;) {
    const title = matchEnd(TITLE_AT, text, end)
    if (title === undefined) return end
    const segmentEnd = matchEnd(SEGMENT_AT, text, title) ?? title
    // A title that ends in another name is the next person's.
    if (FAMILY_NAME.test(text.slice(end, cutAtStop(text, title, segmentEnd)).trimEnd())) return end
    end = trimmedEnd(text, title, cutAtStop(text, title, segmentEnd))
    if (end < segmentEnd && new RegExp(STOPS, 'iu').test(text.slice(end, segmentEnd))) return end
  }
}

/** The title ends where the sentence goes on: "… Tỉnh ủy dự và chỉ đạo". */
function cutAtStop(text: string, from: number, to: number): number {
  const stop = new RegExp(STOPS, 'iu').exec(text.slice(from, to))
  return stop ? from + stop.index : to
}

function trimmedEnd(text: string, from: number, to: number): number {
  return from + text.slice(from, to).trimEnd().length
}

const LONGEST_TITLED = 90

/** From a title to a name in capitals that begins with a known family name and ends the run. */
function titledNameEnd(text: string, from: number): number | undefined {
  const clause = /^[^,;.:()\n–—]*/u.exec(text.slice(from, from + LONGEST_TITLED))?.[0] ?? ''
  const stop = new RegExp(STOPS, 'iu').exec(clause)
  const run = (stop ? clause.slice(0, stop.index) : clause).trimEnd()
  const name = FAMILY_NAME.exec(run)
  return name && /\s/.test(run.slice(0, name.index)) ? from + run.length : undefined
}

const HEADS = wordPattern(names.organizationHeads)
const PARTS = wordPattern(names.organizationParts)
const CAPITALS = String.raw`\p{Lu}[\p{L}\p{M}]*(?:\s+\p{Lu}[\p{L}\p{M}]*){0,3}`
const ORGANIZATION = new RegExp(String.raw`${HEADS}(?:\s+\d{1,2}(?!\d)|\s+(?:${PARTS})|\s+(?-i:${CAPITALS}))*`, 'giu')
const PLACE = new RegExp(
  String.raw`${wordPattern(names.placeHeads)}\s+(?-i:${CAPITALS})(?:,\s+${wordPattern(names.placeHeads)}\s+(?-i:${CAPITALS}))*`,
  'giu',
)

/** `people` found in the same text: "Ban Tuyên giáo … Đào Khánh Hà" ends before the name. */
export function findOrganizations(text: string, people: readonly SlotSpan[]): readonly SlotSpan[] {
  return [...text.matchAll(ORGANIZATION)]
    .filter((match) => /^\p{Lu}/u.test(match[0]) || match[0].includes(' số '))
    .map((match) => {
      const end = match.index + match[0].length
      const name = people.some((person) => person.end === end) ? FAMILY_NAME.exec(match[0]) : null
      return {
        type: 'organization',
        start: match.index,
        end: name ? match.index + match[0].slice(0, name.index).trimEnd().length : end,
      }
    })
}

export function findPlaces(text: string): readonly SlotSpan[] {
  return [...text.matchAll(PLACE)]
    .filter((match) => !matchingKey(match[0]).endsWith('uỷ'))
    .map((match) => ({ type: 'place', start: match.index, end: match.index + match[0].length }))
}

function matchEnd(pattern: RegExp, text: string, from: number): number | undefined {
  pattern.lastIndex = from
  const match = pattern.exec(text)
  return match ? match.index + match[0].length : undefined
}
