/** How a correction model bears on one sample: labels that are settled, and what speaks for labels beside the weights. */
import type { Analysis } from '../words/analyse-paragraph'
import { frameLabelOf, isBodyRole, type BodyRole, type ChainLabel } from '../chain/chain-labels'
import type { ChainChanges } from '../chain/chain-model'
import type { CorrectedLabel } from './correction'
import { LARGEST_CHANGE, paragraphKey, siteLineKey, type CorrectionModel } from './correction-model'
import type { FeatureVector } from '../chain/feature-vector'
import { phraseKeys } from '../words/tokens'

/** A cue the officer named outweighs what was learned from other offices, though not a heading. */
const CUE_WEIGHT = 800
/** Hundredths of a nat for each step corrected, and at most. */
const STEP_WEIGHT = 20
const LARGEST_STEP = 100

/** Paragraph index → label, for paragraphs and lines met before. */
export function settledLabels(
  paragraphs: readonly Analysis[],
  corrections: CorrectionModel,
): ReadonlyMap<number, CorrectedLabel> {
  const settled = new Map<number, CorrectedLabel>()
  if (corrections.remembered.size === 0 && corrections.siteLines.size === 0) return settled
  for (const paragraph of paragraphs) {
    const section = corrections.siteLines.get(siteLineKey(paragraph.text))
    const label = corrections.remembered.get(paragraphKey(paragraph.text)) ?? (section ? { section } : undefined)
    if (label) settled.set(paragraph.index, label)
  }
  return settled
}

/** Cues of the officer at the opening of a paragraph, as features that point at their section. */
export function userCueFeatures(paragraph: Analysis, corrections: CorrectionModel): FeatureVector {
  return corrections.cues
    .filter((cue) => {
      const keys = phraseKeys(cue.phrase)
      return keys.length > 0 && keys.every((key, at) => paragraph.tokens[paragraph.firstToken + at]?.key === key)
    })
    .flatMap(({ section }) => {
      // A cue of a section speaks for the body as well, against the frame.
      const labels: readonly ChainLabel[] = isBodyRole(section) ? [section, 'body'] : [frameLabelOf(section)]
      return labels.map((label) => ({ name: USER_CUE, value: 1, label }))
    })
}

/** Features of a paragraph with what the officer's cues say of it. */
export function withUserCues(
  features: FeatureVector,
  paragraph: Analysis,
  corrections: CorrectionModel,
): FeatureVector {
  const cues = userCueFeatures(paragraph, corrections)
  return cues.length === 0 ? features : [...features, ...cues]
}

/** Name of the feature of a cue the officer named. */
const USER_CUE = 'user.cue'

export function chainChanges<L extends ChainLabel>(corrections: CorrectionModel): ChainChanges<L> | undefined {
  const { featureWeights, transitions, cues } = corrections
  if (featureWeights.size === 0 && transitions.size === 0 && cues.length === 0) return undefined
  return {
    weightOf: (label, feature) => {
      if (feature.name === USER_CUE) return feature.label === label ? CUE_WEIGHT : 0
      return feature.label === undefined
        ? bounded(featureWeights.get(label)?.get(feature.name) ?? 0, LARGEST_CHANGE) * feature.value
        : 0
    },
    stepWeight: (from, to) => {
      const count = isRole(from) && isRole(to) ? (transitions.get(from)?.get(to) ?? 0) : 0
      return bounded(count * STEP_WEIGHT, LARGEST_STEP)
    },
  }
}

const isRole = (label: ChainLabel): label is BodyRole => isBodyRole(label as BodyRole)

const bounded = (value: number, limit: number): number => Math.max(-limit, Math.min(limit, value))
