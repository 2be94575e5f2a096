/** The marks a browser draws before the items of a list. */
import { writeNumber } from '../docx/read/number-formats'
import type { CounterStyle, StyleRules } from './style-rules'

export interface OpenList {
  /** The mark of the next item; `value` is what the item itself says about its number. */
  readonly next: (value: string | undefined) => string | undefined
}

type Attributes = Readonly<Record<string, string>>

/** By the `type` of a list, and by the names of CSS. */
const FORMATS: ReadonlyMap<string, string> = new Map([
  ['1', 'decimal'],
  ['a', 'lowerLetter'],
  ['A', 'upperLetter'],
  ['i', 'lowerRoman'],
  ['I', 'upperRoman'],
  ['decimal', 'decimal'],
  ['decimal-leading-zero', 'decimalZero'],
  ['lower-alpha', 'lowerLetter'],
  ['lower-latin', 'lowerLetter'],
  ['upper-alpha', 'upperLetter'],
  ['upper-latin', 'upperLetter'],
  ['lower-roman', 'lowerRoman'],
  ['upper-roman', 'upperRoman'],
])

/** `style`: the declarations that hold for the list, the strongest first. */
export function openList(name: string, attributes: Attributes, style: string, rules: StyleRules): OpenList {
  const stated = /(?:^|;)list-style(?:-type)?:([^;]+)/.exec(style)?.[1] ?? ''
  if (/(?:^|inside|outside)none/.test(stated)) return { next: () => undefined }
  const counter = counterNamed(stated, rules)
  const format = formatOf(name, attributes['type'], stated)
  let number = Number.parseInt(attributes['start'] ?? '1', 10) || 1
  return {
    next: (value) => {
      const own = value === undefined ? Number.NaN : Number.parseInt(value, 10)
      if (!Number.isNaN(own)) number = own
      const mark = counter
        ? counterMark(counter, number)
        : format === undefined
          ? '-'
          : `${writeNumber(number, format)}.`
      number += 1
      return mark === '' ? undefined : mark
    },
  }
}

const counterNamed = (stated: string, rules: StyleRules): CounterStyle | undefined =>
  rules.counter(stated.replace(/^(?:inside|outside)/, ''))

function formatOf(name: string, type: string | undefined, stated: string): string | undefined {
  const byStyle = [...FORMATS].find(([key]) => key.length > 1 && stated.includes(key))?.[1]
  if (byStyle !== undefined) return byStyle
  if (name === 'ol') return FORMATS.get(type ?? '1') ?? 'decimal'
  return undefined
}

function counterMark({ system, symbols, prefix, suffix }: CounterStyle, number: number): string {
  return `${prefix}${countedBy(system, symbols, number)}${suffix}`.trim()
}

function countedBy(system: CounterStyle['system'], symbols: readonly string[], number: number): string {
  if (symbols.length === 0 || number < 1) return ''
  if (system === 'cyclic') return symbols[(number - 1) % symbols.length] ?? ''
  if (system === 'numeric') return String(number).replace(/\d/g, (digit) => symbols[Number(digit)] ?? digit)
  // After the last sign each is doubled: aa, bb.
  const times = Math.ceil(number / symbols.length)
  return times > MOST_DOUBLED ? String(number) : (symbols[(number - 1) % symbols.length] ?? '').repeat(times)
}

const MOST_DOUBLED = 10
