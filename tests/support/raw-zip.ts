/** A zip field by field, to say in it what no program that packs would say. */
import { deflateSync, strToU8 } from 'fflate'
import { crc32 } from 'node:zlib'

export interface RawEntry {
  readonly name: string
  readonly content: string | Uint8Array
  /** 0 stored, 8 deflated; others are only claimed. */
  readonly method?: number
  readonly flags?: number
  readonly crc?: number
  /** The packed size that the headers claim. */
  readonly packedSize?: number
  /** The unpacked size that the headers claim. */
  readonly size?: number
  /** The name in the entry's own header, where it differs from the directory. */
  readonly localName?: string
  /** System in the upper byte. */
  readonly madeBy?: number
  readonly attributes?: number
  /** Lies in the bytes of the entry of this number, which holds it from its first byte. */
  readonly inside?: number
}

interface Packed extends RawEntry {
  readonly packed: Uint8Array
  readonly bytes: Uint8Array
}

export function rawZip(entries: readonly RawEntry[], options: { readonly count?: number } = {}): Uint8Array {
  const parts: Uint8Array[] = []
  const offsets: number[] = []
  let offset = 0
  const packedEntries = entries.map(pack)
  for (const entry of packedEntries) {
    const outer = entry.inside === undefined ? undefined : packedEntries[entry.inside]
    if (outer) {
      offsets.push((offsets[entry.inside ?? 0] ?? 0) + header(0x04034b50, [], outer, outer.name, []).length)
      continue
    }
    const local = header(0x04034b50, [], entry, entry.localName ?? entry.name, [])
    offsets.push(offset)
    parts.push(local, entry.packed)
    offset += local.length + entry.packed.length
  }
  const start = offset
  for (const [index, entry] of packedEntries.entries()) {
    const tail = [u16(0), u16(0), u16(0), u32(entry.attributes ?? 0), u32(offsets[index] ?? 0)]
    const directory = header(0x02014b50, [u16(entry.madeBy ?? 20)], entry, entry.name, tail)
    parts.push(directory)
    offset += directory.length
  }
  const count = options.count ?? entries.length
  parts.push(joined([u32(0x06054b50), u16(0), u16(0), u16(count), u16(count), u32(offset - start), u32(start), u16(0)]))
  return joined(parts)
}

function pack(entry: RawEntry): Packed {
  const bytes = typeof entry.content === 'string' ? strToU8(entry.content) : entry.content
  return { ...entry, bytes, packed: entry.method === 8 ? deflateSync(bytes, { level: 9 }) : bytes }
}

function header(
  signature: number,
  first: readonly Uint8Array[],
  entry: Packed,
  name: string,
  tail: readonly Uint8Array[],
): Uint8Array {
  const nameBytes = strToU8(name)
  return joined([
    ...[u32(signature), ...first, u16(20), u16(entry.flags ?? 0), u16(entry.method ?? 0), u32(0)],
    ...[
      u32(entry.crc ?? crc32(entry.bytes)),
      u32(entry.packedSize ?? entry.packed.length),
      u32(entry.size ?? entry.bytes.length),
    ],
    ...[u16(nameBytes.length), u16(0), ...tail, nameBytes],
  ])
}

const u16 = (value: number): Uint8Array => Uint8Array.of(value & 0xff, (value >>> 8) & 0xff)
const u32 = (value: number): Uint8Array => joined([u16(value & 0xffff), u16(value >>> 16)])

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
