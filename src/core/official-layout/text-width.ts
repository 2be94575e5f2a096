/**
 * How wide a text is on paper, in mm, from the widths of Tinos (those of Times New Roman).
 * Rules, the columns of the header block and balanced line breaks are computed with it, without a screen.
 */
import tinosWidths from '../../../resources/fonts/tinos-widths.json'

export interface MeasuredFont {
  /** In pt. */
  readonly fontSize: number
  readonly isBold: boolean
  readonly isItalic: boolean
}

type FontStyle = keyof typeof tinosWidths.styles

const MM_PER_PT = 25.4 / 72

const tables = new Map<FontStyle, ReadonlyMap<string, number>>()

function widthTable(style: FontStyle): ReadonlyMap<string, number> {
  const known = tables.get(style)
  if (known) return known
  const table = new Map<string, number>()
  for (const [width, characters] of Object.entries(tinosWidths.styles[style])) {
    for (const character of characters) table.set(character, Number(width))
  }
  tables.set(style, table)
  return table
}

function styleName(font: MeasuredFont): FontStyle {
  if (font.isBold) return font.isItalic ? 'boldItalic' : 'bold'
  return font.isItalic ? 'italic' : 'regular'
}

/** Width of one line. Letters outside the table count as their base letter, else as half an em. */
export function textWidth(text: string, font: MeasuredFont): number {
  const table = widthTable(styleName(font))
  let units = 0
  for (const character of text.normalize('NFC')) units += characterUnits(character, table)
  return (units / tinosWidths.unitsPerEm) * font.fontSize * MM_PER_PT
}

function characterUnits(character: string, table: ReadonlyMap<string, number>): number {
  const known = table.get(character)
  if (known !== undefined) return known
  if (/\p{M}/u.test(character)) return 0
  const base = character.normalize('NFD').slice(0, 1)
  return table.get(base) ?? tinosWidths.unitsPerEm / 2
}

/** Breaks at spaces as a word processor does: as much on each line as fits. A word that is too long stands alone. */
export function wrapText(text: string, font: MeasuredFont, maxWidth: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && textWidth(longer, font) > maxWidth) {
      lines.push(line)
      line = word
    } else {
      line = longer
    }
  }
  if (line !== '') lines.push(line)
  return lines
}

export interface Wrapping {
  readonly lines: readonly string[]
  /** Of the widest line. */
  readonly width: number
}

/**
 * The most even wrapping that needs no more lines than `maxWidth` does: a title then never ends in a lone syllable.
 */
export function balancedWrapping(text: string, font: MeasuredFont, maxWidth: number): Wrapping {
  const fullest = wrapText(text, font, maxWidth)
  if (fullest.length < 2) return { lines: fullest, width: widest(fullest, font) }
  let low = 0
  let high = maxWidth
  let best = fullest
  // Twelve halvings are finer than a twentieth of a millimetre on any page.
  for (let step = 0; step < 12; step += 1) {
    const middle = (low + high) / 2
    const lines = wrapText(text, font, middle)
    if (lines.length <= fullest.length && widest(lines, font) <= maxWidth) {
      best = lines
      high = middle
    } else {
      low = middle
    }
  }
  return { lines: best, width: widest(best, font) }
}

/**
 * The lines of a name: one where it fits; else two, broken before one of the given words where both halves fit,
 * as evenly as those words allow; else the most even wrapping.
 */
export function breakAtWords(
  text: string,
  font: MeasuredFont,
  maxWidth: number,
  breakBefore: readonly string[],
): readonly string[] {
  if (textWidth(text, font) <= maxWidth) return [text]
  const words = text.split(/\s+/).filter((word) => word !== '')
  const halves = words
    .map((_, index): readonly [string, string] => [words.slice(0, index).join(' '), words.slice(index).join(' ')])
    .filter(([first, second]) => first !== '' && beginsWithOneOf(second, breakBefore))
    .filter((lines) => widest(lines, font) <= maxWidth)
    .sort((a, b) => widest(a, font) - widest(b, font))
  return halves[0] ?? balancedWrapping(text, font, maxWidth).lines
}

const beginsWithOneOf = (text: string, words: readonly string[]): boolean =>
  words.some((word) => text.toUpperCase().startsWith(`${word.toUpperCase()} `))

const widest = (lines: readonly string[], font: MeasuredFont): number =>
  lines.reduce((most, line) => Math.max(most, textWidth(line, font)), 0)
