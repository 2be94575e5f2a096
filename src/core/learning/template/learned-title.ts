/** The title pattern of a learned template, from the words of review and of topic the samples use most. */
import type { ReportKind } from '../../report/report'
import type { Slot } from '../../slot'
import { patternSlots } from '../../template/pattern'
import type { SampleDigest } from '../../template/sample-digest'
import { LEXICON } from '../lexicon'

export function learnTitle(digests: readonly SampleDigest[], kind: ReportKind, slots: readonly Slot[]): string {
  const { titles, reviewWords, topics } = LEXICON.templateParts
  const filled = titles[kind]
    .replace('{review}', mostUsed(reviewWords, digests))
    .replace('{topic}', mostSpecific(topics, digests))
  const known = new Set(slots.map((slot) => slot.id))
  return patternSlots(filled)
    .filter((id) => !known.has(id))
    .reduce((pattern, id) => pattern.replace(`{${id}}`, ''), filled)
    .replace(/\s{2,}/g, ' ')
    .replace(/;[^{}]*$/, '')
    .trim()
}

const usersOf = (word: string, digests: readonly SampleDigest[]): number =>
  digests.filter(({ titleWords }) => titleWords.includes(word)).length

/** The word most samples use; of equal ones the first of the list; nothing where no sample uses any. */
function mostUsed(words: readonly string[], digests: readonly SampleDigest[]): string {
  const counted = words.map((word) => ({ word, count: usersOf(word, digests) }))
  const [best] = [...counted].sort((a, b) => b.count - a.count)
  return best && best.count > 0 ? best.word : ''
}

/** The first topic of the list, which goes from narrow to wide, that half of the samples name; else nothing. */
function mostSpecific(words: readonly string[], digests: readonly SampleDigest[]): string {
  return words.find((word) => usersOf(word, digests) * 2 >= digests.length) ?? ''
}
