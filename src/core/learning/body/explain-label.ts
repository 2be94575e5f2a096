/** Why a paragraph got its section: the evidence that weighed most for it, in words an officer can check. */
import type { BodyRole } from '../chain/chain-labels'
import type { ChainModel } from '../chain/chain-model'
import type { Feature } from '../chain/feature-vector'
import type { Reason, ReasonCode } from '../reason'
import type { BodyFeatures } from './section-features'

/** Hundredths of a nat by which evidence must speak for the label more than for the others. */
const TELLING = 45
const MOST_REASONS = 2

/** At least one reason, at most three. */
export function explainLabel(seen: BodyFeatures, label: BodyRole, model: ChainModel<BodyRole>): Reason[] {
  const { heading } = seen
  const title = heading?.title.slice(0, 80) ?? ''
  if (heading && seen.isHeading) {
    return [{ code: heading.customName === undefined ? 'heading.own' : 'heading.unknown', data: title }]
  }
  const cue = seen.scores.get(label)?.reason
  const reasons: Reason[] = [
    ...(cue ? [cue] : []),
    ...(heading?.section === label ? [{ code: 'heading.above' as const, data: title }] : []),
  ]
  const others = reasons.length < MOST_REASONS ? weightyReasons(seen.features, label, model) : []
  for (const reason of others) {
    if (reasons.length >= MOST_REASONS) break
    if (!reasons.some(({ code }) => code === reason.code)) reasons.push(reason)
  }
  if (reasons.length === 0) reasons.push({ code: seen.isContinuation ? 'place.continues' : 'place.order' })
  return reasons
}

/** Evidence without a phrase of the lexicon, heaviest first. */
function weightyReasons(features: readonly Feature[], label: BodyRole, model: ChainModel<BodyRole>): readonly Reason[] {
  const place = model.labels.indexOf(label)
  const found: { readonly reason: Reason; readonly weight: number }[] = []
  for (const feature of features) {
    const row = model.rows.get(feature.name)
    if (!row) continue
    const own = row[place] ?? 0
    let others = -own
    for (const weight of row) others += weight
    const weight = (own - others / Math.max(1, row.length - 1)) * feature.value
    const reason = weight >= TELLING ? reasonFor(feature.name) : undefined
    if (reason) found.push({ reason, weight })
  }
  return found.sort((a, b) => b.weight - a.weight).map(({ reason }) => reason)
}

/** Features that an officer can see for herself; a single small word or the length of a line is none. */
const PLAIN: ReadonlyMap<string, ReasonCode> = new Map([
  ['is:personSpeaks', 'who.person'],
  ['is:personSubject', 'who.person'],
  ['early:speechVerbs', 'who.person'],
  ['is:delegatesSubject', 'who.delegates'],
  ['early:delegates', 'who.delegates'],
  ['is:organizationSubject', 'who.organization'],
  ['is:periodAtStart', 'period.past'],
  ['names:period', 'period.past'],
  ['is:nextPeriodAtStart', 'period.next'],
  ['names:nextPeriod', 'period.next'],
  ['early:future', 'period.next'],
  ['is:lackMarkers', 'words.lack'],
  ['early:lack', 'words.lack'],
  ['is:contrastWithLack', 'words.lack'],
  ['is:doneMarkers', 'words.done'],
  ['early:done', 'words.done'],
  ['is:figures', 'words.done'],
])

function reasonFor(name: string): Reason | undefined {
  const code = PLAIN.get(name)
  if (code !== undefined) return { code }
  const words = /^(opens|has):(\S+ \S+.*)$/.exec(name)
  if (words?.[2] === undefined || /\d/.test(words[2])) return undefined
  return { code: words[1] === 'opens' ? 'cue.opening' : 'cue.inside', data: words[2] }
}
