import type { Alignment, Inline, Mark } from '../report/report'
import { slotText, type Slot } from '../slot'
import { toNfc } from '../vietnamese/nfc'
import type { ComposedLine, Run } from './composed-report'
import { styleOf, type ElementStyle, type Layout, type LayoutElement } from './layout'
import { balancedWrapping, textWidth, wrapText } from './text-width'

export type SlotTable = ReadonlyMap<string, Slot>

export const slotTable = (slots: readonly Slot[]): SlotTable => new Map(slots.map((slot) => [slot.id, slot]))

/** Inline content as printed: slots resolved, line ends inside text as line breaks, NFC, no character a file cannot carry. */
export function composeRuns(content: readonly Inline[], slots: SlotTable): readonly Run[] {
  return content.flatMap((inline): readonly Run[] => {
    if (inline.type === 'lineBreak') return [inline]
    if (inline.type === 'text') return textRuns(inline.text, inline.marks)
    const slot = slots.get(inline.slotId)
    return textRuns(slotText(slot), inline.marks, slot?.value === undefined)
  })
}

/** Plain text as runs. */
export function textRuns(text: string, marks: readonly Mark[] = [], isOpen = false): readonly Run[] {
  const lines = toNfc(text.replace(/\r\n?/g, '\n')).split('\n')
  return lines.flatMap((line, index): readonly Run[] => [
    ...(index > 0 ? [{ type: 'lineBreak' } as const] : []),
    ...(line === '' ? [] : [{ type: 'text', text: line, marks, isOpen } as const]),
  ])
}

/** What stands in the runs, line breaks as \n. */
export const runsText = (runs: readonly Run[]): string =>
  runs.map((run) => (run.type === 'text' ? run.text : '\n')).join('')

export const isBlank = (runs: readonly Run[]): boolean => runsText(runs).trim() === ''

const uppercase = (runs: readonly Run[]): readonly Run[] =>
  runs.map((run) => (run.type === 'text' ? { ...run, text: run.text.toUpperCase().normalize('NFC') } : run))

interface LineOptions {
  readonly alignment?: Alignment | undefined
  readonly leftIndent?: number
  readonly outlineLevel?: number
}

/** A line in the look of its element; capitals where the element has them. */
export function composeLine(
  layout: Layout,
  element: LayoutElement,
  runs: readonly Run[],
  options: LineOptions = {},
): ComposedLine {
  const { alignment, ...rest } = options
  return {
    type: 'line',
    element,
    runs: styleOf(layout, element).isUppercase ? uppercase(runs) : runs,
    ...(alignment ? { alignment } : {}),
    ...rest,
  }
}

/** The element's own words: national name, label, star, separator. */
export const composeFixedLine = (layout: Layout, element: LayoutElement, availableWidth: number): ComposedLine =>
  fitLine(layout, composeLine(layout, element, textRuns(styleOf(layout, element).text)), availableWidth)

// A word processor rounds widths to whole units; without some air an even break could fall a word earlier.
const AIR = 1

/** Gives a centred line its even wrapping and its rule, both measured. */
export function fitLine(layout: Layout, line: ComposedLine, availableWidth: number): ComposedLine {
  const style = styleOf(layout, line.element)
  const texts = runsText(line.runs).split('\n')
  const wrappings = texts.map((text) => balancedWrapping(text, style, availableWidth))
  const width = Math.min(availableWidth, Math.max(...wrappings.map((wrapping) => wrapping.width)))
  const isWrapped = wrappings.some((wrapping) => wrapping.lines.length > 1)
  const isNarrowed = isWrapped && style.alignment === 'center' && width + AIR < availableWidth
  const wrapWidth = isNarrowed ? width + AIR : undefined
  return {
    ...line,
    ...(wrapWidth === undefined ? {} : { wrapWidth }),
    ...(style.ruleRatio > 0
      ? { ruleLength: style.ruleRatio * printedWidth(texts, style, wrapWidth ?? availableWidth) }
      : {}),
  }
}

/** Of the widest line once a word processor has wrapped the texts. */
const printedWidth = (texts: readonly string[], style: ElementStyle, width: number): number =>
  Math.min(
    width,
    Math.max(0, ...texts.flatMap((text) => wrapText(text, style, width).map((line) => textWidth(line, style)))),
  )

/** Width the longest of its lines would take unwrapped. */
export const naturalWidth = (layout: Layout, line: ComposedLine): number =>
  Math.max(
    0,
    ...runsText(line.runs)
      .split('\n')
      .map((text) => textWidth(text, styleOf(layout, line.element))),
  )
