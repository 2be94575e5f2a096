/**
 * The form in which Vietnamese texts are compared: lower case, one placement of the tone mark
 * (hòa = hoà, thủy = thuỷ), one kind of dash and of quotation mark, single spaces.
 * Marks are kept: without them bản, bạn and ban would be one word.
 */
import { toNfc } from './nfc'

/** The same syllable with its tone mark on the first vowel and on the last. */
export const TONE_PAIRS: ReadonlyArray<readonly [string, string]> = [
  ['òa', 'oà'],
  ['óa', 'oá'],
  ['ỏa', 'oả'],
  ['õa', 'oã'],
  ['ọa', 'oạ'],
  ['òe', 'oè'],
  ['óe', 'oé'],
  ['ỏe', 'oẻ'],
  ['õe', 'oẽ'],
  ['ọe', 'oẹ'],
  ['ùy', 'uỳ'],
  ['úy', 'uý'],
  ['ủy', 'uỷ'],
  ['ũy', 'uỹ'],
  ['ụy', 'uỵ'],
] as const
const TONE_ON_LAST = new Map(TONE_PAIRS)
const TONE_PATTERN = new RegExp(TONE_PAIRS.map(([first]) => first).join('|'), 'g')

/** White space but a single plain space, which may stay as it is. */
const WIDE_OR_SEVERAL = /[\s\u200B]{2,}|[^\S ]|\u200B/g

/** Same length in characters as the NFC text unless it held runs of spaces; see `toNfc`. */
export function matchingKey(text: string): string {
  return toNfc(text)
    .toLowerCase()
    .replace(TONE_PATTERN, (syllable) => TONE_ON_LAST.get(syllable) ?? syllable)
    .replace(/[–—−]/g, '-')
    .replace(/[“”„]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(WIDE_OR_SEVERAL, ' ')
    .trim()
}

/** Without tone and vowel marks, đ as d: what an officer types into a search box in a hurry. */
export function unmarkedKey(text: string): string {
  return matchingKey(text).normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd')
}
