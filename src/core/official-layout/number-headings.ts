import type { LayoutId, Section } from '../report/report'
import { assertNever } from '../result'
import { pointLetter } from '../vietnamese/point-letters'
import { toRoman } from '../vietnamese/roman'
import { headingElementAt, type HeadingNumber, type Layout } from './layout'
import { layoutFor } from './layouts'
import { printedSections } from './printed-sections'

export interface NumberingOptions {
  readonly layout: LayoutId
  readonly hasParts: boolean
}

/**
 * Section id → what stands before its heading ("I.", "1.", "a)", "Phần thứ nhất").
 * Numbers are derived, never stored. Silent headings and sections that are left out have none and do not count;
 * inside a silent section the count starts anew, as in any other.
 */
export function numberHeadings(sections: readonly Section[], options: NumberingOptions): ReadonlyMap<string, string> {
  return numberHeadingsIn(layoutFor(options.layout), sections, options.hasParts)
}

/** The same for a layout that is at hand. */
export function numberHeadingsIn(
  layout: Layout,
  sections: readonly Section[],
  hasParts: boolean,
): ReadonlyMap<string, string> {
  const numbers = new Map<string, string>()
  const visit = (siblings: readonly Section[], depth: number): void => {
    const rules = layout.headingNumbers.get(headingElementAt(layout, depth, hasParts))
    let count = 0
    for (const section of printedSections(siblings)) {
      if (section.isHeadingPrinted) {
        count += 1
        const number = rules ? headingNumber(rules, count) : ''
        if (number !== '') numbers.set(section.id, number)
      }
      visit(section.sections, depth + 1)
    }
  }
  visit(sections, 0)
  return numbers
}

/** The number of the count-th heading (from 1) in the way of its row. */
function headingNumber(rules: HeadingNumber, count: number): string {
  if (rules.numbering === 'none') return ''
  return rules.numberPattern.replace('{number}', countedText(rules, count))
}

function countedText(rules: HeadingNumber, count: number): string {
  switch (rules.numbering) {
    case 'roman':
      return toRoman(count)
    case 'arabic':
      return String(count)
    case 'point':
      return pointLetter(count - 1)
    case 'ordinal':
      return rules.ordinals[count - 1] ?? String(count)
    case 'dash':
    case 'none':
      return ''
    default:
      return assertNever(rules.numbering)
  }
}
