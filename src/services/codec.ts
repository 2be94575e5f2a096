/** Hashing and packing of bytes: what the store needs and plain TypeScript does not have. */
export interface Codec {
  readonly sha256: (bytes: Uint8Array) => Uint8Array
  readonly deflate: (bytes: Uint8Array) => Promise<Uint8Array>
  /** Rejects bytes that are no deflate stream or would grow beyond what a report can be. */
  readonly inflate: (bytes: Uint8Array) => Promise<Uint8Array>
}

export const toHex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
