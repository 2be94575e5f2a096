/** The lead of a news account: what conference, of which period, on which day. */
import type { Analysis } from '../words/analyse-paragraph'
import { LEXICON } from '../lexicon'
import { LINE_SHAPES } from '../words/line-shapes'
import { isCaption, isDateLine, opensSection, stockEffect } from '../words/line-kinds'
import { onceEach } from '../words/once-each'
import { hitsOf } from '../words/phrase-uses'

/** One cue of the lead is enough: what matters is to come first. */
const ENOUGH = 35
const SHORTEST_LEAD = 15
/** After so many paragraphs the account has begun long ago, however it did. */
const TOO_FAR = 4

/**
 * Index of the first lead-like paragraph. Where another section opens before one was found ("Phát biểu tại hội nghị …"),
 * the lead is the first full sentence: a lead-like paragraph further down belongs to another story of the page.
 */
export function findLead(paragraphs: readonly Analysis[], repeats: ReadonlyMap<number, number>): number {
  const candidates = paragraphs.filter((paragraph) => isCandidate(paragraph, repeats))
  const marked = candidates.find((paragraph) => leadWeight(paragraph) >= ENOUGH || opensSection(paragraph))
  const sentence = candidates.find((paragraph) => paragraph.endsSentence)
  const isFar = marked !== undefined && candidates.indexOf(marked) >= TOO_FAR
  const lead =
    (marked && leadWeight(marked) >= ENOUGH && !isFar ? marked : (sentence ?? marked)) ??
    [...paragraphs].sort((a, b) => b.tokens.length - a.tokens.length || a.index - b.index)[0]
  return lead?.index ?? 0
}

function isCandidate(paragraph: Analysis, repeats: ReadonlyMap<number, number>): boolean {
  return (
    paragraph.tokens.length >= SHORTEST_LEAD &&
    paragraph.signals.isOutsideContent !== true &&
    paragraph.signals.headingLevel === undefined &&
    (paragraph.endsSentence || paragraph.tokens.length >= 30) &&
    !repeats.has(paragraph.index) &&
    !isDateLine(paragraph) &&
    !stockEffect(paragraph) &&
    !isCaption(paragraph)
  )
}

/** Cues of the lead and the shapes of its first words, weighed as the decoder weighs them. */
export const leadWeight = onceEach((paragraph: Analysis): number => {
  const cues = hitsOf(paragraph.hits, 'cue').filter((hit) => hit.use.row.role === 'lead')
  const seen = new Set(cues.map((hit) => hit.use.row))
  const weights = [...seen].reduce((sum, row) => sum + row.weight, 0)
  return weights + (LINE_SHAPES.dateOpening(paragraph.key) ? weightOf('dateAtStart') : 0) + agencyWeight(paragraph)
})

const agencyWeight = (paragraph: Analysis): number =>
  LINE_SHAPES.agencyDateline(paragraph.key) ? weightOf('agencyDateline') : 0

function weightOf(feature: 'dateAtStart' | 'agencyDateline'): number {
  return LEXICON.featureWeights.find((row) => row.feature === feature && row.role === 'lead')?.weight ?? 0
}
