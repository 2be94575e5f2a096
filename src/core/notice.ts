/** What a reader, a learner or a recovery noticed on the way: the value is good, but somebody should know. */
import { z } from 'zod'

/** Every code there is. A new one needs a sentence in the window and one in the command line, or neither compiles. */
export const NOTICE_CODES = [
  'html.hiddenSkipped',
  'html.tooDeep',
  'text.oldEncoding',
  'text.damagedBytes',
  'read.otherKind',
  'read.legacyFonts',
  'read.legacyText',
  'read.legacySuspected',
  'read.lettersMended',
  'read.formsLeftOut',
  'read.linesJoined',
  'read.pageFurniture',
  'read.pagesWithoutText',
  'read.insertionsTaken',
  'read.deletionsLeftOut',
  'read.commentsLeftOut',
  'read.headersLeftOut',
  'read.notesPlaced',
  'read.textBoxesPlaced',
  'read.textBoxesAtEnd',
  'read.picturesLeftOut',
  'read.objectsLeftOut',
  'read.equationsAsText',
  'read.fieldsAsText',
  'read.unsafeFields',
  'read.hiddenLeftOut',
  'read.insertedFilesLeftOut',
  'read.outsideLinksDropped',
  'read.macrosLeftOut',
  'read.symbolsUnknown',
  'read.mergedCells',
  'read.nestedTables',
  'read.directionMarks',
  'read.partsMissing',
  'segment.clutterHidden',
  'segment.noHeadline',
  'segment.noPeriod',
  'segment.unknownHeading',
  'learn.oneSample',
  'learn.twoSamples',
  'learn.sameText',
  'learn.sameEvent',
  'learn.otherKind',
  'learn.usuallyPresent',
  'learn.editLost',
  'import.clutterLeftOut',
  'import.layoutLineLeftOut',
  'import.periodGuessed',
  'recovery.unfinishedSave',
  'recovery.damaged',
  'report.newerVersion',
  'store.readOnly',
  'settings.newerVersion',
  'settings.previousCopy',
  'settings.defaults',
  'paste.picturesDropped',
  'paste.linksFlattened',
  'paste.formsDropped',
  'paste.embedsDropped',
  'paste.nestedTablesFlattened',
  'paste.tooLong',
] as const

export type NoticeCode = (typeof NOTICE_CODES)[number]

export const NoticeSchema = z.strictObject({
  code: z.enum(NOTICE_CODES),
  severity: z.enum(['error', 'warning', 'hint']),
  /** A node path (`sections/2/blocks/0`) or a paragraph index (`p:12`), where there is one. */
  at: z.string().optional(),
  /** What the sentence of the code needs: names, counts, clipped text. */
  data: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})

export type Notice = z.infer<typeof NoticeSchema>

/** A value together with what was noticed while it was made. */
export interface Noted<T> {
  readonly value: T
  readonly notices: readonly Notice[]
}
