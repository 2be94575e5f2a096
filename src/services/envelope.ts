/**
 * What stands round every document the program keeps for itself: whose it is, which version, and a checksum over
 * all of it. The file is plain JSON; the checksum covers the very bytes between header and end, so that a newer
 * version's unknown fields and order of keys verify as well.
 */
import { parseJsonObject } from '../core/json-text'
import type { Json } from '../core/migrations'
import { err, ok, type Result } from '../core/result'
import { toHex, type Codec } from './codec'

const MAGIC = 'tong-ket'

export interface EnvelopeHeader {
  readonly kind: 'report' | 'template' | 'settings'
  readonly id: string
  readonly schemaVersion: number
  readonly appVersion: string
  readonly seq: number
  /** ISO 8601. */
  readonly savedAt: string
  /** Of a report's head: the first journal that may hold later records. 0 where there is no journal. */
  readonly generation: number
  /** Of a report: the name its window gave to this save. */
  readonly saveId?: string | undefined
}

export interface Envelope {
  readonly header: EnvelopeHeader
  /** JSON text of the document. */
  readonly payload: string
}

/** Why bytes are no envelope of the document they should hold; also the end of their name in quarantine. */
export type EnvelopeProblem =
  'empty' | 'zeroed' | 'truncated' | 'foreign' | 'wrongKind' | 'wrongId' | 'wrongHash' | 'unreadable' | 'invalid'

const PAYLOAD_MARK = ',"payload":'
const END = '}\n'
const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** `payload` is JSON text. */
export function sealEnvelope(header: EnvelopeHeader, payload: string, codec: Codec): Uint8Array {
  const { kind, id, schemaVersion, appVersion, seq, savedAt, generation, saveId } = header
  const own = {
    magic: MAGIC,
    kind,
    id,
    schemaVersion,
    appVersion,
    seq,
    savedAt,
    generation,
    ...(saveId === undefined ? {} : { saveId }),
    length: payload.length,
  }
  const sha256 = checksum(own, payload, codec)
  const text = JSON.stringify({ ...own, sha256 }).slice(0, -1) + PAYLOAD_MARK + payload + END
  return encoder.encode(text)
}

/** The document inside, if the bytes are whole and belong to `kind` and `id`. */
export function openEnvelope(
  bytes: Uint8Array,
  expected: { readonly kind: EnvelopeHeader['kind']; readonly id: string },
  codec: Codec,
): Result<Envelope, EnvelopeProblem> {
  if (bytes.length === 0) return err('empty')
  if (bytes.every((byte) => byte === 0)) return err('zeroed')
  const text = decode(bytes)
  if (text === undefined) return err('foreign')
  const mark = text.indexOf(PAYLOAD_MARK)
  if (!text.startsWith(`{"magic":"${MAGIC}"`)) return err('foreign')
  if (mark < 0) return err('truncated')
  const parsed = parseJsonObject(`${text.slice(0, mark)}}`)
  if (!parsed.ok) return err('foreign')
  const { sha256, ...own } = parsed.value
  const header = readHeader(own)
  if (!header) return err('foreign')
  const payload = text.slice(mark + PAYLOAD_MARK.length, -END.length)
  if (payload.length !== own['length'] || !text.endsWith(END)) return err('truncated')
  if (checksum(own, payload, codec) !== sha256) return err('wrongHash')
  if (header.kind !== expected.kind) return err('wrongKind')
  if (header.id !== expected.id) return err('wrongId')
  return ok({ header, payload })
}

const checksum = (own: object, payload: string, codec: Codec): string =>
  toHex(codec.sha256(encoder.encode(`${JSON.stringify(own)}\n${payload}`)))

function decode(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes)
  } catch {
    return undefined
  }
}

function readHeader(own: Json): EnvelopeHeader | undefined {
  const { kind, id, schemaVersion, appVersion, seq, savedAt, generation, saveId } = own
  if (kind !== 'report' && kind !== 'template' && kind !== 'settings') return undefined
  if (typeof id !== 'string' || typeof appVersion !== 'string' || typeof savedAt !== 'string') return undefined
  if (!isCount(schemaVersion) || !isCount(seq) || !isCount(generation)) return undefined
  const name = typeof saveId === 'string' ? saveId : undefined
  return { kind, id, schemaVersion, appVersion, seq, savedAt, generation, saveId: name }
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0
