/**
 * The journal of a report: records appended one after another, each with its own checksum and the whole report
 * inside, so that the newest whole record alone gives the text back.
 *
 * magic (4) · length of the body (u32) · seq (u64) · SHA-256 of these and the body (32) · body
 */
import type { Codec } from './codec'
import { sameBytes } from './replace-file'

const MAGIC = Uint8Array.of(0x54, 0x4b, 0x4a, 0x31)
const HASH_AT = 16
const BODY_AT = 48
/** A file of nothing but record beginnings must not keep us for ever. */
const MAX_FRESH_STARTS = 1000

interface JournalRecord {
  readonly seq: number
  readonly body: Uint8Array
}

interface JournalReading {
  readonly records: readonly JournalRecord[]
  /** Bytes that are no whole record, with where they begin; a crash in mid-write leaves some at the end. */
  readonly damage: { readonly from: number; readonly isTail: boolean } | undefined
}

export function journalRecord(seq: number, body: Uint8Array, codec: Codec): Uint8Array {
  const record = new Uint8Array(BODY_AT + body.length)
  const view = new DataView(record.buffer)
  record.set(MAGIC)
  view.setUint32(4, body.length)
  view.setBigUint64(8, BigInt(seq))
  record.set(body, BODY_AT)
  record.set(recordHash(record, codec), HASH_AT)
  return record
}

/** Every whole record. After a bad one it looks for the next: each proves itself by its checksum. */
export function readJournal(bytes: Uint8Array, codec: Codec): JournalReading {
  const records: JournalRecord[] = []
  let damagedFrom: number | undefined
  let isTail = false
  let at = 0
  for (let starts = 0; at < bytes.length && starts < MAX_FRESH_STARTS;) {
    const found = recordAt(bytes, at, codec)
    if (found) {
      records.push(found.record)
      at = found.end
      isTail = false
      continue
    }
    damagedFrom ??= at
    isTail = true
    starts += 1
    at = nextMagic(bytes, at + 1)
  }
  if (damagedFrom === undefined) return { records, damage: undefined }
  // A first record that does not even begin like one was not torn while it was written: it went bad later.
  const isTorn = isTail && (records.length > 0 || isMagicAt(bytes, damagedFrom))
  return { records, damage: { from: damagedFrom, isTail: isTorn } }
}

function recordAt(bytes: Uint8Array, at: number, codec: Codec): { record: JournalRecord; end: number } | undefined {
  if (at + BODY_AT > bytes.length || !isMagicAt(bytes, at)) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset + at)
  const end = at + BODY_AT + view.getUint32(4)
  const seq = Number(view.getBigUint64(8))
  if (end > bytes.length || !Number.isSafeInteger(seq)) return undefined
  const record = bytes.subarray(at, end)
  if (!sameBytes(recordHash(record, codec), record.subarray(HASH_AT, BODY_AT))) return undefined
  return { record: { seq, body: record.subarray(BODY_AT) }, end }
}

/** Over everything but the hash itself. */
function recordHash(record: Uint8Array, codec: Codec): Uint8Array {
  const covered = new Uint8Array(record.length - (BODY_AT - HASH_AT))
  covered.set(record.subarray(0, HASH_AT))
  covered.set(record.subarray(BODY_AT), HASH_AT)
  return codec.sha256(covered)
}

const isMagicAt = (bytes: Uint8Array, at: number): boolean => MAGIC.every((byte, index) => bytes[at + index] === byte)

function nextMagic(bytes: Uint8Array, from: number): number {
  for (let at = from; at <= bytes.length - MAGIC.length; at += 1) if (isMagicAt(bytes, at)) return at
  return bytes.length
}
