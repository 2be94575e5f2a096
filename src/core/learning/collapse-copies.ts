/** Samples of the same text count once: copies of a file, and one press text in several papers. */
import type { SegmentedSample } from './sample-document'
import { tokenize } from './tokens'

const SHINGLE = 5
/** Shared shingles from which two texts are one, in per mille of the shorter text. */
const SAME_TEXT = 700

export interface Collapsed {
  readonly samples: readonly SegmentedSample[]
  readonly copies: readonly SegmentedSample[]
}

export function collapseCopies(samples: readonly SegmentedSample[]): Collapsed {
  const kept: { readonly sample: SegmentedSample; readonly shingles: ReadonlySet<string> }[] = []
  const copies: SegmentedSample[] = []
  for (const sample of samples) {
    const shingles = shinglesOf(sample)
    const isCopy = kept.some((other) => other.sample.sha256 === sample.sha256 || isSameText(other.shingles, shingles))
    if (isCopy) copies.push(sample)
    else kept.push({ sample, shingles })
  }
  return { samples: kept.map(({ sample }) => sample), copies }
}

/** Clutter is the site's, not the text's. */
function shinglesOf(sample: SegmentedSample): ReadonlySet<string> {
  const words = sample.paragraphs
    .filter((paragraph) => paragraph.section !== 'clutter')
    .flatMap((paragraph) => tokenize(paragraph.text).map((token) => token.key))
  return new Set(
    Array.from({ length: Math.max(0, words.length - SHINGLE + 1) }, (_, at) => words.slice(at, at + SHINGLE).join(' ')),
  )
}

function isSameText(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a]
  if (small.size === 0) return false
  let shared = 0
  for (const shingle of small) if (large.has(shingle)) shared += 1
  return shared * 1000 >= small.size * SAME_TEXT
}
