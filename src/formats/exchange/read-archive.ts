/**
 * Reads the known entries of a zip from anybody. Sizes in the headers are only claims: what comes out is counted while
 * it is inflated, and reading stops at the first byte too many. Names are compared, never used as paths.
 */
import { Inflate } from 'fflate'
import { err, ok, type Result } from '../../core/result'
import { EXCHANGE_LIMITS } from './exchange-entries'

export type ArchiveProblem = 'not an archive' | 'too large' | 'duplicate entry' | 'unknown entry' | 'damaged entry'

interface Entry {
  readonly name: string
  readonly method: number
  readonly isEncrypted: boolean
  readonly crc: number
  readonly packedSize: number
  readonly offset: number
}

/** Entry name → bytes. Every entry must be known, and stand there once. */
export function readArchive(
  bytes: Uint8Array,
  known: ReadonlySet<string>,
): Result<ReadonlyMap<string, Uint8Array>, ArchiveProblem> {
  if (bytes.length > EXCHANGE_LIMITS.fileBytes) return err('too large')
  const entries = readDirectory(bytes)
  if (!entries.ok) return entries
  const contents = new Map<string, Uint8Array>()
  for (const entry of entries.value) {
    if (!known.has(entry.name)) return err('unknown entry')
    if (contents.has(entry.name)) return err('duplicate entry')
    const content = readEntry(bytes, entry)
    if (!content.ok) return content
    contents.set(entry.name, content.value)
  }
  return ok(contents)
}

const END_SIGNATURE = 0x06054b50
const DIRECTORY_SIGNATURE = 0x02014b50
const LOCAL_SIGNATURE = 0x04034b50
const END_LENGTH = 22
const MAX_COMMENT = 0xffff

function readDirectory(bytes: Uint8Array): Result<readonly Entry[], ArchiveProblem> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  if (end === undefined) return err('not an archive')
  const count = view.getUint16(end + 10, true)
  if (count > EXCHANGE_LIMITS.entries) return err('too large')
  const entries: Entry[] = []
  let at = view.getUint32(end + 16, true)
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== DIRECTORY_SIGNATURE) return err('not an archive')
    const nameLength = view.getUint16(at + 28, true)
    const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    if (next > end) return err('not an archive')
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packedSize: view.getUint32(at + 20, true),
      offset: view.getUint32(at + 42, true),
    })
    at = next
  }
  return ok(entries)
}

/** The record at the end of a zip; a comment may follow it. */
function findEnd(view: DataView): number | undefined {
  const first = Math.max(0, view.byteLength - END_LENGTH - MAX_COMMENT)
  for (let at = view.byteLength - END_LENGTH; at >= first; at -= 1) {
    if (view.getUint32(at, true) === END_SIGNATURE) return at
  }
  return undefined
}

function readEntry(bytes: Uint8Array, entry: Entry): Result<Uint8Array, ArchiveProblem> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const { offset } = entry
  if (entry.isEncrypted || offset + 30 > bytes.length || view.getUint32(offset, true) !== LOCAL_SIGNATURE)
    return err('damaged entry')
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
  if (start + entry.packedSize > bytes.length) return err('damaged entry')
  const packed = bytes.subarray(start, start + entry.packedSize)
  const content = entry.method === 0 ? ok(packed) : entry.method === 8 ? inflate(packed) : err('damaged entry' as const)
  if (!content.ok) return content
  if (content.value.length > EXCHANGE_LIMITS.entryBytes) return err('too large')
  return crc32(content.value) === entry.crc ? content : err('damaged entry')
}

const STEP = 16 * 1024

function inflate(packed: Uint8Array): Result<Uint8Array, ArchiveProblem> {
  const chunks: Uint8Array[] = []
  const seen = { size: 0, isFinished: false }
  const inflater = new Inflate((chunk, isFinal) => {
    chunks.push(chunk)
    seen.size += chunk.length
    seen.isFinished = isFinal
  })
  try {
    // In steps, so that a bomb is noticed after its first step and not after its last.
    for (let at = 0; at < packed.length; at += STEP) {
      inflater.push(packed.subarray(at, at + STEP), at + STEP >= packed.length)
      const isTooDense = seen.size > EXCHANGE_LIMITS.ratioFrom && seen.size > packed.length * EXCHANGE_LIMITS.ratio
      if (seen.size > EXCHANGE_LIMITS.entryBytes || isTooDense) return err('too large')
    }
  } catch {
    return err('damaged entry')
  }
  return seen.isFinished ? ok(joined(chunks, seen.size)) : err('damaged entry')
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) crc = (crc >>> 8) ^ (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0)
  return (crc ^ 0xffffffff) >>> 0
}
