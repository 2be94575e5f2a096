/**
 * A linear chain with whole-number weights: how well each label fits each paragraph, and each label the one before.
 * `decodeChain` gives the best sequence (Viterbi; of equals the label that stands first in the list) and how probable
 * each label is (forward–backward). Scores are whole numbers; only the probabilities are not.
 */
import type { Feature, FeatureVector } from './feature-vector'

/** A feature's weight for each label, in the order of the labels. */
export type WeightRow = readonly number[]

export interface ChainModel<L extends string> {
  readonly labels: readonly L[]
  /** Feature → weight for each label, in hundredths of a nat. */
  readonly rows: ReadonlyMap<string, WeightRow>
  /** Features that speak for one label → their weight. */
  readonly pointers: ReadonlyMap<string, number>
  /** Weight of a label after a label: `steps[from][to]`. */
  readonly steps: readonly WeightRow[]
  /** Weight of the first and of the last label. */
  readonly first: WeightRow
  readonly last: WeightRow
  /** Feature → weight of keeping each label. */
  readonly stays: ReadonlyMap<string, WeightRow>
  /** The scores are divided by so many hundredths before they become probabilities. */
  readonly temperature: number
}

export interface ChainLink<L extends string> {
  readonly features: FeatureVector
  /** Features of the step from the paragraph before. */
  readonly stays: FeatureVector
  /** The only label allowed here. */
  readonly forced?: L
}

export interface ChainChoice<L extends string> {
  readonly label: L
  /** For each label, in the order of the labels. */
  readonly probabilities: readonly number[]
}

/** Changes of weights on top of a model, by label and feature; see `CorrectionModel`. */
export interface ChainChanges<L extends string> {
  readonly weightOf: (label: L, feature: Feature) => number
  readonly stepWeight: (from: L, to: L) => number
}

/** Stands for "not allowed"; no sum of weights comes near it. */
const NEVER: number = -1e9

export function decodeChain<L extends string>(
  model: ChainModel<L>,
  links: readonly ChainLink<L>[],
  changes?: ChainChanges<L>,
): readonly ChainChoice<L>[] {
  const emissions = links.map((link) => emissionsOf(model, link, changes))
  addEnds(model, emissions)
  const chain: Chain = {
    emissions,
    stays: links.map((link) => staysOf(model, link)),
    steps: stepsOf(model, changes),
    width: model.labels.length,
  }
  const probabilities = findProbabilities(chain, model.temperature)
  return findBestPath(chain).flatMap((place, at) => {
    const label = model.labels[place]
    return label === undefined ? [] : [{ label, probabilities: [...(probabilities[at] ?? [])] }]
  })
}

/** All weights of one chain of paragraphs; rows by paragraph, columns by label. */
interface Chain {
  readonly emissions: readonly Float64Array[]
  /** Weight of keeping each label at this paragraph. */
  readonly stays: readonly Float64Array[]
  /** From label × width + to label. */
  readonly steps: Float64Array
  readonly width: number
}

/** The weight of each label for a paragraph by itself. */
function emissionsOf<L extends string>(
  model: ChainModel<L>,
  link: ChainLink<L>,
  changes: ChainChanges<L> | undefined,
): Float64Array {
  const sums = new Float64Array(model.labels.length)
  for (const feature of link.features) {
    if (feature.label === undefined) addRow(sums, model.rows.get(feature.name), feature.value)
    else addPointer(sums, model, feature)
  }
  if (changes) {
    for (const [place, label] of model.labels.entries()) {
      for (const feature of link.features) sums[place] = (sums[place] ?? 0) + changes.weightOf(label, feature)
    }
  }
  if (link.forced !== undefined) {
    for (const [place, label] of model.labels.entries()) if (label !== link.forced) sums[place] = NEVER
  }
  return sums
}

function addRow(sums: Float64Array, row: WeightRow | undefined, value: number): void {
  if (!row) return
  for (let place = 0; place < row.length; place += 1) sums[place] = (sums[place] ?? 0) + (row[place] ?? 0) * value
}

function addPointer<L extends string>(sums: Float64Array, model: ChainModel<L>, feature: Feature): void {
  const place = (model.labels as readonly string[]).indexOf(feature.label ?? '')
  if (place >= 0) sums[place] = (sums[place] ?? 0) + (model.pointers.get(feature.name) ?? 0) * feature.value
}

function addEnds<L extends string>(model: ChainModel<L>, emissions: readonly Float64Array[]): void {
  const [first, last] = [emissions[0], emissions.at(-1)]
  if (first) addRow(first, model.first, 1)
  if (last) addRow(last, model.last, 1)
}

function staysOf<L extends string>(model: ChainModel<L>, link: ChainLink<L>): Float64Array {
  const sums = new Float64Array(model.labels.length)
  for (const feature of link.stays) addRow(sums, model.stays.get(feature.name), feature.value)
  return sums
}

function stepsOf<L extends string>(model: ChainModel<L>, changes: ChainChanges<L> | undefined): Float64Array {
  const { labels } = model
  const steps = new Float64Array(labels.length ** 2)
  for (const [row, from] of labels.entries()) {
    for (const [column, to] of labels.entries()) {
      steps[row * labels.length + column] = (model.steps[row]?.[column] ?? 0) + (changes?.stepWeight(from, to) ?? 0)
    }
  }
  return steps
}

function findBestPath({ emissions, stays, steps, width }: Chain): readonly number[] {
  const origins: Int32Array[] = []
  let totals = emissions[0]
  if (!totals) return []
  for (let at = 1; at < emissions.length; at += 1) {
    const [own, stay] = [emissions[at], stays[at]]
    if (!own || !stay) break
    const origin = new Int32Array(width)
    const next = new Float64Array(width)
    for (let to = 0; to < width; to += 1) {
      let best = Number.NEGATIVE_INFINITY
      for (let from = 0; from < width; from += 1) {
        const total = (totals[from] ?? 0) + (steps[from * width + to] ?? 0) + (from === to ? (stay[to] ?? 0) : 0)
        if (total > best) {
          best = total
          origin[to] = from
        }
      }
      next[to] = best + (own[to] ?? 0)
    }
    origins.push(origin)
    totals = next
  }
  const path = [totals.indexOf(Math.max(...totals))]
  for (const origin of origins.reverse()) path.push(origin[path.at(-1) ?? 0] ?? 0)
  return path.reverse()
}

/**
 * For each paragraph the share of all sequences, by weight, that give it each label. Shares are multiplied and brought
 * back to a sum of one at every paragraph: one exponential a weight, not one a step. Nothing vanishes by that, for the
 * steps between labels are no more than some dozens of nats apart.
 */
function findProbabilities({ emissions, stays, steps, width }: Chain, temperature: number): readonly Float64Array[] {
  const own = emissions.map((weights) => sharesOf(weights, temperature))
  const stay = stays.map((weights) => weights.map((weight) => Math.exp(weight / temperature)))
  const step = steps.map((weight) => Math.exp(weight / temperature))
  const forward: Float64Array[] = []
  for (let at = 0; at < own.length; at += 1) {
    const [before, here, kept] = [forward[at - 1], own[at], stay[at]]
    if (!here || !kept) break
    forward.push(before ? normalized(stepOn(before, here, kept, step)) : normalized(here.slice()))
  }
  const shares: Float64Array[] = []
  let after: Float64Array = new Float64Array(width).fill(1)
  for (let at = own.length - 1; at >= 0; at -= 1) {
    const [seen, here, kept] = [forward[at], own[at], stay[at]]
    if (!seen || !here || !kept) break
    for (let label = 0; label < width; label += 1) seen[label] = (seen[label] ?? 0) * (after[label] ?? 0)
    shares.push(normalized(seen))
    after = normalized(stepBack(after, here, kept, step))
  }
  return shares.reverse()
}

/** The heaviest label has the share 1; what is not allowed has none. */
function sharesOf(weights: Float64Array, temperature: number): Float64Array {
  let largest = Number.NEGATIVE_INFINITY
  for (const weight of weights) if (weight > largest) largest = weight
  return weights.map((weight) => Math.exp((weight - largest) / temperature))
}

function stepOn(before: Float64Array, own: Float64Array, stay: Float64Array, step: Float64Array): Float64Array {
  const { length } = own
  const row = new Float64Array(length)
  for (let to = 0; to < length; to += 1) {
    let sum = 0
    for (let from = 0; from < length; from += 1) {
      const share = (before[from] ?? 0) * (step[from * length + to] ?? 0)
      sum += from === to ? share * (stay[to] ?? 1) : share
    }
    row[to] = sum * (own[to] ?? 0)
  }
  return row
}

function stepBack(after: Float64Array, own: Float64Array, stay: Float64Array, step: Float64Array): Float64Array {
  const { length } = own
  const row = new Float64Array(length)
  for (let from = 0; from < length; from += 1) {
    let sum = 0
    for (let to = 0; to < length; to += 1) {
      const share = (step[from * length + to] ?? 0) * (own[to] ?? 0) * (after[to] ?? 0)
      sum += from === to ? share * (stay[to] ?? 1) : share
    }
    row[from] = sum
  }
  return row
}

/** In place: brought to a sum of one. */
function normalized(row: Float64Array): Float64Array {
  let sum = 0
  for (const share of row) sum += share
  for (let at = 0; at < row.length; at += 1) row[at] = (row[at] ?? 0) / sum
  return row
}
