/**
 * What the segmenter takes from an officer's corrections. It is applied in this order: a paragraph met before, a line of
 * the same site, cues the officer named, changes of weights of features, transitions. Whoever replays the log of
 * corrections builds this value; the segmenter only reads it, and an empty model changes nothing.
 */
import { hashText } from '../../hash-text'
import { matchingKey } from '../../vietnamese/matching-key'
import type { SectionRole } from '../../section-labels'
import { frameLabelOf, isBodyRole, type BodyRole, type ChainLabel } from '../chain/chain-labels'
import type { FeatureVector } from '../chain/feature-vector'
import { tokenize } from '../words/tokens'
import type { CorrectedLabel } from './correction'

/** "A paragraph that opens with these words is of this section." */
export interface UserCue {
  /** As the officer sees it; compared by matching key, syllable by syllable. */
  readonly phrase: string
  readonly section: SectionRole
}

export interface CorrectionModel {
  /** `paragraphKey` → label. */
  readonly remembered: ReadonlyMap<string, CorrectedLabel>
  /** `siteLineKey` → label, for lines that a site prints on every page. */
  readonly siteLines: ReadonlyMap<string, SectionRole>
  readonly cues: readonly UserCue[]
  /** Label → feature → change of its weight, in the unit of the trained weights; see `LARGEST_CHANGE`. */
  readonly featureWeights: ReadonlyMap<ChainLabel, ReadonlyMap<string, number>>
  /** Section → next section → how often the officer's corrections made this step (negative: unmade it). */
  readonly transitions: ReadonlyMap<BodyRole, ReadonlyMap<BodyRole, number>>
}

export const NO_CORRECTIONS: CorrectionModel = {
  remembered: new Map(),
  siteLines: new Map(),
  cues: [],
  featureWeights: new Map(),
  transitions: new Map(),
}

/** Hundredths of a nat: no feature is changed by corrections more than this either way. */
export const LARGEST_CHANGE = 200

/** From so many syllables on a paragraph is recognised although its figures differ. */
const SHORTEST_LOOSE = 8

/**
 * Key under which a paragraph is remembered: the hash of its matching key, so that a log of corrections holds no text
 * of a document. In a long paragraph every number counts as the same.
 */
export function paragraphKey(text: string): string {
  const key = matchingKey(text)
  return hashText(tokenize(text).length >= SHORTEST_LOOSE ? key.replace(/\d+/g, '0') : key)
}

/** Key of a line of a site: numbers count as the same, so that counters and clocks are one line. */
export const siteLineKey = (text: string): string => hashText(matchingKey(text).replace(/\d+/g, '0'))

/** One step of the perceptron: features that should have spoken for one label and not for the other. */
export interface FeatureShift {
  readonly to: ChainLabel
  readonly from: ChainLabel
  readonly features: readonly string[]
}

/** The features of a paragraph by chain, as `featuresOfSample` gives them. */
export interface ParagraphFeatures {
  readonly frame: FeatureVector
  /** Absent where the frame takes the paragraph out of the body. */
  readonly section?: FeatureVector
}

/**
 * What a correction says about features. Between two body sections it concerns the chain of sections, any other the
 * chain of the frame.
 */
export function shiftsOf(features: ParagraphFeatures, from: SectionRole, to: SectionRole): readonly FeatureShift[] {
  const [oldFrame, newFrame] = [frameLabelOf(from), frameLabelOf(to)]
  if (oldFrame !== newFrame) return [{ to: newFrame, from: oldFrame, features: namesOf(features.frame) }]
  if (!isBodyRole(to) || !isBodyRole(from) || from === to) return []
  return [{ to, from, features: namesOf(features.section) }]
}

const namesOf = (vector: FeatureVector | undefined): readonly string[] =>
  (vector ?? []).filter((feature) => feature.label === undefined && feature.value > 0).map(({ name }) => name)
