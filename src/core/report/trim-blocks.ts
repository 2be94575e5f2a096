import type { Block } from './report'

/** A paragraph on which nothing is written, not even a slot. */
export const isEmptyParagraph = (block: { readonly type: string; readonly content?: readonly unknown[] }): boolean =>
  block.type === 'paragraph' && block.content?.length === 0

/** Without the empty paragraphs at the end: they are the place to write on, no text. */
export function trimBlocks(blocks: readonly Block[]): readonly Block[] {
  const end = blocks.findLastIndex((block) => !isEmptyParagraph(block))
  return blocks.slice(0, end + 1)
}
