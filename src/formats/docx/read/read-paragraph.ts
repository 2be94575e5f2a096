/** One `w:p` with the format that holds for it and its place in a numbering. */
import type { XmlElement } from '../../xml/parse-xml'
import { attributeOf, childOf } from '../../xml/xml-element'
import type { DocxInline, DocxParagraph, ParagraphFormat } from './docx-document'
import type { Counted } from './count-lists'
import { readParagraphFormat, type StatedParagraph } from './read-format'
import { readInlines } from './read-inlines'
import type { StyleUse } from './read-styles'
import type { StoryContext } from './story-context'

interface ReadParagraph {
  readonly inlines: DocxInline[]
  /** Its end is deleted: what it says belongs to the paragraph after it. */
  readonly isJoinedToNext: boolean
  readonly properties: XmlElement | undefined
}

export function readParagraph(element: XmlElement, context: StoryContext): ReadParagraph {
  const properties = childOf(element, 'w:pPr')
  const mark = childOf(properties, 'w:rPr')
  return {
    inlines: readInlines(element, styleUse(properties, context), context),
    isJoinedToNext: (childOf(mark, 'w:del') ?? childOf(mark, 'w:moveFrom')) !== undefined,
    properties,
  }
}

const TABLE_OF_CONTENTS = /^toc (?:\d|heading)/i

/** Numbers the paragraph, so it is called once for each, in their order. */
export function placeParagraph(
  inlines: readonly DocxInline[],
  properties: XmlElement | undefined,
  context: StoryContext,
): DocxParagraph {
  const { styles } = context
  const use = styleUse(properties, context)
  const style = styles.paragraphStyle(use.paragraph)
  const below = styles.paragraphFormat(use)
  const own = readParagraphFormat(properties)
  const counted = countedAs(below, own, style?.id, context)
  const level = counted?.definition.paragraph
  // The indents of a list hold over those of the style, unless the style itself chose the list.
  const layers = own.numbering?.id === undefined ? [level, below, own] : [below, level, own]
  const stated = layers.reduce<StatedParagraph>((sum, layer) => ({ ...sum, ...layer }), {})
  return {
    type: 'paragraph',
    ...(style ? { styleName: style.name } : {}),
    format: withoutNumbering(stated),
    ...(counted ? { numbering: { label: counted.label, level: counted.level, isBullet: counted.isBullet } } : {}),
    inlines,
    isTableOfContents: context.isTableOfContents || TABLE_OF_CONTENTS.test(style?.name ?? ''),
  }
}

function withoutNumbering(stated: StatedParagraph): ParagraphFormat {
  const format: { -readonly [K in keyof StatedParagraph]: StatedParagraph[K] } = { ...stated }
  delete format.numbering
  return format
}

function styleUse(properties: XmlElement | undefined, { tableStyle }: StoryContext): StyleUse {
  return {
    paragraph: attributeOf(childOf(properties, 'w:pStyle'), 'w:val'),
    ...(tableStyle === undefined ? {} : { table: tableStyle }),
  }
}

function countedAs(
  below: StatedParagraph,
  own: StatedParagraph,
  styleId: string | undefined,
  { lists }: StoryContext,
): Counted | undefined {
  const id = own.numbering?.id ?? below.numbering?.id
  // "0" takes a paragraph out of the list of its style.
  if (id === undefined || id === '0') return undefined
  const ofStyle = own.numbering?.id === undefined ? lists.levelOfStyle(id, styleId) : undefined
  return lists.next(id, own.numbering?.level ?? ofStyle ?? below.numbering?.level ?? 0)
}
