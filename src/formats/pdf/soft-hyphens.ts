/**
 * pdf.js leaves soft hyphens out of the text it gives, but in fonts of TCVN3 that byte is the letter ư. The glyphs of the
 * page still have it: they are walked beside the text and the letter is put back where it stood.
 */
import type { PlacedText } from './page-lines'

const SOFT_HYPHEN = '\u00AD'

/**
 * @param drawn the characters of all glyphs of the page in the order they are drawn.
 * @returns the texts as they were where the two do not run side by side.
 */
export function withSoftHyphens(texts: readonly PlacedText[], drawn: string): readonly PlacedText[] {
  if (!drawn.includes(SOFT_HYPHEN)) return texts
  let at = 0
  const restored: PlacedText[] = []
  for (const piece of texts) {
    let text = ''
    for (const character of piece.text) {
      while (drawn.charAt(at) !== character && /[\s\u00AD]/.test(drawn.charAt(at))) {
        if (drawn.charAt(at) === SOFT_HYPHEN) text += SOFT_HYPHEN
        at += 1
      }
      if (drawn.startsWith(character, at)) at += character.length
      else if (character.trim() !== '') return texts
      text += character
    }
    if (piece.text !== '' && drawn.charAt(at) === SOFT_HYPHEN) {
      text += SOFT_HYPHEN
      at += 1
    }
    restored.push({ ...piece, text })
  }
  return restored
}
