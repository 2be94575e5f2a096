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
  const steps = links.map((link, at) => (at === 0 ? [] : stepsOf(model, link, changes)))
  addEnds(model, emissions)
  const best = findBestPath(emissions, steps)
  const probabilities = findProbabilities(emissions, steps, model.temperature)
  return best.flatMap((place, at) => {
    const label = model.labels[place]
    return label === undefined ? [] : [{ label, probabilities: probabilities[at] ?? [] }]
  })
}

/** The weight of each label for a paragraph by itself. */
function emissionsOf<L extends string>(
  model: ChainModel<L>,
  link: ChainLink<L>,
  changes: ChainChanges<L> | undefined,
): number[] {
  const sums = model.labels.map((label) => (link.forced === undefined || link.forced === label ? 0 : NEVER))
  for (const feature of link.features) {
    if (feature.label !== undefined) {
      const place = (model.labels as readonly string[]).indexOf(feature.label)
      if (place >= 0) sums[place] = (sums[place] ?? 0) + (model.pointers.get(feature.name) ?? 0) * feature.value
    } else addRow(sums, model.rows.get(feature.name), feature.value)
  }
  if (changes) {
    for (const [place, label] of model.labels.entries()) {
      for (const feature of link.features) sums[place] = (sums[place] ?? 0) + changes.weightOf(label, feature)
    }
  }
  return sums
}

function addRow(sums: number[], row: WeightRow | undefined, value: number): void {
  if (!row) return
  for (let place = 0; place < row.length; place += 1) sums[place] = (sums[place] ?? 0) + (row[place] ?? 0) * value
}

function addEnds<L extends string>(model: ChainModel<L>, emissions: readonly number[][]): void {
  const [first, last] = [emissions[0], emissions.at(-1)]
  if (first) addRow(first, model.first, 1)
  if (last) addRow(last, model.last, 1)
}

type StepTable = readonly (readonly number[])[]

function stepsOf<L extends string>(
  model: ChainModel<L>,
  link: ChainLink<L>,
  changes: ChainChanges<L> | undefined,
): StepTable {
  const stay = model.labels.map(() => 0)
  for (const feature of link.stays) addRow(stay, model.stays.get(feature.name), feature.value)
  return model.steps.map((row, from) =>
    row.map((weight, to) => weight + (from === to ? (stay[from] ?? 0) : 0) + changedStep(model, changes, from, to)),
  )
}

function changedStep<L extends string>(
  model: ChainModel<L>,
  changes: ChainChanges<L> | undefined,
  from: number,
  to: number,
): number {
  const [fromLabel, toLabel] = [model.labels[from], model.labels[to]]
  return changes && fromLabel !== undefined && toLabel !== undefined ? changes.stepWeight(fromLabel, toLabel) : 0
}

function findBestPath(emissions: readonly (readonly number[])[], steps: readonly StepTable[]): readonly number[] {
  const origins: number[][] = []
  let totals: readonly number[] = emissions[0] ?? []
  for (let at = 1; at < emissions.length; at += 1) {
    const table = steps[at] ?? []
    const origin: number[] = []
    const before = totals
    totals = (emissions[at] ?? []).map((weight, to) => {
      const arriving = before.map((total, from) => total + (table[from]?.[to] ?? 0))
      const from = indexOfLargest(arriving)
      origin.push(from)
      return weight + (arriving[from] ?? 0)
    })
    origins.push(origin)
  }
  if (totals.length === 0) return []
  const path = [indexOfLargest(totals)]
  for (const origin of origins.reverse()) path.push(origin[path.at(-1) ?? 0] ?? 0)
  return path.reverse()
}

function indexOfLargest(values: readonly number[]): number {
  let best = 0
  for (let place = 1; place < values.length; place += 1) if ((values[place] ?? 0) > (values[best] ?? 0)) best = place
  return best
}

function findProbabilities(
  emissions: readonly (readonly number[])[],
  steps: readonly StepTable[],
  temperature: number,
): readonly (readonly number[])[] {
  const soften = (weight: number): number => weight / temperature
  const local = emissions.map((row) => row.map(soften))
  const tables = steps.map((table) => table.map((row) => row.map(soften)))
  const forward: number[][] = []
  for (const [at, row] of local.entries()) {
    const before = forward[at - 1]
    forward.push(
      before
        ? row.map(
            (weight, to) => weight + sumOfLogs(before.map((total, from) => total + (tables[at]?.[from]?.[to] ?? 0))),
          )
        : [...row],
    )
  }
  const backward: number[][] = local.map((row) => row.map(() => 0))
  for (let at = local.length - 2; at >= 0; at -= 1) {
    const [next, after, table] = [local[at + 1] ?? [], backward[at + 1] ?? [], tables[at + 1] ?? []]
    backward[at] = next.map((_, from) =>
      sumOfLogs(next.map((weight, to) => weight + (after[to] ?? 0) + (table[from]?.[to] ?? 0))),
    )
  }
  return local.map((row, at) => {
    const totals = row.map((_, place) => (forward[at]?.[place] ?? 0) + (backward[at]?.[place] ?? 0))
    const all = sumOfLogs(totals)
    return totals.map((total) => Math.exp(total - all))
  })
}

function sumOfLogs(values: readonly number[]): number {
  const largest = Math.max(...values)
  return largest + Math.log(values.reduce((sum, value) => sum + Math.exp(value - largest), 0))
}
