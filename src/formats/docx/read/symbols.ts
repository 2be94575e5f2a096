/**
 * Letters of fonts that hold pictures: what is stored is a place in the font, not a character. Rows for the signs that
 * offices use as bullets, boxes and arrows; the fonts are those that come with Windows.
 */

const WINGDINGS: readonly (readonly [code: number, text: string])[] = [
  [0x28, '☎'],
  [0x2a, '✉'],
  [0x6c, '●'],
  [0x6d, '❍'],
  [0x6e, '■'],
  [0x6f, '□'],
  [0x71, '❑'],
  [0x73, '⬧'],
  [0x75, '◆'],
  [0x76, '❖'],
  [0x77, '◆'],
  [0x9f, '•'],
  [0xa0, '▪'],
  [0xa1, '○'],
  [0xa7, '▪'],
  [0xa8, '□'],
  [0xab, '★'],
  [0xd8, '➢'],
  [0xdf, '←'],
  [0xe0, '→'],
  [0xe8, '➔'],
  [0xf0, '⇨'],
  [0xfb, '✗'],
  [0xfc, '✓'],
  [0xfd, '☒'],
  [0xfe, '☑'],
]

const SYMBOL: readonly (readonly [code: number, text: string])[] = [
  [0x2a, '*'],
  [0x2b, '+'],
  [0x2d, '-'],
  [0x61, 'α'],
  [0x62, 'β'],
  [0x67, 'γ'],
  [0x64, 'δ'],
  [0x44, 'Δ'],
  [0x6d, 'μ'],
  [0x70, 'π'],
  [0x53, 'Σ'],
  [0x57, 'Ω'],
  [0xa3, '≤'],
  [0xa5, '∞'],
  [0xa7, '▪'],
  [0xa8, '♦'],
  [0xab, '↔'],
  [0xac, '←'],
  [0xae, '→'],
  [0xb0, '°'],
  [0xb1, '±'],
  [0xb3, '≥'],
  [0xb4, '×'],
  [0xb7, '•'],
  [0xb8, '÷'],
  [0xb9, '≠'],
  [0xbb, '≈'],
  [0xd7, '·'],
  [0xde, '⇒'],
]

const FONTS: readonly (readonly [RegExp, ReadonlyMap<number, string>])[] = [
  [/^wingdings$/i, new Map(WINGDINGS)],
  [/^symbol$/i, new Map(SYMBOL)],
]
const PICTURE_FONT = /^(?:wingdings(?: [23])?|webdings|symbol|marlett)$/i

/** What stands for a sign that no row has. */
export const UNKNOWN_SYMBOL = '□'

/** The character of a place in a font of pictures; `undefined` where no row has it. */
export function symbolText(code: number, font: string): string | undefined {
  // Word moves such letters by F000 into the area for private use.
  const place = code & 0xff
  if (code > 0xff && (code < 0xf000 || code > 0xf0ff)) return code > 0x10ffff ? undefined : String.fromCodePoint(code)
  return FONTS.find(([name]) => name.test(font))?.[1].get(place)
}

/** Whether the letters typed in this font are pictures. */
export const isPictureFont = (font: string | undefined): boolean => font !== undefined && PICTURE_FONT.test(font)

const PRIVATE = /[\uE000-\uF8FF]/u

/** A bullet as people type it. */
export function bulletText(text: string, font: string): string {
  const bullet = text.trim()
  if (bullet === 'o' && /^courier/i.test(font)) return '◦'
  if (!isPictureFont(font) && !PRIVATE.test(bullet)) return bullet
  return symbolText(bullet.codePointAt(0) ?? 0, font) ?? '•'
}
