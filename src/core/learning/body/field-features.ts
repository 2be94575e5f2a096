/** Features of a paragraph of results for its field of work. The label `none` stands for results of no one field. */
import { WORK_FIELD_KEYS, type WorkField } from '../../section-labels'
import type { Analysis } from '../words/analyse-paragraph'
import type { Feature, FeatureVector } from '../chain/feature-vector'
import { weighFields } from './find-fields'
import { isContinuation } from './paragraph-features'
import { lengthStep, wordFeatures } from '../chain/word-features'
import type { Vocabulary } from '../chain/word-names'

export const FIELD_LABELS = ['none', ...WORK_FIELD_KEYS] as const
export type FieldLabel = 'none' | WorkField

/** A phrase of this weight names its field by itself. */
const NAMING = 3
const LARGEST_WEIGHT = 12

export interface FieldContext {
  readonly opensWithPeriod: boolean
  /** Stands right below the paragraph of results before it. */
  readonly follows: boolean
  /** The words to name; absent = all. */
  readonly vocabulary?: Vocabulary | undefined
}

export interface FieldFeatures {
  readonly features: FeatureVector
  readonly stays: FeatureVector
}

export function fieldFeatures(paragraph: Analysis, context: FieldContext): FieldFeatures {
  const weighed = weighFields(paragraph)
  const naming = weighed.filter((entry) => entry.weight >= NAMING)
  const named = (name: string): Feature => ({ name, value: 1 })
  const [top, second] = weighed
  return {
    features: [
      named('always'),
      ...weighed.map(({ field, weight }) => ({
        name: 'field.weight',
        value: Math.min(weight, LARGEST_WEIGHT),
        label: field,
      })),
      ...(top ? [{ name: 'field.first', value: 1, label: top.field }] : []),
      ...(top && top.weight > (second?.weight ?? 0) * 2 ? [{ name: 'field.alone', value: 1, label: top.field }] : []),
      ...weighed.map(({ field }) => named(`field:${field}`)),
      named(`fields:${Math.min(naming.length, 5)}`),
      named(`length:${lengthStep(paragraph.tokens.length)}`),
      ...(context.opensWithPeriod ? [named('is:periodAtStart')] : []),
      ...wordFeatures(paragraph, context.vocabulary),
    ],
    stays: context.follows ? [named('follows'), ...(isContinuation(paragraph) ? [named('continues')] : [])] : [],
  }
}
