/**
 * Makes resources/fonts/tinos-widths.json from the Tinos fonts of @fontsource/tinos: how wide each letter is.
 * Tinos has the widths of Times New Roman, so rules, columns and line breaks can be measured without a screen.
 * Run it by hand after the font package changed: `node scripts/font-widths.mjs`.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import * as opentype from 'opentype.js'

const parse = opentype.parse ?? opentype.default.parse
const fontFolder = new URL('../node_modules/@fontsource/tinos/files/', import.meta.url)
const output = fileURLToPath(new URL('../resources/fonts/tinos-widths.json', import.meta.url))

const STYLES = { regular: '400-normal', bold: '700-normal', italic: '400-italic', boldItalic: '700-italic' }
// In this order a letter is looked up; a letter may stand in more than one file.
const SUBSETS = ['latin', 'vietnamese', 'latin-ext']

/** ASCII, Latin-1, the Vietnamese letters and their combining marks, and the punctuation of official texts. */
function repertoire() {
  const characters = new Set()
  const addRange = (from, to) => {
    for (let code = from; code <= to; code += 1) characters.add(String.fromCodePoint(code))
  }
  addRange(0x20, 0x7e)
  addRange(0xa0, 0xff)
  const bases = ['a', 'ă', 'â', 'e', 'ê', 'i', 'o', 'ô', 'ơ', 'u', 'ư', 'y']
  const tones = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323']
  for (const base of bases) {
    for (const tone of tones) {
      const letter = (base + tone).normalize('NFC')
      characters.add(letter)
      characters.add(letter.toUpperCase())
    }
  }
  for (const letter of 'đĐ–—‘’“”„…•‰′″€₫−×÷≤≥') characters.add(letter)
  return [...characters].sort()
}

function widthsOf(styleFile) {
  const fonts = SUBSETS.map((subset) => {
    const bytes = readFileSync(new URL(`tinos-${subset}-${styleFile}.woff`, fontFolder))
    return parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength))
  })
  const charactersByWidth = new Map()
  for (const character of repertoire()) {
    const glyph = fonts.map((font) => font.charToGlyph(character)).find((found) => found.index !== 0)
    if (!glyph) continue
    const width = glyph.advanceWidth
    charactersByWidth.set(width, (charactersByWidth.get(width) ?? '') + character)
  }
  return Object.fromEntries([...charactersByWidth].sort(([a], [b]) => a - b))
}

const table = {
  font: 'Tinos',
  unitsPerEm: 2048,
  // Width in units → the characters of that width.
  styles: Object.fromEntries(Object.entries(STYLES).map(([style, file]) => [style, widthsOf(file)])),
}
writeFileSync(output, `${JSON.stringify(table, undefined, 2)}\n`)
