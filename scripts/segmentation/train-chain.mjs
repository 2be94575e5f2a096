/**
 * Trains one linear chain: maximum conditional likelihood with a penalty on large weights. A sequence is
 * {kind, source, weight, links: [{features, stays, gold}]}, gold a label. The result is in whole hundredths, as the core reads it.
 */
import { minimize } from './minimize.mjs'

/** Before the name of a row that speaks for one kind of report alone; `segment-model.ts` reads it back. */
export const KIND_PREFIX = { newsAccount: 'news ', formalReport: 'formal ' }
const KINDS = Object.keys(KIND_PREFIX)
const UNIT = 100

/**
 * options: labels, labelsOf(kind), namesOf(name, kind) → the rows a feature speaks through,
 * minDocuments(name) → in how many documents a feature must occur, penalty(name), iterations, keep (smallest weight).
 */
export function trainChain(sequences, given) {
  const options = { ...given, namesOf: withoutEchoes(sequences, given.namesOf) }
  const { labels } = options
  const width = labels.length
  const index = indexFeatures(sequences, options)
  const layout = layOut(index, width)
  const encoded = sequences.map((sequence) => encode(sequence, index, labels, options))
  const penalties = penaltiesOf(index, layout, width, options)
  const weights = new Float64Array(layout.size)
  minimize(
    weights,
    (x, gradient) => {
      let loss = 0
      for (let at = 0; at < x.length; at += 1) {
        gradient[at] = penalties[at] * x[at]
        loss += 0.5 * penalties[at] * x[at] * x[at]
      }
      for (const sequence of encoded) loss += addSequence(sequence, x, gradient, layout, width)
      return loss
    },
    { iterations: options.iterations },
  )
  return quantize(weights, index, layout, options)
}

/** What only one kind of report has needs no weight for that kind beside the one for both. */
function withoutEchoes(sequences, namesOf) {
  const kinds = new Map()
  for (const { kind, links } of sequences) {
    for (const { features, stays } of links) {
      for (const { name } of [...features, ...stays]) kinds.set(name, (kinds.get(name) ?? new Set()).add(kind))
    }
  }
  return (name, kind) => (kinds.get(name)?.size === 1 ? namesOf(name, kind).slice(0, 1) : namesOf(name, kind))
}

function indexFeatures(sequences, options) {
  const seen = { rows: new Map(), pointers: new Map(), stays: new Map() }
  const note = (table, name, source) => {
    const known = table.get(name)
    if (known) known.add(source)
    else table.set(name, new Set([source]))
  }
  for (const { kind, source, links } of sequences) {
    for (const { features, stays } of links) {
      for (const feature of features) {
        const table = feature.label === undefined ? seen.rows : seen.pointers
        for (const name of options.namesOf(feature.name, kind)) note(table, name, source)
      }
      for (const stay of stays) for (const name of options.namesOf(stay.name, kind)) note(seen.stays, name, source)
    }
  }
  const pick = (table, test) =>
    new Map(
      [...table]
        .filter(test)
        .map(([name]) => name)
        .sort()
        .map((name, at) => [name, at]),
    )
  return {
    rows: pick(seen.rows, ([name, sources]) => sources.size >= options.minDocuments(name)),
    pointers: pick(seen.pointers, () => true),
    stays: pick(seen.stays, () => true),
  }
}

function layOut(index, width) {
  const pointers = index.rows.size * width
  const stays = pointers + index.pointers.size
  const kinds = stays + index.stays.size * width
  const perKind = width * width + 2 * width
  return { pointers, stays, kinds, perKind, size: kinds + KINDS.length * perKind }
}

function penaltiesOf(index, layout, width, options) {
  const penalties = new Float64Array(layout.size).fill(options.penalty(''))
  for (const [name, row] of index.rows) penalties.fill(options.penalty(name), row * width, (row + 1) * width)
  penalties.fill(options.pointerPenalty, layout.pointers, layout.stays)
  return penalties
}

function encode({ kind, weight, links }, index, labels, options) {
  const allowed = labels.map((label) => options.labelsOf(kind).includes(label))
  return {
    kind: KINDS.indexOf(kind),
    weight,
    allowed,
    links: links.map(({ features, stays, gold }) => {
      const [rows, values, pointers, stayRows] = [[], [], [], []]
      for (const feature of features) {
        for (const name of options.namesOf(feature.name, kind)) {
          if (feature.label === undefined) {
            const row = index.rows.get(name)
            if (row === undefined) continue
            rows.push(row)
            values.push(feature.value)
          } else {
            const label = labels.indexOf(feature.label)
            if (label >= 0) pointers.push([index.pointers.get(name), label, feature.value])
          }
        }
      }
      for (const stay of stays) {
        for (const name of options.namesOf(stay.name, kind)) stayRows.push(index.stays.get(name))
      }
      return {
        rows: Int32Array.from(rows),
        values: Float64Array.from(values),
        pointers,
        stayRows,
        gold: labels.indexOf(gold),
      }
    }),
  }
}

/** Adds −log p of one sequence and its gradient. */
function addSequence({ kind, weight, allowed, links }, x, gradient, layout, width) {
  const count = links.length
  if (count === 0) return 0
  const stepsAt = layout.kinds + kind * layout.perKind
  const firstAt = stepsAt + width * width
  const lastAt = firstAt + width
  const local = new Float64Array(count * width)
  const stay = new Float64Array(count * width)
  for (let at = 0; at < count; at += 1) {
    const { rows, values, pointers, stayRows } = links[at]
    const base = at * width
    for (let place = 0; place < rows.length; place += 1) {
      const row = rows[place] * width
      const value = values[place]
      for (let label = 0; label < width; label += 1) local[base + label] += x[row + label] * value
    }
    for (const [pointer, label, value] of pointers) local[base + label] += x[layout.pointers + pointer] * value
    for (const row of stayRows) {
      for (let label = 0; label < width; label += 1) stay[base + label] += x[layout.stays + row * width + label]
    }
    for (let label = 0; label < width; label += 1) {
      if (at === 0) local[base + label] += x[firstAt + label]
      if (at === count - 1) local[base + label] += x[lastAt + label]
      if (!allowed[label]) local[base + label] = -1e9
    }
  }
  const terms = new Float64Array(width)
  const forward = new Float64Array(count * width)
  const backward = new Float64Array(count * width)
  for (let label = 0; label < width; label += 1) forward[label] = local[label]
  for (let at = 1; at < count; at += 1) {
    const [base, before] = [at * width, (at - 1) * width]
    for (let to = 0; to < width; to += 1) {
      for (let from = 0; from < width; from += 1) terms[from] = forward[before + from] + x[stepsAt + from * width + to]
      terms[to] += stay[base + to]
      forward[base + to] = local[base + to] + logSum(terms, width)
    }
  }
  for (let at = count - 2; at >= 0; at -= 1) {
    const [base, next] = [at * width, (at + 1) * width]
    for (let from = 0; from < width; from += 1) {
      for (let to = 0; to < width; to += 1) {
        terms[to] = x[stepsAt + from * width + to] + local[next + to] + backward[next + to]
      }
      terms[from] += stay[next + from]
      backward[base + from] = logSum(terms, width)
    }
  }
  for (let label = 0; label < width; label += 1) terms[label] = forward[(count - 1) * width + label]
  const all = logSum(terms, width)
  let score = 0
  const delta = new Float64Array(width)
  for (let at = 0; at < count; at += 1) {
    const { rows, values, pointers, stayRows, gold } = links[at]
    const [base, before] = [at * width, (at - 1) * width]
    score += local[base + gold]
    for (let label = 0; label < width; label += 1) {
      delta[label] = weight * Math.exp(forward[base + label] + backward[base + label] - all)
    }
    delta[gold] -= weight
    for (let place = 0; place < rows.length; place += 1) {
      const row = rows[place] * width
      const value = values[place]
      for (let label = 0; label < width; label += 1) gradient[row + label] += delta[label] * value
    }
    for (const [pointer, label, value] of pointers) gradient[layout.pointers + pointer] += delta[label] * value
    for (let label = 0; label < width; label += 1) {
      if (at === 0) gradient[firstAt + label] += delta[label]
      if (at === count - 1) gradient[lastAt + label] += delta[label]
    }
    if (at === 0) continue
    const previous = links[at - 1].gold
    score += x[stepsAt + previous * width + gold] + (previous === gold ? stay[base + gold] : 0)
    gradient[stepsAt + previous * width + gold] -= weight
    terms.fill(0)
    if (previous === gold) terms[gold] -= weight
    for (let from = 0; from < width; from += 1) {
      const left = forward[before + from] - all
      for (let to = 0; to < width; to += 1) {
        const step = x[stepsAt + from * width + to] + (from === to ? stay[base + to] : 0)
        const exponent = left + step + local[base + to] + backward[base + to]
        if (exponent < NEGLIGIBLE) continue
        const probability = weight * Math.exp(exponent)
        gradient[stepsAt + from * width + to] += probability
        if (from === to) terms[from] += probability
      }
    }
    for (const row of stayRows) {
      for (let label = 0; label < width; label += 1) gradient[layout.stays + row * width + label] += terms[label]
    }
  }
  return weight * (all - score)
}

/** e to this power changes no sum. */
const NEGLIGIBLE = -40

function logSum(terms, width) {
  let largest = terms[0]
  for (let at = 1; at < width; at += 1) if (terms[at] > largest) largest = terms[at]
  let sum = 0
  for (let at = 0; at < width; at += 1) {
    const difference = terms[at] - largest
    if (difference > NEGLIGIBLE) sum += Math.exp(difference)
  }
  return largest + Math.log(sum)
}

/** Whole hundredths; weights below `keep` are left out, and rows that have no other. */
function quantize(x, index, layout, options) {
  const { labels, keep } = options
  const width = labels.length
  const rowAt = (base, least) =>
    Object.fromEntries(
      labels
        .map((label, at) => [label, Math.round(x[base + at] * UNIT)])
        .filter(([, value]) => value !== 0 && Math.abs(value) >= least),
    )
  const table = (names, start, least) =>
    Object.fromEntries(
      [...names]
        .map(([name, row]) => [name, rowAt(start + row * width, least)])
        .filter(([, row]) => Object.keys(row).length > 0),
    )
  return {
    kinds: Object.fromEntries(
      KINDS.map((kind, at) => {
        const stepsAt = layout.kinds + at * layout.perKind
        const firstAt = stepsAt + width * width
        const own = options.labelsOf(kind)
        const steps = Object.fromEntries(own.map((label) => [label, rowAt(stepsAt + labels.indexOf(label) * width, 1)]))
        return [
          kind,
          { labels: own, steps, first: rowAt(firstAt, 1), last: rowAt(firstAt + width, 1), temperature: UNIT },
        ]
      }),
    ),
    pointers: Object.fromEntries(
      [...index.pointers].map(([name, at]) => [name, Math.round(x[layout.pointers + at] * UNIT) + 0]),
    ),
    stays: table(index.stays, layout.stays, 1),
    rows: table(index.rows, 0, keep),
  }
}
