/**
 * The one door through which text enters: NFC, without characters XML cannot carry.
 * TCVN 6909:2001 allows composed and decomposed letters alike, so files of both kinds arrive.
 */
const XML_ILLEGAL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g

/** NFC text without XML-illegal characters; a lone surrogate becomes U+FFFD. */
export function toNfc(text: string): string {
  // Illegal characters go first: one between a letter and its mark would keep the two apart.
  return text.toWellFormed().replace(XML_ILLEGAL, '').normalize('NFC')
}

const WIDE_SPACE = /[\s\u00A0\u200B\uFEFF]/

/** Trims white space including NBSP, zero-width space and BOM, which pages leave round their lines. */
export function trimWide(text: string): string {
  // A scan from both ends: a pattern with `+$` would be quadratic on long runs of spaces inside.
  let start = 0
  let end = text.length
  while (start < end && WIDE_SPACE.test(text.charAt(start))) start += 1
  while (end > start && WIDE_SPACE.test(text.charAt(end - 1))) end -= 1
  return text.slice(start, end)
}
