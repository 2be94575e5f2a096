interface Stretch {
  /** First place that is in it. */
  readonly from: number
  /** First place behind it. */
  readonly to: number
}

/** The stretch that holds a place; stretches are in order and do not meet. */
export function stretchAt<S extends Stretch>(stretches: readonly S[], place: number): S | undefined {
  let [low, high] = [0, stretches.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const stretch = stretches[middle]
    if (!stretch || place < stretch.from) high = middle - 1
    else if (place >= stretch.to) low = middle + 1
    else return stretch
  }
  return undefined
}
