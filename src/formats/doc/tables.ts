/** Rows and cells of a .doc: paragraphs that say they stand in a table, a mark that ends a cell, a paragraph that ends a row. */
import type { DocxBlock, DocxCell, DocxParagraph, DocxRow, DocxTable } from '../docx/read/docx-document'
import type { LossLog } from '../docx/read/losses'
import type { ParagraphState } from './formats'

export interface PlacedParagraph {
  readonly paragraph: DocxParagraph
  readonly state: ParagraphState
  /** Its mark is that of a cell, or of the end of a row. */
  readonly endsCell: boolean
}

/** Tables inside cells are given as the lines they hold. */
export function gatherTables(paragraphs: readonly PlacedParagraph[], losses: LossLog): readonly DocxBlock[] {
  const blocks: DocxBlock[] = []
  const table = new OpenTable(losses)
  for (const placed of paragraphs) {
    if (placed.state.isInTable) table.add(placed)
    else blocks.push(...table.close(), placed.paragraph)
  }
  return [...blocks, ...table.close()]
}

class OpenTable {
  #rows: DocxRow[] = []
  #cells: DocxBlock[][] = []
  #cell: DocxBlock[] = []
  #hasVisibleBorders = false
  #depth = 1

  constructor(readonly losses: LossLog) {}

  add({ paragraph, state, endsCell }: PlacedParagraph): void {
    const isInner = state.tableDepth > 1
    if (isInner && this.#depth === 1) this.losses.add('read.nestedTables')
    this.#depth = isInner ? 2 : 1
    if (isInner) {
      if (!state.isRowEnd) this.#cell.push(paragraph)
      return
    }
    if (state.isRowEnd) return this.#endRow(state)
    this.#cell.push(paragraph)
    if (endsCell) this.#endCell()
  }

  close(): readonly DocxTable[] {
    if (this.#cell.length > 0) this.#endCell()
    if (this.#cells.length > 0) this.#pushRow([])
    const rows = this.#rows
    const hasVisibleBorders = this.#hasVisibleBorders
    this.#rows = []
    this.#hasVisibleBorders = false
    return rows.length === 0 ? [] : [{ type: 'table', rows, hasVisibleBorders, columnWidths: [] }]
  }

  #endCell(): void {
    this.#cells.push(this.#cell)
    this.#cell = []
  }

  #endRow(state: ParagraphState): void {
    if (this.#cell.length > 0) this.#endCell()
    this.#hasVisibleBorders ||= state.hasVisibleBorders
    this.#pushRow(state.continuesAbove)
  }

  #pushRow(continuesAbove: readonly boolean[]): void {
    const cells = this.#cells.map((blocks, index): DocxCell => ({
      blocks,
      columns: 1,
      continuesAbove: continuesAbove[index] ?? false,
    }))
    this.#cells = []
    this.#rows.push({ cells, isHeader: false })
  }
}
