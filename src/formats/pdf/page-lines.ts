/**
 * Pieces of text as a PDF places them → lines of the page, each a row of cells. A PDF knows neither lines nor tables:
 * what stands on one baseline is a line, a gap wider than any space starts a cell.
 */

/** A piece of text with its place; points from the upper left corner of the page. */
export interface PlacedText {
  readonly text: string
  readonly x: number
  /** Of the baseline. */
  readonly y: number
  readonly width: number
  /** Of the font. */
  readonly size: number
  /** The name the file gives the font. */
  readonly font: string | undefined
}

export interface Cell {
  readonly pieces: readonly PlacedText[]
  readonly x: number
  readonly end: number
}

export interface PageLine {
  readonly cells: readonly Cell[]
  readonly x: number
  readonly end: number
  readonly y: number
  readonly size: number
}

/** In the order of the file, which is the order of reading in whatever a word processor wrote. */
export function linesOfPage(texts: readonly PlacedText[]): readonly PageLine[] {
  const lines: PlacedText[][][] = []
  let last: PlacedText | undefined
  for (const piece of texts) {
    // A space of its own may be as wide as a column; the gap tells.
    if (piece.text.trim() === '') continue
    const gap = last && isSameBaseline(last, piece) ? piece.x - (last.x + last.width) : undefined
    const line = lines.at(-1)
    if (!last || !line || gap === undefined || gap < -last.size) lines.push([[piece]])
    else if (gap > last.size * CELL_GAP && !isOnlyMarker(line)) line.push([piece])
    else line.at(-1)?.push(...spaced(gap, last, piece))
    last = piece
  }
  return lines.map((cells) => toLine(cells.map(toCell))).filter(({ cells }) => cells.length > 0)
}

/** In heights of the font: three spaces of a justified line are narrower, the room between two columns is wider. */
const CELL_GAP = 1.6
/** Below this, two pieces are one word that was cut. */
const WORD_GAP = 0.12

const isSameBaseline = (one: PlacedText, other: PlacedText): boolean => {
  const isRaised = Math.min(one.size, other.size) < Math.max(one.size, other.size) * 0.8
  return Math.abs(one.y - other.y) < Math.max(one.size, other.size) * (isRaised ? RAISED : LEVEL)
}

/** In heights of the font: what stands on one line, and how far the small mark of a note is raised above it. */
const LEVEL = 0.3
const RAISED = 0.5

/** After the mark of a list stands a tab, not the next cell. */
const isOnlyMarker = (line: readonly (readonly PlacedText[])[]): boolean =>
  line.length === 1 &&
  /^\s*(?:[-–+*•▪●○✓➢·]|\(?(?:\d{1,2}|[a-zđ]|[ivx]{1,4})[.)]|[IVX]{1,4}[.)])\s*$/u.test(textOf(line[0] ?? []))

const textOf = (pieces: readonly PlacedText[]): string => pieces.map(({ text }) => text).join('')

function spaced(gap: number, last: PlacedText, piece: PlacedText): readonly PlacedText[] {
  const isApart = gap > last.size * WORD_GAP && !/\s$/.test(last.text) && !/^\s/.test(piece.text)
  return isApart ? [{ ...last, text: ' ', x: last.x + last.width, width: gap }, piece] : [piece]
}

function toCell(pieces: readonly PlacedText[]): Cell {
  const inked = pieces.filter(({ text }) => text.trim() !== '')
  return {
    pieces: inked.length === 0 ? [] : pieces,
    // One by one: a call takes only so many arguments.
    x: inked.reduce((least, { x }) => Math.min(least, x), Number.POSITIVE_INFINITY),
    end: inked.reduce((most, { x, width }) => Math.max(most, x + width), Number.NEGATIVE_INFINITY),
  }
}

function toLine(all: readonly Cell[]): PageLine {
  const cells = all.filter(({ pieces }) => pieces.length > 0)
  const first = cells[0]?.pieces.find(({ text }) => text.trim() !== '')
  return {
    cells,
    x: cells[0]?.x ?? 0,
    end: cells.at(-1)?.end ?? 0,
    y: first?.y ?? 0,
    size: first?.size ?? 0,
  }
}
