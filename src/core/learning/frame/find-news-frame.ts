/**
 * The frame of a news account: headline, date, author, captions, and the clutter of the page round the article.
 * The article is a window: it opens at the headline before the first lead-like paragraph, closes at the author's
 * name or at the last full sentence before the page goes on, and never opens again.
 */
import type { Analysis } from '../words/analyse-paragraph'
import { fixedLabel, type FixedLabel, type Frame } from './frame'
import { findHeadline } from './find-headline'
import { findLead } from './find-lead'
import { findWindowEnd } from './find-window-end'
import { isByline, isCaption, isDateLine, isPictureLine, stockEffect } from '../words/line-kinds'
import { LINE_SHAPES } from '../words/line-shapes'

export function findNewsFrame(paragraphs: readonly Analysis[], repeats: ReadonlyMap<number, number>): Frame {
  const lead = findLead(paragraphs, repeats)
  const headline = findHeadline(paragraphs, lead, repeats)
  const window = { start: headline ?? lead, lead, ...findWindowEnd(paragraphs, lead, repeats) }
  const fixed = new Map<number, FixedLabel>()
  const body: number[] = []
  for (const paragraph of paragraphs) {
    const { index } = paragraph
    const label = repeats.has(index)
      ? fixedLabel('clutter', 'clutter.duplicate', String(repeats.get(index)))
      : index === headline || (headline !== undefined && isKicker(paragraph, headline))
        ? fixedLabel('headline', 'place.headline')
        : labelByPlace(paragraph, paragraphs, window)
    if (label) fixed.set(index, label)
    else body.push(index)
  }
  return { fixed, body }
}

/** A line of capitals right above the headline, which names the occasion, is part of it. */
function isKicker(paragraph: Analysis, headline: number): boolean {
  return (
    paragraph.index === headline - 1 &&
    paragraph.isAllCaps &&
    paragraph.tokens.length >= 6 &&
    paragraph.hits.some((hit) => hit.use.kind === 'cue' && hit.use.row.role === 'lead')
  )
}

interface Window {
  readonly start: number
  readonly lead: number
  readonly lastBody: number
  readonly lastByline: number
}

function labelByPlace(paragraph: Analysis, paragraphs: readonly Analysis[], window: Window): FixedLabel | undefined {
  const { index } = paragraph
  if (paragraph.signals.isOutsideContent === true) return fixedLabel('clutter', 'clutter.outsideContent')
  if (index < window.lead) return labelBeforeLead(paragraph, paragraphs, window)
  if (index > window.lastByline) return labelAfterArticle(paragraph, paragraphs, window)
  if (index > window.lastBody) {
    if (isDateLine(paragraph)) return fixedLabel('publishedAt', 'shape.date')
    return isByline(paragraph) ? fixedLabel('byline', 'shape.byline') : shortLineLabel(paragraph)
  }
  return labelInside(paragraph, window)
}

/** Between headline and lead stand the date, the author and counters; above the headline stands the page. */
function labelBeforeLead(paragraph: Analysis, paragraphs: readonly Analysis[], window: Window): FixedLabel | undefined {
  const { index } = paragraph
  const isInHead = index > window.start || window.start === window.lead
  if (isDateLine(paragraph)) {
    return isPublicationDate(paragraph, paragraphs, window)
      ? fixedLabel('publishedAt', 'shape.date')
      : fixedLabel('clutter', 'clutter.pageClock')
  }
  if (stockEffect(paragraph)) return fixedLabel('clutter', 'clutter.stock')
  const distance = window.lead - index
  const isBesideDate = [paragraphs[index - 1], paragraphs[index + 1]].some(
    (neighbour) => neighbour !== undefined && isDateLine(neighbour) && isPublicationDate(neighbour, paragraphs, window),
  )
  if ((isInHead || isBesideDate) && distance <= 4 && isByline(paragraph)) {
    return fixedLabel('byline', 'shape.byline')
  }
  if (!isInHead || window.start === window.lead) return fixedLabel('clutter', 'clutter.beforeArticle')
  if (isCaption(paragraph)) return fixedLabel('photoCaption', 'shape.caption')
  // A full sentence between headline and lead is a lead of its own (sapo); a short line is a section name of the page.
  return paragraph.endsSentence && paragraph.tokens.length >= 10
    ? fixedLabel('lead', 'place.summary')
    : fixedLabel('clutter', 'clutter.beforeArticle')
}

/** The page's clock stands above the headline; the date of the article below it, or just above with the time. */
function isPublicationDate(paragraph: Analysis, paragraphs: readonly Analysis[], window: Window): boolean {
  if (paragraph.index > window.start) return true
  const hasDateBelow = paragraphs.slice(window.start + 1, window.lead).some(isDateLine)
  if (hasDateBelow) return false
  if (isSoonAfter(paragraph.text, paragraphs[window.lead]?.text ?? '')) return true
  if (LINE_SHAPES.pageClock(paragraph.key) && !LINE_SHAPES.publicationWord(paragraph.key)) return false
  if (window.start === window.lead) return true
  const isNear = window.start - paragraph.index <= 3
  return isNear && (LINE_SHAPES.publicationWord(paragraph.key) || LINE_SHAPES.timeOfDay(paragraph.key))
}

/** An account is published on the day of its conference or within three days; a clock shows the day the page was saved. */
const SOON = 3
const DAY_AND_MONTH = /(?<!\d)(\d{1,2})\s?(?:[/.-]|tháng)\s?(\d{1,2})(?!\d)/u

function isSoonAfter(dateLine: string, lead: string): boolean {
  const [printed, told] = [DAY_AND_MONTH.exec(dateLine), DAY_AND_MONTH.exec(lead)]
  if (!printed || !told) return false
  const days = dayOfYear(printed) - dayOfYear(told)
  return days >= 0 && days <= SOON
}

const dayOfYear = (match: RegExpExecArray): number => Number(match[2]) * 31 + Number(match[1])

function labelInside(paragraph: Analysis, window: Window): FixedLabel | undefined {
  if (paragraph.index === window.lead) return undefined
  if (stockEffect(paragraph)) return fixedLabel('clutter', 'clutter.stock')
  if (isPictureLine(paragraph)) return fixedLabel('photoCaption', 'shape.caption')
  if (paragraph.endsSentence || paragraph.tokens.length >= 20 || paragraph.signals.isTableRow === true) return undefined
  if (paragraph.marker || paragraph.text.endsWith(':')) return undefined
  return shortLineLabel(paragraph, window)
}

/** A short line inside the article: a date or a name by its shape; anything else may be a crosshead and stays body. */
function shortLineLabel(paragraph: Analysis, window?: Window): FixedLabel | undefined {
  if (isDateLine(paragraph)) {
    return window && paragraph.index - window.lead > 2
      ? fixedLabel('clutter', 'clutter.pageClock')
      : fixedLabel('publishedAt', 'shape.date')
  }
  if (LINE_SHAPES.ruleLine(paragraph.key) || LINE_SHAPES.pageNumber(paragraph.key)) {
    return fixedLabel('clutter', 'clutter.stock')
  }
  if (isByline(paragraph)) return fixedLabel('byline', 'shape.byline')
  if (!window)
    return isCaption(paragraph)
      ? fixedLabel('photoCaption', 'shape.caption')
      : fixedLabel('clutter', 'clutter.afterArticle')
  return paragraph.tokens.length <= 3 ? fixedLabel('clutter', 'clutter.fragment') : undefined
}

function labelAfterArticle(paragraph: Analysis, paragraphs: readonly Analysis[], window: Window): FixedLabel {
  const isRightAfter = paragraph.index === window.lastByline + 1
  if (isDateLine(paragraph) && LINE_SHAPES.publicationWord(paragraph.key) && paragraph.index - window.lastByline <= 3) {
    return fixedLabel('publishedAt', 'shape.date')
  }
  if (
    isRightAfter &&
    stockEffect(paragraph) === undefined &&
    isCaption(paragraph) &&
    !isLeadOfAnother(paragraph, paragraphs)
  ) {
    return fixedLabel('photoCaption', 'shape.caption')
  }
  return stockEffect(paragraph) ? fixedLabel('clutter', 'clutter.stock') : fixedLabel('clutter', 'clutter.afterArticle')
}

const isLeadOfAnother = (paragraph: Analysis, paragraphs: readonly Analysis[]): boolean =>
  paragraph.index < paragraphs.length - 6 && paragraph.tokens.length > 25
