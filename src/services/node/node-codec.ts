import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { deflateRaw, inflateRaw } from 'node:zlib'
import type { Codec } from '../codec'

const deflate = promisify<Uint8Array, { level: number }, Buffer>(deflateRaw)
const inflate = promisify<Uint8Array, { maxOutputLength: number }, Buffer>(inflateRaw)

// Level 1: a save waits for it, and the text is written anew within a second.
const QUICK = { level: 1 }
const LIMIT = { maxOutputLength: 150 * 1024 * 1024 }

/** Hashes and packs with what Node brings; packing runs off the main thread. */
export const nodeCodec: Codec = {
  sha256: (bytes) => createHash('sha256').update(bytes).digest(),
  deflate: (bytes) => deflate(bytes, QUICK),
  inflate: (bytes) => inflate(bytes, LIMIT),
}
