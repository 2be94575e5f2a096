/** What the words of a heading say: the section it opens, further sections it names, the field of work. */
import type { SectionRole, WorkField } from '../../section-labels'
import type { Analysis } from '../words/analyse-paragraph'
import { dominantFields } from './find-fields'
import { hitsOf } from '../words/phrase-uses'

export interface HeadingLabel {
  readonly section?: SectionRole
  readonly also: readonly SectionRole[]
  readonly field?: WorkField
}

/** Sections whose inner headings name tasks or measures, whatever words they use. */
const INHERITING: ReadonlySet<SectionRole> = new Set(['upcomingTasks', 'proposals', 'appendix', 'lessonsLearned'])
/** These stand on their own even inside another section. */
const INDEPENDENT: ReadonlySet<SectionRole> = new Set(['proposals', 'causes', 'conclusion', 'lessonsLearned'])

export function headingLabels(
  paragraph: Analysis,
  from: number,
  to: number,
  parent: SectionRole | undefined,
): HeadingLabel {
  const named = namedSections(paragraph, from, to)
  const field = fieldOf(paragraph, from, to)
  const [first, ...others] = named
  if (first === undefined) return withField({ also: [] }, field, parent)
  if (parent && INHERITING.has(parent) && first !== parent && !INDEPENDENT.has(first))
    return { section: parent, also: [first] }
  // "Thuận lợi", "Khó khăn" under the situation stay there; under results a difficulty is a shortcoming.
  if (parent === 'situation' && first === 'shortcomings') return { section: 'situation', also: ['shortcomings'] }
  if (parent === 'results' && first === 'situation')
    return withField({ section: 'results', also: ['situation'] }, field, parent)
  return withField({ section: first, also: others }, field, parent)
}

/** Sections in the order the heading names them; a longer phrase takes its words from shorter ones. */
function namedSections(paragraph: Analysis, from: number, to: number): readonly SectionRole[] {
  const hits = [...hitsOf(paragraph.hits, 'heading')]
    .filter((hit) => hit.from >= from && hit.to <= to)
    .filter((hit) => hit.use.row.whole !== true || (hit.from === from && hit.to === to))
    .sort((a, b) => a.from - b.from || b.to - a.to)
  const roles: SectionRole[] = []
  let covered = from
  for (const hit of hits) {
    if (hit.from < covered) continue
    covered = hit.to
    // A word such as "nhiệm vụ" names the section only when nothing else did and it stands near the beginning.
    if (hit.use.row.weak === true && (roles.length > 0 || hit.from > from + 3)) continue
    if (!roles.includes(hit.use.row.role)) roles.push(hit.use.row.role)
  }
  return roles
}

function fieldOf(paragraph: Analysis, from: number, to: number): WorkField | undefined {
  const fields = dominantFields(paragraph, from, to)
  return fields.length < 3 ? fields[0] : undefined
}

/** A heading that names only a field of work opens results, unless it stands inside another section. */
function withField(label: HeadingLabel, field: WorkField | undefined, parent: SectionRole | undefined): HeadingLabel {
  if (!field) return label
  if (label.section === undefined && parent === undefined) return { ...label, section: 'results', field }
  return { ...label, field }
}
