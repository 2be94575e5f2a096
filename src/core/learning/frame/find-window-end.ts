/** Where the article of a page ends: the last paragraph of its body and the last line of its byline. */
import type { Analysis } from '../words/analyse-paragraph'
import { isByline, isCaption, isDateLine, opensSection, stockEffect } from '../words/line-kinds'
import { LINE_SHAPES } from '../words/line-shapes'
import { leadWeight } from './find-lead'

export interface WindowEnd {
  readonly lastBody: number
  /** Equal to `lastBody` where no author is named. */
  readonly lastByline: number
}

const SHORTEST_SENTENCE = 12

export function findWindowEnd(
  paragraphs: readonly Analysis[],
  lead: number,
  repeats: ReadonlyMap<number, number>,
): WindowEnd {
  const limit = findClosing(paragraphs, lead, repeats)
  const inside = paragraphs.slice(lead, limit)
  const signed = findSignature(inside)
  const lastBody = lastOf(inside, (paragraph) => paragraph.index < signed && isFullParagraph(paragraph)) ?? lead
  return { lastBody, lastByline: lastByline(paragraphs, lastBody, limit) }
}

/** Index of the first line that belongs to the page again. */
function findClosing(paragraphs: readonly Analysis[], lead: number, repeats: ReadonlyMap<number, number>): number {
  for (const paragraph of paragraphs.slice(lead + 1)) {
    if (repeats.has(paragraph.index)) continue
    if (paragraph.signals.isOutsideContent === true && goesOnAfter(paragraphs, paragraph.index)) continue
    const effect = stockEffect(paragraph)
    if (effect === 'closing' && !goesOnInside(paragraphs, paragraph, lead)) return paragraph.index
    if (effect === 'box' && !goesOnAfter(paragraphs, paragraph.index)) return paragraph.index
    if (paragraph.index > lead + 2 && isLeadOfAnother(paragraph)) return paragraph.index
  }
  return paragraphs.length
}

/** "Tin liên quan" straight under the lead, or before many full paragraphs, is a box in the article, not its end. */
function goesOnInside(paragraphs: readonly Analysis[], closing: Analysis, lead: number): boolean {
  const body = paragraphs.slice(lead + 1, closing.index).filter(isFullParagraph).length
  if (body === 0) return goesOnAfter(paragraphs, closing.index)
  const next = paragraphs.findIndex(
    (paragraph) => paragraph.index > closing.index && stockEffect(paragraph) === 'closing',
  )
  const rest = paragraphs.slice(closing.index + 1, next < 0 ? undefined : next)
  if (rest.some(isLeadOfAnother)) return false
  return rest.filter((paragraph) => isFullParagraph(paragraph) && paragraph.tokens.length >= SHORTEST_STORY).length >= 3
}

/** Stories of a list of links are told in a line or two. */
const SHORTEST_STORY = 40

/** Up to the next closing line there is a full paragraph that opens like a section of an account, or a long one. */
function goesOnAfter(paragraphs: readonly Analysis[], index: number): boolean {
  for (const paragraph of paragraphs.slice(index + 1)) {
    if (paragraph.signals.isOutsideContent === true) continue
    if (stockEffect(paragraph) === 'closing') return false
    if (!isFullParagraph(paragraph) || isLeadOfAnother(paragraph)) continue
    if (opensSection(paragraph) || paragraph.tokens.length >= SHORTEST_STORY) return true
  }
  return false
}

/** The page's next story begins like ours: agency and dash, or day and conference. */
function isLeadOfAnother(paragraph: Analysis): boolean {
  if (LINE_SHAPES.gluedTime(paragraph.key)) return true
  const isLong = paragraph.tokens.length >= SHORTEST_SENTENCE
  return isLong && LINE_SHAPES.agencyDateline(paragraph.key) && leadWeight(paragraph) >= 45
}

/** The first byline after which no full paragraph of the article follows; beyond the article: Infinity. */
function findSignature(inside: readonly Analysis[]): number {
  const marked = inside.find((paragraph) => LINE_SHAPES.endMark(paragraph.key) && isFullParagraph(paragraph))
  for (const paragraph of inside.slice(1)) {
    if (marked && paragraph.index > marked.index) return paragraph.index
    if (!isByline(paragraph) || LINE_SHAPES.photoCredit(paragraph.key)) continue
    const rest = inside.filter((later) => later.index > paragraph.index)
    const goesOn = rest.some(
      (later) => isFullParagraph(later) && (opensSection(later) || later.index === paragraph.index + 1),
    )
    if (!goesOn) return paragraph.index
  }
  return Number.POSITIVE_INFINITY
}

function isFullParagraph(paragraph: Analysis): boolean {
  if (paragraph.signals.isOutsideContent === true || isDateLine(paragraph) || stockEffect(paragraph)) return false
  if (isCaption(paragraph) || isByline(paragraph)) return false
  return paragraph.tokens.length >= SHORTEST_SENTENCE && (paragraph.endsSentence || paragraph.tokens.length >= 25)
}

/** Names, sources and dates that follow the body without a gap of other lines. */
function lastByline(paragraphs: readonly Analysis[], lastBody: number, limit: number): number {
  let last = lastBody
  for (const paragraph of paragraphs.slice(lastBody + 1, limit)) {
    if (isByline(paragraph)) last = paragraph.index
    else if (!isDateLine(paragraph) && !isCaption(paragraph)) break
  }
  return last
}

function lastOf(paragraphs: readonly Analysis[], test: (paragraph: Analysis) => boolean): number | undefined {
  return paragraphs.findLast(test)?.index
}
