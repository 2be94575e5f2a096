/**
 * A Word document as it is laid out, not as it is stored: every paragraph with the format that holds for it, styles,
 * numbering and theme resolved, tracked changes taken as accepted. Lengths are in twips (twentieths of a point), sizes
 * of letters in half points, as WordprocessingML counts them.
 */

export interface DocxDocument {
  readonly blocks: readonly DocxBlock[]
  /** In the order of the document; at least one. */
  readonly sections: readonly DocxSection[]
  /** Footnotes and endnotes by their key, see `noteKey`. */
  readonly notes: ReadonlyMap<string, readonly DocxBlock[]>
}

export type DocxBlock = DocxParagraph | DocxTable

export interface DocxParagraph {
  readonly type: 'paragraph'
  /** Name of its style as Word shows it ("heading 1"); absent for the default style of a file without styles. */
  readonly styleName?: string
  readonly format: ParagraphFormat
  readonly numbering?: DocxNumbering
  readonly inlines: readonly DocxInline[]
  /** A line of the table of contents, which Word fills in from the headings. */
  readonly isTableOfContents: boolean
}

interface DocxNumbering {
  /** As printed: "II.", "1.2.", "b)", "-"; empty where the level prints nothing. */
  readonly label: string
  /** From 0. */
  readonly level: number
  readonly isBullet: boolean
}

export type DocxInline = DocxText | DocxTextBox | DocxPicture | DocxNoteReference

export interface DocxText {
  readonly type: 'text'
  /** Tabs as `\t`, breaks of line, column and page as `\n`. */
  readonly text: string
  readonly format: RunFormat
  /** Name of the field whose result it is: `PAGE`, `DATE`. */
  readonly field?: string
}

interface DocxTextBox {
  readonly type: 'textBox'
  readonly blocks: readonly DocxBlock[]
}

interface DocxPicture {
  readonly type: 'picture'
  /** The text that stands for the picture, where its author gave one. */
  readonly description: string
}

interface DocxNoteReference {
  readonly type: 'note'
  readonly kind: NoteKind
  readonly id: string
  /** The mark printed beside the word. */
  readonly mark: string
}

export type NoteKind = 'footnote' | 'endnote'

export const noteKey = (kind: NoteKind, id: string): string => `${kind}:${id}`

export interface ParagraphFormat {
  readonly alignment?: 'left' | 'center' | 'right' | 'justified'
  readonly indentLeft?: number
  readonly indentRight?: number
  /** Of the first line from the left indent; negative where it hangs out. */
  readonly indentFirstLine?: number
  readonly spaceBefore?: number
  readonly spaceAfter?: number
  /** Twips, or 240ths of a line where the rule is `multiple`. */
  readonly lineSpacing?: number
  readonly lineRule?: 'multiple' | 'exact' | 'atLeast'
  readonly keepWithNext?: boolean
  readonly keepTogether?: boolean
  readonly pageBreakBefore?: boolean
  /** 0 for the highest heading, 9 for body text. */
  readonly outlineLevel?: number
}

export interface RunFormat {
  /** Of plain Latin letters. */
  readonly font?: string
  /** Of letters with marks; the old encodings go by this one. */
  readonly markedLetterFont?: string
  /** Half points. */
  readonly size?: number
  readonly isBold?: boolean
  readonly isItalic?: boolean
  readonly isUnderlined?: boolean
  readonly isAllCaps?: boolean
  readonly isSmallCaps?: boolean
  readonly isStruck?: boolean
  readonly isHidden?: boolean
  readonly verticalPosition?: 'superscript' | 'subscript'
  /** RRGGBB, or `auto`. */
  readonly colour?: string
  /** Word's name of the colour behind the letters. */
  readonly highlight?: string
}

export interface DocxTable {
  readonly type: 'table'
  readonly rows: readonly DocxRow[]
  /** Whether any line is drawn round or between cells. */
  readonly hasVisibleBorders: boolean
  readonly columnWidths: readonly number[]
}

export interface DocxRow {
  readonly cells: readonly DocxCell[]
  readonly isHeader: boolean
}

export interface DocxCell {
  readonly blocks: readonly DocxBlock[]
  /** Columns it covers. */
  readonly columns: number
  /** Goes on with the cell above it. */
  readonly continuesAbove: boolean
}

export interface DocxSection {
  /** Index of the first block of the section. */
  readonly firstBlock: number
  readonly pageWidth?: number
  readonly pageHeight?: number
  readonly marginTop?: number
  readonly marginBottom?: number
  readonly marginLeft?: number
  readonly marginRight?: number
  readonly headerDistance?: number
  readonly footerDistance?: number
  readonly isLandscape: boolean
  /** The first page has a header and footer of its own. */
  readonly hasTitlePage: boolean
  readonly margins: readonly DocxMarginText[]
}

/** What is printed above or below the text of every page. */
export interface DocxMarginText {
  readonly place: 'header' | 'footer'
  readonly pages: 'default' | 'first' | 'even'
  readonly blocks: readonly DocxBlock[]
}
