/** Running heads, feet and page numbers: lines at the edge of pages that come again on other pages. */
import type { PageLine } from './page-lines'
import { repeated } from './repeated'

export interface PdfPage {
  /** In points. */
  readonly height: number
  readonly lines: readonly PageLine[]
}

export interface WithoutFurniture {
  readonly pages: readonly PdfPage[]
  /** What was taken out. */
  readonly removed: readonly string[]
}

/** Takes out what is no text of the document. A document of one page has none that could be told. */
export function withoutFurniture(pages: readonly PdfPage[]): WithoutFurniture {
  if (pages.length < 2) return { pages, removed: [] }
  const heads = runningHeads(pages)
  const offsets = numberOffsets(pages)
  const removed: string[] = []
  const left = pages.map((page, index) => {
    const edges = new Set(edgesOf(page))
    const lines = page.lines.filter((line) => {
      const isFurniture = edges.has(line) && (heads.has(keyOf(line)) || offsets.has(numberOffset(line, index)))
      if (isFurniture) removed.push(lineText(line))
      return !isFurniture
    })
    return { ...page, lines }
  })
  return { pages: left, removed }
}

/** Lines that stand at the same place on half of the pages and more. */
function runningHeads(pages: readonly PdfPage[]): ReadonlySet<string> {
  const lines = pages.flatMap((page) => [
    ...new Set(
      edgesOf(page)
        .filter((line) => !isNumber(line))
        .map(keyOf),
    ),
  ])
  return new Set(repeated(lines, Math.max(2, pages.length / 2)))
}

/** How far printed numbers are ahead of the count of pages: a year or a sum alone on a line agrees with no other page. */
function numberOffsets(pages: readonly PdfPage[]): ReadonlySet<number | undefined> {
  const offsets = pages.flatMap((page, index) => [
    ...new Set(edgesOf(page).flatMap((line) => numberOffset(line, index) ?? [])),
  ])
  // Where only the second of two pages has a number, it is its own.
  return new Set([...repeated(offsets, 2), ...offsets.filter((offset) => offset === 1)])
}

const isNumber = (line: PageLine): boolean => PAGE_NUMBER.test(lineText(line))

function numberOffset(line: PageLine, index: number): number | undefined {
  const number = PAGE_NUMBER.exec(lineText(line))?.[1]
  return number === undefined ? undefined : Number(number) - index
}

export const lineText = (line: PageLine): string =>
  line.cells
    .map(({ pieces }) =>
      pieces
        .map(({ text }) => text)
        .join('')
        .trim(),
    )
    .join(' ')

/** Two lines above and below are the most that a head or foot of an office has. */
const EDGE_LINES = 2

/** The margins of an office document are 20 mm and more: no line of its text has its baseline here. */
const HEAD = 0.085
const FOOT = 0.93

function edgesOf({ lines, height }: PdfPage): readonly PageLine[] {
  const byHeight = [...lines].sort((one, other) => one.y - other.y)
  const head = byHeight.slice(0, EDGE_LINES).filter(({ y }) => y < height * HEAD)
  return [...head, ...byHeight.slice(-EDGE_LINES).filter(({ y }) => y > height * FOOT)]
}

/** Numbers differ from page to page. */
const keyOf = (line: PageLine): string =>
  `${Math.round(line.y / 4)} ${lineText(line).replace(/\d+/g, '#').toLowerCase()}`

const PAGE_NUMBER = /^[-–—\s]*(?:trang\s*)?(\d{1,4})(?:\s*(?:\/|trên|of)\s*\d{1,4})?[-–—\s]*$/iu
