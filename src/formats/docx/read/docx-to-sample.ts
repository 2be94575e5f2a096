/**
 * A Word document → the lines an officer reads, in their order. Text boxes and notes come after the paragraph they
 * belong to, letterhead and signature as lines, tables of data as rows.
 */
import type { ParagraphSignals, SampleParagraph } from '../../../core/learning/sample-document'
import type { Notice } from '../../../core/notice'
import { trimWide } from '../../../core/vietnamese/nfc'
import {
  noteKey,
  type DocxBlock,
  type DocxCell,
  type DocxDocument,
  type DocxParagraph,
  type DocxTable,
} from './docx-document'
import { linesOf, type Line } from './line-builder'
import { LossLog } from './losses'
import { endOfHead, laysOutLines } from './table-purpose'

interface DocxLines {
  readonly paragraphs: readonly SampleParagraph[]
  readonly notices: readonly Notice[]
}

export function docxToSample(document: DocxDocument): DocxLines {
  const losses = new LossLog()
  const reader = new LineReader(document, losses)
  const lines = reader.linesOfBlocks(document.blocks)
  return { paragraphs: lines.map((line, index) => ({ index, ...line })), notices: losses.notices() }
}

class LineReader {
  readonly #placedNotes = new Set<string>()

  constructor(
    readonly document: DocxDocument,
    readonly losses: LossLog,
  ) {}

  linesOfBlocks(blocks: readonly DocxBlock[]): Line[] {
    const headEnd = endOfHead(blocks)
    return blocks.flatMap((block, at) =>
      block.type === 'paragraph'
        ? this.#linesOfParagraph(block)
        : laysOutLines(block, { isInHead: at <= headEnd })
          ? this.#linesOfLayout(block)
          : this.#linesOfRows(block),
    )
  }

  #linesOfParagraph(paragraph: DocxParagraph): Line[] {
    const texts = paragraph.inlines.filter((inline) => inline.type === 'text')
    const { lines, directionMarks } = linesOf(texts)
    if (directionMarks > 0) this.losses.add('read.directionMarks', '', directionMarks)
    const signals = paragraphSignals(paragraph)
    const label = trimWide(paragraph.numbering?.label ?? '')
    const own = lines.map((line, at) => ({
      text: line.text,
      signals: { ...line.signals, ...signals, ...(at === 0 && label !== '' ? { listMarker: label } : {}) },
    }))
    return [...own, ...this.#linesBeside(paragraph)]
  }

  /** Text boxes and notes that hang on a paragraph. */
  #linesBeside(paragraph: DocxParagraph): Line[] {
    return paragraph.inlines.flatMap((inline) => {
      if (inline.type === 'textBox') return this.linesOfBlocks(inline.blocks)
      if (inline.type !== 'note') return []
      const key = noteKey(inline.kind, inline.id)
      const blocks = this.document.notes.get(key)
      if (!blocks || this.#placedNotes.has(key)) return []
      this.#placedNotes.add(key)
      this.losses.add('read.notesPlaced')
      return this.linesOfBlocks(blocks).map(({ text, signals }, at) => ({
        text,
        signals: { ...signals, isNote: true, ...(at === 0 ? { listMarker: `[${inline.mark}]` } : {}) },
      }))
    })
  }

  #linesOfLayout(table: DocxTable): Line[] {
    return table.rows.flatMap((row) => row.cells.flatMap((cell) => this.linesOfBlocks(cell.blocks)))
  }

  #linesOfRows(table: DocxTable): Line[] {
    return table.rows.flatMap((row) => {
      const notes: Line[] = []
      const cells = row.cells.map((cell) => this.#readCell(cell, notes))
      const text = cells
        .map((cell) => cell.text + '\t'.repeat(cell.columns - 1))
        .join('\t')
        .replace(/\t+$/, '')
      if (trimWide(text) === '') return notes
      const filled = cells.filter((cell) => cell.text !== '')
      const isBold = filled.every((cell) => cell.isBold)
      return [{ text, signals: { isTableRow: true, ...(isBold ? { isBold } : {}) } }, ...notes]
    })
  }

  /** Its paragraphs in one line; automatic numbers stay, since a cell may hold nothing else. Notes go below the row. */
  #readCell(cell: DocxCell, notes: Line[]): { text: string; isBold: boolean; columns: number } {
    const lines: Line[] = []
    for (const block of cell.blocks) {
      const read = this.linesOfBlocks([block])
      for (const line of read) (line.signals.isNote === true ? notes : lines).push(line)
      if (read.length === 0 && block.type === 'paragraph' && block.numbering)
        lines.push({ text: block.numbering.label, signals: {} })
    }
    return {
      text: trimWide(
        lines
          .map(({ text, signals: { listMarker } }) => `${listMarker ?? ''} ${text}`.replace(/\s+/g, ' ').trim())
          .join(' '),
      ),
      isBold: lines.length > 0 && lines.every(({ signals }) => signals.isBold === true),
      columns: cell.columns,
    }
  }
}

const TWIPS_OF_A_POINT = 20

function paragraphSignals({ format, styleName, isTableOfContents }: DocxParagraph): ParagraphSignals {
  const level = headingLevel(format.outlineLevel, styleName)
  const indent = ((format.indentLeft ?? 0) + (format.indentFirstLine ?? 0)) / TWIPS_OF_A_POINT
  return {
    ...(level === undefined ? {} : { headingLevel: level }),
    ...(format.alignment ? { alignment: format.alignment } : {}),
    ...(indent === 0 ? {} : { indent }),
    // Word fills it in from the headings: it is no section of the report.
    ...(isTableOfContents ? { isOutsideContent: true } : {}),
  }
}

/** Level 9 is body text. Some programs name the style and set no level. */
function headingLevel(outlineLevel: number | undefined, styleName: string | undefined): number | undefined {
  if (outlineLevel !== undefined) return outlineLevel < 9 ? Math.min(6, outlineLevel + 1) : undefined
  if (/^title$/i.test(styleName ?? '')) return 1
  const named = /^heading (\d)$/i.exec(styleName ?? '')?.[1]
  return named === undefined ? undefined : Math.min(6, Number(named))
}
