import { toNfc } from '../../../core/vietnamese/nfc'
import type { FlatBlock } from '../editor-to-report'

/** Plain text, a paragraph a line; blank lines only separate. */
export function textToBlocks(text: string): readonly FlatBlock[] {
  return toNfc(text)
    .split(/\r\n|[\r\n\u2028\u2029]/)
    .filter((line) => line.trim() !== '')
    .map((line) => ({ type: 'paragraph', id: '', content: [{ type: 'text', text: line, marks: [] }] }))
}
