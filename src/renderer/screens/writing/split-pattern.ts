/** A piece of a layout's pattern: words that always stand there, or a field to fill. */
export type PatternPiece =
  { readonly kind: 'words'; readonly words: string } | { readonly kind: 'field'; readonly name: string }

/** "Số: {number}/{type}" → words and fields in order. */
export function splitPattern(pattern: string): readonly PatternPiece[] {
  return pattern
    .split(/(\{\w+\})/)
    .filter((piece) => piece !== '')
    .map((piece) =>
      /^\{\w+\}$/.test(piece) ? { kind: 'field', name: piece.slice(1, -1) } : { kind: 'words', words: piece },
    )
}
