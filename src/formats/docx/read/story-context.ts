/** What is shared while the paragraphs of one story – body, note, header – are read. */
import type { LegacyEncoding } from '../../../core/vietnamese/legacy-tables'
import type { XmlElement } from '../../xml/parse-xml'
import type { ListCounter } from './count-lists'
import type { DocxBlock } from './docx-document'
import type { FieldStack } from './fields'
import type { LossSink } from './losses'
import type { StyleSheet } from './read-styles'

export interface StoryContext {
  readonly styles: StyleSheet
  readonly lists: ListCounter
  readonly losses: LossSink
  readonly fields: FieldStack
  /** Numbers given to notes so far, by kind. */
  readonly noteNumbers: Map<string, number>
  /** Old encodings that were met and decoded. */
  readonly encodings: Set<LegacyEncoding>
  /** Style of the table the story stands in. */
  readonly tableStyle?: string
  readonly tableDepth: number
  readonly isTableOfContents: boolean
  /** Reads what stands in a cell or a text box; here, because those stand in paragraphs and tables themselves. */
  readonly readBlocks: (elements: readonly XmlElement[], context: StoryContext) => readonly DocxBlock[]
}

/** Why a document is refused in the middle of it. */
export class StoryFault extends Error {
  constructor(readonly problem: 'tables too deep' | 'table too long') {
    super(problem)
  }
}
