/** What other programs get of a copied piece: plain text, and HTML of the plainest kind. */
import type { Inline, Mark } from '../../../core/report/report'
import { slotText, type Slot } from '../../../core/slot'
import type { FlatBlock } from '../editor-to-report'
import { LineRun } from '../line-run'

export function blocksToText(blocks: readonly FlatBlock[], slots: readonly Slot[]): string {
  return blocks.map((block) => blockText(block, slots)).join('\n')
}

function blockText(block: FlatBlock, slots: readonly Slot[]): string {
  switch (block.type) {
    case 'heading':
    case 'line':
    case 'paragraph':
      return plain(block.content, slots)
    case 'table':
      return block.rows
        .map((row) => row.map((cell) => cell.paragraphs.map((line) => plain(line, slots)).join(' ')).join('\t'))
        .join('\n')
    case 'pageBreak':
      return ''
  }
}

const plain = (content: readonly Inline[], slots: readonly Slot[]): string =>
  content.map((inline) => inlineValue(inline, slots)).join('')

function inlineValue(inline: Inline, slots: readonly Slot[]): string {
  if (inline.type === 'text') return inline.text
  return inline.type === 'lineBreak' ? '\n' : slotText(slots.find((slot) => slot.id === inline.slotId))
}

const TAGS: Readonly<Record<Mark, string>> = { bold: 'b', italic: 'i', underline: 'u' }

export function blocksToHtml(blocks: readonly FlatBlock[], slots: readonly Slot[]): string {
  let html = ''
  let run: LineRun | undefined
  const open: string[] = []
  const closeTo = (depth: number): void => {
    while (open.length > depth) html += `</li></${open.pop() ?? 'ul'}>`
  }
  for (const block of blocks) {
    if (block.type !== 'line') {
      closeTo(0)
      run = undefined
      html += blockHtml(block, slots)
      continue
    }
    run ??= new LineRun()
    const { depth, isFirst, facts } = run.place(block.facts)
    if (isFirst) {
      closeTo(depth)
      const tag = facts.style === 'dash' ? 'ul' : 'ol'
      html += `<${tag}${facts.style === 'point' ? ' type="a"' : ''}><li>`
      open.push(tag)
    } else {
      closeTo(depth + 1)
      html += '</li><li>'
    }
    html += inlineHtml(block.content, slots)
  }
  closeTo(0)
  return html
}

function blockHtml(block: Exclude<FlatBlock, { type: 'line' }>, slots: readonly Slot[]): string {
  switch (block.type) {
    case 'heading':
      return `<p><b>${inlineHtml(block.content, slots)}</b></p>`
    case 'paragraph': {
      const align = block.alignment ? ` align="${block.alignment === 'justified' ? 'justify' : block.alignment}"` : ''
      return `<p${align}>${inlineHtml(block.content, slots)}</p>`
    }
    case 'pageBreak':
      return ''
    case 'table': {
      const rows = block.rows.map((row, index) => {
        const tag = index < block.headerRows ? 'th' : 'td'
        const cells = row.map((cell) => {
          const spans = `${cell.columnSpan > 1 ? ` colspan="${cell.columnSpan}"` : ''}${cell.rowSpan > 1 ? ` rowspan="${cell.rowSpan}"` : ''}`
          return `<${tag}${spans}>${cell.paragraphs.map((line) => inlineHtml(line, slots)).join('<br>')}</${tag}>`
        })
        return `<tr>${cells.join('')}</tr>`
      })
      return `<table border="1">${rows.join('')}</table>`
    }
  }
}

function inlineHtml(content: readonly Inline[], slots: readonly Slot[]): string {
  return content
    .map((inline) => {
      if (inline.type === 'lineBreak') return '<br>'
      const tags = inline.marks.map((mark) => TAGS[mark])
      const open = tags.map((tag) => `<${tag}>`).join('')
      const close = [...tags]
        .reverse()
        .map((tag) => `</${tag}>`)
        .join('')
      return `${open}${escapeHtml(inlineValue(inline, slots))}${close}`
    })
    .join('')
}

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
