/** Questions about a single line that the frames of both genres ask: stock clutter, caption, byline, date. */
import type { Analysis } from './analyse-paragraph'
import { LEXICON, type CaptionRow, type ClutterRow } from '../lexicon'
import { LINE_SHAPES } from './line-shapes'
import { onceEach } from './once-each'
import { hitsOf } from './phrase-uses'

/** What a stock phrase does, or `undefined` where the line holds none. */
export const stockEffect = onceEach((paragraph: Analysis): ClutterRow['effect'] | undefined => {
  const hits = hitsOf(paragraph.hits, 'clutter').filter((hit) => isPlaced(hit.use.row, hit.from, hit.to, paragraph))
  const order = ['closing', 'box', 'line'] as const
  const effect = order.find((name) => hits.some((hit) => hit.use.row.effect === name))
  if (effect) return effect
  const { key } = paragraph
  if (LINE_SHAPES.contact(key) || LINE_SHAPES.gluedTime(key)) return 'closing'
  if (LINE_SHAPES.related(key)) return 'box'
  return LINE_SHAPES.breadcrumb(key) || LINE_SHAPES.counter(key) || isIconName(paragraph) ? 'line' : undefined
})

/** A stock phrase opens a line, not a sentence of the article that happens to begin like one. */
const LONGEST_STOCK_LINE = 30

function isPlaced(row: ClutterRow, from: number, to: number, paragraph: Analysis): boolean {
  const { length } = paragraph.tokens
  if (row.match === 'whole') return from === 0 && to === length
  if (length > (row.maxSyllables ?? LONGEST_STOCK_LINE)) return false
  if (row.match === 'anywhere') return true
  if (from !== 0) return false
  // A short phrase may begin a sentence ("Hôm nay, …"): then only a line that is no sentence is stock.
  return to - from >= 4 || !paragraph.endsSentence
}

/** "line_weight", "banner": names of icons and pictures, in letters no Vietnamese sentence is made of. */
function isIconName(paragraph: Analysis): boolean {
  return /^[a-z]+(?:_[a-z]+)*$/.test(paragraph.text) && paragraph.tokens.length <= 3
}

/** A line of at most this many syllables can be a name, a date, a label. */
const LONGEST_BYLINE = 14

export const isByline = onceEach((paragraph: Analysis): boolean => {
  if (paragraph.tokens.length > LONGEST_BYLINE && !/^\S+$/.test(paragraph.text)) return false
  return LINE_SHAPES.bylineLead(paragraph.key) || paragraph.isNameShaped
})

export const isDateLine = onceEach((paragraph: Analysis): boolean => LINE_SHAPES.dateLine(paragraph.key))

/** Inside an article a line about people that is no full sentence stands under a picture. */
export function isPictureLine(paragraph: Analysis): boolean {
  return captionWeight(paragraph) + (paragraph.endsSentence ? 0 : UNENDED_BONUS) >= LEXICON.captions.threshold
}

export const isCaption = (paragraph: Analysis): boolean => captionWeight(paragraph) >= LEXICON.captions.threshold

/** Weight of the caption shapes. */
export const captionWeight = onceEach((paragraph: Analysis): number => {
  const { maxSyllables, threshold } = LEXICON.captions
  const { tokens } = paragraph
  if (tokens.length > maxSyllables || tokens.length < 2) return 0
  if (LINE_SHAPES.photoCredit(paragraph.key)) return threshold
  if (
    tokens
      .slice(1)
      .some((token, at) => token.breaksBefore && /[.;:]/.test(paragraph.text.slice(tokens[at]?.end, token.start)))
  ) {
    return 0
  }
  const hits = hitsOf(paragraph.hits, 'caption')
  const longest = (where: CaptionRow['where'], test: (from: number, to: number) => boolean): number => {
    const placed = hits.filter((hit) => hit.use.row.where === where && test(hit.from, hit.to))
    const length = Math.max(0, ...placed.map((hit) => hit.to - hit.from))
    return placed.find((hit) => hit.to - hit.from === length)?.use.row.weight ?? 0
  }
  const anywhere = hits.filter((hit) => hit.use.row.where === 'anywhere').map((hit) => hit.use.row.weight)
  return (
    longest('start', (from) => from === 0) +
    longest('end', (_, to) => to >= tokens.length - 1) +
    Math.max(0, ...anywhere) +
    Math.min(0, ...anywhere) +
    (tokens.length <= SHORT_CAPTION ? SHORT_CAPTION_BONUS : 0)
  )
})

const SHORT_CAPTION = 16
const SHORT_CAPTION_BONUS = 15
const UNENDED_BONUS = 25

/** A cue of this weight at the start of a paragraph opens a section of the account. */
const STRONG_CUE = 55

export const opensSection = onceEach((paragraph: Analysis): boolean => {
  return hitsOf(paragraph.hits, 'cue').some(
    ({ use, from }) =>
      use.row.where === 'start' &&
      use.row.weight >= STRONG_CUE &&
      use.row.role !== 'lead' &&
      use.row.genre !== 'formalReport' &&
      from <= paragraph.firstToken,
  )
})
