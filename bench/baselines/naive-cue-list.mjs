/**
 * Frozen: what one writes first. Every phrase is looked for by itself in the lower-cased text, with a check that it does
 * not stand inside a word. It forgives nothing and knows no syllables.
 */
const LETTER = /\p{L}/u

export function makeNaiveCueList(phrases) {
  const wanted = phrases.map((phrase) => phrase.normalize('NFC').toLowerCase())
  return (text) => {
    const lower = text.normalize('NFC').toLowerCase()
    let hits = 0
    for (const phrase of wanted) {
      for (let at = lower.indexOf(phrase); at >= 0; at = lower.indexOf(phrase, at + 1)) {
        const isWhole = !LETTER.test(lower[at - 1] ?? ' ') && !LETTER.test(lower[at + phrase.length] ?? ' ')
        if (isWhole) hits += 1
      }
    }
    return hits
  }
}
