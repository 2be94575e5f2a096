/** The words of blocks in one line, without page numbers, for a notice. */
import type { DocxBlock, DocxInline } from './docx-document'

export function plainText(blocks: readonly DocxBlock[]): string {
  return blocks
    .map((block) =>
      block.type === 'paragraph'
        ? block.inlines.map((inline) => inlineText(inline)).join('')
        : block.rows
            .flatMap((row) => row.cells.map((cell) => plainText(cell.blocks)))
            .filter((text) => text !== '')
            .join(' '),
    )
    .filter((text) => text !== '')
    .join(' ')
}

function inlineText(inline: DocxInline): string {
  switch (inline.type) {
    case 'text':
      return /PAGES?$/.test(inline.field ?? '') ? '' : inline.text
    case 'textBox':
      return ` ${plainText(inline.blocks)}`
    case 'picture':
    case 'note':
      return ''
  }
}
