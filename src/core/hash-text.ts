/**
 * Sixteen hex digits that stand for a text where the text itself must not be kept. No proof against an attacker:
 * two 32-bit FNV-1a sums (Fowler, Noll, Vo) over the UTF-16 units, the second from another start.
 */
export function hashText(text: string): string {
  let one = 0x811c9dc5
  let two = 0x5bd1e995
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    one = Math.imul(one ^ unit, 0x01000193)
    two = Math.imul(two ^ (unit + at), 0x01000193)
  }
  return hex(one) + hex(two)
}

const hex = (sum: number): string => (sum >>> 0).toString(16).padStart(8, '0')
