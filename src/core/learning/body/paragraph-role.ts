/** What a paragraph is in its section: heading, body, item of a list, row or caption of a table. */
import type { Analysis } from '../words/analyse-paragraph'
import type { Heading } from './find-headings'
import { LEXICON } from '../lexicon'
import { OFFICIAL_SHAPES } from '../words/line-shapes'
import type { SegmentedParagraph } from '../sample-document'

/** Cells in plain text stand between tabs or bars. */
const CELL_BORDER = /\t|\s\|\s/g

export function paragraphRole(paragraph: Analysis, heading: Heading | undefined): SegmentedParagraph['role'] {
  if (heading && !heading.isRunIn) return 'heading'
  if (isTableRow(paragraph)) return 'table_row'
  if (OFFICIAL_SHAPES.tableCaption(paragraph.key) && paragraph.tokens.length <= LEXICON.captions.maxSyllables) {
    return 'table_caption'
  }
  return paragraph.marker || paragraph.signals.listMarker !== undefined ? 'list_item' : 'body'
}

export function isTableRow(paragraph: Analysis): boolean {
  const { text, signals } = paragraph
  if (signals.isTableRow === true) return true
  return (text.includes('\t') || text.includes('|')) && (text.match(CELL_BORDER) ?? []).length >= 2
}
