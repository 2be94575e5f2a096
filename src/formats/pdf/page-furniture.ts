/** Running heads, feet and page numbers: lines at the edge of pages that come again on other pages. */
import type { PageLine } from './page-lines'

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
  const seen = new Map<string, number>()
  for (const page of pages) for (const key of new Set(edgesOf(page).map(keyOf))) seen.set(key, (seen.get(key) ?? 0) + 1)
  const removed: string[] = []
  const left = pages.map((page) => {
    const edges = new Set(edgesOf(page))
    const lines = page.lines.filter((line) => {
      const isFurniture = edges.has(line) && isRunning(line, seen, pages.length)
      if (isFurniture) removed.push(lineText(line))
      return !isFurniture
    })
    return { ...page, lines }
  })
  return { pages: left, removed }
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

const PAGE_NUMBER = /^[-–—\s]*(?:trang\s*)?\d{1,4}(?:\s*(?:\/|trên|of)\s*\d{1,4})?[-–—\s]*$/iu

function isRunning(line: PageLine, seen: ReadonlyMap<string, number>, pageCount: number): boolean {
  const times = seen.get(keyOf(line)) ?? 0
  if (PAGE_NUMBER.test(lineText(line))) return true
  return times >= 2 && times * 2 >= pageCount
}
