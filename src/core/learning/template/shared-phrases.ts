/** What several samples of a section share, each with the number of samples: cues, first words, sentences, figures. */
import type { SectionDigest } from '../../template/sample-digest'
import type { Seen, SeenFigure, SeenText } from '../../template/template'
import { matchingKey } from '../../vietnamese/matching-key'
import { LONGEST_OPENER, syllablesOf } from './section-phrases'

/** The digests of one section by the number of the sample. */
export type RunDigests = ReadonlyMap<number, SectionDigest>

const MOST_CUES = 10
const MOST_OPENERS = 3
const MOST_SENTENCES = 8
const MOST_FIGURES = 6
const SHORTEST_OPENER = 3
/** A period and a preposition open any paragraph. */
const FEWEST_OWN_WORDS = 2
/** One sample makes no habit; two make candidates. */
const FEWEST = 2

export function sharedCues(runs: RunDigests, sampleCount: number): readonly SeenText[] {
  if (sampleCount < FEWEST) return []
  return [...countTexts(runs, ({ cues }) => cues).values()].sort(byCountAndLength).slice(0, MOST_CUES)
}

/** What at least two texts begin with; a shorter beginning counts only where more of them have it. */
export function sharedOpeners(runs: RunDigests, sampleCount: number): readonly SeenText[] {
  if (sampleCount < FEWEST) return []
  const counted = [...countTexts(runs, ({ openers }) => openers.flatMap(beginnings)).values()]
  const openers: SeenText[] = []
  for (const opener of counted
    .filter(isShared)
    .sort((a, b) => b.text.length - a.text.length || (a.text < b.text ? -1 : 1))) {
    const isKnown = openers.some((other) => isBeginning(opener.text, other.text) && other.count >= opener.count)
    if (!isKnown) openers.push(opener)
  }
  return openers.sort(byCountAndLength).slice(0, MOST_OPENERS)
}

/** Sentences by their hashes; `texts` knows those that this learning or the one before it could read. */
export function sharedSentences(
  runs: RunDigests,
  sampleCount: number,
  texts: ReadonlyMap<string, string>,
): readonly SeenText[] {
  if (sampleCount < FEWEST) return []
  return [...countTexts(runs, ({ sentences }) => sentences).values()]
    .filter(isShared)
    .flatMap((seen) => {
      const text = texts.get(seen.text)
      return text === undefined ? [] : [{ ...seen, text }]
    })
    .sort(byCountAndLength)
    .slice(0, MOST_SENTENCES)
}

/** Longer words count only where as many samples have them: "lượt người khám" beside "lượt người". */
export function usualFigures(runs: RunDigests): readonly SeenFigure[] {
  const types = ['quantity', 'ratio'] as const
  const figures = types.flatMap((type) => {
    const wordsOf = (run: SectionDigest) =>
      run.figures.filter((figure) => figure.type === type).map(({ words }) => words)
    const counted = [...countTexts(runs, wordsOf).values()].filter(isShared).sort(byCountAndLength)
    return counted
      .filter(({ text }, at) => !counted.some((other, before) => before < at && isNeighbour(text, other.text)))
      .map(({ text, ...seen }) => ({ type, words: text, ...seen }))
  })
  return figures.sort((a, b) => b.count - a.count).slice(0, MOST_FIGURES)
}

const isNeighbour = (a: string, b: string): boolean => `${a} `.startsWith(`${b} `) || `${b} `.startsWith(`${a} `)

const isShared = ({ count }: Seen): boolean => count >= 2

const byCountAndLength = (a: SeenText, b: SeenText): number =>
  b.count - a.count || b.text.length - a.text.length || (a.text < b.text ? -1 : 1)

/** Capitals and the place of tone marks make no difference; the first spelling is shown. */
function countTexts(
  runs: RunDigests,
  textsOf: (run: SectionDigest) => readonly string[],
): ReadonlyMap<string, SeenText & { readonly samples: readonly number[] }> {
  const counts = new Map<string, { text: string; samples: number[] }>()
  for (const [number, run] of [...runs].sort(([a], [b]) => a - b)) {
    for (const text of textsOf(run)) {
      const key = matchingKey(text)
      const known = counts.get(key)
      if (!known) counts.set(key, { text, samples: [number] })
      else if (known.samples.at(-1) !== number) known.samples.push(number)
    }
  }
  return new Map(
    [...counts].map(([key, { text, samples }]) => [key, { text, count: samples.length, samples }] as const),
  )
}

/** "Trong {ky}, ngành đã …" → its first three, four, … syllables. */
function beginnings(opener: string): readonly string[] {
  const words = opener.split(' ')
  return words.flatMap((_, at) => {
    const beginning = words.slice(0, at + 1)
    const syllables = beginning.reduce((sum, word) => sum + syllablesOf(word), 0)
    const ownWords = beginning.filter((word) => !word.includes('{')).length
    const isOpener = syllables >= SHORTEST_OPENER && syllables <= LONGEST_OPENER && ownWords >= FEWEST_OWN_WORDS
    return isOpener ? [beginning.join(' ').replace(/[,;:.–-]+$/u, '')] : []
  })
}

const isBeginning = (short: string, long: string): boolean => matchingKey(long).startsWith(matchingKey(short))
