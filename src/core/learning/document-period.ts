/** The period a document speaks of, and whether a mention is that period or the next one. */
import type { ReportingPeriod } from '../reporting-period'
import { matchingKey } from '../vietnamese/matching-key'
import { findPeriods, mentionToPeriod, type PeriodMention } from './find-periods'
import { LEXICON } from './lexicon'

export interface DocumentPeriod {
  readonly mention: PeriodMention
  readonly year?: number
  readonly period?: ReportingPeriod
}

/**
 * The first period of the head (headline, subject, lead) that is not announced as the next one.
 * Its year often stands only in the second half of the sentence, or in the date under the headline.
 */
export function findDocumentPeriod(head: readonly string[], dates: readonly string[]): DocumentPeriod | undefined {
  const mentions = head.flatMap((text) =>
    findPeriods(text).map((mention) => ({ mention, before: text.slice(0, mention.start) })),
  )
  const reported = mentions.filter(({ before }) => !isAnnounced(before))
  const chosen = (reported.find(({ mention }) => mention.kind !== 'year') ?? reported[0] ?? mentions[0])?.mention
  if (!chosen) return undefined
  const sameKind = mentions.find(({ mention }) => mention.kind === chosen.kind && mention.year !== undefined)
  const anyYear = mentions.find(({ mention }) => mention.year !== undefined)
  const written = dates.flatMap((text) => /(?:19|20)\d{2}/.exec(text)?.[0] ?? []).map(Number)[0]
  const year =
    chosen.year ?? (chosen.kind === 'year' ? undefined : (sameKind?.mention.year ?? anyYear?.mention.year ?? written))
  const period = mentionToPeriod(chosen, year)
  return { mention: chosen, ...(year === undefined ? {} : { year }), ...(period ? { period } : {}) }
}

const nextTriggers = LEXICON.slots.nextTriggers.map(matchingKey)
const periodTriggers = LEXICON.slots.periodTriggers.map(matchingKey)
const historyTriggers = LEXICON.slots.historyTriggers.map(matchingKey)

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

export type PeriodUse = 'period' | 'nextPeriod' | 'none'

/** By comparison with the document's own period first, by the words before it otherwise. */
export function periodUse(mention: PeriodMention, textBefore: string, document: DocumentPeriod | undefined): PeriodUse {
  const near = clauseBefore(textBefore)
  if (mention.kind === 'year' && historyTriggers.some((trigger) => near.endsWith(trigger))) return 'none'
  const compared = document ? compare(mention, document) : 0
  if (compared > 0) return 'nextPeriod'
  if (compared < 0) return 'period'
  if (mention.kind === document?.mention.kind) return 'period'
  return isAnnounced(textBefore) ? 'nextPeriod' : 'period'
}

/** Above 0: later than the document's period. 0 also where it cannot be told. */
function compare(mention: PeriodMention, document: DocumentPeriod): number {
  if (mention.year !== undefined && document.year !== undefined && mention.year !== document.year) {
    return mention.year - document.year
  }
  if (mention.kind === 'year' || document.mention.kind === 'year') return 0
  return partOfYear(mention) - partOfYear(document.mention)
}

/** The last month the part covers. */
function partOfYear(mention: PeriodMention): number {
  switch (mention.kind) {
    case 'month':
      return mention.order
    case 'quarter':
      return mention.order * 3
    case 'halfYear':
      return mention.order * 6
    case 'nineMonths':
      return 9
    case 'year':
    case 'restOfYear':
      return 12
  }
}
