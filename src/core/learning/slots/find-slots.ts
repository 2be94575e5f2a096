/**
 * Slots of a segmented sample by a typed grammar. A rule earlier in the table takes its words from later ones:
 * document code, term, date, period, ratio, money, quantity. People, organisations and places may hold others.
 */
import type { DocumentPeriod } from './document-period'
import { findDates } from './find-dates'
import { findNumbers } from './find-numbers'
import { findOrganizations } from './find-organizations'
import { findPeople } from './find-people'
import { findPlaces } from './find-places'
import { findPeriodSlots, findTermSlots } from './find-period-slots'
import { findDocumentCodes } from './find-document-codes'
import { nameWords, type NameWord } from './name-words'
import type { SampleSlot, SegmentedParagraph } from '../sample-document'
import type { SlotSpan } from './slot-span'
import { tokenize, type Token } from '../words/tokens'

/** Where organisations and places name who reports; elsewhere they are part of the story. */
const NAMING_SECTIONS: ReadonlySet<string> = new Set([
  'headline',
  'lead',
  'conferenceInfo',
  'officialLayout',
  'photoCaption',
])
/** Where a part of a year is one still to come. */
const AHEAD_SECTIONS: ReadonlySet<string> = new Set(['upcomingTasks', 'proposals', 'directingSpeech'])
/** Clock times, numbers of recipients: nothing there is a result. */
const UNCOUNTED_SECTIONS: ReadonlySet<string> = new Set(['publishedAt', 'officialLayout'])
const SILENT_SECTIONS: ReadonlySet<string> = new Set(['clutter', 'byline', 'appendix'])

/** `analysed`: the same paragraphs as they were looked at before, for their syllables. */
export function findSlots(
  paragraphs: readonly SegmentedParagraph[],
  document: DocumentPeriod | undefined,
  analysed: readonly { readonly tokens: readonly Token[] }[] = [],
): readonly SampleSlot[] {
  return paragraphs.flatMap((paragraph, at) =>
    SILENT_SECTIONS.has(paragraph.section) || paragraph.role === 'table_row'
      ? []
      : slotsOf(paragraph, analysed[at]?.tokens ?? tokenize(paragraph.text), document),
  )
}

function slotsOf(
  paragraph: SegmentedParagraph,
  tokens: readonly Token[],
  document: DocumentPeriod | undefined,
): readonly SampleSlot[] {
  const { text } = paragraph
  const typed = typedSpans(paragraph, document)
  const words = nameWords(text, tokens)
  const people = findPeople(words)
  const named = NAMING_SECTIONS.has(paragraph.section) ? findNamed(words, people) : []
  return [...typed, ...people, ...named]
    .map(({ type, start, end }) => ({ type, text: text.slice(start, end), paragraph: paragraph.index, start, end }))
    .sort((a, b) => a.start - b.start || b.end - a.end)
}

/** Codes, terms, dates, periods and numbers. Only a period may be written without a digit. */
function typedSpans(paragraph: SegmentedParagraph, document: DocumentPeriod | undefined): readonly SlotSpan[] {
  const { text, section } = paragraph
  const periods = findPeriodSlots(text, document, { looksAhead: AHEAD_SECTIONS.has(section) })
  const spans = /\d/.test(text)
    ? exclusive(
        [
          findDocumentCodes(text),
          findTermSlots(text),
          findDates(text, { isDateLine: section === 'publishedAt' }),
          periods,
          ...(UNCOUNTED_SECTIONS.has(section) ? [] : findNumbers(text)),
        ],
        text.length,
      )
    : periods
  if (spans.length === 0) return spans
  const isQuoted = quotedPlaces(text)
  return spans.filter((span) => !isQuoted(span))
}

/** A place inside the name of an organisation or after a person's title belongs to that. */
function findNamed(words: readonly NameWord[], people: readonly SlotSpan[]): readonly SlotSpan[] {
  const organizations = findOrganizations(words, people)
  const held = new Uint8Array(words.at(-1)?.end ?? 0)
  for (const { start, end } of [...organizations, ...people]) held.fill(1, start, end)
  return [...organizations, ...findPlaces(words).filter(({ start }) => held[start] !== 1)]
}

/** Earlier lists win where spans overlap. Marks places instead of comparing spans: a paragraph may hold thousands. */
function exclusive(lists: readonly (readonly SlotSpan[])[], textLength: number): readonly SlotSpan[] {
  const taken = new Uint8Array(textLength)
  return lists.flat().filter(({ start, end }) => {
    if (taken.subarray(start, end).includes(1)) return false
    taken.fill(1, start, end)
    return true
  })
}

/** A short quotation is the title of a book or contest, whose numbers are its name; a longer one is speech. */
const LONGEST_TITLE = 10

function quotedPlaces(text: string): (span: SlotSpan) => boolean {
  if (!/["“]/.test(text)) return () => false
  const quoteAt = new Uint32Array(text.length)
  const quotes = [...text.matchAll(/["“][^"“”]{3,200}["”]/gu)].filter(
    ([quote]) => quote.split(/\s+/u).length <= LONGEST_TITLE,
  )
  for (const [index, match] of quotes.entries()) quoteAt.fill(index + 1, match.index, match.index + match[0].length)
  return ({ start, end }) => quoteAt[start] !== 0 && quoteAt[start] === quoteAt[end - 1]
}
