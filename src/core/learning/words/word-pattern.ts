/** Words of the lexicon as one regular expression that accepts both spellings of tone marks (ủy, uỷ). */
import { TONE_PAIRS } from '../../vietnamese/matching-key'

const TONE_ALTERNATIVES = TONE_PAIRS.map((forms) => {
  const either = forms.join('|')
  return [new RegExp(either, 'g'), `(?:${either})`] as const
})

/** Longest first, white space free, no letter before or after. For use with the flags i and u. */
export function wordPattern(words: readonly string[]): string {
  const forms = [...words]
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map((word) =>
      TONE_ALTERNATIVES.reduce(
        (form, [pattern, both]) => form.replace(pattern, both),
        escape(word.normalize('NFC')),
      ).replace(/ /g, String.raw`\s+`),
    )
  return String.raw`(?<![\p{L}\d])(?:${forms.join('|')})(?![\p{L}\d])`
}

const escape = (word: string): string => word.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`)
