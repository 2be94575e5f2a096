/**
 * What our blocks carry beside their text, as Lexical node state. Nothing here is ever read from Lexical's JSON:
 * there is no such way into the editor, so `parse` always gives the default.
 */
import { createState } from 'lexical'
import type { ListStyle, Section } from '../../../core/report/report'
import { section } from '../../../core/report/make-report'
import type { ReportingPeriod } from '../../../core/reporting-period'
import type { Slot } from '../../../core/slot'

/** The id of the block in the report; empty until `keepOrder` gives one. A copy is another block. */
export const blockIdState = createState('blockId', { parse: () => '', resetOnCopyNode: true })

/** Whether a paragraph is a caption. */
export const isCaptionState = createState('isCaption', { parse: () => false })

/** Whether a table row repeats on each page; only the first rows of a table count. */
export const isHeaderRowState = createState('isHeaderRow', { parse: () => false })

/** What the heading of a section carries. */
export interface SectionFacts {
  /** 0 for a top section. */
  readonly depth: number
  /** The section without its text: heading, blocks and inner sections are empty here. */
  readonly own: Section
}

export const NEW_SECTION: SectionFacts = { depth: 0, own: section('', '') }
export const SILENT_SECTION: SectionFacts = { depth: 0, own: section('', '', { isHeadingPrinted: false }) }

export const sectionFactsState = createState('sectionFacts', {
  parse: (): SectionFacts => NEW_SECTION,
  resetOnCopyNode: true,
})

/** A line of a list: lists are flat in the editor, as in Word, and folded when the body is read. */
export interface ListLineFacts {
  readonly listId: string
  readonly style: ListStyle
  /** 0 for an outer line. Gaps are read as one level. */
  readonly depth: number
}

export const NEW_LINE: ListLineFacts = { listId: '', style: 'dash', depth: 0 }

export const listLineState = createState('listLine', { parse: (): ListLineFacts => NEW_LINE })

const NO_SLOTS: readonly Slot[] = []

/** The slots of the report, carried by the root: so that filling one is undone like any other edit. */
export const slotsState = createState('slots', { parse: (): readonly Slot[] => NO_SLOTS })

/** The period beside the slots that follow it: undone together, the two never contradict each other. */
export const periodState = createState('reportingPeriod', { parse: (): ReportingPeriod | undefined => undefined })
