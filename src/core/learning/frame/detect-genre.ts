/** Formal report or news account: a report shows its official layout, a news account never does. */
import type { ReportKind } from '../../report/report'
import type { Analysis } from '../words/analyse-paragraph'
import { OFFICIAL_SHAPES } from '../words/line-shapes'

/** Lines of the official layout are short; a sentence of a news account may quote one. */
const LONGEST_MARK = 24
const SECTION_HEADINGS_OF_A_REPORT = 2
/** A title with its subject on one line is longer, and stands near the top. */
const LONGEST_TITLE = 60
const LOWEST_TITLE = 12

export function detectGenre(paragraphs: readonly Analysis[]): ReportKind {
  const hasMark = paragraphs.some(
    (paragraph) => paragraph.tokens.length <= LONGEST_MARK && OFFICIAL_SHAPES.genreMark(paragraph.key),
  )
  const hasTitle = paragraphs
    .slice(0, LOWEST_TITLE)
    .some(
      (paragraph) =>
        paragraph.tokens.length <= LONGEST_TITLE &&
        !paragraph.endsSentence &&
        !/[,;:]$/.test(paragraph.text) &&
        OFFICIAL_SHAPES.genreTitle(paragraph.key),
    )
  if (hasMark || hasTitle) return 'formalReport'
  const headings = paragraphs.filter(isNumberedSectionHeading).length
  return headings >= SECTION_HEADINGS_OF_A_REPORT ? 'formalReport' : 'newsAccount'
}

/** A report cut out without its head still has "I. KẾT QUẢ …", "II. HẠN CHẾ …". */
function isNumberedSectionHeading(paragraph: Analysis): boolean {
  const style = paragraph.marker?.style
  return (
    (style === 'roman' || style === 'upperLetter' || style === 'part') &&
    paragraph.tokens.length <= LONGEST_MARK &&
    !paragraph.endsSentence &&
    paragraph.hits.some((hit) => hit.use.kind === 'heading' && hit.from <= paragraph.firstToken + 2)
  )
}
