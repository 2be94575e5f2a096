/** Labelled paragraphs → blocks: dashes become a list, rows a table, captions keep their style, the rest are paragraphs. */
import { list, paragraph, table, tableCell, text, type Identities } from '../report/make-report'
import type { Block } from '../report/report'
import { lineMarkerOf, printedLine } from './words/line-marker'
import type { SegmentedParagraph } from './sample-document'

type Shape = 'row' | 'dash' | 'caption' | 'plain'

export function blocksOf(paragraphs: readonly SegmentedParagraph[], identities: Identities): readonly Block[] {
  const groups: { shape: Shape; members: SegmentedParagraph[] }[] = []
  for (const member of paragraphs) {
    const shape = shapeOf(member)
    const last = groups.at(-1)
    if (last && last.shape === shape && (shape === 'row' || shape === 'dash')) last.members.push(member)
    else groups.push({ shape, members: [member] })
  }
  return groups.map(({ shape, members }) => blockOf(shape, members, identities))
}

function shapeOf(member: SegmentedParagraph): Shape {
  if (member.role === 'table_row') return 'row'
  if (member.role === 'table_caption' || member.section === 'photoCaption') return 'caption'
  const style = member.role === 'list_item' ? lineMarkerOf(member)?.style : undefined
  return style === 'dash' || style === 'star' ? 'dash' : 'plain'
}

function blockOf(shape: Shape, members: readonly SegmentedParagraph[], identities: Identities): Block {
  const id = identities.next()
  switch (shape) {
    case 'row':
      return table(
        id,
        1,
        members.map((member) => cellsOf(member.text).map((cell) => tableCell(cell === '' ? [] : [text(cell)]))),
      )
    case 'dash':
      return list(
        id,
        'dash',
        members.map((member) => [text(member.text.slice(lineMarkerOf(member)?.length ?? 0))]),
      )
    case 'caption':
      return { ...paragraph(id, [text(members[0]?.text ?? '')]), style: 'caption' }
    case 'plain':
      // A number becomes text: a list would count on its own and could say something else.
      return paragraph(
        id,
        members.map((member) => text(printedLine(member))),
      )
  }
}

function cellsOf(row: string): readonly string[] {
  const cells = row.includes('\t') ? row.split('\t') : row.split(/\s*\|\s*/)
  return cells.map((cell) => cell.trim())
}
