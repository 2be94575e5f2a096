import type { XmlElement } from '../../xml/parse-xml'
import { elementsIn, ownText } from '../../xml/xml-element'

/** Every word in an element that is left out as a whole, for the notice of it. */
export const wordsOf = (element: XmlElement): string =>
  elementsIn(element)
    .map((child) => (child.name === 'w:t' || child.name === 'w:delText' ? `${ownText(child)} ` : wordsOf(child)))
    .join('')
