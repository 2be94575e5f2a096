/** Code points 80–9F as Windows-1252 draws them: quotation marks and dashes in texts whose bytes were taken for Latin-1. */
const TABLE = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'

/** What a character stands for in Windows-1252; every other character stands for itself. */
export function fromWindows1252(character: string): string {
  const code = character.charCodeAt(0)
  return code >= 0x80 && code <= 0x9f ? TABLE.charAt(code - 0x80) : character
}
