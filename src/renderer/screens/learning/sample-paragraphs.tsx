import { ChevronDown } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { memo } from 'react'
import type { SegmentedParagraph, SegmentedSample } from '../../../core/learning/sample-document'
import { SECTION_LABELS, SECTION_ROLES, WORK_FIELD_KEYS, WORK_FIELDS } from '../../../core/section-labels'
import { formatPercent } from '../../text/format'
import { reasonText } from '../../text/reasons'
import { vi } from '../../text/vi'
import { classNames } from '../../ui/class-names'
import '../../ui/floating.css'
import { Tooltip } from '../../ui/tooltip'
import { isUncertain, type SampleLabel } from './learning-state'
import { labelName, SECTION_BANDS } from './section-bands'

interface SampleParagraphsProps {
  readonly sample: SegmentedSample
  readonly onCorrect: (paragraph: number, label: SampleLabel) => void
}

/** Every paragraph with the band and the name of its section; the name opens the menu that changes it. */
export function SampleParagraphs({ sample, onCorrect }: SampleParagraphsProps) {
  return (
    <ol className="paragraphs">
      {sample.paragraphs.map((paragraph, position) => (
        <ParagraphRow
          key={paragraph.index}
          paragraph={paragraph}
          isFirstOfLabel={!isSameLabel(paragraph, sample.paragraphs[position - 1])}
          onCorrect={onCorrect}
        />
      ))}
    </ol>
  )
}

const isSameLabel = (a: SegmentedParagraph, b: SegmentedParagraph | undefined): boolean =>
  a.section === b?.section && a.field === b.field && a.customName === b.customName

interface ParagraphRowProps {
  readonly paragraph: SegmentedParagraph
  readonly isFirstOfLabel: boolean
  readonly onCorrect: (paragraph: number, label: SampleLabel) => void
}

const ParagraphRow = memo(function ParagraphRow({ paragraph, isFirstOfLabel, onCorrect }: ParagraphRowProps) {
  const band = SECTION_BANDS[paragraph.section]
  const name = labelName(paragraph)
  const confidence = formatPercent(paragraph.confidence)
  return (
    <li
      className={classNames(
        'paragraph',
        isFirstOfLabel && 'paragraph--first',
        paragraph.section === 'clutter' && 'paragraph--clutter',
        isUncertain(paragraph) && 'paragraph--uncertain',
      )}
    >
      <span className={`band band--${band.colour}`} aria-hidden>
        {band.letter}
      </span>
      <DropdownMenu.Root>
        <Tooltip text={<Why paragraph={paragraph} />}>
          <DropdownMenu.Trigger asChild>
            <button
              type="button"
              className="label-button"
              data-paragraph={paragraph.index}
              aria-label={vi.learning.label(name, confidence)}
            >
              <span className="label-button__name">{name}</span>
              <ChevronDown className="icon label-button__mark" aria-hidden />
            </button>
          </DropdownMenu.Trigger>
        </Tooltip>
        <LabelMenu paragraph={paragraph} onCorrect={onCorrect} />
      </DropdownMenu.Root>
      <span className={classNames('paragraph__text', paragraph.role === 'heading' && 'paragraph__text--heading')}>
        {paragraph.text}
        {isUncertain(paragraph) ? (
          <span className="paragraph__doubt"> · {vi.learning.confidence(confidence)}</span>
        ) : null}
      </span>
    </li>
  )
})

function Why({ paragraph }: { readonly paragraph: SegmentedParagraph }) {
  const reasons = paragraph.reasons.map(reasonText)
  return (
    <>
      {reasons.length > 0 ? `${vi.learning.why}: ${reasons.join(' · ')} · ` : ''}
      {vi.learning.confidence(formatPercent(paragraph.confidence))}
    </>
  )
}

function LabelMenu({ paragraph, onCorrect }: Omit<ParagraphRowProps, 'isFirstOfLabel'>) {
  const chosen = `${paragraph.section}/${paragraph.field ?? ''}`
  const item = (label: SampleLabel, name: string) => {
    const key = `${label.section}/${label.field ?? ''}`
    return (
      <DropdownMenu.Item
        key={key}
        className="menu-item"
        data-chosen={key === chosen}
        onSelect={() => onCorrect(paragraph.index, label)}
      >
        <span className={`band band--${SECTION_BANDS[label.section].colour}`} aria-hidden>
          {SECTION_BANDS[label.section].letter}
        </span>
        {name}
      </DropdownMenu.Item>
    )
  }
  return (
    <DropdownMenu.Portal>
      <DropdownMenu.Content
        className="floating floating--menu"
        aria-label={vi.learning.labelMenu}
        align="start"
        collisionPadding={8}
        loop
      >
        {SECTION_ROLES.map((section) => item({ section }, SECTION_LABELS[section].name))}
        <DropdownMenu.Separator className="menu-separator" />
        <DropdownMenu.Label className="menu-label">{vi.learning.fieldsOfWork}</DropdownMenu.Label>
        {WORK_FIELD_KEYS.map((field) => item({ section: 'results', field }, WORK_FIELDS[field].name))}
      </DropdownMenu.Content>
    </DropdownMenu.Portal>
  )
}

/** Shows the paragraph in the middle of the view and puts the focus on its label. */
export function focusParagraph(index: number): void {
  const button = document.querySelector<HTMLElement>(`[data-paragraph="${index}"]`)
  button?.scrollIntoView({ block: 'center' })
  button?.focus()
}
