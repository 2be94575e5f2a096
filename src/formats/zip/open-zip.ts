/**
 * Opens a zip from anybody. Sizes in the headers are only claims: what comes out is counted while it is inflated, and
 * reading stops at the first byte too many. Names are compared, never used as paths; what nobody asks for stays packed.
 * Two readers of one archive must see the same: whatever could be read in two ways is refused.
 * Format: PKWARE APPNOTE 6.3.10.
 */
import { err, ok, type Result } from '../../core/result'
import { crc32 } from './crc32'
import { inflateBounded } from './inflate-bounded'
import type { ZipLimits, ZipProblem } from './zip-limits'

interface ZipArchive {
  /** As they stand in the directory. */
  readonly names: readonly string[]
  /** The unpacked bytes of an entry; `undefined` where there is none of this name. */
  read(name: string): Result<Uint8Array | undefined, ZipProblem>
}

interface Entry {
  readonly name: string
  readonly method: number
  readonly crc: number
  readonly packedSize: number
  /** Of its local header. */
  readonly offset: number
}

interface PlacedEntry extends Entry {
  /** Of its first packed byte. */
  readonly start: number
  readonly end: number
}

export function openZip(bytes: Uint8Array, limits: ZipLimits): Result<ZipArchive, ZipProblem> {
  if (bytes.length > limits.fileBytes) return err('too large')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const directory = readDirectory(bytes, view, limits)
  if (!directory.ok) return directory
  const entries = placeEntries(bytes, view, directory.value)
  if (!entries.ok) return entries
  const byName = new Map(entries.value.map((entry) => [entry.name, entry]))
  let total = 0
  return ok({
    names: entries.value.map((entry) => entry.name),
    read(name) {
      const entry = byName.get(name)
      if (!entry) return ok(undefined)
      const content = unpack(bytes.subarray(entry.start, entry.end), entry, limits)
      if (!content.ok) return content
      total += content.value.length
      return total > limits.totalBytes ? err('too large') : content
    },
  })
}

const END_SIGNATURE = 0x06054b50
const DIRECTORY_SIGNATURE = 0x02014b50
const LOCAL_SIGNATURE = 0x04034b50
const END_LENGTH = 22
const DIRECTORY_LENGTH = 46
const LOCAL_LENGTH = 30
const MAX_COMMENT = 0xffff
const DEFLATED = 8

interface Directory {
  readonly entries: readonly Entry[]
  readonly start: number
}

function readDirectory(bytes: Uint8Array, view: DataView, limits: ZipLimits): Result<Directory, ZipProblem> {
  const end = findEnd(view)
  if (end === undefined) return err('not an archive')
  // A count of 0xFFFF stands for a larger one elsewhere: too many either way.
  const count = view.getUint16(end + 10, true)
  if (count > limits.entries) return err('too large')
  const entries: Entry[] = []
  const seen = new Set<string>()
  const start = view.getUint32(end + 16, true)
  let at = start
  for (let index = 0; index < count; index += 1) {
    if (at + DIRECTORY_LENGTH > end || view.getUint32(at, true) !== DIRECTORY_SIGNATURE) return err('not an archive')
    const entry = readDirectoryEntry(bytes, view, at)
    if (!entry.ok) return entry
    at +=
      DIRECTORY_LENGTH + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    if (at > end) return err('not an archive')
    // Names of parts differ by more than capitals (ECMA-376-2, 6.2.2.3), and so do files on most disks.
    const key = entry.value.name.toLowerCase()
    if (seen.has(key)) return err('duplicate entry')
    seen.add(key)
    entries.push(entry.value)
  }
  if (at + 4 <= end && view.getUint32(at, true) === DIRECTORY_SIGNATURE) return err('not an archive')
  return ok({ entries, start })
}

/** The record at the end of a zip; a comment may follow it. */
function findEnd(view: DataView): number | undefined {
  const first = Math.max(0, view.byteLength - END_LENGTH - MAX_COMMENT)
  for (let at = view.byteLength - END_LENGTH; at >= first; at -= 1) {
    if (view.getUint32(at, true) === END_SIGNATURE) return at
  }
  return undefined
}

const MADE_ON_UNIX = new Set([3, 19])
const FILE_KIND = 0o170000
const LINK_KIND = 0o120000
/** Bits for a password, strong encryption, and a directory with masked values. */
const ENCRYPTED = 0x2041

function readDirectoryEntry(bytes: Uint8Array, view: DataView, at: number): Result<Entry, ZipProblem> {
  const method = view.getUint16(at + 10, true)
  const mode = view.getUint32(at + 38, true) >>> 16
  if ((view.getUint16(at + 8, true) & ENCRYPTED) !== 0) return err('encrypted entry')
  if (method !== 0 && method !== DEFLATED) return err('unknown method')
  if (MADE_ON_UNIX.has(view.getUint8(at + 5)) && (mode & FILE_KIND) === LINK_KIND) return err('symbolic link')
  return ok({
    name: new TextDecoder().decode(
      bytes.subarray(at + DIRECTORY_LENGTH, at + DIRECTORY_LENGTH + view.getUint16(at + 28, true)),
    ),
    method,
    crc: view.getUint32(at + 16, true),
    packedSize: view.getUint32(at + 20, true),
    offset: view.getUint32(at + 42, true),
  })
}

/** Finds the bytes of every entry; none may share any with another. */
function placeEntries(
  bytes: Uint8Array,
  view: DataView,
  { entries, start: directoryStart }: Directory,
): Result<readonly PlacedEntry[], ZipProblem> {
  const placed: PlacedEntry[] = []
  for (const entry of entries) {
    const { offset } = entry
    if (offset + LOCAL_LENGTH > bytes.length || view.getUint32(offset, true) !== LOCAL_SIGNATURE)
      return err('damaged entry')
    const nameEnd = offset + LOCAL_LENGTH + view.getUint16(offset + 26, true)
    const start = nameEnd + view.getUint16(offset + 28, true)
    const end = start + entry.packedSize
    if (end > bytes.length) return err('damaged entry')
    if (new TextDecoder().decode(bytes.subarray(offset + LOCAL_LENGTH, nameEnd)) !== entry.name)
      return err('damaged entry')
    placed.push({ ...entry, start, end })
  }
  let free = 0
  for (const { offset, end } of placed.toSorted((a, b) => a.offset - b.offset)) {
    if (offset < free || end > directoryStart) return err('overlapping entries')
    free = end
  }
  return ok(placed)
}

function unpack(packed: Uint8Array, entry: Entry, limits: ZipLimits): Result<Uint8Array, ZipProblem> {
  const content = entry.method === DEFLATED ? inflateBounded(packed, limits) : ok(packed)
  if (!content.ok) return content
  if (content.value.length > limits.entryBytes) return err('too large')
  return crc32(content.value) === entry.crc ? content : err('damaged entry')
}
