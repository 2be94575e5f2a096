/** Phrases of the lexicon, of at most eight syllables, that really open or mark a section in a sample. */
import type { SectionRole } from '../../section-labels'
import { analyseParagraph, type Analysis } from '../words/analyse-paragraph'
import { hitsOf } from '../words/phrase-uses'
import type { SegmentedParagraph } from '../sample-document'

const LONGEST = 8
const SHORTEST = 2
const NAMING_FIELD = 3

/** Cues of the section, and for results the words that name a field of work. */
export function cuesOf(paragraph: SegmentedParagraph, role: SectionRole): readonly string[] {
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
