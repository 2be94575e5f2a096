/** How much two texts share, told from small sets of hashes: the texts themselves are not kept. */
import { MOST_HASHES, type Sketch } from '../../template/sample-digest'

const BITS = 32

export function sketchOf(runs: Iterable<string>): Sketch {
  const all = new Set<number>()
  for (const run of runs) all.add(hashOf(run))
  let zeroBits = 0
  let hashes = [...all]
  while (hashes.length > MOST_HASHES) {
    zeroBits += 1
    hashes = thin(hashes, zeroBits)
  }
  return { zeroBits, hashes: hashes.sort((a, b) => a - b) }
}

/** FNV-1a (Fowler, Noll, Vo) over the UTF-16 units, stirred once so that its high bits are even. */
function hashOf(run: string): number {
  let sum = 0x811c9dc5
  for (let at = 0; at < run.length; at += 1) sum = Math.imul(sum ^ run.charCodeAt(at), 0x01000193)
  return Math.imul(sum ^ (sum >>> 15), 0x2c1b3c6d) >>> 0
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
