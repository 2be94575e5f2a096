/** Page size and margins of a section (`w:sectPr`). */
import type { XmlElement } from '../../xml/parse-xml'
import { attributeOf, childOf, elementsIn } from '../../xml/xml-element'
import type { DocxMarginText, DocxSection } from './docx-document'
import { isOn, wholeNumber } from './read-format'

/** A header or footer by the relationship that leads to it. */
interface MarginReference {
  readonly place: DocxMarginText['place']
  readonly pages: DocxMarginText['pages']
  readonly relationship: string
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

export function readSection(
  properties: XmlElement,
  firstBlock: number,
  margins: readonly DocxMarginText[],
): DocxSection {
  const size = childOf(properties, 'w:pgSz')
  const edges = childOf(properties, 'w:pgMar')
  const section: Mutable<DocxSection> = {
    firstBlock,
    isLandscape: attributeOf(size, 'w:orient') === 'landscape',
    hasTitlePage: isOn(childOf(properties, 'w:titlePg')),
    margins,
  }
  for (const [key, element, name] of LENGTHS) {
    const length = wholeNumber(attributeOf(element === 'size' ? size : edges, name))
    if (length !== undefined) section[key] = length
  }
  return section
}

type Length =
  | 'pageWidth'
  | 'pageHeight'
  | 'marginTop'
  | 'marginBottom'
  | 'marginLeft'
  | 'marginRight'
  | 'headerDistance'
  | 'footerDistance'

const LENGTHS: readonly (readonly [Length, 'size' | 'edges', string])[] = [
  ['pageWidth', 'size', 'w:w'],
  ['pageHeight', 'size', 'w:h'],
  ['marginTop', 'edges', 'w:top'],
  ['marginBottom', 'edges', 'w:bottom'],
  ['marginLeft', 'edges', 'w:left'],
  ['marginRight', 'edges', 'w:right'],
  ['headerDistance', 'edges', 'w:header'],
  ['footerDistance', 'edges', 'w:footer'],
]

export function marginReferences(properties: XmlElement): readonly MarginReference[] {
  return elementsIn(properties).flatMap((element) => {
    const place = PLACES.get(element.name)
    const relationship = attributeOf(element, 'r:id')
    if (!place || relationship === undefined) return []
    const type = attributeOf(element, 'w:type')
    return [{ place, pages: type === 'first' || type === 'even' ? type : 'default', relationship } as const]
  })
}

const PLACES: ReadonlyMap<string, DocxMarginText['place']> = new Map([
  ['w:headerReference', 'header'],
  ['w:footerReference', 'footer'],
])
