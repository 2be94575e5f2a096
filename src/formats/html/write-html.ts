/**
 * A report as one self-contained page: no script, no picture, no address of anywhere else. Landmarks, headings in
 * order, real lists and table headers for those who hear it; A4 and its margins for those who print it.
 * It is the page of the preview and of "HTML" alike.
 */
import { isBlank } from '../../core/official-layout/compose-line'
import { composeReport } from '../../core/official-layout/compose-report'
import type {
  ComposedBlock,
  ComposedCell,
  ComposedColumns,
  ComposedLine,
  ComposedList,
  ComposedReport,
  ComposedTable,
  Run,
} from '../../core/official-layout/composed-report'
import type { Mark, Report } from '../../core/report/report'
import type { WriteOptions } from '../write-options'
import { escapeHtml } from './escape-html'
import { layoutCss, listClass, textAlign } from './write-css'

/** The bytes of a .html file in UTF-8. */
export function writeHtml(report: Report, options: WriteOptions): Uint8Array {
  const composed = composeReport(report, options)
  const classes = makeClasses()
  const content = writeSheet(composed, classes)
  const title = clipTitle(composed.title === '' ? composed.layout.name : composed.title)
  const page = [
    '<!DOCTYPE html>',
    '<html lang="vi">',
    '<head>',
    '<meta charset="UTF-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(title)}</title>`,
    `<style>\n${layoutCss(composed.layout)}\n${classes.css()}\n</style>`,
    '</head>',
    '<body>',
    content,
    '</body>',
    '</html>',
    '',
  ].join('\n')
  return new TextEncoder().encode(page)
}

const TITLE_LENGTH = 70

/** As much of the title as a tab or a list of bookmarks shows, cut between two words. */
function clipTitle(title: string): string {
  if (title.length <= TITLE_LENGTH) return title
  const clipped = title.slice(0, TITLE_LENGTH - 1)
  const space = clipped.lastIndexOf(' ')
  return `${(space > 0 ? clipped.slice(0, space) : clipped).toWellFormed()}…`
}

/** Measures of single lines (rules, indents, columns) as classes: a page needs no style attributes then. */
interface Classes {
  readonly nameFor: (declarations: string) => string
  readonly css: () => string
}

function makeClasses(): Classes {
  const names = new Map<string, string>()
  return {
    nameFor: (declarations) => {
      const name = names.get(declarations) ?? `m${names.size + 1}`
      names.set(declarations, name)
      return name
    },
    css: () => [...names].map(([declarations, name]) => declarations.replaceAll('&', `.${name}`)).join('\n'),
  }
}

function writeSheet(composed: ComposedReport, classes: Classes): string {
  const { header, signature } = composed
  return [
    '<div class="sheet">',
    ...(header ? [`<header>${writeColumns(header, classes, 'letterhead')}</header>`] : []),
    '<main>',
    ...lines(composed.opening, classes),
    writeTitle(composed, classes),
    ...lines(composed.preamble, classes),
    ...writeBody(composed.body, classes),
    ...lines(composed.closing, classes),
    // Part of the document, not a page's footer: whoever imports the page must not take it for one.
    ...(signature ? [writeColumns(signature, classes, 'signature')] : []),
    '</main>',
    '</div>',
  ].join('\n')
}

const lines = (composed: readonly ComposedLine[], classes: Classes): readonly string[] =>
  composed.map((line) => writeLine('p', line, classes))

/** Type and subject are one heading; what follows them (separator, date of publishing) is none. */
function writeTitle({ titleLines, title, layout }: ComposedReport, classes: Classes): string {
  const isTitle = ({ element }: ComposedLine): boolean =>
    element === 'documentType' || element === 'subject' || element === 'headline'
  const heading = titleLines.filter(isTitle)
  return [
    heading.length > 0
      ? // The line end parts the words for whoever reads the text without the look.
        `<h1>${heading.map((line) => writeLine('span', line, classes)).join('\n')}</h1>`
      : `<h1 class="visually-hidden">${escapeHtml(title === '' ? layout.name : title)}</h1>`,
    ...titleLines
      .filter((line) => !isTitle(line))
      .map((line) => writeLine('p', line, classes, line.element === 'separator' ? ' aria-hidden="true"' : '')),
  ].join('\n')
}

function writeColumns({ widths, rows }: ComposedColumns, classes: Classes, name: string): string {
  const grid = classes.nameFor(`&{grid-template-columns:${fraction(widths[0])} ${fraction(widths[1])}}`)
  return rows
    .map((cells) => {
      const columns = cells.map((cell) => `<div>${writeCellLines(cell, classes)}</div>`).join('')
      return `<div class="columns ${name} ${grid}">${columns}</div>`
    })
    .join('\n')
}

const fraction = (width: number): string => `minmax(0,${width.toFixed(2)}fr)`

/** Recipients are a list for whoever hears the page; its dashes stand in the text. */
function writeCellLines(cell: readonly ComposedLine[], classes: Classes): string {
  const items = cell.filter((line) => line.element === 'recipients')
  const others = cell.filter((line) => line.element !== 'recipients')
  const list = items.map((line) => writeLine('li', line, classes)).join('')
  return `${others.map((line) => writeLine('p', line, classes)).join('')}${list === '' ? '' : `<ul class="${plainList(classes)}">${list}</ul>`}`
}

const plainList = (classes: Classes): string => classes.nameFor('&{list-style:none}')

function writeBody(body: readonly ComposedBlock[], classes: Classes): readonly string[] {
  return body.map((block) => {
    switch (block.type) {
      case 'line':
        return block.outlineLevel === undefined
          ? writeLine('p', block, classes)
          : writeLine(`h${Math.min(6, block.outlineLevel + 2)}`, block, classes)
      case 'list':
        return writeList(block, classes)
      case 'table':
        return writeTable(block, classes)
      case 'pageBreak':
        return '<div class="page-break"></div>'
    }
  })
}

function writeList(list: ComposedList, classes: Classes): string {
  const tag = list.style === 'dash' ? 'ul' : 'ol'
  const items = list.items.map((item) => {
    const inner = item.lists.map((nested) => writeList(nested, classes)).join('')
    return `<li class="body">${writeRuns(item.runs)}${inner}</li>`
  })
  return `<${tag} class="${listClass(list.style, list.depth)}">${items.join('')}</${tag}>`
}

function writeTable(table: ComposedTable, classes: Classes): string {
  const total = Math.max(
    1,
    table.columns.reduce((sum, share) => sum + share, 0),
  )
  const columns = table.columns.map((share) => {
    const width = classes.nameFor(`&{width:${((share * 100) / total).toFixed(2)}%}`)
    return `<col class="${width}">`
  })
  const head = table.rows.slice(0, table.headerRows)
  const body = table.rows.slice(table.headerRows)
  return [
    '<table>',
    `<colgroup>${columns.join('')}</colgroup>`,
    ...(head.length > 0 ? [`<thead>${head.map((row) => writeRow(row, classes)).join('')}</thead>`] : []),
    ...(body.length > 0 ? [`<tbody>${body.map((row) => writeRow(row, classes)).join('')}</tbody>`] : []),
    '</table>',
  ].join('')
}

const writeRow = (row: readonly ComposedCell[], classes: Classes): string =>
  `<tr>${row.map((cell) => writeCell(cell, classes)).join('')}</tr>`

function writeCell(cell: ComposedCell, classes: Classes): string {
  const spans = [
    cell.columnSpan > 1 ? ` colspan="${cell.columnSpan}"` : '',
    cell.rowSpan > 1 ? ` rowspan="${cell.rowSpan}"` : '',
  ].join('')
  const content = cell.lines.map((line) => writeLine('p', line, classes)).join('')
  // An empty corner is no header of anything.
  if (!cell.isHeader || cell.lines.every((line) => isBlank(line.runs))) return `<td${spans}>${content}</td>`
  return `<th scope="${cell.columnSpan > 1 ? 'colgroup' : 'col'}"${spans}>${content}</th>`
}

function writeLine(tag: string, line: ComposedLine, classes: Classes, attributes = ''): string {
  const names = [line.element, ...measures(line).map(classes.nameFor)].join(' ')
  return `<${tag} class="${names}"${attributes}>${writeRuns(line.runs)}</${tag}>`
}

/** What a line has beside its element's look, each with `&` for the class that will hold it. */
function measures(line: ComposedLine): readonly string[] {
  const isSetApart = line.alignment === 'center' || line.alignment === 'right'
  return [
    ...(line.alignment ? [`&{${textAlign(line.alignment)}${isSetApart ? ';text-indent:0' : ''}}`] : []),
    ...(line.isContinued === true ? ['&{padding-top:0}'] : []),
    ...(line.leftIndent === undefined ? [] : [`&{margin-left:${line.leftIndent.toFixed(2)}mm}`]),
    ...(line.wrapWidth === undefined
      ? []
      : [`&{max-width:${line.wrapWidth.toFixed(2)}mm;margin-left:auto;margin-right:auto}`]),
    ...(line.ruleLength === undefined
      ? []
      : [
          `&::after{content:"";display:block;width:${line.ruleLength.toFixed(2)}mm;max-width:100%;margin:1mm auto;border-bottom:.75pt solid}`,
        ]),
  ]
}

const MARK_TAGS: Readonly<Record<Mark, string>> = { bold: 'strong', italic: 'em', underline: 'u' }

const writeRuns = (runs: readonly Run[]): string =>
  runs
    .map((run) => {
      if (run.type === 'lineBreak') return '<br>'
      return run.marks.reduce(
        (inner, mark) => `<${MARK_TAGS[mark]}>${inner}</${MARK_TAGS[mark]}>`,
        escapeHtml(run.text),
      )
    })
    .join('')
