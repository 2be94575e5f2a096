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

/** Trims white space including NBSP, zero-width space and BOM, which pages leave round their lines. */
export function trimWide(text: string): string {
  return text.replace(/^[\s\u00A0\u200B\uFEFF]+|[\s\u00A0\u200B\uFEFF]+$/g, '')
}
