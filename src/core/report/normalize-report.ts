/**
 * One spelling for each report: NFC text, no empty or splittable runs, sorted marks, rectangular tables,
 * unique ids, no empty paragraphs at the end of a section. Total and idempotent (property test).
 * Nothing an officer typed is dropped: surplus cells and too deep sections keep their text.
 */
import { toNfc } from '../vietnamese/nfc'
import {
  MARKS,
  MAX_SECTION_DEPTH,
  type Block,
  type Inline,
  type List,
  type Mark,
  type Report,
  type Section,
  type Table,
  type TableCell,
} from './report'
import type { Identities } from './make-report'

export function normalizeReport(report: Report, identities: Identities): Report {
  const claim = uniqueIds(identities)
  const common = {
    sections: report.sections.map((section) => normalizeSection(section, claim, 1)),
    slots: report.slots,
  }
  return report.kind === 'formalReport'
    ? { ...report, ...common, subject: normalizeInlines(report.subject) }
    : { ...report, ...common, headline: normalizeInlines(report.headline) }
}

/** First occurrence of an id keeps it; a repeated or empty one gets a fresh id. */
function uniqueIds(identities: Identities): (id: string) => string {
  const taken = new Set<string>()
  return (id) => {
    let own = id
    while (own === '' || taken.has(own)) own = identities.next()
    taken.add(own)
    return own
  }
}

type Claim = (id: string) => string

function normalizeSection(section: Section, claim: Claim, depth: number): Section {
  const id = claim(section.id)
  const blocks = section.blocks.map((block) => normalizeBlock(block, claim))
  const own = { ...section, id, heading: normalizeInlines(section.heading) }
  if (depth < MAX_SECTION_DEPTH) {
    return {
      ...own,
      blocks: trimEnd(blocks),
      sections: section.sections.map((inner) => normalizeSection(inner, claim, depth + 1)),
    }
  }
  // Deeper than any layout numbers: the text goes on as paragraphs of the deepest section.
  const flattened = section.sections
    .flatMap((inner) => sectionAsBlocks(inner))
    .map((block) => normalizeBlock(block, claim))
  return { ...own, blocks: trimEnd([...blocks, ...flattened]), sections: [] }
}

function sectionAsBlocks(section: Section): Block[] {
  const heading: Block[] =
    section.heading.length > 0 ? [{ type: 'paragraph', id: section.id, content: section.heading }] : []
  return [...heading, ...section.blocks, ...section.sections.flatMap(sectionAsBlocks)]
}

const isEmptyParagraph = (block: Block | undefined): boolean =>
  block?.type === 'paragraph' && block.content.length === 0

function trimEnd(blocks: readonly Block[]): readonly Block[] {
  let end = blocks.length
  while (end > 0 && isEmptyParagraph(blocks[end - 1])) end -= 1
  return blocks.slice(0, end)
}

function normalizeBlock(block: Block, claim: Claim): Block {
  switch (block.type) {
    case 'paragraph':
      return { ...block, id: claim(block.id), content: normalizeInlines(block.content) }
    case 'list':
      return normalizeList(block, claim)
    case 'table':
      return normalizeTable({ ...block, id: claim(block.id) })
    case 'pageBreak':
      return { ...block, id: claim(block.id) }
  }
}

function normalizeList(list: List, claim: Claim): List {
  const id = claim(list.id)
  const items = list.items.map((item) => ({
    content: normalizeInlines(item.content),
    lists: item.lists.map((inner) => normalizeList(inner, claim)),
  }))
  return { ...list, id, items: items.length > 0 ? items : [{ content: [], lists: [] }] }
}

/** NFC; empty runs gone; neighbours of equal marks joined; marks sorted and single. */
export function normalizeInlines(content: readonly Inline[]): readonly Inline[] {
  const done: Inline[] = []
  for (const inline of content) {
    if (inline.type !== 'text') {
      done.push(inline.type === 'slot' ? { ...inline, marks: sortedMarks(inline.marks) } : inline)
      continue
    }
    const value = toNfc(inline.text)
    if (value === '') continue
    const marks = sortedMarks(inline.marks)
    const last = done.at(-1)
    if (last?.type === 'text' && sameMarks(last.marks, marks)) {
      // A mark may have stood apart from its letter: NFC again over the seam.
      done[done.length - 1] = { ...last, text: toNfc(last.text + value) }
    } else {
      done.push({ type: 'text', text: value, marks })
    }
  }
  return done
}

const sortedMarks = (marks: readonly Mark[]): readonly Mark[] => MARKS.filter((mark) => marks.includes(mark))

const sameMarks = (a: readonly Mark[], b: readonly Mark[]): boolean =>
  a.length === b.length && a.every((mark, index) => mark === b[index])

/** Word's own limit; the text of cells beyond it joins the last cell of its row. */
const MAX_COLUMNS = 63

/**
 * Makes a table rectangular: walks the grid row by row, shortens spans that run out of it or into each other,
 * fills gaps with empty cells. Columns grow to hold every cell, so no text is lost.
 */
export function normalizeTable(table: Table): Table {
  const rowCount = Math.max(1, table.rows.length)
  const source = table.rows.length > 0 ? table.rows : [[]]
  const placed: { row: number; column: number; cell: TableCell }[] = []
  const taken: boolean[][] = Array.from({ length: rowCount }, () => [])
  const isTaken = (row: number, column: number): boolean => taken[row]?.[column] === true

  for (const [row, cells] of source.entries()) {
    let column = 0
    for (const cell of cells) {
      while (isTaken(row, column)) column += 1
      const before = placed.at(-1)
      if (column >= MAX_COLUMNS && before?.row === row) {
        before.cell = {
          ...before.cell,
          paragraphs: [...before.cell.paragraphs, ...cell.paragraphs.map(normalizeInlines)],
        }
        continue
      }
      const rowSpan = Math.min(cell.rowSpan, rowCount - row)
      let columnSpan = 1
      while (columnSpan < cell.columnSpan && column + columnSpan < MAX_COLUMNS && !isTaken(row, column + columnSpan))
        columnSpan += 1
      for (let r = row; r < row + rowSpan; r += 1)
        for (let c = column; c < column + columnSpan; c += 1) (taken[r] ??= [])[c] = true
      placed.push({
        row,
        column,
        cell: { ...cell, rowSpan, columnSpan, paragraphs: cell.paragraphs.map(normalizeInlines) },
      })
      column += columnSpan
    }
  }

  const width = Math.min(MAX_COLUMNS, Math.max(table.columns.length, ...taken.map((row) => row.length), 1))
  for (let row = 0; row < rowCount; row += 1) {
    for (let column = 0; column < width; column += 1) {
      if (isTaken(row, column)) continue
      placed.push({ row, column, cell: { columnSpan: 1, rowSpan: 1, paragraphs: [[]] } })
    }
  }
  const rows = Array.from({ length: rowCount }, (_, row) =>
    placed
      .filter((place) => place.row === row)
      .sort((a, b) => a.column - b.column)
      .map((place) => place.cell),
  )
  return {
    ...table,
    columns: normalizeColumns(table.columns, width),
    headerRows: Math.min(table.headerRows, rowCount),
    rows,
  }
}

function normalizeColumns(columns: readonly number[], width: number): readonly number[] {
  const known = columns.filter((share) => share > 0)
  const typical = known.length > 0 ? known.reduce((sum, share) => sum + share, 0) / known.length : 1
  const wanted = Array.from({ length: width }, (_, index) =>
    (columns[index] ?? 0) > 0 ? (columns[index] ?? typical) : typical,
  )
  const total = wanted.reduce((sum, share) => sum + share, 0)
  if (total === 1000 && wanted.every((share) => Number.isInteger(share))) return wanted
  const shares = wanted.map((share) => Math.max(1, Math.floor((share * 1000) / total)))
  const rest = 1000 - shares.reduce((sum, share) => sum + share, 0)
  const last = shares.length - 1
  return shares.map((share, index) => (index === last ? share + rest : share))
}
