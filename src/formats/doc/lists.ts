/** Numberings of a .doc as the lists of our model ([MS-DOC] 2.9.131, 2.9.149): what stands before a paragraph is counted as in a .docx. */
import type { List, ListLevel, Lists } from '../docx/read/read-numbering'
import { LEVELS } from '../docx/read/read-numbering'
import { bulletText } from '../docx/read/symbols'
import { viewOf } from './compound-file'
import { runState } from './formats'

const FORMATS: ReadonlyMap<number, string> = new Map([
  [0, 'decimal'],
  [1, 'upperRoman'],
  [2, 'lowerRoman'],
  [3, 'upperLetter'],
  [4, 'lowerLetter'],
  [22, 'decimalZero'],
  [23, 'bullet'],
  [255, 'none'],
])

const DEFINITION_LENGTH = 28
const LEVEL_LENGTH = 28
const USE_LENGTH = 16

/** Keys are the numbers by which paragraphs name a list, from 1. */
export function readLists(definitions: Uint8Array, uses: Uint8Array, fonts: readonly string[]): Lists {
  const families = readFamilies(definitions, fonts)
  const lists = new Map<string, List>()
  if (uses.length < 4) return lists
  const view = viewOf(uses)
  const count = Math.min(view.getUint32(0, true), Math.floor((uses.length - 4) / USE_LENGTH))
  let at = 4 + count * USE_LENGTH
  for (let index = 0; index < count; index += 1) {
    const use = 4 + index * USE_LENGTH
    const id = view.getInt32(use, true)
    const overrides = readOverrides(uses, at + 4, uses[use + 12] ?? 0)
    at = overrides.next
    lists.set(String(index + 1), {
      family: String(id),
      levels: families.get(id) ?? new Map<number, ListLevel>(),
      startOverrides: overrides.starts,
    })
  }
  return lists
}

function readFamilies(
  bytes: Uint8Array,
  fonts: readonly string[],
): ReadonlyMap<number, ReadonlyMap<number, ListLevel>> {
  const families = new Map<number, ReadonlyMap<number, ListLevel>>()
  if (bytes.length < 2) return families
  const view = viewOf(bytes)
  const count = Math.min(view.getUint16(0, true), Math.floor((bytes.length - 2) / DEFINITION_LENGTH))
  let at = 2 + count * DEFINITION_LENGTH
  for (let index = 0; index < count; index += 1) {
    const definition = 2 + index * DEFINITION_LENGTH
    const isSimple = ((bytes[definition + 26] ?? 0) & 1) !== 0
    const levels = new Map<number, ListLevel>()
    for (let level = 0; level < (isSimple ? 1 : LEVELS); level += 1) {
      const read = readLevel(bytes, at, fonts)
      if (!read) return families
      levels.set(level, read.level)
      at = read.next
    }
    families.set(view.getInt32(definition, true), levels)
  }
  return families
}

function readLevel(
  bytes: Uint8Array,
  at: number,
  fonts: readonly string[],
): { readonly level: ListLevel; readonly next: number } | undefined {
  const runLength = bytes[at + 24] ?? 0
  const paragraphLength = bytes[at + 25] ?? 0
  const run = at + LEVEL_LENGTH + paragraphLength
  const text = run + runLength
  if (text + 2 > bytes.length) return undefined
  const view = viewOf(bytes)
  const length = view.getUint16(text, true)
  const flags = bytes[at + 5] ?? 0
  const numberFormat = FORMATS.get(bytes[at + 4] ?? 0) ?? 'decimal'
  const letters = new TextDecoder('utf-16le').decode(bytes.subarray(text + 2, text + 2 + length * 2))
  const font = fonts[runState({}, bytes.subarray(run, text)).font ?? -1] ?? ''
  return {
    level: {
      start: view.getInt32(at, true),
      numberFormat,
      text: numberFormat === 'bullet' ? bulletText(letters, font) : withPlaces(letters),
      isLegal: (flags & 0x04) !== 0,
      ...((flags & 0x08) !== 0 ? { restartAfter: bytes[at + 26] ?? 0 } : {}),
      paragraph: {},
    },
    next: text + 2 + length * 2,
  }
}

/** The number of a level stands as a character of its own value; our model writes %1 for the first. */
const withPlaces = (letters: string): string =>
  letters.replace(/[\u0000-\u0008]/g, (place) => `%${place.charCodeAt(0) + 1}`)

const HAS_START = 0x10
const HAS_LEVEL = 0x20

function readOverrides(
  bytes: Uint8Array,
  from: number,
  count: number,
): { readonly starts: ReadonlyMap<number, number>; readonly next: number } {
  const view = viewOf(bytes)
  const starts = new Map<number, number>()
  let at = from
  for (let index = 0; index < count && at + 8 <= bytes.length; index += 1) {
    const flags = view.getUint32(at + 4, true)
    if (flags & HAS_START) starts.set(flags & 0xf, view.getInt32(at, true))
    at += 8
    if (flags & HAS_LEVEL) at = readLevel(bytes, at, [])?.next ?? bytes.length
  }
  return { starts, next: at }
}
