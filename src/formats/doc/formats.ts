/** What the properties of a .doc mean for the paragraphs and runs of our model; codes from [MS-DOC] 2.6.1 and 2.6.2. */
import type { ParagraphFormat, RunFormat } from '../docx/read/docx-document'
import { viewOf } from './compound-file'
import { byteOf, propertiesOf, signedOf, wordOf } from './properties'

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

export interface RunState {
  /** Numbers of fonts. */
  readonly font?: number
  readonly markedLetterFont?: number
  readonly size?: number
  readonly isBold?: boolean
  readonly isItalic?: boolean
  readonly isAllCaps?: boolean
  readonly isHidden?: boolean
  readonly isDeleted?: boolean
  readonly isInserted?: boolean
  /** The character stands for something else: a picture, a note, a sign of another font. */
  readonly isSpecial?: boolean
  readonly symbol?: { readonly font: number; readonly code: number }
  readonly characterStyle?: number
}

const TOGGLES: ReadonlyMap<number, 'isBold' | 'isItalic' | 'isAllCaps' | 'isHidden'> = new Map([
  [0x0835, 'isBold'],
  [0x0836, 'isItalic'],
  [0x083b, 'isAllCaps'],
  [0x083c, 'isHidden'],
])
const FLAGS: ReadonlyMap<number, 'isDeleted' | 'isInserted' | 'isSpecial'> = new Map([
  [0x0800, 'isDeleted'],
  [0x0801, 'isInserted'],
  [0x0855, 'isSpecial'],
])

/** `style`: what holds below, which a toggle may name as "the same" or "the other way round". */
export function runState(style: RunState, bytes: Uint8Array): RunState {
  const state: Mutable<RunState> = { ...style }
  for (const property of propertiesOf(bytes)) {
    const toggle = TOGGLES.get(property.code)
    const flag = FLAGS.get(property.code)
    if (toggle) state[toggle] = toggled(byteOf(property), style[toggle] === true)
    else if (flag) state[flag] = byteOf(property) !== 0
    else if (property.code === 0x4a30) state.characterStyle = wordOf(property)
    else if (property.code === 0x4a43) state.size = wordOf(property)
    else if (property.code === 0x4a4f) state.font = wordOf(property)
    else if (property.code === 0x4a51) state.markedLetterFont = wordOf(property)
    else if (property.code === 0x6a09 && property.operand.length === 4)
      state.symbol = { font: wordOf(property), code: viewOf(property.operand).getUint16(2, true) }
  }
  return state
}

const toggled = (value: number, below: boolean): boolean =>
  value === 0x80 ? below : value === 0x81 ? !below : value !== 0

export function runFormat(state: RunState, fonts: readonly string[]): RunFormat {
  const font = fonts[state.font ?? -1]
  const marked = fonts[state.markedLetterFont ?? -1]
  return {
    ...(font === undefined ? {} : { font }),
    ...(marked === undefined ? {} : { markedLetterFont: marked }),
    ...(state.size === undefined ? {} : { size: state.size }),
    ...(state.isBold === undefined ? {} : { isBold: state.isBold }),
    ...(state.isItalic === undefined ? {} : { isItalic: state.isItalic }),
    ...(state.isAllCaps === undefined ? {} : { isAllCaps: state.isAllCaps }),
    ...(state.isHidden === undefined ? {} : { isHidden: state.isHidden }),
  }
}

export interface ParagraphState {
  readonly format: ParagraphFormat
  readonly isInTable: boolean
  /** The mark that ends a row. */
  readonly isRowEnd: boolean
  /** How many tables it stands in, one inside the other. */
  readonly tableDepth: number
  /** From 1; 0 for none. */
  readonly list: number
  readonly level: number
  readonly hasVisibleBorders: boolean
  /** For the cells of the row that ends here. */
  readonly continuesAbove: readonly boolean[]
}

export const PLAIN_PARAGRAPH: ParagraphState = {
  format: {},
  isInTable: false,
  isRowEnd: false,
  tableDepth: 0,
  list: 0,
  level: 0,
  hasVisibleBorders: false,
  continuesAbove: [],
}

const ALIGNMENTS = ['left', 'center', 'right', 'justified', 'justified'] as const
/** A paragraph taken out of the list of its style. */
const NO_LIST = 0xf801

export function paragraphState(style: ParagraphState, bytes: Uint8Array): ParagraphState {
  const format: Mutable<ParagraphFormat> = { ...style.format }
  const state: Mutable<ParagraphState> = { ...style, format }
  for (const property of propertiesOf(bytes)) {
    switch (property.code) {
      case 0x2403:
      case 0x2461: {
        const alignment = ALIGNMENTS[byteOf(property)]
        if (alignment) format.alignment = alignment
        break
      }
      case 0x840f:
      case 0x845e:
        format.indentLeft = signedOf(property)
        break
      case 0x8411:
      case 0x8460:
        format.indentFirstLine = signedOf(property)
        break
      case 0x2640:
        format.outlineLevel = byteOf(property)
        break
      case 0x2416:
        state.isInTable = byteOf(property) !== 0
        break
      case 0x2417:
      case 0x244c:
        state.isRowEnd = byteOf(property) !== 0
        break
      case 0x6649:
        state.tableDepth = wordOf(property)
        break
      case 0x460b:
        state.list = wordOf(property) === NO_LIST ? 0 : wordOf(property)
        break
      case 0x260a:
        state.level = byteOf(property)
        break
      case 0xd605:
        state.hasVisibleBorders ||= hasLine(property.operand, 4, 1)
        break
      case 0xd613:
        state.hasVisibleBorders ||= hasLine(property.operand, 8, 5)
        break
      case 0xd608: {
        const cells = cellsOf(property.operand)
        state.continuesAbove = cells.map((cell) => cell.continuesAbove)
        state.hasVisibleBorders ||= cells.filter((cell) => cell.isRuledOff).length * 2 > cells.length
        break
      }
    }
  }
  return state
}

const isLine = (kind: number | undefined): boolean => kind !== undefined && kind !== 0 && kind !== 0xff

function hasLine(borders: Uint8Array, step: number, at: number): boolean {
  for (let border = at; border < borders.length; border += step) if (isLine(borders[border])) return true
  return false
}

interface CellState {
  readonly continuesAbove: boolean
  readonly isRuledOff: boolean
}

const CELL_LENGTH = 20
const VERTICALLY_MERGED = 0x20
const FIRST_OF_MERGED = 0x40

function cellsOf(operand: Uint8Array): readonly CellState[] {
  const count = operand[0] ?? 0
  const first = 1 + (count + 1) * 2
  return Array.from({ length: count }, (_, index) => {
    const cell = operand.subarray(first + index * CELL_LENGTH, first + (index + 1) * CELL_LENGTH)
    const flags = cell[0] ?? 0
    return {
      continuesAbove: (flags & VERTICALLY_MERGED) !== 0 && (flags & FIRST_OF_MERGED) === 0,
      // Left and right of the four borders: a line below a cell is often the rule below a name.
      isRuledOff: isLine(cell[9]) || isLine(cell[17]),
    }
  })
}
