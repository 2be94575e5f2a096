import { Paragraph, type IParagraphOptions, type Table } from 'docx'
import { textRuns } from '../../core/official-layout/compose-line'
import type {
  ComposedBlock,
  ComposedLine,
  ComposedList,
  ComposedReport,
} from '../../core/official-layout/composed-report'
import { styleOf, textAreaWidth } from '../../core/official-layout/layout'
import { writeLine } from './write-line'
import { RULE_STYLE_ID } from './write-styles'
import { writeTable } from './write-table'

/** The text of the report between the title and the signature. Its last lines stay with the signature block. */
export function writeBody({ layout, body, signature }: ComposedReport): readonly (Paragraph | Table)[] {
  const flat = body.flatMap(flatten)
  return flat.flatMap((block, index): readonly (Paragraph | Table)[] => {
    const isAfterBreak = flat[index - 1]?.type === 'pageBreak'
    const next = flat[index + 1]
    switch (block.type) {
      case 'pageBreak':
        // Only where nothing follows that could begin the new page itself.
        return next?.type === 'line' ? [] : [spacer({ pageBreakBefore: true })]
      case 'table':
        // Two tables in a row would grow together, and a document may not end in one.
        return [writeTable(layout, block), ...(next?.type === 'line' ? [] : [spacer({})])]
      case 'line':
        return writeLine(layout, block, {
          columnWidth: textAreaWidth(layout),
          keepWithNext: next === undefined ? signature !== undefined : isCaptionOf(block, next),
          pageBreakBefore: isAfterBreak,
          ...(next?.type === 'table' && !isCaptionOf(block, next)
            ? { spaceAfter: styleOf(layout, 'body').spaceBefore }
            : {}),
        })
    }
  })
}

/** A paragraph too low to be seen. */
export const spacer = (options: Pick<IParagraphOptions, 'pageBreakBefore' | 'keepNext' | 'spacing'>): Paragraph =>
  new Paragraph({ style: RULE_STYLE_ID, ...options })

type FlatBlock = Exclude<ComposedBlock, ComposedList>

/** Lists as literal paragraphs: numbers that a word processor cannot renumber or lose. */
const flatten = (block: ComposedBlock): readonly FlatBlock[] => (block.type === 'list' ? listLines(block) : [block])

function listLines(list: ComposedList): readonly ComposedLine[] {
  return list.items.flatMap((item): readonly ComposedLine[] => [
    { type: 'line', element: 'body', runs: [...textRuns(`${item.marker} `), ...item.runs] },
    ...item.lists.flatMap(listLines),
  ])
}

/** The caption of a table stands on the table's page. */
const isCaptionOf = (line: ComposedLine, next: FlatBlock): boolean =>
  line.element === 'caption' && next.type === 'table'
