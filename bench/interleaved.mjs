/**
 * Measures things side by side in one run: each round does every one of them once, in turns that change, so that a
 * busy machine is busy for all. What counts is the ratio of CPU time between two of them in the same round.
 */

/** CPU milliseconds of this process for one call, all threads together. */
async function cpuOf(run) {
  const before = process.cpuUsage()
  await run()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** `things`: name → function. Gives name → CPU milliseconds of each round. A first round is not counted. */
export async function measureInterleaved(things, rounds = 7) {
  const names = Object.keys(things)
  const measured = Object.fromEntries(names.map((name) => [name, []]))
  for (let round = -1; round < rounds; round += 1) {
    for (const [place] of names.entries()) {
      const name = names[(place + Math.max(0, round)) % names.length]
      globalThis.gc?.()
      const cpu = await cpuOf(things[name])
      if (round >= 0) measured[name].push(cpu)
    }
  }
  return measured
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/** The ratio of two measurements, round by round: median, lowest, highest. */
export function ratio(over, under) {
  const rounds = over.map((value, at) => value / under[at])
  return { median: median(rounds), lowest: Math.min(...rounds), highest: Math.max(...rounds) }
}
