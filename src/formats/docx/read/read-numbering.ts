/** The lists a document defines (`numbering.xml`), each level with its format and the text round its number. */
import type { XmlElement } from '../../xml/parse-xml'
import { attributeOf, childOf, childrenOf } from '../../xml/xml-element'
import { isOn, readParagraphFormat, wholeNumber, type StatedParagraph } from './read-format'
import type { StyleSheet } from './read-styles'
import { bulletText } from './symbols'

export const LEVELS = 9

export interface ListLevel {
  readonly start: number
  /** Name of the way to write a number: `decimal`, `upperRoman`, `bullet`. */
  readonly numberFormat: string
  /** "%1.%2." – or the bullet itself. */
  readonly text: string
  /** Numbers of upper levels are written in digits, whatever those levels do. */
  readonly isLegal: boolean
  /** The level (from 1) after which it starts again; 0 for never, absent for the one above. */
  readonly restartAfter?: number
  readonly paragraphStyle?: string
  readonly paragraph: StatedParagraph
}

export interface List {
  /** Lists of one family count on together. */
  readonly family: string
  readonly levels: ReadonlyMap<number, ListLevel>
  /** Level → number it starts with in this list alone. */
  readonly startOverrides: ReadonlyMap<number, number>
}

/** List id → list. */
export type Lists = ReadonlyMap<string, List>

export function readNumbering(root: XmlElement | undefined, styles: StyleSheet): Lists {
  const families = new Map(
    childrenOf(root, 'w:abstractNum').map((element) => [attributeOf(element, 'w:abstractNumId') ?? '', element]),
  )
  const numbers = new Map(childrenOf(root, 'w:num').map((element) => [attributeOf(element, 'w:numId') ?? '', element]))
  const familyOf = (number: XmlElement | undefined): string =>
    attributeOf(childOf(number, 'w:abstractNumId'), 'w:val') ?? ''
  const lists = new Map<string, List>()
  for (const [id, number] of numbers) {
    const family = behindStyle(familyOf(number), families, (style) => {
      const linked = styles.paragraphStyle(style)?.paragraph.numbering?.id
      return linked === undefined ? undefined : familyOf(numbers.get(linked))
    })
    lists.set(id, readList(number, family, families.get(family)))
  }
  return lists
}

/** A definition may be no more than the name of a style that has the levels. */
function behindStyle(
  family: string,
  families: ReadonlyMap<string, XmlElement>,
  familyOfStyle: (style: string) => string | undefined,
): string {
  const link = attributeOf(childOf(families.get(family), 'w:numStyleLink'), 'w:val')
  if (link === undefined) return family
  for (const [id, element] of families) {
    if (attributeOf(childOf(element, 'w:styleLink'), 'w:val') === link) return id
  }
  return familyOfStyle(link) ?? family
}

function readList(number: XmlElement, family: string, definition: XmlElement | undefined): List {
  const levels = new Map<number, ListLevel>()
  const startOverrides = new Map<number, number>()
  for (const level of childrenOf(definition, 'w:lvl')) addLevel(levels, level)
  for (const override of childrenOf(number, 'w:lvlOverride')) {
    const at = wholeNumber(attributeOf(override, 'w:ilvl')) ?? 0
    const start = wholeNumber(attributeOf(childOf(override, 'w:startOverride'), 'w:val'))
    const level = childOf(override, 'w:lvl')
    if (level) addLevel(levels, level)
    if (start !== undefined) startOverrides.set(at, start)
  }
  return { family, levels, startOverrides }
}

function addLevel(levels: Map<number, ListLevel>, element: XmlElement): void {
  const at = wholeNumber(attributeOf(element, 'w:ilvl')) ?? 0
  if (at >= 0 && at < LEVELS) levels.set(at, readLevel(element))
}

function readLevel(element: XmlElement): ListLevel {
  const value = (name: string): string | undefined => attributeOf(childOf(element, name), 'w:val')
  const numberFormat = value('w:numFmt') ?? 'decimal'
  const text = value('w:lvlText') ?? ''
  const fonts = childOf(childOf(element, 'w:rPr'), 'w:rFonts')
  const restartAfter = wholeNumber(value('w:lvlRestart'))
  const paragraphStyle = value('w:pStyle')
  return {
    start: wholeNumber(value('w:start')) ?? 1,
    numberFormat,
    text: numberFormat === 'bullet' ? bulletText(text, attributeOf(fonts, 'w:ascii') ?? '') : text,
    isLegal: isOn(childOf(element, 'w:isLgl')),
    ...(restartAfter === undefined ? {} : { restartAfter }),
    ...(paragraphStyle === undefined ? {} : { paragraphStyle }),
    paragraph: readParagraphFormat(childOf(element, 'w:pPr')),
  }
}
