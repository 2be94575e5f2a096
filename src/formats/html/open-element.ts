/** What an open element hands down to the text inside it. */
import type { ParagraphSignals } from '../../core/learning/sample-document'
import { BOLD, HEADINGS, HIDDEN_CLASSES, OUTSIDE, OUTSIDE_ROLES, SILENT } from './element-kinds'
import { openList, type OpenList } from './list-marks'
import type { StyleRules } from './style-rules'

export interface OpenElement {
  readonly name: string
  /** Script, style and the like: never text. */
  readonly isSilent: boolean
  /** Not shown by the page. */
  readonly isHidden: boolean
  /** Out of the text because somebody deleted it or only remarked it, or because it is drawn. */
  readonly leftOut: 'read.deletionsLeftOut' | 'read.commentsLeftOut' | 'read.objectsLeftOut' | undefined
  readonly isBold: boolean
  readonly isPreformatted: boolean
  /** The first font of its family, in lower case. */
  readonly font: string | undefined
  /** What a paragraph begun here carries. */
  readonly signals: ParagraphSignals
  readonly list: OpenList | undefined
  /** The item it stands in; its first line takes the mark. */
  readonly item: ListItem | undefined
  /** Of a cell: how many columns and rows it covers. */
  readonly span: CellSpan
}

export interface ListItem {
  mark: string | undefined
}

export interface CellSpan {
  readonly columns: number
  readonly rows: number
}

const ONE_CELL: CellSpan = { columns: 1, rows: 1 }

export const ROOT: OpenElement = {
  name: '',
  isSilent: false,
  isHidden: false,
  leftOut: undefined,
  isBold: false,
  isPreformatted: false,
  font: undefined,
  signals: {},
  list: undefined,
  item: undefined,
  span: ONE_CELL,
}

type Attributes = Readonly<Record<string, string>>

/** The element with what it inherits from its parent. */
export function openElement(name: string, attributes: Attributes, parent: OpenElement, rules: StyleRules): OpenElement {
  const classes = (attributes['class'] ?? '').split(/\s+/).filter((one) => one !== '')
  const own = (attributes['style'] ?? '').toLowerCase().replace(/\s+/g, '')
  const style = `${own};${rules.declarationsOf(name, classes)}`
  const headingLevel = HEADINGS.get(name)
  const alignment = alignmentOf(name, attributes, style) ?? parent.signals.alignment
  const change = parent.leftOut ?? changeOf(name, attributes, own)
  const isListElement = name === 'ol' || name === 'ul' || name === 'menu'
  return {
    name,
    isSilent: parent.isSilent || SILENT.has(name),
    isHidden: parent.isHidden || isHidden(attributes, own, classes) || change !== undefined,
    leftOut: change,
    isBold: boldness(name, style) ?? parent.isBold,
    isPreformatted: parent.isPreformatted || name === 'pre',
    font: fontOf(attributes, style) ?? parent.font,
    signals: {
      ...parent.signals,
      ...(headingLevel === undefined ? {} : { headingLevel }),
      ...(alignment ? { alignment } : {}),
      ...(isOutside(name, attributes) ? { isOutsideContent: true } : {}),
    },
    list: isListElement ? openList(name, attributes, style, rules) : parent.list,
    item: name === 'li' ? { mark: markOf(attributes, parent) } : parent.item,
    span: name === 'td' || name === 'th' ? spanOf(attributes) : ONE_CELL,
  }
}

function isHidden(attributes: Attributes, style: string, classes: readonly string[]): boolean {
  return (
    'hidden' in attributes ||
    attributes['aria-hidden'] === 'true' ||
    /display:none|visibility:hidden/.test(style) ||
    classes.some((one) => HIDDEN_CLASSES.has(one.toLowerCase()))
  )
}

/** What Word keeps of deletions and remarks when it saves a page; and words in a drawing. */
function changeOf(name: string, attributes: Attributes, style: string): OpenElement['leftOut'] {
  if (name === 'svg') return 'read.objectsLeftOut'
  if (name === 'del' && 'datetime' in attributes) return 'read.deletionsLeftOut'
  return style.includes('mso-element:comment-list') ? 'read.commentsLeftOut' : undefined
}

function isOutside(name: string, attributes: Attributes): boolean {
  return OUTSIDE.has(name) || OUTSIDE_ROLES.has((attributes['role'] ?? '').toLowerCase())
}

/** An item outside any list is drawn with a dot. */
const markOf = (attributes: Attributes, parent: OpenElement): string | undefined =>
  parent.list ? parent.list.next(attributes['value']) : '-'

function boldness(name: string, style: string): boolean | undefined {
  const weight = /(?:^|;)font-weight:(bold|normal|[1-9]00)/.exec(style)?.[1]
  if (weight !== undefined) return weight === 'bold' || Number(weight) >= 600
  return BOLD.has(name) ? true : undefined
}

/** The old fonts are named in a `font` tag, in a style, or in the short form of one. */
function fontOf(attributes: Attributes, style: string): string | undefined {
  const family = attributes['face']?.toLowerCase() ?? /(?:^|;)font-family:([^;]+)/.exec(style)?.[1]
  const first = family?.split(',')[0] ?? /(?:^|;)font:[^;]*?(\.vn[\w-]+|vni-[\w-]+)/.exec(style)?.[1]
  return first?.replace(/["'\\]/g, '').trim()
}

/** No table of a report is wider; a taller cell only leaves its place empty. */
const MOST_COLUMNS = 63
const MOST_ROWS = 5000

function spanOf(attributes: Attributes): CellSpan {
  const count = (text: string | undefined, most: number): number =>
    Math.min(most, Math.max(1, Number.parseInt(text ?? '1', 10) || 1))
  return { columns: count(attributes['colspan'], MOST_COLUMNS), rows: count(attributes['rowspan'], MOST_ROWS) }
}

const ALIGNMENTS: ReadonlyMap<string, ParagraphSignals['alignment']> = new Map([
  ['left', 'left'],
  ['start', 'left'],
  ['center', 'center'],
  ['right', 'right'],
  ['end', 'right'],
  ['justify', 'justified'],
])

function alignmentOf(name: string, attributes: Attributes, style: string): ParagraphSignals['alignment'] {
  if (name === 'center') return 'center'
  const word = /text-align:([a-z]+)/.exec(style)?.[1] ?? (attributes['align'] ?? '').toLowerCase()
  return ALIGNMENTS.get(word)
}
