/**
 * Samples that count once: the same file, the same text in another file, and accounts of one conference. A text that
 * differs from another only in its figures is next year's report and no copy.
 */
import { periodLabel } from '../../reporting-period'
import type { LearnedSample } from '../../template/template'
import type { SampleDigest } from '../../template/sample-digest'
import { sharedPart } from './text-sketch'

export type DigestOf = LearnedSample & { readonly digest: SampleDigest }

/** Shared runs of words from which two texts may be one, in per mille of the shorter text. */
const SAME_WORDING = 700
/** Two papers that write down one speech share this much; two years of one office may share its turns of speech. */
const SOME_WORDING = 500
/** Of the numbers of the one that has fewer. */
const SAME_FIGURES = 800

export interface Copy {
  readonly name: string
  /** The sample that is counted. */
  readonly of: string
  readonly why: 'text' | 'event'
}

export interface Collapsed {
  readonly samples: readonly DigestOf[]
  readonly copies: readonly Copy[]
}

/** The fuller of two copies counts, in the place of the first. */
export function collapseCopies(samples: readonly DigestOf[]): Collapsed {
  const kept: DigestOf[] = []
  const copies: Copy[] = []
  for (const sample of samples) {
    const at = kept.findIndex((other) => copyOf(other, sample) !== undefined)
    const known = kept[at]
    const why = known && copyOf(known, sample)
    if (!known || !why) {
      kept.push(sample)
      continue
    }
    const isFuller = lengthOf(sample.digest) > lengthOf(known.digest)
    if (isFuller) kept[at] = sample
    copies.push(isFuller ? { name: known.name, of: sample.name, why } : { name: sample.name, of: known.name, why })
  }
  return { samples: kept, copies }
}

function copyOf(a: DigestOf, b: DigestOf): Copy['why'] | undefined {
  if (a.sha256 === b.sha256 || isSameText(a.digest, b.digest)) return 'text'
  return isSameEvent(a.digest, b.digest) ? 'event' : undefined
}

/** Where no year is told, next year's conference may fall on the same day: then the accounts must have words in common. */
function isSameEvent(a: SampleDigest, b: SampleDigest): boolean {
  if (a.event === undefined || a.event !== b.event) return false
  return a.period !== undefined || sharedPart(a.wording, b.wording) >= SOME_WORDING
}

function isSameText(a: SampleDigest, b: SampleDigest): boolean {
  if (a.period && b.period && periodLabel(a.period) !== periodLabel(b.period)) return false
  if (sharedPart(a.wording, b.wording) < SAME_WORDING) return false
  const haveFigures = a.figures.hashes.length > 0 && b.figures.hashes.length > 0
  return !haveFigures || sharedPart(a.figures, b.figures) >= SAME_FIGURES
}

const lengthOf = (digest: SampleDigest): number => digest.sections.reduce((sum, { syllables }) => sum + syllables, 0)
