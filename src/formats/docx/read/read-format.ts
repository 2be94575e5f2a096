/** Properties of paragraphs and runs as one place states them: a style, a level of a list, the paragraph itself. */
import type { XmlElement } from '../../xml/parse-xml'
import { attributeOf, childOf, elementsIn } from '../../xml/xml-element'
import type { ParagraphFormat, RunFormat } from './docx-document'

/** Where a paragraph, or its style, takes part in a numbering; id "0" takes it out again. */
interface NumberingUse {
  readonly id?: string
  readonly level?: number
}

export interface StatedParagraph extends ParagraphFormat {
  readonly numbering?: NumberingUse
}

type Mutable<T> = { -readonly [K in keyof T]?: Exclude<T[K], undefined> }

/** `w:pPr` */
export function readParagraphFormat(properties: XmlElement | undefined): StatedParagraph {
  const format: Mutable<StatedParagraph> = {}
  if (!properties) return format
  for (const property of elementsIn(properties)) {
    switch (property.name) {
      case 'w:jc':
        assign(format, 'alignment', ALIGNMENTS.get(attributeOf(property, 'w:val') ?? ''))
        break
      case 'w:ind':
        readIndent(property, format)
        break
      case 'w:spacing':
        readSpacing(property, format)
        break
      case 'w:keepNext':
        format.keepWithNext = isOn(property)
        break
      case 'w:keepLines':
        format.keepTogether = isOn(property)
        break
      case 'w:pageBreakBefore':
        format.pageBreakBefore = isOn(property)
        break
      case 'w:outlineLvl':
        assign(format, 'outlineLevel', wholeNumber(attributeOf(property, 'w:val')))
        break
      case 'w:numPr':
        format.numbering = readNumberingUse(property)
        break
    }
  }
  return format
}

const ALIGNMENTS: ReadonlyMap<string, NonNullable<ParagraphFormat['alignment']>> = new Map([
  ['left', 'left'],
  ['start', 'left'],
  ['center', 'center'],
  ['right', 'right'],
  ['end', 'right'],
  ['both', 'justified'],
  ['distribute', 'justified'],
])

function readIndent(property: XmlElement, format: Mutable<ParagraphFormat>): void {
  const length = (...names: readonly string[]): number | undefined =>
    names.map((name) => wholeNumber(attributeOf(property, name))).find((value) => value !== undefined)
  const hanging = length('w:hanging')
  assign(format, 'indentLeft', length('w:left', 'w:start'))
  assign(format, 'indentRight', length('w:right', 'w:end'))
  assign(format, 'indentFirstLine', hanging === undefined ? length('w:firstLine') : -hanging)
}

const LINE_RULES: ReadonlyMap<string, NonNullable<ParagraphFormat['lineRule']>> = new Map([
  ['auto', 'multiple'],
  ['exact', 'exact'],
  ['atLeast', 'atLeast'],
])

function readSpacing(property: XmlElement, format: Mutable<ParagraphFormat>): void {
  const line = wholeNumber(attributeOf(property, 'w:line'))
  assign(format, 'spaceBefore', wholeNumber(attributeOf(property, 'w:before')))
  assign(format, 'spaceAfter', wholeNumber(attributeOf(property, 'w:after')))
  assign(format, 'lineSpacing', line)
  const rule = attributeOf(property, 'w:lineRule')
  if (line !== undefined || rule !== undefined) format.lineRule = LINE_RULES.get(rule ?? 'auto') ?? 'multiple'
}

function readNumberingUse(property: XmlElement): NumberingUse {
  const id = attributeOf(childOf(property, 'w:numId'), 'w:val')
  const level = wholeNumber(attributeOf(childOf(property, 'w:ilvl'), 'w:val'))
  return { ...(id === undefined ? {} : { id }), ...(level === undefined ? {} : { level }) }
}

/** The typefaces that the theme of a document stands for, by the name a run calls them. */
export type ThemeFonts = ReadonlyMap<string, string>

const TOGGLES: ReadonlyMap<string, 'isBold' | 'isItalic' | 'isAllCaps' | 'isSmallCaps' | 'isStruck' | 'isHidden'> =
  new Map([
    ['w:b', 'isBold'],
    ['w:i', 'isItalic'],
    ['w:caps', 'isAllCaps'],
    ['w:smallCaps', 'isSmallCaps'],
    ['w:strike', 'isStruck'],
    ['w:vanish', 'isHidden'],
  ])

/** `w:rPr` */
export function readRunFormat(properties: XmlElement | undefined, theme: ThemeFonts): RunFormat {
  const format: Mutable<RunFormat> = {}
  if (!properties) return format
  for (const property of elementsIn(properties)) {
    const toggle = TOGGLES.get(property.name)
    if (toggle) format[toggle] = isOn(property)
    else readRunProperty(property, format, theme)
  }
  return format
}

function readRunProperty(property: XmlElement, format: Mutable<RunFormat>, theme: ThemeFonts): void {
  const value = attributeOf(property, 'w:val')
  switch (property.name) {
    case 'w:rFonts': {
      const font = (plain: string, themed: string): string | undefined =>
        theme.get(attributeOf(property, themed) ?? '') ?? attributeOf(property, plain)
      assign(format, 'font', font('w:ascii', 'w:asciiTheme'))
      assign(format, 'markedLetterFont', font('w:hAnsi', 'w:hAnsiTheme'))
      break
    }
    case 'w:sz':
      assign(format, 'size', wholeNumber(value))
      break
    case 'w:u':
      format.isUnderlined = value !== undefined && value !== 'none'
      break
    case 'w:vertAlign':
      if (value === 'superscript' || value === 'subscript') format.verticalPosition = value
      else delete format.verticalPosition
      break
    case 'w:color':
      assign(format, 'colour', value)
      break
    case 'w:highlight':
      assign(format, 'highlight', value)
      break
  }
}

function assign<T, K extends keyof T>(target: T, key: K, value: T[K] | undefined): void {
  if (value !== undefined) target[key] = value
}

/** A property that is there counts as on unless it says otherwise. */
export function isOn(property: XmlElement | undefined): boolean {
  if (!property) return false
  const value = attributeOf(property, 'w:val')
  return value === undefined || !/^(?:0|false|off|none)$/.test(value)
}

/** Measures may also come with a unit ("12pt"), in documents of the strict kind. */
export function wholeNumber(value: string | undefined): number | undefined {
  const match = /^(-?\d{1,9})(?:\.\d*)?(pt|mm|cm|in)?$/.exec(value ?? '')
  if (!match) return undefined
  return Math.round(Number(match[2] === undefined ? match[1] : parseFloat(match[0])) * (TWIPS.get(match[2]) ?? 1))
}

const TWIPS: ReadonlyMap<string | undefined, number> = new Map([
  ['pt', 20],
  ['mm', 1440 / 25.4],
  ['cm', 1440 / 2.54],
  ['in', 1440],
])
