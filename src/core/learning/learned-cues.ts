/** Phrases of the lexicon that really open or mark a section in the samples, with the number of samples. */
import type { SectionRole } from '../section-labels'
import type { SeenText } from '../template/template'
import { analyseParagraph, type Analysis } from './analyse-paragraph'
import { hitsOf } from './phrase-uses'
import type { SegmentedParagraph } from './sample-document'
import type { SectionRun } from './section-runs'

const LONGEST = 8
const SHORTEST = 2
const MOST = 10
const NAMING_FIELD = 3

export function learnCues(runs: readonly SectionRun[]): readonly SeenText[] {
  const counts = new Map<string, number>()
  for (const run of runs) {
    const found = new Set(run.paragraphs.flatMap((paragraph) => cuesOf(paragraph, run.role)))
    for (const phrase of found) counts.set(phrase, (counts.get(phrase) ?? 0) + 1)
  }
  return [...counts]
    .map(([text, count]) => ({ text, count }))
    .sort((a, b) => b.count - a.count || b.text.length - a.text.length || (a.text < b.text ? -1 : 1))
    .slice(0, MOST)
}

/** Cues of the section, and for results the words that name a field of work. */
function cuesOf(paragraph: SegmentedParagraph, role: SectionRole): readonly string[] {
  if (paragraph.role === 'heading') return []
  const analysis = analyseParagraph({ index: paragraph.index, text: paragraph.text, signals: {} })
  const cues = hitsOf(analysis.hits, 'cue').filter(
    ({ use, from }) =>
      use.row.role === role && use.row.weight > 0 && (use.row.where !== 'start' || from === analysis.firstToken),
  )
  const fields =
    role === 'results' ? hitsOf(analysis.hits, 'field').filter(({ use }) => use.row.weight >= NAMING_FIELD) : []
  const places = [...cues, ...fields].map(({ phrase, from, to }) => ({ phrase, from, to }))
  return places
    .filter(({ from, to }) => to - from >= SHORTEST && to - from <= LONGEST && isExact(analysis, from, to))
    .filter(
      (place) =>
        !places.some(
          (other) => other.from <= place.from && other.to >= place.to && other.to - other.from > place.to - place.from,
        ),
    )
    .map(({ phrase }) => phrase)
}

/** "Really found": a phrase that was read over a typing error is not counted, nor one with a mark inside. */
function isExact(analysis: Analysis, from: number, to: number): boolean {
  const [first, last] = [analysis.tokens[from], analysis.tokens[to - 1]]
  return first !== undefined && last !== undefined && !/[.;:]/.test(analysis.text.slice(first.start, last.end))
}
