/**
 * What the style sheet of a page says about single elements and classes: fonts, which tell old encodings; marks of
 * lists; what stands bold or in the middle. Selectors that depend on the surroundings, and rules for some media only,
 * are passed over: a wrong guess would be worse than none.
 */

export interface CounterStyle {
  readonly system: 'numeric' | 'alphabetic' | 'cyclic'
  readonly symbols: readonly string[]
  readonly prefix: string
  readonly suffix: string
}

export interface StyleRules {
  /** Declarations that hold for an element, in lower case and without spaces, the strongest first. */
  readonly declarationsOf: (name: string, classes: readonly string[]) => string
  readonly counter: (name: string) => CounterStyle | undefined
}

/** Longer sheets belong to whole portals; what is behind this says nothing about one text. */
const LONGEST = 500_000
/** Of what is stated for one selector over and over, the last counts. */
const LONGEST_RULE = 400
/** The properties that are looked at. */
const USED = /^(?:font(?:-family|-weight)?|text-align|list-style(?:-type)?)$/

export class StyleSheets implements StyleRules {
  readonly #declarations = new Map<string, string>()
  readonly #counters = new Map<string, CounterStyle>()
  #length = 0

  add(sheet: string): void {
    this.#length += sheet.length
    if (this.#length > LONGEST) return
    for (const { selector, body } of rulesOf(sheet)) {
      const counter = /^@counter-style\s+([\w-]+)$/.exec(selector)?.[1]
      if (counter !== undefined) this.#counters.set(counter.toLowerCase(), readCounter(body))
      else if (!selector.startsWith('@')) this.#addRule(selector, usedOf(body))
    }
  }

  #addRule(selectors: string, used: string): void {
    if (used === '') return
    for (const selector of selectors.split(',')) {
      const key = selector.trim().toLowerCase()
      if (/^(?:[a-z][a-z0-9]*)?(?:\.[\w-]+)?$/.test(key) && key !== '')
        this.#declarations.set(key, (used + (this.#declarations.get(key) ?? '')).slice(0, LONGEST_RULE))
    }
  }

  declarationsOf(name: string, classes: readonly string[]): string {
    const selectors = [...classes.map((one) => `${name}.${one}`), ...classes.map((one) => `.${one}`), name]
    return selectors.map((selector) => this.#declarations.get(selector.toLowerCase()) ?? '').join('')
  }

  counter(name: string): CounterStyle | undefined {
    return this.#counters.get(name)
  }
}

interface Rule {
  readonly selector: string
  readonly body: string
}

/** One walk over the sheet; rules inside other rules (`@media`) are left out. */
function rulesOf(sheet: string): readonly Rule[] {
  const rules: Rule[] = []
  let [depth, from, open] = [0, 0, 0]
  const text = withoutComments(sheet).replace(/<!--|-->/g, '')
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at)
    if (character === '{') {
      if (depth === 0) open = at
      depth += 1
    } else if (character === '}' && depth > 0) {
      depth -= 1
      if (depth > 0) continue
      const body = text.slice(open + 1, at)
      if (!body.includes('{')) rules.push({ selector: text.slice(from, open).trim(), body })
      from = at + 1
    }
  }
  return rules
}

/** Split and not matched: a pattern would try each beginning against the whole rest. */
const withoutComments = (sheet: string): string =>
  sheet
    .split('/*')
    .map((part, index) => (index === 0 ? part : (part.split('*/')[1] ?? '')))
    .join('')

/** `name:value;` of the properties in use, as inline styles are read. */
function usedOf(body: string): string {
  return body
    .split(';')
    .map((declaration) => declaration.toLowerCase().replace(/\s+/g, ''))
    .filter((declaration) => USED.test(declaration.slice(0, declaration.indexOf(':'))))
    .map((declaration) => `${declaration};`)
    .join('')
}

function readCounter(body: string): CounterStyle {
  const value = (name: string): string =>
    body
      .split(';')
      .map((declaration) => declaration.trim())
      .find((declaration) => declaration.startsWith(`${name}:`))
      ?.slice(name.length + 1)
      .trim() ?? ''
  const strings = (text: string): readonly string[] =>
    Array.from(text.matchAll(/"([^"]*)"/g), ([, inner = '']) => inner)
  const system = value('system')
  return {
    system: system === 'numeric' ? 'numeric' : system === 'cyclic' ? 'cyclic' : 'alphabetic',
    symbols: strings(value('symbols')),
    prefix: strings(value('prefix'))[0] ?? '',
    suffix: strings(value('suffix'))[0] ?? '. ',
  }
}
