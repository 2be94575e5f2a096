/** Properties as [MS-DOC] 2.6 states them: a code and its operand, one after the other. */
import { viewOf } from './compound-file'

export interface Property {
  readonly code: number
  readonly operand: Uint8Array
}

/** Length of an operand by the three upper bits of its code; 6 says its own. */
const LENGTHS: readonly (number | undefined)[] = [1, 1, 2, 4, 2, 2, undefined, 3]
const DEFINE_TABLE = 0xd608

/** What cannot be whole any more is left out. */
export function propertiesOf(bytes: Uint8Array): readonly Property[] {
  const view = viewOf(bytes)
  const properties: Property[] = []
  for (let at = 0; at + 2 < bytes.length;) {
    const code = view.getUint16(at, true)
    const own = at + 2
    const fixed = LENGTHS[code >> 13]
    const isLong = code === DEFINE_TABLE && own + 2 <= bytes.length
    const [from, length] =
      fixed !== undefined
        ? [own, fixed]
        : isLong
          ? [own + 2, view.getUint16(own, true) - 1]
          : [own + 1, bytes[own] ?? 0]
    if (length < 0 || from + length > bytes.length) break
    properties.push({ code, operand: bytes.subarray(from, from + length) })
    at = from + length
  }
  return properties
}

export const byteOf = ({ operand }: Property): number => operand[0] ?? 0
export const wordOf = ({ operand }: Property): number => (operand.length < 2 ? 0 : viewOf(operand).getUint16(0, true))
export const signedOf = ({ operand }: Property): number => (operand.length < 2 ? 0 : viewOf(operand).getInt16(0, true))

/** A stretch of the stream with its properties. */
export interface FormattedRange {
  readonly from: number
  readonly to: number
  readonly bytes: Uint8Array
}

const PAGE = 512
/** Properties of paragraphs also keep a measured height beside each. */
const ENTRY_LENGTHS = { character: 1, paragraph: 13 } as const

/** All stretches of one kind, in the order of the stream (PlcBteChpx, PlcBtePapx and their pages). */
export function readRanges(
  pages: Uint8Array,
  main: Uint8Array,
  kind: keyof typeof ENTRY_LENGTHS,
): readonly FormattedRange[] {
  const view = viewOf(pages)
  const count = Math.max(0, Math.floor((pages.length - 4) / 8))
  const ranges: FormattedRange[] = []
  const read = new Set<number>()
  for (let index = 0; index < count; index += 1) {
    const number = view.getUint32((count + 1) * 4 + index * 4, true) & 0x3fffff
    const page = main.subarray(number * PAGE, (number + 1) * PAGE)
    if (read.has(number) || page.length < PAGE) continue
    read.add(number)
    ranges.push(...rangesOfPage(page, kind))
  }
  return ranges.sort((one, other) => one.from - other.from)
}

function rangesOfPage(page: Uint8Array, kind: keyof typeof ENTRY_LENGTHS): readonly FormattedRange[] {
  const view = viewOf(page)
  const count = page[PAGE - 1] ?? 0
  const entries = (count + 1) * 4
  if (entries + count * ENTRY_LENGTHS[kind] > PAGE) return []
  return Array.from({ length: count }, (_, index) => ({
    from: view.getUint32(index * 4, true),
    to: view.getUint32((index + 1) * 4, true),
    bytes: (kind === 'character' ? characterBytes : paragraphBytes)(
      page,
      (page[entries + index * ENTRY_LENGTHS[kind]] ?? 0) * 2,
    ),
  }))
}

const characterBytes = (page: Uint8Array, at: number): Uint8Array =>
  at === 0 ? new Uint8Array() : page.subarray(at + 1, at + 1 + (page[at] ?? 0))

/** Half the length, or nothing and then half the length. */
function paragraphBytes(page: Uint8Array, at: number): Uint8Array {
  if (at === 0) return new Uint8Array()
  const half = page[at] ?? 0
  return half === 0 ? page.subarray(at + 2, at + 2 + (page[at + 1] ?? 0) * 2) : page.subarray(at + 1, at + half * 2)
}
