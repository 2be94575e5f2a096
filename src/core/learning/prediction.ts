/** A segmented sample as the command line and the files of the evaluation write it: codes of the closed label set. */
import type { Notice } from '../notice'
import { periodLabel } from '../reporting-period'
import { labelCode } from '../section-labels'
import { SLOT_TYPES } from '../slot'
import type { SegmentedParagraph, SegmentedSample } from './sample-document'

export interface Prediction {
  readonly file: string
  readonly genre: 'formal' | 'news'
  /** Absent where no period was found. */
  readonly period?: { readonly label: string; readonly year?: number }
  readonly paragraphs: readonly {
    readonly index: number
    readonly text: string
    readonly section: string
    readonly role: SegmentedParagraph['role']
    readonly also?: readonly string[]
    readonly customName?: string
    readonly confidence: number
  }[]
  readonly slots: readonly {
    readonly type: string
    readonly text: string
    readonly paragraph: number
    readonly start: number
    readonly end: number
  }[]
  readonly notices: readonly Notice[]
}

/** The sample with section and slot codes. */
export function toPrediction(sample: SegmentedSample): Prediction {
  return {
    file: sample.name,
    genre: sample.kind === 'formalReport' ? 'formal' : 'news',
    ...periodOf(sample),
    paragraphs: sample.paragraphs.map((paragraph) => ({
      index: paragraph.index,
      text: paragraph.text,
      section: labelCode(paragraph.section, paragraph.field),
      role: paragraph.role,
      ...(paragraph.also.length > 0
        ? { also: paragraph.also.map((label) => labelCode(label.section, label.field)) }
        : {}),
      ...(paragraph.customName === undefined ? {} : { customName: paragraph.customName }),
      confidence: paragraph.confidence,
    })),
    slots: sample.slots.map((slot) => ({ ...slot, type: SLOT_TYPES[slot.type].code })),
    notices: sample.notices,
  }
}

function periodOf({ period, periodText }: SegmentedSample): Pick<Prediction, 'period'> {
  if (period) {
    const year = period.kind === 'term' || period.kind === 'thematic' ? period.to : period.year
    return { period: { label: periodLabel(period), year } }
  }
  return periodText === undefined ? {} : { period: { label: periodText } }
}
