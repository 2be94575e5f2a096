/** How a list writes its numbers (ST_NumberFormat). */
import { toRoman } from '../../../core/vietnamese/roman'

type Write = (value: number) => string

/** a … z, then aa, bb …: Word doubles the letter. */
const letters: Write = (value) => {
  const times = Math.ceil(value / 26)
  return times > MOST_LETTERS ? String(value) : String.fromCharCode(97 + ((value - 1) % 26)).repeat(times)
}
const MOST_LETTERS = 10

/** Beyond this a Roman number is only a long row of M. */
const MOST_ROMAN = 3999
const roman: Write = (value) => (value > MOST_ROMAN ? String(value) : toRoman(value))

const UNITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín']

/** Vietnamese words up to ninety-nine. */
const words: Write = (value) => {
  const [tens, unit] = [Math.floor(value / 10), value % 10]
  if (value > 99) return String(value)
  if (tens === 0) return UNITS[unit] ?? ''
  const ones = unit === 0 ? '' : unit === 5 ? 'lăm' : unit === 1 && tens > 1 ? 'mốt' : (UNITS[unit] ?? '')
  return `${tens === 1 ? 'mười' : `${UNITS[tens] ?? ''} mươi`} ${ones}`.trim()
}

const FORMATS: ReadonlyMap<string, Write> = new Map<string, Write>([
  ['decimal', String],
  ['decimalZero', (value) => String(value).padStart(2, '0')],
  ['upperRoman', roman],
  ['lowerRoman', (value) => roman(value).toLowerCase()],
  ['upperLetter', (value) => letters(value).toUpperCase()],
  ['lowerLetter', letters],
  ['vietnameseCounting', words],
  ['none', () => ''],
])

/** Digits where the format is none of the known. */
export function writeNumber(value: number, format: string): string {
  if (value < 1) return format === 'none' ? '' : String(value)
  return (FORMATS.get(format) ?? String)(value)
}
