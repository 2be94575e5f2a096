/**
 * Text of fonts from before Unicode. Only the font tells: the ô of one page is the ụ of another, so runs are decided by
 * the name of their font. Pairs of VNI cross runs, since a mark can be formatted apart from its letter.
 */
import { LEGACY_TABLES, type LegacyEncoding } from './legacy-tables'
import { isSyllable } from './syllables'
import { fromWindows1252 } from './windows-1252'

export interface FontRun {
  readonly text: string
  /** The name of its font as the file has it. */
  readonly font: string | undefined
}

export interface DecodedRuns {
  /** One a run, in order; a pair that crosses two runs goes to the first of them. */
  readonly texts: readonly string[]
  /** Those that were met and decoded. */
  readonly encodings: ReadonlySet<LegacyEncoding>
}

/** Decodes the runs of one paragraph. Runs of other fonts, and words that are Unicode already, stay as they are. */
export function decodeLegacyRuns(runs: readonly FontRun[]): DecodedRuns {
  const texts: string[] = []
  const encodings = new Set<LegacyEncoding>()
  for (const { encoding, runs: group } of groupsOfOneEncoding(runs)) {
    const decoded = encoding ? decodeGroup(group, encoding) : undefined
    if (encoding && decoded) encodings.add(encoding)
    // One by one: a call takes only so many arguments, a hostile paragraph has more runs.
    for (const text of decoded ?? group.map((run) => run.text)) texts.push(text)
  }
  return { texts, encodings }
}

interface LegacyFont {
  readonly encoding: LegacyEncoding
  /** Draws small letters as capitals. */
  readonly isCapitals: boolean
}

/**
 * What the name of a font says about the encoding of its text; `undefined` for the fonts of Unicode. In a PDF a name
 * comes with the mark of a subset and with a style.
 */
export function legacyFont(name: string | undefined): LegacyFont | undefined {
  const plain = (name ?? '')
    .trim()
    .replace(/^[A-Z]{6}\+/, '')
    .replace(/[,-](?:bold|italic|regular|oblique).*$/i, '')
  if (/^\.vn/i.test(plain)) return { encoding: 'tcvn3', isCapitals: /h$/i.test(plain) }
  if (/^vni-/i.test(plain)) return { encoding: 'vni', isCapitals: false }
  return undefined
}

/** All of a text in one old encoding. Words with letters that only Unicode has stay as they are. */
export function decodeLegacyText(text: string, encoding: LegacyEncoding): string {
  return unitsOf(text, encoding)
    .map((unit) => unit.text)
    .join('')
}

interface Group {
  readonly encoding: LegacyEncoding | undefined
  readonly runs: FontRun[]
}

/** Small letters and capitals of TCVN3 stand in two fonts, often within one word: only together they can be judged. */
function groupsOfOneEncoding(runs: readonly FontRun[]): readonly Group[] {
  const groups: Group[] = []
  for (const run of runs) {
    const encoding = legacyFont(run.font)?.encoding
    const last = groups.at(-1)
    if (last && last.encoding === encoding) last.runs.push(run)
    else groups.push({ encoding, runs: [run] })
  }
  return groups
}

/** `undefined` where nothing had to change, or where the text reads as Vietnamese only as it is. */
function decodeGroup(runs: readonly FontRun[], encoding: LegacyEncoding): readonly string[] | undefined {
  const joined = runs.map(({ text }) => text).join('')
  const units = unitsOf(joined, encoding)
  const decoded = units.map((unit) => unit.text).join('')
  if (readableWords(joined) > readableWords(decoded)) return undefined
  const texts = splitLike(runs, units).map((text, at) =>
    legacyFont(runs[at]?.font)?.isCapitals ? text.toUpperCase() : text,
  )
  return texts.join('') === joined ? undefined : texts
}

interface Unit {
  /** How many characters of the file it takes. */
  readonly length: number
  readonly text: string
}

/** Letters no old encoding can show as Latin-1: a word with one of them is Unicode, whatever its font. */
const ONLY_UNICODE =
  /[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01A0\u01A1\u01AF\u01B0\u0300-\u036F\u1EA0-\u1EF9]/

function unitsOf(text: string, encoding: LegacyEncoding): readonly Unit[] {
  return text
    .split(/(\s+)/)
    .flatMap((word) =>
      ONLY_UNICODE.test(word)
        ? [{ length: word.length, text: word }]
        : unitsOfWord(withHyphenAsLetter(word, encoding), encoding),
    )
}

/** A file of fixed encoding has no sign for byte AD but its hyphen: inside a word of TCVN3 it may be the letter ư. */
const withHyphenAsLetter = (word: string, encoding: LegacyEncoding): string =>
  encoding === 'tcvn3' && word.includes('-') ? word.replace(WORD_WITH_HYPHEN, hyphenAsLetter) : word

const WORD_WITH_HYPHEN = /[^\s!-,./:-@[-`{-~\u2000-\u206F]+/gu

function hyphenAsLetter(word: string): string {
  const decoded = unitsOfWord(word.replace('-', '\u00AD'), 'tcvn3')
    .map((unit) => unit.text)
    .join('')
  return word.length > 1 && isSyllable(decoded) ? word.replace('-', '\u00AD') : word
}

/** Greedy: two characters that stand for a letter together are never taken apart. */
function unitsOfWord(word: string, encoding: LegacyEncoding): readonly Unit[] {
  const table = LEGACY_TABLES[encoding]
  const units: Unit[] = []
  for (let at = 0; at < word.length;) {
    const pair = at + 1 < word.length ? table.get(word.slice(at, at + 2)) : undefined
    const length = pair === undefined ? 1 : 2
    const single = word.charAt(at)
    units.push({ length, text: pair ?? table.get(single) ?? fromWindows1252(single) })
    at += length
  }
  return units
}

function splitLike(runs: readonly FontRun[], units: readonly Unit[]): readonly string[] {
  const texts: string[] = []
  let [unit, from, end] = [0, 0, 0]
  for (const run of runs) {
    end += run.text.length
    let text = ''
    for (let next = units[unit]; next && from < end; next = units[unit]) {
      text += next.text
      from += next.length
      unit += 1
    }
    texts.push(text)
  }
  return texts
}

/** Words with a letter beyond ASCII that are Vietnamese: an encoding shows only in those. */
export const readableWords = (text: string): number => markedWords(text).filter(isSyllable).length

/** Words with a character beyond ASCII; signs of an old encoding count as letters, typographic ones do not. */
export const markedWords = (text: string): readonly string[] =>
  text.split(/[\s\d!-/:-@[-`{-~\u2000-\u206F]+/).filter((word) => /[\u0080-\u{10FFFF}]/u.test(word))
