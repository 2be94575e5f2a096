/**
 * Every glyph of a page with its own place. Needed where a program drew the letters a font lacks after the rest of the
 * line, in another font, into gaps it had left: pdf.js gives such a line as two, one full of holes, one of stray letters.
 * Walks the operators of the page as its renderer does (ISO 32000-1, 9.4).
 */
import { getResolvedPDFJS } from 'unpdf'
import type { PlacedText } from './page-lines'

/** What pdf.js gives for drawing a page: an operator and its operands each. */
export interface Operators {
  readonly fnArray: readonly number[]
  readonly argsArray: readonly unknown[]
}

/** In heights of the font: letters drawn twice, to look bold, stand closer than any two letters of a word. */
const NEARLY_THE_SAME = 0.1

/** Whether a piece stands amid what was already written on its line, or over it. */
export function hasLettersInGaps(texts: readonly PlacedText[]): boolean {
  let run: { y: number; from: number; to: number } | undefined
  for (const { text, x, y, width, size } of texts) {
    if (text.trim() === '') continue
    const isSameLine = run !== undefined && Math.abs(run.y - y) < size * 0.3
    if (run && isSameLine && x > run.from - size * NEARLY_THE_SAME && x < run.to - size * 0.3) return true
    run = run && isSameLine ? { ...run, to: Math.max(run.to, x + width) } : { y, from: x, to: x + width }
  }
  return false
}

/** Glyphs in the order of the file, those of one line from left to right. `toPage`: the page as it is shown. */
export async function drawnGlyphs(
  { fnArray, argsArray }: Operators,
  toPage: readonly number[],
  nameOf: (font: string) => string | undefined,
): Promise<readonly PlacedText[]> {
  const { OPS } = await getResolvedPDFJS()
  const pen = new Pen(toPage, nameOf)
  for (const [index, operator] of fnArray.entries()) {
    const operands = argsArray[index]
    const list: readonly unknown[] = Array.isArray(operands) ? operands : []
    const numbers = list.map(Number)
    const [first = 0, second = 0] = numbers
    if (operator === OPS.save) pen.save()
    else if (operator === OPS.restore || operator === OPS.paintFormXObjectEnd) pen.restore()
    else if (operator === OPS.transform) pen.transform(numbers)
    else if (operator === OPS.paintFormXObjectBegin) {
      pen.save()
      pen.transform(matrixOf(list[0]))
    } else if (operator === OPS.beginText) pen.setMatrix(IDENTITY)
    else if (operator === OPS.setTextMatrix) pen.setMatrix(list.length === 6 ? numbers : matrixOf(list[0]))
    else if (operator === OPS.moveText) pen.move(first, second)
    else if (operator === OPS.setLeadingMoveText) pen.move(first, second, -second)
    else if (operator === OPS.setLeading) pen.leading = -first
    else if (operator === OPS.nextLine) pen.move(0, -pen.leading)
    else if (operator === OPS.setFont) pen.setFont(String(list[0]), second)
    else if (operator === OPS.setCharSpacing) pen.letterSpace = first
    else if (operator === OPS.setWordSpacing) pen.wordSpace = first
    else if (operator === OPS.setHScale) pen.stretch = first / 100
    else if (operator === OPS.showText) pen.show(list[0])
  }
  return leftToRight(pen.glyphs)
}

const IDENTITY: readonly number[] = [1, 0, 0, 1, 0, 0]

/** A matrix comes as an array or as an object that is read like one. */
function matrixOf(value: unknown): readonly number[] {
  if (typeof value !== 'object' || value === null) return IDENTITY
  const numbers = Array.from({ ...value, length: 6 } as ArrayLike<unknown>, Number)
  return numbers.some(Number.isNaN) ? IDENTITY : numbers
}

function times(outer: readonly number[], inner: readonly number[]): readonly number[] {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = outer
  const [ia = 1, ib = 0, ic = 0, id = 1, ie = 0, ig = 0] = inner
  return [a * ia + c * ib, b * ia + d * ib, a * ic + c * id, b * ic + d * id, a * ie + c * ig + e, b * ie + d * ig + f]
}

class Pen {
  readonly glyphs: PlacedText[] = []
  leading = 0
  letterSpace = 0
  wordSpace = 0
  stretch = 1
  readonly #saved: (readonly number[])[] = []
  #page: readonly number[]
  #line = IDENTITY
  #along = 0
  #font: string | undefined
  #size = 0

  constructor(
    toPage: readonly number[],
    readonly nameOf: (font: string) => string | undefined,
  ) {
    this.#page = toPage
  }

  save(): void {
    this.#saved.push(this.#page)
  }

  restore(): void {
    this.#page = this.#saved.pop() ?? this.#page
  }

  transform(matrix: readonly number[]): void {
    this.#page = times(this.#page, matrix)
  }

  setMatrix(matrix: readonly number[]): void {
    this.#line = matrix
    this.#along = 0
  }

  move(x: number, y: number, leading?: number): void {
    this.#line = times(this.#line, [1, 0, 0, 1, x, y])
    this.#along = 0
    if (leading !== undefined) this.leading = leading
  }

  setFont(font: string, size: number): void {
    this.#font = this.nameOf(font)
    this.#size = size
  }

  show(glyphs: unknown): void {
    if (!Array.isArray(glyphs)) return
    for (const glyph of glyphs as readonly unknown[]) {
      if (typeof glyph === 'number') this.#along -= (glyph / 1000) * this.#size * this.stretch
      else if (isGlyph(glyph)) this.#place(glyph)
    }
  }

  #place({ unicode, width, isSpace }: Glyph): void {
    const [a = 1, b = 0, c = 0, d = 1, x = 0, y = 0] = times(times(this.#page, this.#line), [
      1,
      0,
      0,
      1,
      this.#along,
      0,
    ])
    const ink = (width / 1000) * this.#size * this.stretch
    this.glyphs.push({
      text: unicode,
      x,
      y,
      width: ink * Math.hypot(a, b),
      size: Math.abs(this.#size) * Math.hypot(c, d),
      font: this.#font,
    })
    this.#along += ink + (this.letterSpace + (isSpace === true ? this.wordSpace : 0)) * this.stretch
  }
}

interface Glyph {
  readonly unicode: string
  /** Thousandths of the size. */
  readonly width: number
  readonly isSpace?: boolean
}

const isGlyph = (value: unknown): value is Glyph =>
  typeof value === 'object' &&
  value !== null &&
  'unicode' in value &&
  typeof value.unicode === 'string' &&
  'width' in value &&
  typeof value.width === 'number'

/** What follows each other on one line, by its place; what was drawn twice counts once. */
function leftToRight(glyphs: readonly PlacedText[]): readonly PlacedText[] {
  const lines: PlacedText[][] = []
  for (const glyph of glyphs) {
    if (glyph.text.trim() === '') continue
    const line = lines.at(-1)
    const first = line?.[0]
    if (line && first && Math.abs(first.y - glyph.y) < glyph.size * 0.3) line.push(glyph)
    else lines.push([glyph])
  }
  return lines.flatMap((line) =>
    line.sort((one, other) => one.x - other.x).filter((glyph, index) => !isAgain(glyph, line[index - 1])),
  )
}

const isAgain = (glyph: PlacedText, before: PlacedText | undefined): boolean =>
  before?.text === glyph.text && glyph.x - before.x < glyph.size * NEARLY_THE_SAME
