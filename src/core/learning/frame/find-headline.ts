/** The headline: a line without a full stop above the lead that shares words with it; pages lose it now and then. */
import type { Analysis } from '../words/analyse-paragraph'
import { isByline, isCaption, isDateLine, stockEffect } from '../words/line-kinds'
import { LINE_SHAPES } from '../words/line-shapes'

const SHORTEST = 4
const LONGEST = 40
/** Further above the lead stands the page, not the headline. */
const FARTHEST = 14
const ENOUGH = 20

export function findHeadline(
  paragraphs: readonly Analysis[],
  lead: number,
  repeats: ReadonlyMap<number, number>,
): number | undefined {
  const leadParagraph = paragraphs[lead]
  if (!leadParagraph) return undefined
  const article = paragraphs.slice(lead, lead + 6)
  const words = new Set(article.flatMap((paragraph) => paragraph.tokens.map((token) => token.key)))
  let best: { index: number; weight: number } | undefined
  for (const paragraph of paragraphs.slice(Math.max(0, lead - FARTHEST), lead)) {
    if (repeats.has(paragraph.index) || !canBeHeadline(paragraph)) continue
    const weight = headlineWeight(paragraph, words, lead)
    if (weight >= ENOUGH && (!best || weight >= best.weight)) best = { index: paragraph.index, weight }
  }
  return best?.index
}

function canBeHeadline(paragraph: Analysis): boolean {
  const { length } = paragraph.tokens
  return (
    length >= SHORTEST &&
    length <= LONGEST &&
    paragraph.signals.isOutsideContent !== true &&
    !/[.;,:]$/.test(paragraph.text) &&
    !isDateLine(paragraph) &&
    !stockEffect(paragraph) &&
    !isByline(paragraph) &&
    !LINE_SHAPES.photoCredit(paragraph.key) &&
    !(isCaption(paragraph) && paragraph.signals.headingLevel === undefined)
  )
}

/** Shared words in percent, a marked heading, a decent length, nearness. */
function headlineWeight(paragraph: Analysis, words: ReadonlySet<string>, lead: number): number {
  const shared = paragraph.tokens.filter((token) => words.has(token.key)).length
  const share = Math.floor((shared * 60) / paragraph.tokens.length)
  const level = paragraph.signals.headingLevel
  const heading = level === undefined ? 0 : level <= 2 ? 60 : 20
  const length = paragraph.tokens.length >= 7 ? 20 : 0
  return share + heading + length - (lead - paragraph.index) * 3
}
