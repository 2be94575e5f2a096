/** An officer's answer about some paragraphs of a sample → entries of the log. */
import { isBodyRole, type BodyRole } from '../chain/chain-labels'
import { paragraphKey, shiftsOf, type FeatureShift, type ParagraphFeatures } from './correction-model'
import type { SegmentedSample } from '../sample-document'
import {
  isSameLabel,
  labelOf,
  LONGEST_FEATURE,
  MOST_FEATURES,
  type CorrectedLabel,
  type LabelCorrection,
  type Shift,
} from './correction'

export interface Answer {
  /** Indices of paragraphs of the sample. */
  readonly paragraphs: readonly number[]
  readonly to: CorrectedLabel
}

export interface Stamp {
  readonly nextId: () => string
  /** ISO 8601. */
  readonly now: string
}

/** `features` as `featuresOfSample` gives them for the same sample. A paragraph that bears the label already is left out. */
export function correctParagraphs(
  sample: SegmentedSample,
  features: readonly ParagraphFeatures[],
  { paragraphs, to }: Answer,
  { nextId, now }: Stamp,
): readonly LabelCorrection[] {
  return paragraphs.flatMap((index) => {
    const paragraph = sample.paragraphs[index]
    if (!paragraph) return []
    const from = labelOf(paragraph)
    if (isSameLabel(from, to)) return []
    const after = sectionBefore(sample, index)
    const entry: LabelCorrection = {
      kind: 'label',
      id: nextId(),
      at: now,
      sample: sample.sha256,
      genre: sample.kind,
      paragraph: paragraphKey(paragraph.text),
      from,
      to,
      ...(after ? { after } : {}),
      shifts: shiftsOf(features[index] ?? NO_FEATURES, from.section, to.section).map(bounded),
    }
    return [entry]
  })
}

function sectionBefore(sample: SegmentedSample, index: number): BodyRole | undefined {
  const before = sample.paragraphs.slice(0, index).findLast(({ section }) => isBodyRole(section))?.section
  return before && isBodyRole(before) ? before : undefined
}

const NO_FEATURES: ParagraphFeatures = { frame: [] }

/** As many as an entry of the log may hold. */
const bounded = ({ to, from, features }: FeatureShift): Shift => ({
  to,
  from,
  features: features.filter((name) => name.length <= LONGEST_FEATURE).slice(0, MOST_FEATURES),
})
