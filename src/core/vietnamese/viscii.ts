import data from '../../../resources/vietnamese/viscii.json'

const LOWER = new Map(Object.entries(data.lower).map(([byte, letter]) => [Number.parseInt(byte, 16), letter]))

/** Bytes of VISCII → text. Every byte stands for something, so this never fails; whether it reads is for the caller. */
export function decodeViscii(bytes: Uint8Array): string {
  const letters: string[] = []
  for (const byte of bytes)
    letters.push(byte >= 0x80 ? data.upper.charAt(byte - 0x80) : (LOWER.get(byte) ?? String.fromCharCode(byte)))
  return letters.join('')
}
