/** The period a document speaks of, and whether a mention is that period or the next one. */
import type { ReportingPeriod } from '../../reporting-period'
import { matchingKey } from '../../vietnamese/matching-key'
import { findPeriods, mentionToPeriod, type PeriodMention } from './find-periods'
import { LEXICON } from '../lexicon'

export interface DocumentPeriod {
  readonly mention: PeriodMention
  /** Of a span the last one. */
  readonly year?: number
  readonly period?: ReportingPeriod
}

interface HeadMention {
  readonly mention: PeriodMention
  readonly before: string
  readonly text: string
}

/** A headline may name the year alone; the lead then says of which part. What comes later tells a story. */
const TELLING_TEXTS = 2

/**
 * The first period of the head (headline, subject, lead) that is not announced as the next one.
 * Its year often stands only in the second half of the sentence, or in the date under the headline.
 */
export function findDocumentPeriod(head: readonly string[], dates: readonly string[]): DocumentPeriod | undefined {
  const mentions = head.flatMap((text) =>
    findPeriods(text).map((mention): HeadMention => ({ mention, before: text.slice(0, mention.start), text })),
  )
  const reported = mentions.filter(({ mention, before }) => !isAnnounced(before) && !isAside(mention, before))
  const tellingTexts = [...new Set(reported.map(({ text }) => text))].slice(0, TELLING_TEXTS)
  const beside = reported.filter(({ text }) => tellingTexts.includes(text))
  const chosen = (beside.find(({ mention }) => mention.kind !== 'year') ?? reported[0] ?? mentions[0])?.mention
  if (!chosen) return undefined
  const written = dates.flatMap((text) => /(?:19|20)\d{2}/.exec(text)?.[0] ?? []).map(Number)[0]
  const year = chosen.year ?? (chosen.kind === 'year' ? undefined : (yearBeside(chosen, mentions) ?? written))
  const period = mentionToPeriod(chosen, year)
  const lastYear = chosen.kind === 'span' ? chosen.order : year
  return { mention: chosen, ...(lastYear === undefined ? {} : { year: lastYear }), ...(period ? { period } : {}) }
}

/** "tháng 12, nhiệm vụ tháng 01/2025": the year beside the next period is the year after. */
function yearBeside(chosen: PeriodMention, mentions: readonly HeadMention[]): number | undefined {
  const sameKind = mentions.find(({ mention }) => mention.kind === chosen.kind && mention.year !== undefined)?.mention
  if (sameKind?.year !== undefined) {
    return sameKind.start > chosen.start && sameKind.order < chosen.order ? sameKind.year - 1 : sameKind.year
  }
  return mentions.find(({ mention }) => mention.year !== undefined)?.mention.year
}

/** A month or a span of years that tells when something else was; "6 tháng" as a mere length. */
function isAside(mention: PeriodMention, before: string): boolean {
  const near = clauseBefore(before)
  if (mention.kind === 'month' || mention.kind === 'span') return endsWithWord(near, asideWords)
  return mention.isBare === true && near !== '' && !endsWithTrigger(near, reviewed)
}

const nextTriggers = LEXICON.slots.nextTriggers.map(matchingKey)
const periodTriggers = LEXICON.slots.periodTriggers.map(matchingKey)
const historyTriggers = LEXICON.slots.historyTriggers.map(matchingKey)
const reviewed = [...periodTriggers, ...LEXICON.slots.reviewed.map(matchingKey)]
const asideWords = LEXICON.slots.asideWords.map(matchingKey)

/** "triển khai nhiệm vụ …", "phương hướng, nhiệm vụ …" right before a period announce what comes. */
function isAnnounced(before: string): boolean {
  const near = clauseBefore(before)
  return endsWithTrigger(near, nextTriggers) && !endsWithTrigger(near, periodTriggers)
}

/** Nine words fit well into this; what stands farther off is not looked at, however long the paragraph. */
const NEAR_LENGTH = 400

/** What stands between the last clause mark and the mention: a trigger counts within its clause. */
function clauseBefore(before: string): string {
  const key = matchingKey(before.slice(-NEAR_LENGTH))
  const clause = key.slice(Math.max(key.lastIndexOf(';'), key.lastIndexOf('.'), key.lastIndexOf(':')) + 1)
  return clause.trim().split(' ').slice(-9).join(' ')
}

/** The trigger may be followed by a few words: "nhiệm vụ trọng tâm công tác tuyên giáo năm 2024". */
function endsWithTrigger(near: string, triggers: readonly string[]): boolean {
  return triggers.some((trigger) => {
    const at = ` ${near} `.lastIndexOf(` ${trigger}`)
    return at >= 0 && near.slice(at + trigger.length).split(' ').length <= 6
  })
}

const endsWithWord = (near: string, words: readonly string[]): boolean =>
  words.some((word) => near === word || near.endsWith(` ${word}`))

export type PeriodUse = 'period' | 'nextPeriod' | 'none'

/**
 * By comparison with the document's own period first, by the words before it otherwise. `looksAhead`: the paragraph
 * sets tasks, so that a part of a year without its year is one still to come.
 */
export function periodUse(
  mention: PeriodMention,
  textBefore: string,
  document: DocumentPeriod | undefined,
  place: { readonly looksAhead: boolean } = { looksAhead: false },
): PeriodUse {
  const near = clauseBefore(textBefore)
  if (mention.kind === 'year' && endsWithWord(near, historyTriggers)) return 'none'
  if (!isOfDocument(mention, near, document)) return 'none'
  const compared = document ? compare(mention, document) : 0
  if (compared > 0 || (place.looksAhead && beginsWithin(mention, document))) return 'nextPeriod'
  if (isPartOf(mention, document)) return place.looksAhead ? 'nextPeriod' : 'period'
  if (compared < 0) {
    if (mention.kind !== 'month') return 'period'
    return place.looksAhead || isAnnounced(textBefore) ? 'nextPeriod' : 'none'
  }
  if (mention.kind === document?.mention.kind) return 'period'
  if (document === undefined && place.looksAhead) return 'nextPeriod'
  if (mention.kind === 'year' && mention.year !== undefined && mention.year === document?.year) return 'period'
  return isAnnounced(textBefore) ? 'nextPeriod' : 'period'
}

/** Where a number of months is a length, and a month or week a mere date, it is not what the document counts in. */
function isOfDocument(mention: PeriodMention, near: string, document: DocumentPeriod | undefined): boolean {
  const counted = document?.mention.kind
  if (mention.kind === 'week' || mention.kind === 'span') return counted === mention.kind
  if (!mention.isBare) return true
  return counted === mention.kind && !(mention.kind !== 'month' && endsWithWord(near, lengthWords))
}

const lengthWords = LEXICON.slots.lengthWords.map(matchingKey)

/** A quarter without its year inside the year or half-year of which the document tells. */
const isPartOf = (mention: PeriodMention, document: DocumentPeriod | undefined): boolean =>
  mention.kind === 'quarter' &&
  mention.year === undefined &&
  document !== undefined &&
  ['halfYear', 'nineMonths', 'year'].includes(document.mention.kind)

/** The school year that begins in the reported year is still to come where tasks are set. */
const beginsWithin = (mention: PeriodMention, document: DocumentPeriod | undefined): boolean =>
  mention.kind === 'schoolYear' && document?.mention.kind !== 'schoolYear' && mention.year === document?.year

/** Above 0: later than the document's period. 0 also where it cannot be told. */
function compare(mention: PeriodMention, document: DocumentPeriod): number {
  if (mention.year !== undefined && document.year !== undefined && mention.year !== document.year) {
    return mention.year - document.year
  }
  if (isWholeYear(mention) || isWholeYear(document.mention)) return 0
  return partOfYear(mention) - partOfYear(document.mention)
}

const isWholeYear = ({ kind }: PeriodMention): boolean => kind === 'year' || kind === 'schoolYear' || kind === 'span'

/** The last month the part covers; of a week its number. */
function partOfYear(mention: PeriodMention): number {
  switch (mention.kind) {
    case 'month':
    case 'week':
    case 'monthsOfYear':
      return mention.order
    case 'quarter':
      return mention.order * 3
    case 'halfYear':
    case 'semester':
      return mention.order * 6
    case 'nineMonths':
      return 9
    case 'year':
    case 'schoolYear':
    case 'span':
    case 'restOfYear':
      return 12
  }
}
