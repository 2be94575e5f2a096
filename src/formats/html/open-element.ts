/** What an open element hands down to the text inside it. */
import type { ParagraphSignals } from '../../core/learning/sample-document'
import { BOLD, HEADINGS, OUTSIDE, OUTSIDE_ROLES, SILENT } from './element-kinds'

export interface OpenElement {
  readonly name: string
  /** Script, style and the like: never text. */
  readonly isSilent: boolean
  /** Not shown by the page. */
  readonly isHidden: boolean
  readonly isBold: boolean
  readonly isPreformatted: boolean
  /** What a paragraph begun here carries. */
  readonly signals: ParagraphSignals
}

export const ROOT: OpenElement = {
  name: '',
  isSilent: false,
  isHidden: false,
  isBold: false,
  isPreformatted: false,
  signals: {},
}

type Attributes = Readonly<Record<string, string>>

/** The element with what it inherits from its parent. */
export function openElement(name: string, attributes: Attributes, parent: OpenElement): OpenElement {
  const style = (attributes['style'] ?? '').toLowerCase().replace(/\s+/g, '')
  const headingLevel = HEADINGS.get(name)
  const alignment = alignmentOf(name, attributes, style) ?? parent.signals.alignment
  return {
    name,
    isSilent: parent.isSilent || SILENT.has(name),
    isHidden: parent.isHidden || isHidden(attributes, style),
    isBold: parent.isBold || BOLD.has(name) || /font-weight:(bold|[6-9]00)/.test(style),
    isPreformatted: parent.isPreformatted || name === 'pre',
    signals: {
      ...parent.signals,
      ...(headingLevel === undefined ? {} : { headingLevel }),
      ...(alignment ? { alignment } : {}),
      ...(name === 'li' ? { listMarker: '-' } : {}),
      ...(isOutside(name, attributes) ? { isOutsideContent: true } : {}),
    },
  }
}

function isHidden(attributes: Attributes, style: string): boolean {
  return 'hidden' in attributes || attributes['aria-hidden'] === 'true' || /display:none|visibility:hidden/.test(style)
}

function isOutside(name: string, attributes: Attributes): boolean {
  return OUTSIDE.has(name) || OUTSIDE_ROLES.has((attributes['role'] ?? '').toLowerCase())
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
