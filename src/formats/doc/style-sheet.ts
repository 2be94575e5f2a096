/** Styles, fonts and the properties they hand down ([MS-DOC] 2.9.271, 2.9.60). */
import { viewOf } from './compound-file'
import { paragraphState, PLAIN_PARAGRAPH, runState, type ParagraphState, type RunState } from './formats'

export interface StyleSheet {
  readonly fonts: readonly string[]
  readonly nameOf: (style: number) => string | undefined
  readonly paragraph: (style: number) => ParagraphState
  readonly run: (style: number) => RunState
  /** A character style over what holds already. */
  readonly over: (below: RunState, style: number | undefined) => RunState
}

interface Style {
  readonly name: string
  /** Number of the built-in style: 1 to 9 are the headings. */
  readonly builtIn: number
  readonly base: number
  readonly paragraph: Uint8Array
  readonly run: Uint8Array
}

const NO_STYLE = 0xfff
/** More styles based on one another than Word allows. */
const DEEPEST = 16

export function readStyleSheet(table: Uint8Array, fontTable: Uint8Array): StyleSheet {
  const { styles, defaultFont } = readStyles(table)
  const chainOf = (style: number): readonly Style[] => {
    const chain: Style[] = []
    for (let at = styles[style]; at && chain.length < DEEPEST; at = styles[at.base]) chain.unshift(at)
    return chain
  }
  const paragraphs = new Map<number, ParagraphState>()
  const runs = new Map<number, RunState>()
  const remembered = <T>(known: Map<number, T>, style: number, make: () => T): T => {
    const value = known.get(style) ?? make()
    known.set(style, value)
    return value
  }
  return {
    fonts: readFonts(fontTable),
    nameOf: (style) => styles[style]?.name,
    paragraph: (style) =>
      remembered(paragraphs, style, () => {
        const chain = chainOf(style)
        const stated = chain.reduce((below, { paragraph }) => paragraphState(below, paragraph), PLAIN_PARAGRAPH)
        const builtIn = chain.at(-1)?.builtIn ?? 0
        const isHeading = builtIn >= 1 && builtIn <= 9 && stated.format.outlineLevel === undefined
        return isHeading ? { ...stated, format: { ...stated.format, outlineLevel: builtIn - 1 } } : stated
      }),
    run: (style) =>
      remembered(runs, style, () =>
        chainOf(style).reduce<RunState>((below, { run }) => runState(below, run), defaultFont),
      ),
    over: (below, style) =>
      style === undefined ? below : chainOf(style).reduce((state, { run }) => runState(state, run), below),
  }
}

function readStyles(bytes: Uint8Array): {
  readonly styles: readonly (Style | undefined)[]
  readonly defaultFont: RunState
} {
  if (bytes.length < 20) return { styles: [], defaultFont: {} }
  const view = viewOf(bytes)
  const infoLength = view.getUint16(0, true)
  const count = view.getUint16(2, true)
  const baseLength = view.getUint16(4, true)
  const defaultFont = { font: view.getUint16(14, true), markedLetterFont: view.getUint16(18, true) }
  const styles: (Style | undefined)[] = []
  for (let at = 2 + infoLength; styles.length < count && at + 2 <= bytes.length;) {
    const length = view.getUint16(at, true)
    styles.push(readStyle(bytes.subarray(at + 2, at + 2 + length), baseLength))
    at += 2 + length
  }
  return { styles, defaultFont }
}

const PARAGRAPH_STYLE = 1
const CHARACTER_STYLE = 2

function readStyle(bytes: Uint8Array, baseLength: number): Style | undefined {
  if (bytes.length < baseLength + 4) return undefined
  const view = viewOf(bytes)
  const builtIn = view.getUint16(0, true) & 0xfff
  const kind = view.getUint16(2, true) & 0xf
  const base = view.getUint16(2, true) >> 4
  const nameLength = view.getUint16(baseLength, true)
  const name = new TextDecoder('utf-16le').decode(bytes.subarray(baseLength + 2, baseLength + 2 + nameLength * 2))
  const parts = partsOf(bytes, baseLength + 2 + (nameLength + 1) * 2)
  const [first = new Uint8Array(), second = new Uint8Array()] = parts
  const isParagraph = kind === PARAGRAPH_STYLE
  return {
    name,
    builtIn: isParagraph ? builtIn : NO_STYLE,
    base,
    // Before the properties of a paragraph style stands its own number.
    paragraph: isParagraph ? first.subarray(2) : new Uint8Array(),
    run: isParagraph ? second : kind === CHARACTER_STYLE ? first : new Uint8Array(),
  }
}

/** Lists of properties, each with its length, at even places. */
function partsOf(bytes: Uint8Array, from: number): readonly Uint8Array[] {
  const view = viewOf(bytes)
  const parts: Uint8Array[] = []
  for (let at = from; at + 2 <= bytes.length && parts.length < 3;) {
    const length = view.getUint16(at, true)
    parts.push(bytes.subarray(at + 2, at + 2 + length))
    at += 2 + length + (length % 2)
  }
  return parts
}

const NAME_AT = 40

function readFonts(bytes: Uint8Array): readonly string[] {
  if (bytes.length < 4) return []
  const view = viewOf(bytes)
  const fonts: string[] = []
  for (let at = 4; fonts.length < view.getUint16(0, true) && at < bytes.length;) {
    const length = (bytes[at] ?? 0) + 1
    const name = new TextDecoder('utf-16le').decode(bytes.subarray(at + NAME_AT, at + length))
    fonts.push(name.split('\0')[0] ?? '')
    at += length
  }
  return fonts
}
