import type { Analysis } from '../words/analyse-paragraph'
import type { Heading } from './find-headings'
import type { SegmentedParagraph } from '../sample-document'

/** Where a heading's words stand: one that runs into its text ends with them, any other is the line without its mark. */
export function titlePlace(
  { text, marker }: Pick<Analysis, 'text' | 'marker'>,
  heading: Heading,
): NonNullable<SegmentedParagraph['title']> {
  const start = marker?.length ?? 0
  const end = heading.isRunIn ? Math.min(text.length, start + heading.title.length) : text.length
  return { depth: heading.depth, start, end }
}
