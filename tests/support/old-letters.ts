/**
 * Writes Vietnamese as the old fonts kept it, told apart from the tables under test: TCVN3 from a table that glibc made,
 * VNI from how its letters look as Latin-1.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

type Rows = Readonly<Record<string, string>>
const FIXTURE = join(import.meta.dirname, '..', 'fixtures', 'encodings', 'tcvn3.json')
export const GLIBC_TCVN3 = JSON.parse(readFileSync(FIXTURE, 'utf8')) as { readonly letters: Rows; readonly marks: Rows }

export const latin1 = (hex: string): string => String.fromCharCode(Number.parseInt(hex, 16))

const VNI_ROWS = [
  ['aáàảãạ', 'a aù aø aû aõ aï'],
  ['ăắằẳẵặ', 'aê aé aè aú aü aë'],
  ['âấầẩẫậ', 'aâ aá aà aå aã aä'],
  ['eéèẻẽẹ', 'e eù eø eû eõ eï'],
  ['êếềểễệ', 'eâ eá eà eå eã eä'],
  ['iíìỉĩị', 'i í ì æ ó ò'],
  ['oóòỏõọ', 'o où oø oû oõ oï'],
  ['ôốồổỗộ', 'oâ oá oà oå oã oä'],
  ['ơớờởỡợ', 'ô ôù ôø ôû ôõ ôï'],
  ['uúùủũụ', 'u uù uø uû uõ uï'],
  ['ưứừửữự', 'ö öù öø öû öõ öï'],
  ['yýỳỷỹỵ', 'y yù yø yû yõ î'],
  ['đ', 'ñ'],
] as const

/** How a letter of VNI is seen → the letter. */
export const VNI_LETTERS = VNI_ROWS.flatMap(([letters, seen]) =>
  seen.split(' ').map((form, index): [string, string] => [form, letters.charAt(index)]),
)

export interface OldRun {
  readonly text: string
  readonly font: string
}

const vniForms = new Map(
  VNI_LETTERS.flatMap(([seen, letter]) => [
    [letter, seen],
    [letter.toUpperCase(), seen.toUpperCase()],
  ]),
)

export function asVni(text: string): readonly OldRun[] {
  return joined(
    Array.from(text, (letter) => ({
      text: vniForms.get(letter) ?? letter,
      font: isForeign(letter) && !vniForms.has(letter) ? NEW_FONT : 'VNI-Times',
    })),
  )
}

const NEW_FONT = 'Times New Roman'

/** A sign beyond ASCII that is no letter of Vietnamese: in an old font its byte was a letter. */
const isForeign = (letter: string): boolean => /[\u0080-\u00FF]/.test(letter)

function joined(runs: readonly OldRun[]): readonly OldRun[] {
  const together: { text: string; font: string }[] = []
  for (const { text, font } of runs) {
    const last = together.at(-1)
    if (last?.font === font) last.text += text
    else together.push({ text, font })
  }
  return together
}

/** Letters as people typed them: a composed small letter, and the seven capitals that have a byte of their own. */
const tcvn3Bytes = new Map(
  Object.entries(GLIBC_TCVN3.letters)
    .filter(([, letter]) => letter.length === 1 && (/\p{Ll}/u.test(letter) || 'ĂÂÊÔƠƯĐ'.includes(letter)))
    .map(([byte, letter]) => [letter, latin1(byte)]),
)

/** Other marked capitals stood in a font that draws small letters large. What no old font had stays in a new one. */
export function asTcvn3(text: string): readonly OldRun[] {
  return joined(
    Array.from(text, (letter) => {
      const small = letter.toLowerCase()
      const byte = tcvn3Bytes.get(letter)
      const smallByte = tcvn3Bytes.get(small)
      if (byte !== undefined) return { text: byte, font: '.VnTime' }
      if (smallByte !== undefined) return { text: smallByte, font: '.VnTimeH' }
      return { text: letter, font: isForeign(letter) ? NEW_FONT : '.VnTime' }
    }),
  )
}
