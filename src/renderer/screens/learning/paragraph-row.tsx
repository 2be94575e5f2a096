import { ChevronDown } from 'lucide-react'
import { memo, useId } from 'react'
import type { SegmentedParagraph } from '../../../core/learning/sample-document'
import { formatPercent } from '../../text/format'
import { reasonText } from '../../text/reasons'
import { vi } from '../../text/vi'
import { classNames } from '../../ui/class-names'
import { isUncertain } from './learning-state'
import { labelName, SECTION_BANDS } from './section-bands'

interface ParagraphRowProps {
  readonly paragraph: SegmentedParagraph
  readonly isFirstOfLabel: boolean
  readonly hasBoundary: boolean
  /** The one that is in the order of focus. */
  readonly isCurrent: boolean
  readonly isChosen: boolean
  readonly isLit: boolean
  readonly isChanged: boolean
  /** Where it says why it has its label, while it is under the pointer or has the focus. */
  readonly why: 'hidden' | 'below' | 'above'
  /** Under a boundary that is being moved. */
  readonly isMoving: boolean
}

/** One paragraph: boundary above, band, label, text; greyed where it is clutter. The list round it handles all events. */
export const ParagraphRow = memo(function ParagraphRow(props: ParagraphRowProps) {
  const { paragraph, isFirstOfLabel, isCurrent, isChosen, why } = props
  const isPointed = why !== 'hidden'
  const id = useId()
  const band = SECTION_BANDS[paragraph.section]
  const name = labelName(paragraph)
  const confidence = formatPercent(paragraph.confidence)
  const isClutter = paragraph.section === 'clutter'
  return (
    <li
      className={classNames(
        'paragraph',
        isFirstOfLabel && 'paragraph--first',
        props.hasBoundary && 'paragraph--bounded',
        isClutter && 'paragraph--clutter',
        isChosen && 'paragraph--chosen',
        props.isLit && 'paragraph--lit',
        props.isChanged && 'paragraph--changed',
        isPointed && 'paragraph--pointed',
        props.isMoving && 'paragraph--moving',
      )}
      data-row={paragraph.index}
    >
      {props.hasBoundary ? (
        <button
          type="button"
          className="boundary"
          data-boundary={paragraph.index}
          tabIndex={isCurrent ? 0 : -1}
          aria-label={vi.learning.boundary(name)}
        />
      ) : null}
      <span className={`band band--${band.colour}`} aria-hidden>
        {band.letter}
      </span>
      <button
        type="button"
        className="label-button"
        data-label={paragraph.index}
        tabIndex={isCurrent ? 0 : -1}
        aria-haspopup="dialog"
        aria-label={vi.learning.label(name, confidence, isChosen)}
        aria-describedby={isPointed ? `${id}-text ${id}-why` : `${id}-text`}
      >
        <span className="label-button__name">{name}</span>
        <ChevronDown className="icon label-button__mark" aria-hidden />
      </button>
      <span
        id={`${id}-text`}
        className={classNames('paragraph__text', paragraph.role === 'heading' && 'paragraph__text--heading')}
      >
        {paragraph.listMarker === undefined ? '' : `${paragraph.listMarker} `}
        {paragraph.text}
        {isUncertain(paragraph) ? (
          <span className="paragraph__doubt"> · {vi.learning.confidence(confidence)}</span>
        ) : null}
        {isClutter ? (
          <>
            {' '}
            <button type="button" className="link" data-restore={paragraph.index} tabIndex={isCurrent ? 0 : -1}>
              {vi.learning.restore}
            </button>
          </>
        ) : null}
      </span>
      {isPointed ? (
        <span
          id={`${id}-why`}
          role="tooltip"
          className={classNames(
            'floating floating--tooltip paragraph__why',
            why === 'above' && 'paragraph__why--above',
          )}
        >
          {whyText(paragraph)}
        </span>
      ) : null}
    </li>
  )
})

function whyText(paragraph: SegmentedParagraph): string {
  const reasons = paragraph.reasons.map(reasonText)
  const confidence = vi.learning.confidence(formatPercent(paragraph.confidence))
  return reasons.length > 0 ? `${vi.learning.why}: ${reasons.join(' · ')} · ${confidence}` : confidence
}
