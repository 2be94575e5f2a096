/** The labels an officer may give a paragraph: the closed set, fields of work, and sections under names of their own. */
import { labelOf, type CorrectedLabel } from '../../../core/learning/corrections/correction'
import type { SegmentedSample } from '../../../core/learning/sample-document'
import {
  SECTION_LABELS,
  SECTION_ROLES,
  WORK_FIELD_KEYS,
  WORK_FIELDS,
  type SectionRole,
} from '../../../core/section-labels'
import { unmarkedKey } from '../../../core/vietnamese/matching-key'
import { SECTION_BANDS } from './section-bands'

export interface LabelChoice {
  readonly group: 'section' | 'field' | 'own'
  readonly name: string
  readonly label: CorrectedLabel
}

const CLOSED_SET: readonly LabelChoice[] = [
  ...SECTION_ROLES.map((section): LabelChoice => ({
    group: 'section',
    name: SECTION_LABELS[section].name,
    label: { section },
  })),
  ...WORK_FIELD_KEYS.map((field): LabelChoice => ({
    group: 'field',
    name: WORK_FIELDS[field].name,
    label: { section: 'results', field },
  })),
]

/** With the names of their own that sections of these samples have, each once. */
export function labelChoices(samples: readonly SegmentedSample[]): readonly LabelChoice[] {
  const own = new Map<string, LabelChoice>()
  for (const { paragraphs } of samples) {
    for (const paragraph of paragraphs) {
      const name = paragraph.customName
      if (name !== undefined) own.set(name, { group: 'own', name, label: labelOf(paragraph) })
    }
  }
  return [...CLOSED_SET, ...own.values()]
}

const LETTERS: ReadonlyMap<string, SectionRole> = new Map(
  SECTION_ROLES.flatMap((section) => {
    const letter = unmarkedKey(SECTION_BANDS[section].letter)
    return /^[a-z]$/.test(letter) ? [[letter, section] as const] : []
  }),
)

/** The section whose letter stands in its band; a letter is typed without its mark. Delete and the dash are for clutter. */
export function sectionOfKey(key: string): SectionRole | undefined {
  if (key === 'Delete' || key === '-') return 'clutter'
  return LETTERS.get(unmarkedKey(key))
}
