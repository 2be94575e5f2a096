/** Words of the lexicon as one regular expression that accepts both spellings of tone marks (ủy, uỷ). */

const TONE_ALTERNATIVES: readonly (readonly [RegExp, string])[] = (
  [
    'òa oà',
    'óa oá',
    'ỏa oả',
    'õa oã',
    'ọa oạ',
    'òe oè',
    'óe oé',
    'ỏe oẻ',
    'õe oẽ',
    'ọe oẹ',
    'ùy uỳ',
    'úy uý',
    'ủy uỷ',
    'ũy uỹ',
    'ụy uỵ',
  ] as const
).map((pair) => {
  const forms = pair.split(' ')
  return [new RegExp(forms.join('|'), 'g'), `(?:${forms.join('|')})`] as const
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
