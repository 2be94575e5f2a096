/** How often each value occurs. */
export function countsOf<T>(values: readonly T[]): ReadonlyMap<T, number> {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

/** The values that occur so often, each once. */
export const repeated = <T>(values: readonly T[], least: number): readonly T[] =>
  [...countsOf(values)].filter(([, count]) => count >= least).map(([value]) => value)
