/** The title pattern of a learned template, from the words of review and of topic the samples use most. */
import type { ReportKind } from '../report/report'
import type { Slot } from '../slot'
import { patternSlots } from '../template/pattern'
import { matchingKey } from '../vietnamese/matching-key'
import { LEXICON } from './lexicon'
import type { SegmentedSample } from './sample-document'

export function learnTitle(samples: readonly SegmentedSample[], kind: ReportKind, slots: readonly Slot[]): string {
  const { titles, reviewWords, topics } = LEXICON.templateParts
  const heads = samples.map(headText)
  const filled = titles[kind]
    .replace('{review}', mostUsed(reviewWords, heads))
    .replace('{topic}', mostSpecific(topics, heads))
  const known = new Set(slots.map((slot) => slot.id))
  return patternSlots(filled)
    .filter((id) => !known.has(id))
    .reduce((pattern, id) => pattern.replace(`{${id}}`, ''), filled)
    .replace(/\s{2,}/g, ' ')
    .replace(/;[^{}]*$/, '')
    .trim()
}

function headText(sample: SegmentedSample): string {
  const head = sample.paragraphs.filter((paragraph) => paragraph.section === 'headline' || paragraph.section === 'lead')
  return matchingKey(head.map((paragraph) => paragraph.text).join(' '))
}

/** The word most samples use; of equal ones the first of the list; nothing where no sample uses any. */
function mostUsed(words: readonly string[], texts: readonly string[]): string {
  const counted = words.map((word) => ({
    word,
    count: texts.filter((text) => text.includes(matchingKey(word))).length,
  }))
  const [best] = [...counted].sort((a, b) => b.count - a.count)
  return best && best.count > 0 ? best.word : ''
}

/** The first topic of the list, which goes from narrow to wide, that half of the samples name; else nothing. */
function mostSpecific(words: readonly string[], texts: readonly string[]): string {
  const isCommon = (word: string): boolean =>
    texts.filter((text) => text.includes(matchingKey(word))).length * 2 >= texts.length
  return words.find(isCommon) ?? ''
}
