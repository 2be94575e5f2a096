/** Letterhead, number and symbol, place and date: two columns whose widths follow the texts. */
import type { FormalReport, Letterhead } from '../report/report'
import { trimWide } from '../vietnamese/nfc'
import { composeFixedLine, composeLine, fitLine, naturalWidth, runsText, textRuns } from './compose-line'
import type { ComposedColumns, ComposedLine } from './composed-report'
import { hasElement, styleOf, textAreaWidth, type Layout, type LayoutElement } from './layout'
import { breakAtWords, textWidth } from './text-width'

const FIXED_RIGHT = ['partyName', 'nationalName', 'nationalMotto'] as const satisfies readonly LayoutElement[]
// Names that touch the edge of their column would wrap at the least difference between two fonts.
const AIR = 1

export function composeHeader(report: FormalReport, layout: Layout, isDraft: boolean): ComposedColumns | undefined {
  if (!hasElement(layout, 'issuingOrganization')) return undefined
  const { letterhead } = report
  const names = organizationLines(letterhead, layout)
  const code = composeLine(layout, 'documentCode', textRuns(composeDocumentCode(letterhead, layout)))
  const place = composeLine(layout, 'placeAndDate', textRuns(composePlaceAndDate(letterhead, layout)))
  const right = FIXED_RIGHT.filter((element) => hasElement(layout, element)).map((element) =>
    composeFixedLine(layout, element, textAreaWidth(layout)),
  )
  const widths = columnWidths(layout, { left: [...names, code], fixedRight: right, place })
  const [leftWidth, rightWidth] = widths
  const left = [
    ...names.flatMap((line) => breakName(layout, line, leftWidth)),
    ...(hasElement(layout, 'star') ? [composeFixedLine(layout, 'star', leftWidth)] : []),
  ]
  const rows: ComposedColumns['rows'] = [
    [left, right],
    [[fitLine(layout, code, leftWidth)], [breakBeforeDate(layout, place, rightWidth)]],
    ...(isDraft ? ([[[composeFixedLine(layout, 'draftLine', leftWidth)], []]] as const) : []),
  ]
  return { widths, rows }
}

function organizationLines(letterhead: Letterhead, layout: Layout): readonly ComposedLine[] {
  const names = [
    ['parentOrganization', letterhead.parentOrganization],
    ['issuingOrganization', letterhead.issuingOrganization],
  ] as const
  return names.flatMap(([element, name]) => {
    const lines = name
      .split(/\r\n?|\n/)
      .map(trimWide)
      .filter((line) => line !== '')
    const shown = lines.length > 0 ? lines.join('\n') : styleOf(layout, element).unfilledText
    return shown === '' ? [] : [composeLine(layout, element, textRuns(shown))]
  })
}

/**
 * A name on as many lines as it was typed on; a longer one breaks where the layout likes it best, else evenly.
 * Each line is a paragraph of its own, the rule stands under the last and follows the widest.
 */
function breakName(layout: Layout, name: ComposedLine, width: number): readonly ComposedLine[] {
  const style = styleOf(layout, name.element)
  const lines = runsText(name.runs)
    .split('\n')
    .flatMap((line) => breakAtWords(line, style, width - AIR, layout.details.headerBlock?.breakBefore ?? []))
  const ruleLength = style.ruleRatio * Math.max(...lines.map((line) => textWidth(line, style)))
  return lines.map((line, index) => ({
    ...composeLine(layout, name.element, textRuns(line)),
    ...(index === lines.length - 1 && ruleLength > 0 ? { ruleLength } : {}),
  }))
}

/** The left column keeps its usual width, grows for a long name and gives way to a long place and date. */
function columnWidths(
  layout: Layout,
  texts: {
    readonly left: readonly ComposedLine[]
    readonly fixedRight: readonly ComposedLine[]
    readonly place: ComposedLine
  },
): readonly [number, number] {
  const whole = textAreaWidth(layout)
  const need = (lines: readonly ComposedLine[]): number =>
    lines.reduce((most, line) => Math.max(most, naturalWidth(layout, line) + AIR), 0)
  const mostLeft = whole - need(texts.fixedRight)
  const leftNeed = need(texts.left)
  const wanted = Math.min(mostLeft, Math.max(layout.page.headerLeftWidth, leftNeed))
  const placeNeed = need([texts.place])
  const left = placeNeed > whole - wanted && leftNeed <= whole - placeNeed ? whole - placeNeed : wanted
  return [left, whole - left]
}

/** A place and date too long for one line break after the place, never inside the date. */
function breakBeforeDate(layout: Layout, place: ComposedLine, width: number): ComposedLine {
  const [run] = place.runs
  if (run?.type !== 'text' || naturalWidth(layout, place) <= width) return place
  const comma = run.text.lastIndexOf(', ')
  if (comma < 0) return place
  return {
    ...place,
    runs: [
      { ...run, text: run.text.slice(0, comma + 1) },
      { type: 'lineBreak' },
      { ...run, text: run.text.slice(comma + 2) },
    ],
  }
}

/** "Số 05-BC/BTGDVTU" or "Số: 05/BC-VHXH"; what is open shows as dots. */
export function composeDocumentCode(letterhead: Letterhead, layout: Layout): string {
  const rules = layout.details.documentCode
  if (!rules) return ''
  const number = trimWide(letterhead.documentNumber)
  const filled = /^\d+$/.test(number) ? number.padStart(rules.digits, '0') : number
  return fillPattern(
    rules.pattern,
    {
      number: filled,
      type: trimWide(letterhead.documentSymbol.type),
      organization: trimWide(letterhead.documentSymbol.organization),
    },
    rules.openText,
  )
}

/** "Quảng Ninh, ngày 05 tháng 7 năm 2026"; what is open shows as dots. */
export function composePlaceAndDate(letterhead: Letterhead, layout: Layout): string {
  const rules = layout.details.placeAndDate
  if (!rules) return ''
  const { day, month, year } = letterhead.issueDate
  const padded = (value: number | undefined, below: number): string =>
    value === undefined ? '' : value < below ? String(value).padStart(2, '0') : String(value)
  return fillPattern(
    rules.pattern,
    {
      place: trimWide(letterhead.issuePlace),
      day: padded(day, rules.dayPaddedBelow),
      month: padded(month, rules.monthPaddedBelow),
      year: padded(year, 0),
    },
    rules.openText,
  )
}

/** Fills `{name}`; an empty value shows as the open text. */
function fillPattern(pattern: string, values: Readonly<Record<string, string>>, openText: string): string {
  return pattern.replace(/\{(\w+)\}/g, (_mark, name: string) => {
    const value = values[name] ?? ''
    return value === '' ? openText : value
  })
}
