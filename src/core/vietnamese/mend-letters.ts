/**
 * Letters that look right and are others: they would make one word two for search, for cues and for the spelling check.
 * Rows in resources/vietnamese/look-alikes.json. A word of another script is never touched, nor a foreign name.
 */
import { z } from 'zod'
import data from '../../../resources/vietnamese/look-alikes.json'
import { isSyllable } from './syllables'
import { fromWindows1252 } from './windows-1252'

const rows = z.record(z.string(), z.string())
const lookAlikes = z
  .object({ about: z.string(), inLatinWords: rows, inSyllables: rows, marksAfterVowels: rows, anywhere: rows })
  .parse(data)

export interface MendedText {
  /** NFC, as the text that came in. */
  readonly text: string
  /** Words and signs that were changed, as they stood and as they stand now. */
  readonly changes: readonly MendedWord[]
}

export interface MendedWord {
  readonly before: string
  readonly after: string
}

/** Mends a text that is NFC already. A text without such letters comes back as it is. */
export function mendLetters(text: string): MendedText {
  if (!SUSPECT.test(text)) return { text, changes: [] }
  const changes: MendedWord[] = []
  const note = (before: string, after: string): string => {
    if (after !== before) changes.push({ before, after })
    return after
  }
  const signs = text.replace(SIGN_RUN, (run) => note(run, mendSigns(run)))
  const mended = signs.replace(WORD, (word) => note(word, mendWord(word)))
  return { text: mended.normalize('NFC'), changes }
}

const characterClass = (characters: Iterable<string>): string =>
  Array.from(characters, (one) => `\\u{${(one.codePointAt(0) ?? 0).toString(16)}}`).join('')

const ANYWHERE = new Map(Object.entries(lookAlikes.anywhere))
const IN_LATIN_WORDS = new Map(Object.entries(lookAlikes.inLatinWords))
const IN_SYLLABLES = new Map(Object.entries(lookAlikes.inSyllables))
const MARKS = new Map(
  Object.entries(lookAlikes.marksAfterVowels).map(([sign, hex]) => [
    sign,
    String.fromCharCode(Number.parseInt(hex, 16)),
  ]),
)

/** Full-width forms, letters of mathematics, odd spaces, C1 controls: the same sign in another dress; soft hyphens: none. */
const DRESSED = '\\u0080-\\u009F\\u00AD\\u2000-\\u200A\\u202F\\u205F\\u3000\\uFF01-\\uFF5E\\u{1D400}-\\u{1D7FF}'
const SIGN_RUN = new RegExp(`[${DRESSED}${characterClass(ANYWHERE.keys())}]+`, 'gu')
/** Inside a word these only part letters that belong together. */
const INVISIBLE = '\\u00AD\\u200B-\\u200D\\u2060\\uFEFF'
const INVISIBLE_SIGNS = new RegExp(`[${INVISIBLE}]`, 'gu')
const MARK_SIGNS = characterClass(MARKS.keys())
const WORD = new RegExp(`[\\p{L}\\p{M}](?:[\\p{L}\\p{M}${MARK_SIGNS}]|[${INVISIBLE}]+(?=[\\p{L}\\p{M}]))*`, 'gu')
const SUSPECT = new RegExp(
  `[${DRESSED}${INVISIBLE}${MARK_SIGNS}${characterClass([...ANYWHERE.keys(), ...IN_SYLLABLES.keys()])}\\p{M}\\p{Script=Cyrillic}\\p{Script=Greek}]`,
  'u',
)

/** The full-width exclamation mark; the other signs follow as in ASCII. */
const FULL_WIDTH = 0xff01

function mendSigns(run: string): string {
  return Array.from(run, (sign) => ANYWHERE.get(sign) ?? plainSign(sign)).join('')
}

function plainSign(sign: string): string {
  if (/[\u2000-\u200A\u202F\u205F\u3000]/.test(sign)) return ' '
  if (/[\u0080-\u009F]/.test(sign)) return fromWindows1252(sign)
  if (sign === '\u00AD') return ''
  const code = sign.charCodeAt(0)
  if (code >= FULL_WIDTH && code <= FULL_WIDTH + 0x5d) return String.fromCharCode(code - FULL_WIDTH + 0x21)
  const plain = sign.normalize('NFKC')
  return /^[!-~]$/.test(plain) ? plain : sign
}

/** What is longer is no word of any language. */
const LONGEST_WORD = 100

function mendWord(word: string): string {
  if (word.length > LONGEST_WORD) return word
  const whole = word.replace(INVISIBLE_SIGNS, '').normalize('NFC')
  const latin = /\p{Script=Latin}/u.test(whole) ? inLatin(whole) : whole
  return (
    [withOrderedMarks(latin), withReplaced(latin, IN_SYLLABLES), withReplaced(latin, MARKS)].find(isSyllable) ?? latin
  )
}

/** A foreign letter without a twin among the Latin ones makes the word foreign: it stays whole. */
function inLatin(word: string): string {
  const letters = Array.from(word.normalize('NFD'))
  const isForeign = (letter: string): boolean => /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(letter)
  if (!letters.some(isForeign) || letters.some((letter) => isForeign(letter) && !IN_LATIN_WORDS.has(letter)))
    return word
  return letters
    .map((letter) => IN_LATIN_WORDS.get(letter) ?? letter)
    .join('')
    .normalize('NFC')
}

/** The tone typed before the mark of the vowel: composed only the other way round. */
function withOrderedMarks(word: string): string {
  return word
    .normalize('NFD')
    .replace(/([\u0300\u0301\u0303\u0309\u0323])([\u0302\u0306\u031B])/g, '$2$1')
    .normalize('NFC')
}

function withReplaced(word: string, table: ReadonlyMap<string, string>): string {
  return withOrderedMarks(Array.from(word, (letter) => table.get(letter) ?? letter).join(''))
}
