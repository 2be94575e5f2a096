/**
 * The log of corrections → what the segmenter takes from it. The same set of entries gives the same model, in whatever
 * order they arrived: entries are put in order of their ids, which sort by time.
 */
import type { BodyRole, ChainLabel } from '../chain/chain-labels'
import { isBodyRole } from '../chain/chain-labels'
import { LARGEST_CHANGE, type CorrectionModel, type UserCue } from './correction-model'
import type { SectionRole } from '../../section-labels'
import { labelOf, type Correction, type LabelCorrection } from './correction'

export function replayCorrections(log: readonly Correction[]): CorrectionModel {
  const standing = standingCorrections(log)
  const labels = lastOfEachParagraph(standing)
  return {
    remembered: new Map(labels.map((entry) => [entry.paragraph, labelOf(entry.to)])),
    siteLines: new Map(standing.flatMap((entry) => (entry.kind === 'siteLine' ? [[entry.line, entry.section]] : []))),
    cues: cuesOf(standing),
    featureWeights: weightsOf(labels),
    transitions: transitionsOf(labels),
  }
}

/** Entries that hold: each once, in order of their ids, without what was taken back. */
export function standingCorrections(log: readonly Correction[]): readonly Correction[] {
  const byId = new Map(
    [...log].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)).map((entry) => [entry.id, entry]),
  )
  const revoked = new Set<string>()
  // From the last back: whoever takes an entry back came after it, and may itself be taken back by a later one.
  for (const entry of [...byId.values()].reverse())
    if (entry.kind === 'revoke' && !revoked.has(entry.id)) revoked.add(entry.revokes)
  return [...byId.values()].filter((entry) => entry.kind !== 'revoke' && !revoked.has(entry.id))
}

/** Who changes her mind teaches the last answer only. */
function lastOfEachParagraph(standing: readonly Correction[]): readonly LabelCorrection[] {
  const last = new Map<string, LabelCorrection>()
  for (const entry of standing) {
    if (entry.kind !== 'label') continue
    const first = last.get(entry.paragraph)
    last.delete(entry.paragraph)
    // What the segmenter said is what the first of them found.
    last.set(entry.paragraph, first ? { ...entry, from: first.from } : entry)
  }
  return [...last.values()]
}

function cuesOf(standing: readonly Correction[]): readonly UserCue[] {
  const cues = new Map<string, UserCue>()
  for (const entry of standing)
    if (entry.kind === 'cue') cues.set(entry.phrase, { phrase: entry.phrase, section: entry.section })
  return [...cues.values()]
}

/**
 * How far one correction moves the score of its paragraph between the two labels, in hundredths of a nat, spread over
 * its features: much shared by a like paragraph, little by another.
 */
const PUSH = 300

function weightsOf(labels: readonly LabelCorrection[]): CorrectionModel['featureWeights'] {
  const weights = new Map<ChainLabel, Map<string, number>>()
  const add = (label: ChainLabel, feature: string, change: number) => {
    const row = weights.get(label) ?? new Map<string, number>()
    const sum = (row.get(feature) ?? 0) + change
    row.set(feature, Math.max(-LARGEST_CHANGE, Math.min(LARGEST_CHANGE, sum)))
    weights.set(label, row)
  }
  for (const { shifts } of labels) {
    for (const { to, from, features } of shifts) {
      const step = Math.max(1, Math.round(PUSH / (2 * Math.max(1, features.length))))
      for (const feature of features) {
        add(to, feature, step)
        add(from, feature, -step)
      }
    }
  }
  return weights
}

function transitionsOf(labels: readonly LabelCorrection[]): CorrectionModel['transitions'] {
  const steps = new Map<BodyRole, Map<BodyRole, number>>()
  const count = (from: BodyRole, to: SectionRole, by: number) => {
    if (!isBodyRole(to)) return
    const row = steps.get(from) ?? new Map<BodyRole, number>()
    row.set(to, (row.get(to) ?? 0) + by)
    steps.set(from, row)
  }
  for (const { after, from, to } of labels) {
    if (after === undefined || from.section === to.section) continue
    count(after, to.section, 1)
    count(after, from.section, -1)
  }
  return steps
}
