import type { FormalReport, LayoutId, NewsAccount, Report } from '../report/report'
import { reportTitle } from '../report/walk-report'
import { toNfc, trimWide } from '../vietnamese/nfc'
import { composeBody } from './compose-body'
import { composeHeader } from './compose-header'
import { composeItems } from './compose-items'
import {
  composeFixedLine,
  composeLine,
  composeRuns,
  fitLine,
  isBlank,
  slotTable,
  textRuns,
  type SlotTable,
} from './compose-line'
import { composeSignatureColumns } from './compose-signature'
import type { ComposedLine, ComposedReport } from './composed-report'
import { hasElement, styleOf, textAreaWidth, type Layout } from './layout'
import { layoutFor } from './layouts'
import { textWidth } from './text-width'

export interface ComposeOptions {
  readonly layout: LayoutId
  readonly isDraft: boolean
}

/** A report in the look of a layout, ready for any writer. A news account has only one look: the portal's. */
export function composeReport(report: Report, options: ComposeOptions): ComposedReport {
  const layout = layoutFor(report.kind === 'newsAccount' ? 'portal' : options.layout)
  const slots = slotTable(report.slots)
  const common = {
    layout,
    title: toNfc(reportTitle(report)).replace(/\s+/g, ' ').trim(),
    body: composeBody(report, layout, slots),
  }
  if (report.kind === 'newsAccount') {
    return {
      ...common,
      opening: options.isDraft ? [composeFixedLine(layout, 'draftLine', textAreaWidth(layout))] : [],
      titleLines: newsTitle(report, layout, slots),
      preamble: [],
      closing: optionalLine(layout, 'byline', report.byline),
    }
  }
  const header = composeHeader(report, layout, options.isDraft)
  const signature = composeSignatureColumns(report, layout)
  return {
    ...common,
    ...(header ? { header } : {}),
    opening: options.isDraft && !header ? [composeFixedLine(layout, 'draftLine', textAreaWidth(layout))] : [],
    titleLines: formalTitle(report, layout, slots),
    preamble: [...addresseeLines(report, layout), ...legalBasisLines(report, layout)],
    ...(signature ? { signature } : {}),
    closing: [],
  }
}

function formalTitle(report: FormalReport, layout: Layout, slots: SlotTable): readonly ComposedLine[] {
  const width = textAreaWidth(layout)
  const subject = composeRuns(report.subject, slots)
  if (hasElement(layout, 'headline')) {
    const runs = [...textRuns(report.documentType), ...textRuns(' '), ...subject]
    return isBlank(runs) ? [] : [composeLine(layout, 'headline', runs)]
  }
  return [
    ...optionalLine(layout, 'documentType', report.documentType),
    ...(isBlank(subject) ? [] : [fitLine(layout, composeLine(layout, 'subject', subject), width)]),
    ...(hasElement(layout, 'separator') ? [composeFixedLine(layout, 'separator', width)] : []),
  ]
}

function newsTitle(report: NewsAccount, layout: Layout, slots: SlotTable): readonly ComposedLine[] {
  const headline = composeRuns(report.headline, slots)
  return [
    ...(isBlank(headline) ? [] : [composeLine(layout, 'headline', headline)]),
    ...optionalLine(layout, 'publishedAt', report.publishedAt),
  ]
}

function optionalLine(
  layout: Layout,
  element: 'documentType' | 'publishedAt' | 'byline',
  text: string,
): readonly ComposedLine[] {
  const runs = textRuns(text)
  return isBlank(runs) ? [] : [fitLine(layout, composeLine(layout, element, runs), textAreaWidth(layout))]
}

/** One addressee on the line of the label, several below it with their dashes under its end. */
function addresseeLines(report: FormalReport, layout: Layout): readonly ComposedLine[] {
  const rules = layout.details.addressees
  const named = report.addressees.map(trimWide).filter((name) => name !== '')
  if (!rules || named.length === 0) return []
  const style = styleOf(layout, 'addressees')
  const [only] = named
  if (named.length === 1 && only !== undefined) {
    const line = composeLine(layout, 'addressees', textRuns(`${style.text} ${only}`), { alignment: 'center' })
    return [line]
  }
  const items = composeItems(named, rules)
  const labelWidth = textWidth(`${style.text} `, style)
  const blockWidth = labelWidth + Math.max(...items.map((item) => textWidth(item, style)))
  const indent = Math.max(0, (textAreaWidth(layout) - blockWidth) / 2)
  const line = (text: string, leftIndent: number): ComposedLine =>
    composeLine(layout, 'addressees', textRuns(text), { leftIndent })
  return [line(style.text, indent), ...items.map((item) => ({ ...line(item, indent + labelWidth), isContinued: true }))]
}

function legalBasisLines(report: FormalReport, layout: Layout): readonly ComposedLine[] {
  const rules = layout.details.legalBases
  if (!rules) return []
  return composeItems(report.legalBases, rules).map((text) => composeLine(layout, 'legalBases', textRuns(text)))
}
