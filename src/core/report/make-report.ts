/** Constructors of report parts: every default is filled here, so no later stage asks whether it is there. */
import type {
  Block,
  Inline,
  Letterhead,
  List,
  Mark,
  Paragraph,
  Section,
  SignatureBlock,
  Table,
  TableCell,
} from './report'

/** Ids and times come from outside, so that the same input gives the same report. */
export interface Identities {
  /** A fresh id, never given twice. */
  readonly next: () => string
}

export const text = (value: string, marks: readonly Mark[] = []): Inline => ({ type: 'text', text: value, marks })

export const slotMention = (slotId: string, marks: readonly Mark[] = []): Inline => ({ type: 'slot', slotId, marks })

export const paragraph = (id: string, content: readonly Inline[]): Paragraph => ({ type: 'paragraph', id, content })

export const list = (id: string, style: List['style'], items: readonly (readonly Inline[])[]): List => ({
  type: 'list',
  id,
  style,
  items: items.map((content) => ({ content, lists: [] })),
})

export const tableCell = (content: readonly Inline[]): TableCell => ({
  columnSpan: 1,
  rowSpan: 1,
  paragraphs: [content],
})

/** Columns of equal width; the last takes what does not divide. */
export function table(id: string, headerRows: number, rows: readonly (readonly TableCell[])[]): Table {
  const count = Math.max(1, ...rows.map((row) => row.reduce((sum, cell) => sum + cell.columnSpan, 0)))
  const share = Math.floor(1000 / count)
  const columns = Array.from({ length: count }, (_, index) =>
    index === count - 1 ? 1000 - share * (count - 1) : share,
  )
  return { type: 'table', id, columns, headerRows, rows }
}

export function section(id: string, heading: string, parts: Partial<Omit<Section, 'id' | 'heading'>> = {}): Section {
  return {
    isHeadingPrinted: true,
    isRequired: false,
    blocks: [] as readonly Block[],
    sections: [],
    ...parts,
    id,
    heading: heading === '' ? [] : [text(heading)],
  }
}

export const EMPTY_LETTERHEAD: Letterhead = {
  parentOrganization: '',
  issuingOrganization: '',
  documentNumber: '',
  documentSymbol: { type: 'BC', organization: '' },
  issuePlace: '',
  issueDate: {},
}

export const EMPTY_SIGNATURE: SignatureBlock = {
  authority: 'direct',
  authorityOf: '',
  signerPosition: '',
  signerName: '',
}
