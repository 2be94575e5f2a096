/** How much two texts share, told from small sets of hashes: the texts themselves are not kept. */
import type { Sketch } from '../template/sample-digest'
import { hashText } from '../hash-text'

/** Tells shares to about four per cent, and exactly where a text has fewer runs. */
const MOST_HASHES = 256
const BITS = 32

export function sketchOf(runs: Iterable<string>): Sketch {
  const all = new Set<number>()
  for (const run of runs) all.add(Number.parseInt(hashText(run).slice(0, 8), 16))
  let zeroBits = 0
  let hashes = [...all]
  while (hashes.length > MOST_HASHES) {
    zeroBits += 1
    hashes = thin(hashes, zeroBits)
  }
  return { zeroBits, hashes: hashes.sort((a, b) => a - b) }
}

const thin = (hashes: readonly number[], zeroBits: number): number[] =>
  hashes.filter((hash) => hash < 2 ** (BITS - zeroBits))

/** What the smaller of two sets shares with the larger, in per mille; nothing where either is empty. */
export function sharedPart(a: Sketch, b: Sketch): number {
  const zeroBits = Math.max(a.zeroBits, b.zeroBits)
  const [left, right] = [new Set(thin(a.hashes, zeroBits)), new Set(thin(b.hashes, zeroBits))]
  const [small, large] = left.size <= right.size ? [left, right] : [right, left]
  if (small.size === 0) return 0
  let shared = 0
  for (const hash of small) if (large.has(hash)) shared += 1
  return Math.round((shared * 1000) / small.size)
}
