/** Typical first words of a section: what at least two different texts begin with, slots put in for their values. */
import type { Slot } from '../slot'
import type { SeenText } from '../template/template'
import { lineMarkerOf } from './line-marker'
import { maskSlots } from './learned-slots'
import type { SegmentedSample } from './sample-document'
import type { SectionRun } from './section-runs'
import { matchingKey } from '../vietnamese/matching-key'
import type { AlignedSection } from './align-runs'

const LONGEST = 8
const SHORTEST = 3
const MOST = 3
/** A mention of a slot stands for some syllables. */
const SYLLABLES_OF_A_MENTION = 3

export function learnOpeners(
  section: AlignedSection,
  samples: readonly SegmentedSample[],
  slots: readonly Slot[],
): readonly SeenText[] {
  const counts = countPrefixes([...section.runs].map(([number, run]) => prefixesOf(run, samples[number], slots)))
  const openers: SeenText[] = []
  for (const opener of counts) {
    const isNew = !openers.some((other) => isBeginning(opener.text, other.text) && other.count >= opener.count)
    if (opener.count >= 2 && isNew) openers.push(opener)
  }
  return openers.sort((a, b) => b.count - a.count || b.text.length - a.text.length).slice(0, MOST)
}

/** All beginnings of the paragraphs of one sample, each once. */
function prefixesOf(run: SectionRun, sample: SegmentedSample | undefined, slots: readonly Slot[]): ReadonlySet<string> {
  const prefixes = new Set<string>()
  if (!sample) return prefixes
  for (const paragraph of run.paragraphs) {
    if (paragraph.role === 'heading') continue
    const words = maskSlots(paragraph, sample, slots, lineMarkerOf(paragraph)?.length ?? 0).split(/\s+/)
    let syllables = 0
    for (const [at, word] of words.slice(0, -1).entries()) {
      syllables += word.startsWith('{') ? SYLLABLES_OF_A_MENTION : 1
      if (syllables > LONGEST) break
      if (syllables >= SHORTEST)
        prefixes.add(
          words
            .slice(0, at + 1)
            .join(' ')
            .replace(/[,;:.]+$/, ''),
        )
    }
  }
  return prefixes
}

/** Longest first, so that a shorter one counts only where more samples have it. Capitals make no difference. */
function countPrefixes(samples: readonly ReadonlySet<string>[]): readonly SeenText[] {
  const counts = new Map<string, { text: string; count: number }>()
  for (const prefix of samples.flatMap((prefixes) => [...prefixes])) {
    const known = counts.get(matchingKey(prefix))
    if (known) known.count += 1
    else counts.set(matchingKey(prefix), { text: prefix, count: 1 })
  }
  return [...counts.values()].sort((a, b) => b.text.length - a.text.length || (a.text < b.text ? -1 : 1))
}

const isBeginning = (short: string, long: string): boolean => matchingKey(long).startsWith(matchingKey(short))
