/**
 * The two old encodings of Vietnamese as tables: what one character or a pair of characters, seen as Latin-1, stands for.
 * The facts are in resources/vietnamese/tcvn3.json and vni.json.
 */
import { z } from 'zod'
import tcvn3Rows from '../../../resources/vietnamese/tcvn3.json'
import vniRows from '../../../resources/vietnamese/vni.json'

const rows = z.record(z.string(), z.string())
const tcvn3 = z.object({ letters: rows, marks: rows, sameByte: rows }).parse(tcvn3Rows)
const vni = z.object({ letters: rows, marks: z.array(z.object({ after: z.string(), rows })) }).parse(vniRows)

export const LEGACY_ENCODINGS = ['tcvn3', 'vni'] as const
export type LegacyEncoding = (typeof LEGACY_ENCODINGS)[number]

/** Keys are one or two characters as they stand in the file. */
export type LegacyTable = ReadonlyMap<string, string>

const character = (hex: string): string => String.fromCodePoint(Number.parseInt(hex, 16))
const characters = (hexes: string): string => hexes.split(' ').map(character).join('')
/** Capitals of VNI, letter and mark alike, stand 0x20 below the small ones; so do they in Latin-1. */
const capital = (small: string): string => String.fromCodePoint((small.codePointAt(0) ?? 0) - 0x20)

function tcvn3Table(): LegacyTable {
  const table = new Map<string, string>()
  for (const [byte, letter] of Object.entries(tcvn3.letters)) table.set(character(byte), letter)
  for (const [seen, byte] of Object.entries(tcvn3.sameByte))
    table.set(character(seen), table.get(character(byte)) ?? '')
  const letters = Array.from('aeiouyAEIOUY', (letter): [string, string] => [letter, letter])
  for (const [seen, letter] of [...letters, ...table].filter(([, letter]) => !hasTone(letter)))
    for (const [byte, mark] of Object.entries(tcvn3.marks)) {
      const marked = (letter + character(mark)).normalize('NFC')
      if (marked.length === 1) table.set(seen + character(byte), marked)
    }
  return table
}

const hasTone = (letter: string): boolean => /[\u0300\u0301\u0303\u0309\u0323]/.test(letter.normalize('NFD'))

function vniTable(): LegacyTable {
  const single = new Map(Object.entries(vni.letters).map(([byte, letter]) => [letter, character(byte)]))
  const table = new Map<string, string>()
  const add = (seen: string, letter: string): unknown => table.set(seen, letter)
  for (const [letter, seen] of single) {
    add(seen, letter)
    add(capital(seen), letter.toUpperCase())
  }
  for (const { after, rows } of vni.marks)
    for (const letter of after)
      for (const [byte, marks] of Object.entries(rows)) {
        const seen = single.get(letter) ?? letter
        const mark = character(byte)
        const marked = (letter + characters(marks)).normalize('NFC')
        add(seen + mark, marked)
        // A capital with a small mark is what a keyboard gives whose shift was let go too early.
        for (const either of [mark, capital(mark)]) add(capital(seen) + either, marked.toUpperCase())
      }
  return table
}

export const LEGACY_TABLES: Readonly<Record<LegacyEncoding, LegacyTable>> = { tcvn3: tcvn3Table(), vni: vniTable() }
