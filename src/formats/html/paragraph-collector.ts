/** Gathers text between block borders into paragraphs; a row of a data table becomes one paragraph, cells joined by tabs. */
import type { ParagraphSignals, SampleParagraph } from '../../core/learning/sample-document'
import { toNfc, trimWide } from '../../core/vietnamese/nfc'
import { BLOCKS } from './element-kinds'
import type { OpenElement } from './open-element'

type Line = Omit<SampleParagraph, 'index'>

interface OpenRow {
  readonly cells: Line[][]
  hasInnerRows: boolean
}

/** A cell of this many lines lays out a page or a letterhead; it holds no datum. */
const LINES_OF_A_LAYOUT_CELL = 3

export class ParagraphCollector {
  readonly #lines: Line[] = []
  readonly #rows: OpenRow[] = []
  #text = ''
  #boldLength = 0
  #signals: ParagraphSignals | undefined

  open(element: OpenElement): void {
    if (BLOCKS.has(element.name)) this.endLine()
    if (element.name === 'tr') this.#rows.push({ cells: [], hasInnerRows: false })
    if (element.name === 'td' || element.name === 'th') this.#rows.at(-1)?.cells.push([])
  }

  close(element: OpenElement): void {
    if (BLOCKS.has(element.name)) this.endLine()
    if (element.name === 'tr') this.#endRow()
  }

  addText(text: string, element: OpenElement): void {
    const parts = element.isPreformatted ? text.split('\n') : [text]
    for (const [index, part] of parts.entries()) {
      if (index > 0) this.endLine()
      this.#append(part, element)
    }
  }

  #append(text: string, element: OpenElement): void {
    const collapsed = text.replace(/[ \t\r\n\f]+/g, ' ')
    const visible = trimWide(collapsed)
    if (visible !== '') this.#signals ??= element.signals
    if (element.isBold) this.#boldLength += visible.length
    this.#text += collapsed
  }

  endLine(): void {
    const text = trimWide(toNfc(this.#text.replace(/ {2,}/g, ' ')))
    // Spaces between runs are not bold; four fifths is "the whole paragraph".
    const isBold = text !== '' && this.#boldLength * 5 >= text.length * 4
    const signals: ParagraphSignals = { ...this.#signals, ...(isBold ? { isBold } : {}) }
    this.#text = ''
    this.#boldLength = 0
    this.#signals = undefined
    if (text !== '') this.#place({ text, signals })
  }

  #place(line: Line): void {
    const cell = this.#rows.at(-1)?.cells.at(-1)
    if (cell) cell.push(line)
    else this.#lines.push(line)
  }

  #endRow(): void {
    const row = this.#rows.pop()
    if (!row) return
    const outer = this.#rows.at(-1)
    if (outer) outer.hasInnerRows = true
    const filled = row.cells.filter((cell) => cell.length > 0)
    const isLayout =
      row.hasInnerRows || filled.length < 2 || filled.some((cell) => cell.length >= LINES_OF_A_LAYOUT_CELL)
    for (const line of isLayout ? filled.flat() : [joinCells(row.cells)]) this.#place(line)
  }

  finish(): readonly SampleParagraph[] {
    this.endLine()
    while (this.#rows.length > 0) this.#endRow()
    return this.#lines.map((line, index) => ({ index, ...line }))
  }
}

function joinCells(cells: readonly (readonly Line[])[]): Line {
  const text = trimWide(cells.map((cell) => cell.map((line) => line.text).join(' ')).join('\t'))
  const isOutsideContent = cells.flat().some((line) => line.signals.isOutsideContent === true)
  return { text, signals: { isTableRow: true, ...(isOutsideContent ? { isOutsideContent } : {}) } }
}
