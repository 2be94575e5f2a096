/**
 * A report as it is printed: slots filled, numbers set, capitals, endings and rules as the layout wants them.
 * Writers only turn it into their own format; nothing about the layout is decided after this.
 */
import type { Alignment, ListStyle, Mark } from '../report/report'
import type { Layout, LayoutElement } from './layout'

export type Run =
  | {
      readonly type: 'text'
      readonly text: string
      readonly marks: readonly Mark[]
      /** The mark of a slot that is still open. */
      readonly isOpen: boolean
    }
  | { readonly type: 'lineBreak' }

/** One paragraph in the look of its element. */
export interface ComposedLine {
  readonly type: 'line'
  readonly element: LayoutElement
  readonly runs: readonly Run[]
  /** Wins over the element's own alignment. */
  readonly alignment?: Alignment
  /** In mm; a rule of this length stands centred below. */
  readonly ruleLength?: number
  /** In mm: a long centred line is set this narrow, so that it breaks evenly. */
  readonly wrapWidth?: number
  /** In mm, from the left edge of its column. */
  readonly leftIndent?: number
  /** Goes on with the line above: no space between them. */
  readonly isContinued?: boolean
  /** Of a heading: 0 for the highest printed one. */
  readonly outlineLevel?: number
}

export interface ComposedListItem {
  /** What stands before the item: "-", "1.", "a)". */
  readonly marker: string
  readonly runs: readonly Run[]
  readonly lists: readonly ComposedList[]
}

export interface ComposedList {
  readonly type: 'list'
  readonly style: ListStyle
  /** 0 for a list that stands in no other. */
  readonly depth: number
  readonly items: readonly ComposedListItem[]
}

export interface ComposedCell {
  readonly columnSpan: number
  readonly rowSpan: number
  readonly isHeader: boolean
  readonly lines: readonly ComposedLine[]
}

export interface ComposedTable {
  readonly type: 'table'
  /** Shares of the text width in per mille. */
  readonly columns: readonly number[]
  readonly headerRows: number
  readonly rows: readonly (readonly ComposedCell[])[]
}

export type ComposedBlock = ComposedLine | ComposedList | ComposedTable | { readonly type: 'pageBreak' }

/** Two columns side by side, in mm. */
export interface ComposedColumns {
  readonly widths: readonly [number, number]
  /** Each row: left and right cell. */
  readonly rows: readonly (readonly [readonly ComposedLine[], readonly ComposedLine[]])[]
}

export interface ComposedReport {
  readonly layout: Layout
  /** For the properties of the file and the page's title. */
  readonly title: string
  /** Letterhead, number, place and date. */
  readonly header?: ComposedColumns
  /** Above everything else: the draft line of a layout without a header. */
  readonly opening: readonly ComposedLine[]
  /** Document type, subject, separator; or the headline. */
  readonly titleLines: readonly ComposedLine[]
  /** Addressees and legal bases. */
  readonly preamble: readonly ComposedLine[]
  readonly body: readonly ComposedBlock[]
  /** Recipients on the left, signature on the right. */
  readonly signature?: ComposedColumns
  readonly closing: readonly ComposedLine[]
}
