/** The sections of a report as a flat run of blocks: headings with their numbers, paragraphs, lists, tables. */
import { normalizeTable } from '../report/normalize-table'
import type { Block, List, Paragraph, Report, Section, Table, TableCell } from '../report/report'
import { assertNever } from '../result'
import { composeLine, composeRuns, fitLine, isBlank, runsText, textRuns, type SlotTable } from './compose-line'
import type { ComposedBlock, ComposedLine, ComposedList, ComposedListItem, ComposedTable, Run } from './composed-report'
import { headingElementAt, listMarkerPattern, textAreaWidth, type Layout } from './layout'
import { listMarker } from './list-marker'
import { numberHeadingsIn } from './number-headings'
import { printedSections } from './printed-sections'

interface Setting {
  readonly layout: Layout
  readonly slots: SlotTable
  readonly hasParts: boolean
  readonly numbers: ReadonlyMap<string, string>
}

export function composeBody(report: Report, layout: Layout, slots: SlotTable): readonly ComposedBlock[] {
  const hasParts = report.kind === 'formalReport' && report.hasParts
  const numbers = numberHeadingsIn(layout, report.sections, hasParts)
  const blocks = composeSections(report.sections, { layout, slots, hasParts, numbers }, { depth: 0, outlineLevel: 0 })
  return withEndMark(blocks, layout.details.body?.endMark ?? '')
}

interface Place {
  readonly depth: number
  /** How many printed headings stand above: headings of a page may not skip a level. */
  readonly outlineLevel: number
}

function composeSections(sections: readonly Section[], setting: Setting, place: Place): readonly ComposedBlock[] {
  return printedSections(sections).flatMap((section) => {
    const heading = composeHeading(section, setting, place)
    const inner = { depth: place.depth + 1, outlineLevel: place.outlineLevel + heading.length }
    return [
      ...heading,
      ...section.blocks.flatMap((block) => composeBlock(block, setting)),
      ...composeSections(section.sections, setting, inner),
    ]
  })
}

/** One line, or none for a silent heading. */
function composeHeading(section: Section, { layout, slots, hasParts, numbers }: Setting, place: Place): ComposedLine[] {
  if (!section.isHeadingPrinted) return []
  const element = headingElementAt(layout, place.depth, hasParts)
  const title = composeLine(layout, element, composeRuns(section.heading, slots), { outlineLevel: place.outlineLevel })
  const number = textRuns(numbers.get(section.id) ?? '')
  const isOnOwnLine = layout.headingNumbers.get(element)?.isNumberOnOwnLine === true
  const between: readonly Run[] = isOnOwnLine ? [{ type: 'lineBreak' }] : textRuns(' ')
  const runs = number.length === 0 ? title.runs : isBlank(title.runs) ? number : [...number, ...between, ...title.runs]
  return isBlank(runs) ? [] : [fitLine(layout, { ...title, runs }, textAreaWidth(layout))]
}

function composeBlock(block: Block, setting: Setting): readonly ComposedBlock[] {
  switch (block.type) {
    case 'paragraph':
      return composeParagraph(block, setting)
    case 'list':
      return [composeList(block, setting, 0)]
    case 'table':
      return [composeTable(block, setting)]
    case 'pageBreak':
      return [{ type: 'pageBreak' }]
    default:
      return assertNever(block)
  }
}

/** Space between paragraphs comes from the layout: blank ones are not printed. */
function composeParagraph(paragraph: Paragraph, { layout, slots }: Setting): readonly ComposedLine[] {
  const runs = composeRuns(paragraph.content, slots)
  const element = paragraph.style === 'caption' ? 'caption' : 'body'
  return isBlank(runs) ? [] : [composeLine(layout, element, runs, { alignment: paragraph.alignment })]
}

function composeList(list: List, setting: Setting, depth: number): ComposedList {
  const pattern = listMarkerPattern(setting.layout, list.style, depth)
  return {
    type: 'list',
    style: list.style,
    depth,
    items: list.items.map((item, index) => ({
      marker: listMarker(pattern, index),
      runs: composeRuns(item.content, setting.slots),
      lists: item.lists.map((inner) => composeList(inner, setting, depth + 1)),
    })),
  }
}

function composeTable(source: Table, setting: Setting): ComposedTable {
  const table = normalizeTable(source)
  const headerRows = wholeHeaderRows(table)
  return {
    type: 'table',
    columns: table.columns,
    headerRows,
    rows: table.rows.map((row, rowIndex) =>
      row.map((cell) => ({
        columnSpan: cell.columnSpan,
        rowSpan: cell.rowSpan,
        isHeader: rowIndex < headerRows,
        lines: composeCell(cell, rowIndex < headerRows, setting),
      })),
    ),
  }
}

/** Header rows together with the rows their cells reach into: a header that is cut through cannot repeat. */
function wholeHeaderRows(table: Table): number {
  let count = table.headerRows
  for (let row = 0; row < count; row += 1) {
    for (const cell of table.rows[row] ?? []) count = Math.max(count, row + cell.rowSpan)
  }
  return count
}

const composeCell = (cell: TableCell, isHeader: boolean, { layout, slots }: Setting): readonly ComposedLine[] =>
  cell.paragraphs.map((content) =>
    composeLine(layout, isHeader ? 'tableHeader' : 'tableCell', composeRuns(content, slots), {
      alignment: cell.alignment,
    }),
  )

/** The text ends as the layout wants it ("./." or "."). What stands there is completed, never taken away. */
function withEndMark(blocks: readonly ComposedBlock[], endMark: string): readonly ComposedBlock[] {
  const last = blocks.at(-1)
  if (!last) return blocks
  const ended = endBlock(last, endMark)
  return ended === last ? blocks : [...blocks.slice(0, -1), ended]
}

function endBlock(block: ComposedBlock, endMark: string): ComposedBlock {
  if (block.type === 'line') return block.element === 'body' ? { ...block, runs: endRuns(block.runs, endMark) } : block
  return block.type === 'list' ? endList(block, endMark) : block
}

function endList(list: ComposedList, endMark: string): ComposedList {
  const last = list.items.at(-1)
  if (!last) return list
  const inner = last.lists.at(-1)
  const ended: ComposedListItem = inner
    ? { ...last, lists: [...last.lists.slice(0, -1), endList(inner, endMark)] }
    : { ...last, runs: endRuns(last.runs, endMark) }
  return { ...list, items: [...list.items.slice(0, -1), ended] }
}

function endRuns(runs: readonly Run[], endMark: string): readonly Run[] {
  const missing = missingEnd(runsText(runs), endMark)
  const last = runs.at(-1)
  if (missing === '' || last?.type !== 'text') return runs
  return last.isOpen
    ? [...runs, ...textRuns(missing)]
    : [...runs.slice(0, -1), { ...last, text: last.text.trimEnd() + missing }]
}

/** What is missing to `endMark` at the end of a text. A text that ends in another mark is left as it is. */
export function missingEnd(text: string, endMark: string): string {
  const ending = text.trimEnd()
  if (ending === '' || ending.endsWith(endMark)) return ''
  if (/[\p{L}\p{N}\])”"%]$/u.test(ending)) return endMark
  return endMark.startsWith('.') && /[^.]\.$/u.test(ending) ? endMark.slice(1) : ''
}
