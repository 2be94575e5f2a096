/** The text of one paragraph as the lines an officer sees, each with what most of its letters look like. */
import { findLineMarker } from '../../../core/learning/words/line-marker'
import type { ParagraphSignals } from '../../../core/learning/sample-document'
import { toNfc, trimWide } from '../../../core/vietnamese/nfc'
import { DIRECTION_MARKS } from '../../without-direction-marks'
import type { DocxText, RunFormat } from './docx-document'

export interface Line {
  readonly text: string
  readonly signals: ParagraphSignals
}

interface Looks {
  letters: number
  bold: number
  italic: number
  /** Half points → letters of this size. */
  readonly sizes: Map<number, number>
}

const noLooks = (): Looks => ({ letters: 0, bold: 0, italic: 0, sizes: new Map() })

interface ReadLines {
  readonly lines: readonly Line[]
  /** Characters that would have turned the order of others. */
  readonly directionMarks: number
}

/** Breaks of line, column and page end a line; empty lines fall out. */
export function linesOf(texts: readonly DocxText[]): ReadLines {
  const lines: Line[] = []
  let directionMarks = 0
  let text = ''
  let looks = noLooks()
  const endLine = (): void => {
    const clean = text.replace(DIRECTION_MARKS, '')
    directionMarks += text.length - clean.length
    const words = tidied(clean)
    if (words !== '') lines.push({ text: words, signals: signalsOf(looks) })
    text = ''
    looks = noLooks()
  }
  for (const { text: run, format } of texts) {
    for (const [index, part] of run.split('\n').entries()) {
      if (index > 0) endLine()
      text += format.isAllCaps === true ? part.toUpperCase() : part
      addLooks(looks, part, format)
    }
  }
  endLine()
  return { lines, directionMarks }
}

function tidied(text: string): string {
  // A row of tabs moves text to one place; only cells of a table are counted by them.
  const plain = trimWide(toNfc(text)).replace(/[\t \u00A0]{2,}/g, (gap) =>
    gap.includes('\t') ? '\t' : gap.replace(/ +/g, ' '),
  )
  const mark = findLineMarker(plain)?.length ?? 0
  return plain.slice(0, mark).replace(/\t/g, ' ') + plain.slice(mark)
}

function addLooks(looks: Looks, text: string, format: RunFormat): void {
  const letters = text.replace(/\s+/g, '').length
  looks.letters += letters
  if (format.isBold === true) looks.bold += letters
  if (format.isItalic === true) looks.italic += letters
  if (format.size !== undefined) looks.sizes.set(format.size, (looks.sizes.get(format.size) ?? 0) + letters)
}

/** Four fifths of the letters are "the whole line": a note in brackets or a number may look otherwise. */
const isMost = (part: number, whole: number): boolean => part > 0 && part * 5 >= whole * 4

function signalsOf({ letters, bold, italic, sizes }: Looks): ParagraphSignals {
  const [size] = [...sizes].toSorted((a, b) => b[1] - a[1])
  return {
    ...(isMost(bold, letters) ? { isBold: true } : {}),
    ...(isMost(italic, letters) ? { isItalic: true } : {}),
    ...(size ? { fontSize: size[0] / 2 } : {}),
  }
}
