/** A request's body, counted while it streams: what the sender says about its length is not believed. */
import type { IncomingMessage } from 'node:http'

/** A browser reads no answer before it has sent its body, so a little more is listened to and thrown away. */
const LISTENED_TO_BYTES = 256 * 1024 * 1024

/** `undefined` when it is larger than the limit. */
export async function readBody(
  request: IncomingMessage,
  limitBytes: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > limitBytes + LISTENED_TO_BYTES) return undefined
  const chunks: Buffer[] = []
  let size = 0
  // Left open on purpose: the answer still has to go out on the same connection.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    if (!Buffer.isBuffer(chunk)) continue
    size += chunk.length
    if (size > limitBytes + LISTENED_TO_BYTES) return undefined
    if (size > limitBytes) chunks.length = 0
    else chunks.push(chunk)
  }
  return size > limitBytes ? undefined : new Uint8Array(Buffer.concat(chunks))
}

/** The body as JSON; `undefined` when it is none. */
export function parseBody(bytes: Uint8Array): { readonly value: unknown } | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    return { value }
  } catch {
    return undefined
  }
}
