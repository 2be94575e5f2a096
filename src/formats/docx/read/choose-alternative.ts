import type { XmlElement } from '../../xml/parse-xml'
import { childOf, childrenOf, holds } from '../../xml/xml-element'

const CONTENT: ReadonlySet<string> = new Set(['w:t', 'w:sym', 'pic:pic', 'v:imagedata', 'c:chart', 'm:t'])

/**
 * `mc:AlternateContent` says one thing several times, for newer and older programs. One of them is taken: the first
 * that holds anything readable.
 */
export function chooseAlternative(element: XmlElement): XmlElement | undefined {
  const choices = childrenOf(element, 'mc:Choice')
  const fallback = childOf(element, 'mc:Fallback')
  const all = fallback ? [...choices, fallback] : choices
  return all.find((one) => holds(one, CONTENT)) ?? all[0]
}
