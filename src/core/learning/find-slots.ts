/**
 * Slots of a segmented sample by a typed grammar. A rule earlier in the table takes its words from later ones:
 * document code, term, date, period, ratio, money, quantity. People, organisations and places may hold others.
 */
import type { SlotType } from '../slot'
import type { DocumentPeriod } from './document-period'
import { findDates } from './find-dates'
import { findNumbers } from './find-numbers'
import { findPeople, findOrganizations, findPlaces } from './find-names'
import { findPeriodSlots, findTermSlots } from './find-period-slots'
import { findDocumentCodes } from './find-document-codes'
import type { SampleSlot, SegmentedParagraph } from './sample-document'

/** A piece of a text that fills a slot. */
export interface SlotSpan {
  readonly type: SlotType
  readonly start: number
  readonly end: number
}

/** Where organisations and places name who reports; elsewhere they are part of the story. */
const NAMING_SECTIONS: ReadonlySet<string> = new Set([
  'headline',
  'lead',
  'conferenceInfo',
  'officialLayout',
  'photoCaption',
])
const SILENT_SECTIONS: ReadonlySet<string> = new Set(['clutter', 'byline', 'appendix'])

export function findSlots(
  paragraphs: readonly SegmentedParagraph[],
  document: DocumentPeriod | undefined,
): readonly SampleSlot[] {
  return paragraphs
    .filter((paragraph) => !SILENT_SECTIONS.has(paragraph.section) && paragraph.role !== 'table_row')
    .flatMap((paragraph) => slotsOf(paragraph, document))
}

function slotsOf(paragraph: SegmentedParagraph, document: DocumentPeriod | undefined): readonly SampleSlot[] {
  const { text } = paragraph
  const quoted = quotedSpans(text)
  const typed = exclusive([
    findDocumentCodes(text),
    findTermSlots(text),
    findDates(text, { isDateLine: paragraph.section === 'publishedAt' }),
    findPeriodSlots(text, document),
    ...findNumbers(text),
  ]).filter((span) => !quoted.some((quote) => span.start >= quote.start && span.end <= quote.end))
  const people = findPeople(text)
  const named = NAMING_SECTIONS.has(paragraph.section)
    ? [
        ...findOrganizations(text, people),
        ...findPlaces(text).filter((place) => !people.some((person) => isInside(place, person))),
      ]
    : []
  return [...typed, ...people, ...named]
    .map(({ type, start, end }) => ({ type, text: text.slice(start, end), paragraph: paragraph.index, start, end }))
    .sort((a, b) => a.start - b.start || b.end - a.end)
}

/** Earlier lists win where spans overlap. */
function exclusive(lists: readonly (readonly SlotSpan[])[]): readonly SlotSpan[] {
  const taken: SlotSpan[] = []
  for (const span of lists.flat()) {
    if (!taken.some((other) => span.start < other.end && other.start < span.end)) taken.push(span)
  }
  return taken
}

const isInside = (inner: SlotSpan, outer: SlotSpan): boolean => inner.start >= outer.start && inner.end <= outer.end

/** What stands in quotation marks is a title of a book or contest: its years and numbers are its name. */
function quotedSpans(text: string): readonly { readonly start: number; readonly end: number }[] {
  return [...text.matchAll(/["“][^"“”]{3,200}["”]/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
}
