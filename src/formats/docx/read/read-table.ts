/** One `w:tbl`: rows, merged cells, and whether any line is drawn. */
import type { XmlElement } from '../../xml/parse-xml'
import { attributeOf, childOf, childrenOf, elementsIn } from '../../xml/xml-element'
import type { DocxBlock, DocxCell, DocxRow, DocxTable } from './docx-document'
import { isOn, wholeNumber } from './read-format'
import { areBordersVisible } from './read-styles'
import { StoryFault, type StoryContext } from './story-context'
import { wordsOf } from './words-of'

const DEEPEST = 20
const MOST_ROWS = 5000
/** Word's own limit. */
const MOST_COLUMNS = 63

export function readTable(element: XmlElement, outer: StoryContext): DocxTable {
  if (outer.tableDepth >= DEEPEST) throw new StoryFault('tables too deep')
  const properties = childOf(element, 'w:tblPr')
  const tableStyle = attributeOf(childOf(properties, 'w:tblStyle'), 'w:val') ?? ''
  const context: StoryContext = { ...outer, tableStyle, tableDepth: outer.tableDepth + 1 }
  if (outer.tableDepth > 0) outer.losses.add('read.nestedTables')
  const rows = inside(element, 'w:tr')
  if (rows.length > MOST_ROWS) throw new StoryFault('table too long')
  const borders = childOf(properties, 'w:tblBorders')
  const hasVisibleBorders = borders
    ? areBordersVisible(borders)
    : (outer.styles.tableStyle(tableStyle)?.hasVisibleBorders ?? false)
  return {
    type: 'table',
    rows: rows.filter((row) => isKept(row, context)).map((row) => readRow(row, context)),
    hasVisibleBorders: hasVisibleBorders || areCellsRuledOff(rows),
    columnWidths: childrenOf(childOf(element, 'w:tblGrid'), 'w:gridCol').map(
      (column) => wholeNumber(attributeOf(column, 'w:w')) ?? 0,
    ),
  }
}

/** Rows or cells, also those in content controls and marks of changes. */
function inside(parent: XmlElement, name: 'w:tr' | 'w:tc'): readonly XmlElement[] {
  return elementsIn(parent).flatMap((child) => {
    if (child.name === name) return [child]
    return WRAPPERS.has(child.name) ? inside(child, name) : []
  })
}

const WRAPPERS: ReadonlySet<string> = new Set(['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins', 'w:moveTo'])

/** A row that is deleted or hidden as a whole is told. */
function isKept(row: XmlElement, { losses }: StoryContext): boolean {
  const properties = childOf(row, 'w:trPr')
  if (childOf(properties, 'w:ins')) losses.add('read.insertionsTaken')
  const loss = childOf(properties, 'w:del')
    ? 'read.deletionsLeftOut'
    : isOn(childOf(properties, 'w:hidden'))
      ? 'read.hiddenLeftOut'
      : undefined
  if (loss) losses.add(loss, wordsOf(row))
  return loss === undefined
}

function readRow(row: XmlElement, context: StoryContext): DocxRow {
  const properties = childOf(row, 'w:trPr')
  const cells: (DocxCell & { columns: number; readonly blocks: DocxBlock[] })[] = []
  let column = 0
  const place = (blocks: readonly DocxBlock[], span: number, continuesAbove: boolean, joinsLeft: boolean): void => {
    const last = cells.at(-1)
    if (last && (joinsLeft || column >= MOST_COLUMNS)) {
      // What stands beyond the last column keeps its text there.
      for (const block of blocks) last.blocks.push(block)
      if (column < MOST_COLUMNS) last.columns += span
    } else cells.push({ blocks: [...blocks], columns: span, continuesAbove })
    column = Math.min(MOST_COLUMNS, column + span)
  }
  const skipped = (name: string): number => clamp(wholeNumber(attributeOf(childOf(properties, name), 'w:val')) ?? 0, 0)
  const before = skipped('w:gridBefore')
  if (before > 0) place([], before, false, false)
  for (const cell of inside(row, 'w:tc')) {
    const own = childOf(cell, 'w:tcPr')
    const span = clamp(wholeNumber(attributeOf(childOf(own, 'w:gridSpan'), 'w:val')) ?? 1, 1)
    const blocks = context.readBlocks(elementsIn(cell), context)
    place(blocks, Math.min(span, Math.max(1, MOST_COLUMNS - column)), goesOn(own, 'w:vMerge'), goesOn(own, 'w:hMerge'))
  }
  const merged = cells.filter((cell) => cell.columns > 1 || cell.continuesAbove).length - (before > 1 ? 1 : 0)
  if (merged > 0) context.losses.add('read.mergedCells', '', merged)
  return { cells, isHeader: isOn(childOf(properties, 'w:tblHeader')) }
}

const clamp = (value: number, least: number): number => Math.min(MOST_COLUMNS, Math.max(least, value))

/** Whether a cell belongs to the one before it, in its column or row. */
function goesOn(properties: XmlElement | undefined, name: string): boolean {
  const merge = childOf(properties, name)
  return merge !== undefined && attributeOf(merge, 'w:val') !== 'restart'
}

const SIDES: readonly string[] = ['w:left', 'w:start', 'w:right', 'w:end']

/** A line below a cell is often the rule below a name; lines beside most cells make a table. */
function areCellsRuledOff(rows: readonly XmlElement[]): boolean {
  const cells = rows.flatMap((row) => inside(row, 'w:tc'))
  const ruled = cells.filter((cell) => {
    const borders = childOf(childOf(cell, 'w:tcPr'), 'w:tcBorders')
    return SIDES.some((side) => !/^(?:nil|none)$/.test(attributeOf(childOf(borders, side), 'w:val') ?? 'nil'))
  })
  return ruled.length * 2 > cells.length
}
