/**
 * XML of a part in an archive → elements. Strict: what is not well-formed is refused, no declaration of types or
 * entities is taken, and depth, number and length have limits. Prefixes come out as one spelling, whichever the file uses.
 */
import { SaxesParser } from 'saxes'
import { err, ok, type Result } from '../../core/result'
import { decodeXml, type XmlProblem } from './decode-xml'

export interface XmlElement {
  /** Prefix of the table of namespaces and local name: `w:p`; `?:p` in a namespace that is not in the table. */
  readonly name: string
  /** Name and value in turn. An attribute without prefix goes by its bare name. */
  readonly attributes: readonly string[]
  readonly children: readonly XmlNode[]
}

export type XmlNode = XmlElement | string

/** Address of a namespace → the prefix by which the program calls it. */
export type Namespaces = ReadonlyMap<string, string>

interface XmlOptions {
  readonly namespaces: Namespaces
  /** Elements with this parent are handed over as they close, and are not kept. */
  readonly stream?: { readonly parent: string; readonly onElement: (element: XmlElement) => void }
}

export interface ParsedXml {
  readonly root: XmlElement
  /** Places whose bytes say no character. */
  readonly damaged: number
}

const MAX_DEPTH = 256
const MAX_NODES = 2_000_000
/** Names and values of one element together. */
const MAX_ATTRIBUTE = 64 * 1024

class XmlFault extends Error {
  constructor(readonly problem: XmlProblem) {
    super(problem)
  }
}

interface OpenElement {
  readonly name: string
  readonly attributes: readonly string[]
  children: XmlNode[]
  readonly scope: Scope
}

export function parseXml(bytes: Uint8Array, options: XmlOptions): Result<ParsedXml, XmlProblem> {
  const decoded = decodeXml(bytes)
  if (!decoded.ok) return decoded
  try {
    const root = parse(decoded.value.text, options)
    return root ? ok({ root, damaged: decoded.value.damaged }) : err('malformed XML')
  } catch (fault) {
    if (fault instanceof XmlFault) return err(fault.problem)
    throw fault
  }
}

function parse(text: string, { namespaces, stream }: XmlOptions): XmlElement | undefined {
  const parser = new SaxesParser({ position: false, xmlns: false } as const)
  const stack: OpenElement[] = []
  let root: XmlElement | undefined
  let nodes = 0
  const count = (): void => {
    nodes += 1
    if (nodes > MAX_NODES) throw new XmlFault('too many elements')
  }
  const addText = (characters: string): void => {
    const parent = stack.at(-1)
    if (!parent) return
    count()
    add(parent, characters)
  }

  parser.on('error', () => {
    throw new XmlFault('malformed XML')
  })
  parser.on('doctype', () => {
    throw new XmlFault('document type declaration')
  })
  let attributeLength = 0
  parser.on('attribute', ({ name, value }) => {
    attributeLength += name.length + value.length
    if (attributeLength > MAX_ATTRIBUTE) throw new XmlFault('attribute too long')
  })
  parser.on('opentag', (tag) => {
    count()
    attributeLength = 0
    if (stack.length >= MAX_DEPTH) throw new XmlFault('too deep')
    const scope = scopeOf(tag.attributes, stack.at(-1)?.scope ?? ROOT_SCOPE, namespaces)
    stack.push({
      name: scope.elementName(tag.name),
      attributes: attributesOf(tag.attributes, scope),
      children: NO_CHILDREN,
      scope,
    })
  })
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', () => {
    const element = stack.pop()
    if (!element) return
    const { name, attributes, children } = element
    const closed: XmlElement = { name, attributes, children }
    const parent = stack.at(-1)
    if (!parent) root = closed
    else if (stream && parent.name === stream.parent) stream.onElement(closed)
    else add(parent, closed)
  })
  parser.write(text).close()
  return root
}

// Most elements hold nothing: they share one empty list, which `add` never writes into.
const NO_CHILDREN: XmlNode[] = []
const NO_ATTRIBUTES: readonly string[] = []

function add(parent: OpenElement, child: XmlNode): void {
  if (parent.children === NO_CHILDREN) parent.children = [child]
  else parent.children.push(child)
}

/** The prefixes that hold in a part of the document, each name looked up once. */
class Scope {
  readonly #names = new Map<string, string>()

  /** `own`: the prefixes declared where this part begins. */
  constructor(
    readonly own: ReadonlyMap<string, string>,
    readonly outer: Scope | undefined,
  ) {}

  elementName(raw: string): string {
    const known = this.#names.get(raw)
    if (known !== undefined) return known
    const colon = raw.indexOf(':')
    const name = colon < 0 ? `${this.#prefix('') ?? '?'}:${raw}` : this.#canonical(raw, colon)
    this.#names.set(raw, name)
    return name
  }

  /** A default namespace is none for attributes. */
  attributeName(raw: string): string {
    return raw.includes(':') ? this.elementName(raw) : raw
  }

  #canonical(raw: string, colon: number): string {
    const prefix = this.#prefix(raw.slice(0, colon))
    if (prefix === undefined) throw new XmlFault('malformed XML')
    return `${prefix}${raw.slice(colon)}`
  }

  #prefix(written: string): string | undefined {
    return this.own.get(written) ?? (this.outer ? this.outer.#prefix(written) : undefined)
  }
}

const ROOT_SCOPE = new Scope(new Map([['xml', 'xml']]), undefined)

const DECLARATION = /^xmlns(?::|$)/

function scopeOf(attributes: Readonly<Record<string, string>>, outer: Scope, namespaces: Namespaces): Scope {
  let prefixes: Map<string, string> | undefined
  for (const name in attributes) {
    if (!DECLARATION.test(name)) continue
    prefixes ??= new Map()
    prefixes.set(name.slice('xmlns:'.length), namespaces.get(attributes[name] ?? '') ?? '?')
  }
  return prefixes ? new Scope(prefixes, outer) : outer
}

function attributesOf(attributes: Readonly<Record<string, string>>, scope: Scope): readonly string[] {
  let list: string[] | undefined
  for (const name in attributes) {
    const value = attributes[name] ?? ''
    if (DECLARATION.test(name)) continue
    list ??= []
    list.push(scope.attributeName(name), value)
  }
  return list ?? NO_ATTRIBUTES
}
