/** Gathers text between block borders into paragraphs; a row of a data table becomes one paragraph, cells joined by tabs. */
import type { ParagraphSignals, SampleParagraph } from '../../core/learning/sample-document'
import { decodeLegacyRuns, type FontRun } from '../../core/vietnamese/legacy-encodings'
import type { LegacyEncoding } from '../../core/vietnamese/legacy-tables'
import { toNfc, trimWide } from '../../core/vietnamese/nfc'
import { BLOCKS } from './element-kinds'
import type { CellSpan, OpenElement } from './open-element'

type Line = Omit<SampleParagraph, 'index'>

interface OpenRow {
  readonly cells: OpenCell[]
  hasInnerRows: boolean
}

interface OpenCell {
  readonly lines: Line[]
  readonly span: CellSpan
}

/** A cell of this many lines lays out a page or a letterhead; it holds no datum. */
const LINES_OF_A_LAYOUT_CELL = 3
/** Of a table: wider than any of a report. */
const MOST_COLUMNS = 63

export class ParagraphCollector {
  readonly #lines: Line[] = []
  readonly #rows: OpenRow[] = []
  /** For each open table, by column: how many rows a cell above still covers. */
  readonly #covered: number[][] = []
  readonly #encodings = new Set<LegacyEncoding>()
  #runs: FontRun[] = []
  #boldLength = 0
  #mergedCells = 0
  #signals: ParagraphSignals | undefined

  open(element: OpenElement): void {
    if (BLOCKS.has(element.name)) this.endLine()
    if (element.name === 'table') this.#covered.push([])
    if (element.name === 'tr') this.#rows.push({ cells: [], hasInnerRows: false })
    if (element.name === 'td' || element.name === 'th') this.#rows.at(-1)?.cells.push({ lines: [], span: element.span })
  }

  close(element: OpenElement): void {
    if (BLOCKS.has(element.name)) this.endLine()
    if (element.name === 'tr') this.#endRow()
    if (element.name === 'table') this.#covered.pop()
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
    if (visible !== '') this.#signals ??= signalsAt(element)
    if (element.isBold) this.#boldLength += visible.length
    this.#runs.push({ text: collapsed, font: element.font })
  }

  endLine(): void {
    const { texts, encodings } = decodeLegacyRuns(this.#runs)
    for (const encoding of encodings) this.#encodings.add(encoding)
    const text = trimWide(toNfc(texts.join('').replace(/ {2,}/g, ' ')))
    // Spaces between runs are not bold; four fifths is "the whole paragraph".
    const isBold = text !== '' && this.#boldLength * 5 >= text.length * 4
    const signals: ParagraphSignals = { ...this.#signals, ...(isBold ? { isBold } : {}) }
    this.#runs = []
    this.#boldLength = 0
    this.#signals = undefined
    if (text !== '') this.#place({ text, signals })
  }

  #place(line: Line): void {
    // A row that has no cell yet holds nothing back; the cell it stands in does.
    const cell = this.#rows.findLast(({ cells }) => cells.length > 0)?.cells.at(-1)
    if (cell) cell.lines.push(line)
    else this.#lines.push(line)
  }

  #endRow(): void {
    const row = this.#rows.pop()
    if (!row) return
    const outer = this.#rows.at(-1)
    if (outer) outer.hasInnerRows = true
    const cells = this.#withCovered(row.cells)
    const filled = row.cells.filter(({ lines }) => lines.length > 0)
    const isLayout =
      row.hasInnerRows || filled.length < 2 || filled.some(({ lines }) => lines.length >= LINES_OF_A_LAYOUT_CELL)
    if (!isLayout) this.#mergedCells += row.cells.filter(({ span }) => span.columns > 1 || span.rows > 1).length
    for (const line of isLayout ? filled.flatMap(({ lines }) => lines) : [joinCells(cells)]) this.#place(line)
  }

  /** The cells of a row with an empty one wherever a cell above reaches down. */
  #withCovered(cells: readonly OpenCell[]): readonly OpenCell[] {
    const covered = this.#covered.at(-1)
    if (!covered) return cells
    const placed: OpenCell[] = []
    let column = 0
    const skip = (): void => {
      for (; (covered[column] ?? 0) > 0; column += 1) {
        covered[column] = (covered[column] ?? 0) - 1
        placed.push({ lines: [], span: { columns: 1, rows: 1 } })
      }
    }
    for (const cell of cells) {
      skip()
      placed.push(cell)
      for (const end = Math.min(MOST_COLUMNS, column + cell.span.columns); column < end; column += 1)
        covered[column] = cell.span.rows - 1
    }
    skip()
    return placed
  }

  finish(): {
    readonly paragraphs: readonly SampleParagraph[]
    readonly encodings: ReadonlySet<LegacyEncoding>
    /** Cells of data rows that cover more than one place. */
    readonly mergedCells: number
  } {
    this.endLine()
    while (this.#rows.length > 0) this.#endRow()
    return {
      paragraphs: this.#lines.map((line, index) => ({ index, ...line })),
      encodings: this.#encodings,
      mergedCells: this.#mergedCells,
    }
  }
}

/** The mark of an item stands before its first line only. */
function signalsAt({ signals, item }: OpenElement): ParagraphSignals {
  const mark = item?.mark
  if (item) item.mark = undefined
  return mark === undefined ? signals : { ...signals, listMarker: mark }
}

function joinCells(cells: readonly OpenCell[]): Line {
  const texts = cells.map(({ lines, span }) => lines.map(markedText).join(' ') + '\t'.repeat(span.columns - 1))
  const isOutsideContent = cells.some(({ lines }) => lines.some((line) => line.signals.isOutsideContent === true))
  const text = texts.join('\t').trimEnd()
  return { text, signals: { isTableRow: true, ...(isOutsideContent ? { isOutsideContent } : {}) } }
}

/** In a cell the mark of an item has no place but the text. */
const markedText = ({ text, signals }: Line): string =>
  signals.listMarker === undefined ? text : `${signals.listMarker} ${text}`
