/** Features of a body paragraph beside its phrases: who acts, which period opens it, what it counts. */
import { matchingKey } from '../../vietnamese/matching-key'
import type { Analysis } from '../words/analyse-paragraph'
import { periodUse, type DocumentPeriod } from '../slots/document-period'
import { findPeriods } from '../slots/find-periods'
import { LEXICON, type CueRow, type Feature, type MarkerList } from '../lexicon'
import { LINE_SHAPES } from '../words/line-shapes'
import type { PhraseHit } from '../words/phrase-table'
import { hitsOf, type UseOf } from '../words/phrase-uses'
import { wordPattern } from '../words/word-pattern'

export interface BodyPlace {
  /** Position among the paragraphs of the body, from 0. */
  readonly position: number
  readonly document: DocumentPeriod | undefined
  /** Headings follow, and none stands above. */
  readonly isBeforeHeadings: boolean
}

/** How often each feature holds; absent = not at all. */
export type FeatureCounts = ReadonlyMap<Feature, number>

/** Beyond this many body paragraphs a lead is no lead. */
const TOP = 3

const PEOPLE_WORDS = new RegExp(wordPattern(LEXICON.names.peopleWords), 'gu')

export function findFeatures(paragraph: Analysis, place: BodyPlace): FeatureCounts {
  const { key } = paragraph
  const marks = (list: MarkerList): number => markersOf(paragraph, list).length
  const subject = subjectOf(paragraph)
  const opening = openingPeriod(paragraph, place.document)
  const hasLack = markersOf(paragraph, 'lackProof').length > 0
  const counts: readonly (readonly [Feature, number])[] = [
    ['always', 1],
    ['dateAtStart', Number(LINE_SHAPES.dateOpening(key))],
    ['agencyDateline', Number(LINE_SHAPES.agencyDateline(key))],
    ['firstOfBody', Number(place.position === 0)],
    ['beforeHeadings', Number(place.isBeforeHeadings)],
    ['undatedSecond', Number(place.position > 0 && !LINE_SHAPES.dateOpening(key))],
    ['farFromTop', Number(place.position >= TOP)],
    ['delegatesSubject', Number(subject === 'delegates')],
    ['personSubject', Number(subject === 'person')],
    ['organizationSubject', Number(subject === 'organization')],
    ['personSpeaks', Number(personSpeaks(paragraph))],
    ['periodAtStart', Number(opening === 'period')],
    ['nextPeriodAtStart', Number(opening === 'nextPeriod')],
    ['contrastWithLack', Number(opensWithContrast(paragraph) && hasLack)],
    ['lackMarkers', marks('lack')],
    ['doneMarkers', marks('done')],
    ['futureMarkers', marks('future')],
    ['figures', (paragraph.text.match(/\d[\d.,]*(?:%|\s?[\p{L}])/gu) ?? []).length],
    ['listOfPeople', Number((key.match(PEOPLE_WORDS) ?? []).length >= 3)],
  ]
  return new Map(counts.filter(([, count]) => count > 0))
}

function markersOf(paragraph: Analysis, list: MarkerList): readonly PhraseHit<UseOf<'marker'>>[] {
  return hitsOf(paragraph.hits, 'marker').filter((hit) => hit.use.list === list)
}

export type Subject = 'person' | 'organization' | 'delegates' | 'none'

/** How many syllables may stand before the one who acts: "Tại hội nghị, các đại biểu …". */
const REACH: readonly (readonly [Exclude<Subject, 'none'>, MarkerList, number])[] = [
  ['person', 'personTitles', 1],
  ['delegates', 'delegates', 6],
  ['organization', 'organizations', 2],
]

/** Who acts, read from the first words. */
function subjectOf(paragraph: Analysis): Subject {
  const first = paragraph.firstToken
  const found = REACH.find(([, list, reach]) =>
    markersOf(paragraph, list).some((hit) => hit.from >= first && hit.from <= first + reach),
  )
  return found?.[0] ?? 'none'
}

/** The title of a person has to come this early, and the verb this soon after it. */
const LATEST_TITLE = 24
const FARTHEST_VERB = 45

/** "…, đồng chí X, Trưởng Ban … nhấn mạnh": within the first sentence a person says something. */
function personSpeaks(paragraph: Analysis): boolean {
  const { firstToken, tokens } = paragraph
  const sentenceEnd = tokens.findIndex(
    (token, at) =>
      token.breaksBefore && at > firstToken && endsSentence(paragraph.text, tokens[at - 1]?.end ?? 0, token.start),
  )
  const limit = sentenceEnd < 0 ? tokens.length : sentenceEnd
  const organizations = markersOf(paragraph, 'organizations')
  const titles = markersOf(paragraph, 'personTitles').filter(
    (title) =>
      title.from - firstToken <= LATEST_TITLE &&
      title.from < limit &&
      !organizations.some((organization) => organization.from < title.from && organization.to >= title.to),
  )
  return markersOf(paragraph, 'speechVerbs').some(
    (verb) =>
      verb.from < limit && titles.some((title) => verb.from >= title.to && verb.from - title.to <= FARTHEST_VERB),
  )
}

const endsSentence = (text: string, from: number, to: number): boolean => /[.!?…]\s/.test(text.slice(from, to))

/** The period named in the first words decides what the paragraph looks at: back or ahead. */
const LATEST_PERIOD = 14

export function openingPeriod(
  paragraph: Analysis,
  document: DocumentPeriod | undefined,
): 'period' | 'nextPeriod' | 'none' {
  const from = paragraph.marker?.length ?? 0
  const head = paragraph.text.slice(from, from + 80)
  const mention = findPeriods(head)[0]
  if (!mention || mention.start > LATEST_PERIOD) return 'none'
  const before = head.slice(0, mention.start)
  const opener = matchingKey(before)
  if (opener !== '' && !LEXICON.slots.periodOpeners.includes(opener)) return 'none'
  return periodUse(mention, before, document)
}

function opensWithContrast(paragraph: Analysis): boolean {
  return markersOf(paragraph, 'contrast').some((hit) => hit.from === paragraph.firstToken)
}

/** A paragraph without a subject of its own, or an item of a list, belongs to what stands before it. */
export function isContinuation(paragraph: Analysis): boolean {
  if (paragraph.marker && paragraph.marker.style !== 'part' && paragraph.marker.style !== 'roman') return true
  if (/^\p{Ll}/u.test(paragraph.text)) return true
  return (
    markersOf(paragraph, 'continuation').some((hit) => hit.from === paragraph.firstToken) ||
    hitsOf(paragraph.hits, 'cue').some((hit) => hit.from === paragraph.firstToken && isBareVerb(hit.use.row))
  )
}

/** Lines of a printed page: a sentence is cut at the margin and goes on in small letters. */
export function runsOn(previous: Analysis, paragraph: Analysis): boolean {
  return (
    previous.index === paragraph.index - 1 &&
    !/[.:;!?…]["”)]?$/u.test(previous.text) &&
    previous.tokens.length >= SHORTEST_CUT_LINE &&
    !paragraph.marker &&
    /^\p{Ll}/u.test(paragraph.text)
  )
}

const SHORTEST_CUT_LINE = 8

/** The light cues at the start are verbs without a subject: "chuẩn bị", "phấn đấu", "tổ chức". */
const LIGHT_CUE = 26

const isBareVerb = (row: CueRow): boolean =>
  row.where === 'start' && row.weight > 0 && row.weight <= LIGHT_CUE && row.role !== 'lead'
