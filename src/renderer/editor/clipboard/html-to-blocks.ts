/**
 * Foreign HTML → our blocks: paragraphs, list lines, tables, bold, italic, underline, line and page breaks. Whatever
 * else a page or Word has to say about looks is left behind; what was content is counted in the notices.
 */
import type { Notice, NoticeCode } from '../../../core/notice'
import type { Identities } from '../../../core/report/make-report'
import { normalizeInlines } from '../../../core/report/normalize-inlines'
import { normalizeTable } from '../../../core/report/normalize-table'
import type { Alignment, Inline, ListStyle, Mark, Table, TableCell } from '../../../core/report/report'
import type { FlatBlock } from '../editor-to-report'
import type { ListLineFacts } from '../nodes/block-state'
import { sanitizeHtml } from './sanitize-html'

export interface PastedBlocks {
  readonly blocks: readonly FlatBlock[]
  readonly notices: readonly Notice[]
}

export function htmlToBlocks(html: string, identities: Identities): PastedBlocks {
  const { body, removed } = sanitizeHtml(html)
  const collector = new BlockCollector(identities)
  walkChildren(body, { marks: [], line: undefined, listDepth: -1 }, collector)
  collector.endLine()
  return { blocks: collector.blocks, notices: noticesOf(removed, collector.nestedTables) }
}

/** What was left behind, by what the officer would call it. */
const LEFT_BEHIND: ReadonlyArray<readonly [code: NoticeCode, names: readonly string[]]> = [
  ['paste.picturesDropped', ['IMG', 'PICTURE', 'SVG', 'IMAGE', 'CANVAS', 'V:IMAGEDATA', 'V:SHAPE']],
  ['paste.linksFlattened', ['A']],
  ['paste.formsDropped', ['FORM', 'INPUT', 'BUTTON', 'SELECT', 'TEXTAREA']],
  ['paste.embedsDropped', ['IFRAME', 'OBJECT', 'EMBED', 'VIDEO', 'AUDIO', 'FRAME', 'MATH']],
]

function noticesOf(removed: readonly string[], nestedTables: number): readonly Notice[] {
  const counted = LEFT_BEHIND.map(
    ([code, names]) => [code, removed.filter((name) => names.includes(name)).length] as const,
  )
  return [...counted, ['paste.nestedTablesFlattened', nestedTables] as const]
    .filter(([, count]) => count > 0)
    .map(([code, count]) => ({ code, severity: 'hint', data: { count } }))
}

// Collecting lines

interface Context {
  readonly marks: readonly Mark[]
  /** The list line that text here belongs to. */
  readonly line: ListLineFacts | undefined
  readonly listDepth: number
  readonly list?: { readonly id: string; readonly style: ListStyle }
  readonly alignment?: Alignment
}

class BlockCollector {
  readonly blocks: FlatBlock[] = []
  nestedTables = 0
  /** Word's lists by the name it gives them. */
  readonly wordLists = new Map<string, string>()
  private inlines: Inline[] = []
  private context: Context | undefined

  constructor(readonly identities: Identities) {}

  add(inline: Inline, context: Context): void {
    if (inline.type === 'text') {
      const last = this.inlines.at(-1)
      const isAfterSpace =
        last === undefined || last.type === 'lineBreak' || (last.type === 'text' && last.text.endsWith(' '))
      const value = isAfterSpace ? inline.text.replace(/^ +/, '') : inline.text
      if (value === '') return
      this.inlines.push({ ...inline, text: value })
    } else this.inlines.push(inline)
    this.context ??= context
  }

  endLine(): void {
    const content = trimmed(this.inlines)
    const context = this.context
    this.inlines = []
    this.context = undefined
    if (content.length === 0 || !context) return
    const { line, alignment } = context
    if (line) this.blocks.push({ type: 'line', facts: line, content })
    else this.blocks.push({ type: 'paragraph', id: '', ...(alignment ? { alignment } : {}), content })
  }
}

/** Without line breaks and spaces at the end, which pages leave there. */
function trimmed(inlines: readonly Inline[]): readonly Inline[] {
  const content = [...normalizeInlines(inlines)]
  for (;;) {
    const last = content.at(-1)
    if (last?.type === 'lineBreak') content.pop()
    else if (last?.type === 'text' && last.text.endsWith(' ')) {
      content.pop()
      const text = last.text.trimEnd()
      if (text !== '') content.push({ ...last, text })
    } else return content
  }
}

// Walking the tree

const BLOCK_TAGS = new Set(
  'P DIV H1 H2 H3 H4 H5 H6 LI BLOCKQUOTE PRE SECTION ARTICLE HEADER FOOTER MAIN ASIDE FIGURE FIGCAPTION DL DT DD CENTER CAPTION TR TD TH'.split(
    ' ',
  ),
)
const HEADING = /^H[1-6]$/

function walkChildren(parent: Node, context: Context, out: BlockCollector): void {
  for (const child of parent.childNodes) walk(child, context, out)
}

function walk(node: Node, context: Context, out: BlockCollector): void {
  if (node instanceof Text) {
    const text = node.data.replace(/[\s\u00a0]+/g, ' ')
    if (text !== '') out.add({ type: 'text', text, marks: context.marks }, context)
    return
  }
  if (!(node instanceof HTMLElement)) return
  const style = node.getAttribute('style') ?? ''
  if (/display\s*:\s*none|mso-hide\s*:\s*all|mso-list\s*:\s*ignore/i.test(style)) return
  const inner: Context = { ...context, marks: marksOf(node, style, context.marks) }
  switch (node.tagName) {
    case 'BR':
      if (/page-break-before\s*:\s*always/i.test(style)) pageBreak(out)
      else out.add({ type: 'lineBreak' }, context)
      return
    case 'TABLE':
      out.endLine()
      table(node, out)
      return
    case 'UL':
    case 'OL':
      out.endLine()
      walkChildren(node, openList(node, style, inner, out), out)
      out.endLine()
      return
    default:
      if (!BLOCK_TAGS.has(node.tagName)) {
        walkChildren(node, inner, out)
        return
      }
      out.endLine()
      if (/page-break-before\s*:\s*always/i.test(style)) pageBreak(out)
      walkChildren(node, blockContext(node, style, inner, out), out)
      out.endLine()
  }
}

function pageBreak(out: BlockCollector): void {
  out.endLine()
  out.blocks.push({ type: 'pageBreak', id: '' })
}

function marksOf(element: HTMLElement, style: string, outer: readonly Mark[]): readonly Mark[] {
  const marks = new Set(outer)
  const set = (mark: Mark, isOn: boolean | undefined): void => {
    if (isOn === true) marks.add(mark)
    if (isOn === false) marks.delete(mark)
  }
  const tag = element.tagName
  set('bold', tag === 'B' || tag === 'STRONG' || tag === 'TH' || HEADING.test(tag) || undefined)
  set('italic', tag === 'I' || tag === 'EM' || undefined)
  set('underline', tag === 'U' || undefined)
  const weight = /font-weight\s*:\s*([a-z0-9]+)/i.exec(style)?.[1]
  if (weight !== undefined) set('bold', /^(bold|bolder|[6-9]00)$/i.test(weight))
  const slant = /font-style\s*:\s*([a-z]+)/i.exec(style)?.[1]
  if (slant !== undefined) set('italic', /^(italic|oblique)$/i.test(slant))
  if (/text-decoration(-line)?\s*:[^;]*underline/i.test(style)) set('underline', true)
  return [...marks]
}

function alignmentIn(element: HTMLElement, style: string): Alignment | undefined {
  const word = (/text-align\s*:\s*([a-z]+)/i.exec(style)?.[1] ?? element.getAttribute('align') ?? '').toLowerCase()
  if (element.tagName === 'CENTER' || word === 'center') return 'center'
  return word === 'right' ? 'right' : undefined
}

function blockContext(element: HTMLElement, style: string, context: Context, out: BlockCollector): Context {
  if (element.tagName === 'LI') {
    const list = context.list ?? { id: out.identities.next(), style: 'dash' as const }
    return { ...context, line: { listId: list.id, style: list.style, depth: Math.max(context.listDepth, 0) } }
  }
  const word = /mso-list\s*:\s*l(\d+)\s+level(\d+)/i.exec(style)
  if (word) return { ...context, line: wordLine(element, word[1] ?? '0', Number(word[2] ?? '1'), out) }
  return { ...context, alignment: alignmentIn(element, style) ?? context.alignment }
}

function openList(element: HTMLElement, style: string, context: Context, out: BlockCollector): Context {
  const kind = /list-style-type\s*:\s*([a-z-]+)/i.exec(style)?.[1] ?? element.getAttribute('type') ?? ''
  const isLettered = /alpha|latin/i.test(kind) || /^[a]$/i.test(kind)
  const listStyle: ListStyle = element.tagName === 'UL' ? 'dash' : isLettered ? 'point' : 'number'
  return { ...context, list: { id: out.identities.next(), style: listStyle }, listDepth: context.listDepth + 1 }
}

/** A paragraph of Word that is a list item says so in its style; what stands as its marker tells the kind. */
function wordLine(element: HTMLElement, list: string, level: number, out: BlockCollector): ListLineFacts {
  const marker = [...element.querySelectorAll('span')].find((span) =>
    /mso-list\s*:\s*ignore/i.test(span.getAttribute('style') ?? ''),
  )
  const sign = (marker?.textContent ?? '').replace(/[\s\u00a0]+/g, '')
  const style: ListStyle = /^\(?\d/.test(sign)
    ? 'number'
    : /^\(?\p{L}[.)]/u.test(sign) && sign !== 'o'
      ? 'point'
      : 'dash'
  const name = `${list}/${level}/${style}`
  const listId = out.wordLists.get(name) ?? out.identities.next()
  out.wordLists.set(name, listId)
  return { listId, style, depth: Math.min(Math.max(level - 1, 0), 8) }
}

// Tables

const MAX_SPAN = 63
const MAX_ROWS = 5000

function table(element: HTMLElement, out: BlockCollector): void {
  const rows = [...element.querySelectorAll('tr')].filter((row) => row.closest('table') === element).slice(0, MAX_ROWS)
  const cells = rows.map((row) => [...row.children].filter(isCell))
  const only = cells.length === 1 && cells[0]?.length === 1 ? cells[0][0] : undefined
  if (only) {
    // A frame round a text, not a table.
    walkChildren(only, { marks: [], line: undefined, listDepth: -1 }, out)
    out.endLine()
    return
  }
  if (cells.every((row) => row.length === 0)) return
  const bodyStart = rows.findIndex((row, index) => row.closest('thead') === null && !isHeaderRow(cells[index] ?? []))
  out.blocks.push(
    normalizeTable({
      type: 'table',
      id: '',
      columns: columnsOf(element, cells),
      headerRows: bodyStart === -1 ? 0 : bodyStart,
      rows: cells.map((row) => row.map((cell) => tableCell(cell, out))),
    }),
  )
}

const isCell = (element: Element): element is HTMLTableCellElement =>
  element.tagName === 'TD' || element.tagName === 'TH'

const isHeaderRow = (cells: readonly Element[]): boolean =>
  cells.length > 0 && cells.every((cell) => cell.tagName === 'TH')

function tableCell(cell: HTMLTableCellElement, out: BlockCollector): TableCell {
  const inner = new BlockCollector(out.identities)
  const style = cell.getAttribute('style') ?? ''
  walkChildren(cell, { marks: marksOf(cell, style, []), line: undefined, listDepth: -1 }, inner)
  inner.endLine()
  out.nestedTables += inner.nestedTables + inner.blocks.filter((block) => block.type === 'table').length
  const lines = inner.blocks.flatMap(blockAsLines)
  const first = inner.blocks[0]
  const alignment = alignmentIn(cell, style) ?? (first?.type === 'paragraph' ? first.alignment : undefined)
  return {
    columnSpan: spanOf(cell.getAttribute('colspan'), MAX_SPAN),
    rowSpan: spanOf(cell.getAttribute('rowspan'), MAX_ROWS),
    ...(alignment ? { alignment } : {}),
    paragraphs: lines.length > 0 ? lines : [[]],
  }
}

/** Inside a cell stand plain lines: markers of lists become text, rows of an inner table become lines. */
export function blockAsLines(block: FlatBlock): readonly (readonly Inline[])[] {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return [block.content]
    case 'line':
      return [[{ type: 'text', text: '- ', marks: [] }, ...block.content]]
    case 'table':
      return block.rows.map(rowAsLine)
    case 'pageBreak':
      return []
  }
}

function rowAsLine(row: Table['rows'][number]): readonly Inline[] {
  return row.flatMap((cell, index) => [
    ...(index > 0 ? [{ type: 'text' as const, text: '; ', marks: [] }] : []),
    ...cell.paragraphs.flat(),
  ])
}

function spanOf(value: string | null, limit: number): number {
  const span = Number.parseInt(value ?? '1', 10)
  return Number.isFinite(span) ? Math.min(Math.max(span, 1), limit) : 1
}

/** Widths of the first row that gives one for each column; else equal columns. */
function columnsOf(element: HTMLElement, rows: ReadonlyArray<readonly HTMLTableCellElement[]>): readonly number[] {
  const columns = [...element.querySelectorAll('col')].filter((column) => column.closest('table') === element)
  const sources: ReadonlyArray<readonly Element[]> = [
    columns,
    ...rows.filter((row) => row.every((cell) => cell.colSpan === 1)),
  ]
  const count = Math.max(...rows.map((row) => row.length))
  for (const source of sources) {
    const widths = source.map(widthOf)
    if (widths.length >= count && widths.every((width) => width > 0)) return perMille(widths)
  }
  return []
}

function widthOf(element: Element): number {
  const value =
    /(?:^|;)\s*width\s*:\s*([\d.]+)/i.exec(element.getAttribute('style') ?? '')?.[1] ?? element.getAttribute('width')
  const width = Number.parseFloat(value ?? '')
  return Number.isFinite(width) ? width : 0
}

function perMille(widths: readonly number[]): readonly number[] {
  const total = widths.reduce((sum, width) => sum + width, 0)
  return widths.map((width) => Math.max(1, Math.round((width * 1000) / total)))
}
