/**
 * One order out of many: the one that contradicts the fewest pairs of the samples (Kemeny), found exactly by
 * going over subsets; the usual order of the genre settles what the samples leave open.
 */

/** Exact up to here: 2¹³ subsets. More sections are taken first by first. */
const MOST_EXACT = 13
/** One sample outweighs any number of usual orders. */
const SAMPLE_WEIGHT = 1000

/** `orders`: the keys of each sample in its order; `usual` the usual order, which need not hold every key. */
export function consensusOrder(
  keys: readonly string[],
  orders: readonly (readonly string[])[],
  usual: readonly string[],
): readonly string[] {
  const cost = precedenceCosts(keys, orders, usual)
  return keys.length <= MOST_EXACT ? cheapestOrder(keys, cost) : improvedOrder(keys, cost)
}

/** cost[a][b]: what it costs to put a before b. */
function precedenceCosts(
  keys: readonly string[],
  orders: readonly (readonly string[])[],
  usual: readonly string[],
): readonly (readonly number[])[] {
  const places = orders.map((order) => new Map(order.map((key, at) => [key, at])))
  const usualPlace = new Map(usual.map((key, at) => [key, at]))
  const isAfter = (place: ReadonlyMap<string, number>, a: string, b: string): boolean => {
    const [at, other] = [place.get(a), place.get(b)]
    return at !== undefined && other !== undefined && at > other
  }
  return keys.map((a) =>
    keys.map(
      (b) => places.filter((place) => isAfter(place, a, b)).length * SAMPLE_WEIGHT + Number(isAfter(usualPlace, a, b)),
    ),
  )
}

/** best[set] = the least cost of ordering the set, with its last key; sets as bit masks. */
function cheapestOrder(keys: readonly string[], cost: readonly (readonly number[])[]): readonly string[] {
  const size = 1 << keys.length
  const best = Array.from({ length: size }, () => Number.POSITIVE_INFINITY)
  const last = Array.from({ length: size }, () => -1)
  best[0] = 0
  for (let set = 1; set < size; set += 1) {
    for (let key = 0; key < keys.length; key += 1) {
      if ((set & (1 << key)) === 0) continue
      const before = set & ~(1 << key)
      const total = (best[before] ?? 0) + costOfPuttingLast(key, before, cost)
      if (total < (best[set] ?? 0)) {
        best[set] = total
        last[set] = key
      }
    }
  }
  const order: string[] = []
  for (let set = size - 1; set > 0;) {
    const key = last[set] ?? 0
    order.unshift(keys[key] ?? '')
    set &= ~(1 << key)
  }
  return order
}

function costOfPuttingLast(key: number, before: number, cost: readonly (readonly number[])[]): number {
  let total = 0
  for (const [other, row] of cost.entries()) if ((before & (1 << other)) !== 0) total += row[key] ?? 0
  return total
}

/** Takes each time what stands before all the rest at the least cost, then moves one section at a time while that helps. */
function improvedOrder(keys: readonly string[], cost: readonly (readonly number[])[]): readonly string[] {
  let order = firstByFirst(keys, cost)
  for (let round = 0; round < keys.length; round += 1) {
    const better = order.reduce((current, key) => moved(current, key, cost), order)
    if (better.every((key, at) => key === order[at])) break
    order = better
  }
  return order.flatMap((at) => keys[at] ?? [])
}

/** Contradicts no sample where the samples agree. */
function firstByFirst(keys: readonly string[], cost: readonly (readonly number[])[]): readonly number[] {
  const order: number[] = []
  let rest = keys.map((_, key) => key)
  while (rest.length > 0) {
    const costs = rest.map((key) => rest.reduce((sum, other) => sum + (cost[key]?.[other] ?? 0), 0))
    const next = rest[costs.indexOf(Math.min(...costs))] ?? 0
    order.push(next)
    rest = rest.filter((key) => key !== next)
  }
  return order
}

/** The order with one section put where it contradicts least; as it was where no place is better. */
function moved(order: readonly number[], key: number, cost: readonly (readonly number[])[]): number[] {
  const others = order.filter((other) => other !== key)
  let total = others.reduce((sum, other) => sum + (cost[key]?.[other] ?? 0), 0)
  const totals = [total]
  for (const other of others) {
    total += (cost[other]?.[key] ?? 0) - (cost[key]?.[other] ?? 0)
    totals.push(total)
  }
  const least = Math.min(...totals)
  const now = order.indexOf(key)
  const place = totals[now] === least ? now : totals.indexOf(least)
  return [...others.slice(0, place), key, ...others.slice(place)]
}
