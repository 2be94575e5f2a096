import { isSameLabel, type CorrectedLabel } from '../../../core/learning/corrections/correction'
import { unmarkedKey } from '../../../core/vietnamese/matching-key'
import { vi } from '../../text/vi'
import { ListPicker, type PickerGroup, type PickerItem } from '../../ui/list-picker'
import { bySearch } from '../home/find-reports'
import type { LabelChoice } from './label-choices'
import { SECTION_BANDS } from './section-bands'

export interface PickedLabel {
  readonly to: CorrectedLabel
  readonly isSiteLine: boolean
}

interface LabelPickerProps {
  readonly rect: DOMRect
  /** How many paragraphs get the label. */
  readonly count: number
  /** The label they have now. */
  readonly chosen: CorrectedLabel | undefined
  readonly choices: readonly LabelChoice[]
  readonly onPick: (picked: PickedLabel) => void
  readonly onClose: () => void
}

/** The labels, found by typing; and the two ways to say that a paragraph does not belong. */
export function LabelPicker({ rect, count, chosen, choices, onPick, onClose }: LabelPickerProps) {
  return (
    <ListPicker
      rect={rect}
      label={count > 1 ? vi.learning.labelMenuMany(count) : vi.learning.labelMenu}
      placeholder={vi.learning.labelFilter}
      nothingFound={vi.learning.labelNothing}
      groupsFor={(typed) => groupsFor(typed, choices, chosen)}
      onPick={onPick}
      onClose={onClose}
    />
  )
}

function groupsFor(
  typed: string,
  choices: readonly LabelChoice[],
  chosen: CorrectedLabel | undefined,
): readonly PickerGroup<PickedLabel>[] {
  const found = bySearch(choices, typed, ({ name }) => name)
  const rows = (group: LabelChoice['group']) =>
    found.filter((choice) => choice.group === group).map((choice) => labelItem(choice, chosen))
  const refuse: readonly PickerItem<PickedLabel>[] = [
    { id: 'skip', name: vi.learning.skip, hint: 'Delete', value: { to: { section: 'clutter' }, isSiteLine: false } },
    { id: 'site', name: vi.learning.siteLine, value: { to: { section: 'clutter' }, isSiteLine: true } },
  ]
  return [
    { id: 'section', name: vi.learning.sections, items: rows('section') },
    { id: 'own', name: vi.learning.ownSections, items: [...rows('own'), ...ownItem(typed, choices, chosen)] },
    { id: 'field', name: vi.learning.fieldsOfWork, items: rows('field') },
    { id: 'refuse', items: bySearch(refuse, typed, ({ name }) => name) },
  ]
}

function labelItem({ name, label }: LabelChoice, chosen: CorrectedLabel | undefined): PickerItem<PickedLabel> {
  const { letter, colour } = SECTION_BANDS[label.section]
  const isPlain = label.field === undefined && label.customName === undefined
  return {
    id: `${label.section}-${label.field ?? ''}-${label.customName ?? ''}`.replace(/\s+/g, '_'),
    name,
    value: { to: label, isSiteLine: false },
    isChosen: chosen !== undefined && isSameLabel(chosen, label),
    mark: (
      <span className={`band band--${colour}`} aria-hidden>
        {letter}
      </span>
    ),
    ...(isPlain && label.section !== 'clutter' ? { hint: letter } : {}),
  }
}

/** A name that no section bears yet becomes a section of its own. */
function ownItem(
  typed: string,
  choices: readonly LabelChoice[],
  chosen: CorrectedLabel | undefined,
): readonly PickerItem<PickedLabel>[] {
  const name = typed.trim().slice(0, 200)
  const isKnown = choices.some((choice) => unmarkedKey(choice.name) === unmarkedKey(name))
  if (name.length < 2 || isKnown) return []
  // The nearest label stays; clutter has no sections.
  const section = chosen && chosen.section !== 'clutter' ? chosen.section : 'results'
  return [
    {
      id: 'new-own',
      name: vi.learning.newSection(name),
      value: { to: { section, customName: name }, isSiteLine: false },
    },
  ]
}
