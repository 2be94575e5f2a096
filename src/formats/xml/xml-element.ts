/** Questions to an element. */
import type { XmlElement, XmlNode } from './parse-xml'

export function attributeOf(element: XmlElement | undefined, name: string): string | undefined {
  if (!element) return undefined
  const { attributes } = element
  for (let at = 0; at < attributes.length; at += 2) {
    if (attributes[at] === name) return attributes[at + 1]
  }
  return undefined
}

const isElement = (node: XmlNode): node is XmlElement => typeof node !== 'string'

export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child): child is XmlElement => isElement(child) && child.name === name)
}

export function childrenOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((child): child is XmlElement => isElement(child) && child.name === name) ?? []
}

export const elementsIn = (element: XmlElement): readonly XmlElement[] => element.children.filter(isElement)

/** The text that stands directly in an element. */
export const ownText = (element: XmlElement): string =>
  element.children.filter((child) => typeof child === 'string').join('')

/** Whether an element of one of these names stands anywhere inside. */
export const holds = (element: XmlElement, names: ReadonlySet<string>): boolean =>
  element.children.some((child) => isElement(child) && (names.has(child.name) || holds(child, names)))
