/**
 * What the writing screen may ask of the editor, and what it is told. The screen knows sections and slots,
 * never Lexical; the editor knows nothing of saving, hosts or panels.
 */
import type { Alignment, ListStyle, Mark, Section, SectionMark } from '../../core/report/report'
import type { ReportingPeriod } from '../../core/reporting-period'
import type { Slot } from '../../core/slot'

/** The part of a report the editor holds: everything below the title, and what is undone with it. */
export interface ReportBody {
  readonly sections: readonly Section[]
  readonly slots: readonly Slot[]
  /** Kept here because slots follow it; absent where the editor was given none. */
  readonly reportingPeriod?: ReportingPeriod
}

/** What the caret stands in, for the toolbar and the panels. */
export interface EditorSelection {
  readonly sectionId: string | undefined
  readonly block: 'heading' | 'paragraph' | 'caption' | 'table' | ListStyle
  /** 0 for the heading of a top section; undefined outside headings. */
  readonly headingDepth: number | undefined
  readonly alignment: Alignment | undefined
  readonly marks: readonly Mark[]
  readonly canUndo: boolean
  readonly canRedo: boolean
}

export interface EditorHandle {
  /** The body as it stands now; cheap enough to be called at each save. */
  readonly readBody: () => ReportBody
  readonly focus: () => void
  /** Puts the caret at the end of the section's text and scrolls to it. */
  readonly focusSection: (sectionId: string) => void
  readonly undo: () => void
  readonly redo: () => void
  readonly toggleMark: (mark: Mark) => void
  /** `undefined` gives back the layout's own alignment. */
  readonly setAlignment: (alignment: Alignment | undefined) => void
  /** List lines, captions and headings become paragraphs. A heading gives its section's text to the one above. */
  readonly setParagraph: () => void
  readonly setCaption: () => void
  /** Makes the block with the caret a heading (0 for a top section), or moves a heading there. */
  readonly setHeading: (depth: number) => void
  readonly toggleList: (style: ListStyle) => void
  readonly indentList: () => void
  readonly outdentList: () => void
  readonly insertTable: (rows: number, columns: number) => void
  readonly tableCommand: (command: TableCommand) => void
  readonly insertPageBreak: () => void
  /** Inserts text with `{slot-id}` mentions as plain body text at the caret (in the section, when the caret is elsewhere). */
  readonly insertPattern: (pattern: string, sectionId: string) => void
  readonly insertSlot: (slotId: string) => void
  /** One undoable step each. */
  readonly addSection: (
    place: { readonly after: string } | { readonly inside: string } | 'atEnd',
    name: string,
  ) => string
  readonly removeSection: (sectionId: string) => void
  readonly moveSection: (sectionId: string, direction: 'up' | 'down') => void
  readonly setSectionMark: (sectionId: string, mark: SectionMark | undefined) => void
  /** One entity, many mentions: every mention shows the new value. Undoable; letters typed into one slot are one step. */
  readonly setSlot: (slot: Slot) => void
  /** Another period and the slots that follow it, in one undoable step. */
  readonly setPeriod: (period: ReportingPeriod) => void
}

export type TableCommand =
  | 'rowAbove'
  | 'rowBelow'
  | 'columnLeft'
  | 'columnRight'
  | 'deleteRow'
  | 'deleteColumn'
  | 'deleteTable'
  | 'toggleHeaderRow'
  | 'mergeCells'
  | 'splitCell'
