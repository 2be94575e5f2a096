import type { Block, Report } from '../report/report'
import { inlineText, walkSections } from '../report/walk-report'
import { toNfc } from '../vietnamese/nfc'

export interface PlacedText {
  /** Counts paragraphs of the body in reading order from 0; list items and lines of cells are paragraphs too. */
  readonly index: number
  readonly text: string
}

/** Node path → its paragraph in reading order: printed headings, paragraphs, list items, lines of cells. */
export function paragraphIndex(report: Report): ReadonlyMap<string, PlacedText> {
  const places = new Map<string, PlacedText>()
  const add = (at: string, text: string): void => {
    places.set(at, { index: places.size, text: toNfc(text).replace(/\s+/g, ' ').trim() })
  }
  for (const { section, path } of walkSections(report.sections)) {
    if (section.isHeadingPrinted) add(`${path}/heading`, inlineText(section.heading, report.slots))
    for (const [index, block] of section.blocks.entries()) addBlock(block, `${path}/blocks/${index}`, report, add)
  }
  // A section as a whole is found where its heading stands.
  for (const { path } of walkSections(report.sections)) {
    const heading = places.get(`${path}/heading`)
    if (heading) places.set(path, heading)
  }
  return places
}

function addBlock(block: Block, at: string, report: Report, add: (at: string, text: string) => void): void {
  if (block.type === 'paragraph') add(at, inlineText(block.content, report.slots))
  if (block.type === 'list') {
    for (const [index, item] of block.items.entries()) {
      add(`${at}/items/${index}`, inlineText(item.content, report.slots))
      for (const [inner, list] of item.lists.entries())
        addBlock(list, `${at}/items/${index}/lists/${inner}`, report, add)
    }
  }
  if (block.type === 'table') {
    for (const [rowIndex, row] of block.rows.entries())
      for (const [cellIndex, cell] of row.entries())
        for (const [index, content] of cell.paragraphs.entries())
          add(`${at}/rows/${rowIndex}/${cellIndex}/paragraphs/${index}`, inlineText(content, report.slots))
  }
}
