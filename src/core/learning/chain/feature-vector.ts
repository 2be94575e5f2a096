/** Features of one paragraph for one chain. */
import type { WorkField } from '../../section-labels'
import type { ChainLabel } from './chain-labels'

export interface Feature {
  /** Name of a row of weights, such as `opens:tuy nhiên`. */
  readonly name: string
  /** Whole number; how often or how strongly it holds. */
  readonly value: number
  /**
   * Speaks for this label alone, with one weight for whatever label it is ("the heading above opens this section").
   * Absent: the feature has a weight for every label.
   */
  readonly label?: ChainLabel | WorkField
}

export type FeatureVector = readonly Feature[]
