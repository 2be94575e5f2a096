/** The end of a document: recipients on the left, who signs and in whose name on the right. */
import type { FormalReport, SignatureBlock } from '../report/report'
import { trimWide } from '../vietnamese/nfc'
import { bareItem, composeItems } from './compose-items'
import { composeFixedLine, composeLine, fitLine, textRuns } from './compose-line'
import type { ComposedColumns, ComposedLine } from './composed-report'
import { hasElement, styleOf, textAreaWidth, type Layout } from './layout'

export function composeSignatureColumns(report: FormalReport, layout: Layout): ComposedColumns | undefined {
  const left = layout.details.signatureBlock?.leftWidth
  if (left === undefined) return undefined
  const right = textAreaWidth(layout) - left
  return {
    widths: [left, right],
    rows: [[recipientLines(report, layout, left), composeSignature(report.signatureBlock, layout, right)]],
  }
}

function recipientLines(report: FormalReport, layout: Layout, width: number): readonly ComposedLine[] {
  const named = composeRecipients(report, layout)
  const { unfilledText } = styleOf(layout, 'recipients')
  const items = named.length > 0 || unfilledText === '' ? named : [unfilledText]
  if (items.length === 0) return []
  return [
    composeFixedLine(layout, 'recipientsLabel', width),
    ...items.map((item) => composeLine(layout, 'recipients', textRuns(item))),
  ]
}

/** The lines under "Nơi nhận:" by what they say: who is addressed above, who is named here, where a copy is filed. */
export interface RecipientLines {
  readonly addressed: readonly string[]
  readonly named: readonly string[]
  readonly filing: readonly string[]
}

/** The list under "Nơi nhận:" with its endings; the filing note comes last. */
export function composeRecipients(report: FormalReport, layout: Layout): readonly string[] {
  const { addressed, named, filing } = composeRecipientLines(report, layout)
  return [...addressed, ...named, ...filing]
}

/** The same list in its parts, for a page on which each is filled by itself. */
export function composeRecipientLines(report: FormalReport, layout: Layout): RecipientLines {
  const rules = layout.details.recipients
  if (!rules) return { addressed: [], named: [], filing: [] }
  const { sameAsAddressees } = rules
  const named = report.recipients.map(bareItem).filter((item) => item !== '')
  const isAddressed = hasElement(layout, 'addressees') && report.addressees.some((name) => trimWide(name) !== '')
  // Whoever is addressed above is not named again, but the list says so.
  const first = isAddressed && sameAsAddressees !== '' && !named.includes(sameAsAddressees) ? [sameAsAddressees] : []
  const filing = composeFilingNote(report.filingNote, rules.filingPattern, rules.itemPattern)
  const lines = composeItems([...first, ...named, ...(filing === '' ? [] : [filing])], rules)
  const end = first.length + named.length
  return { addressed: lines.slice(0, first.length), named: lines.slice(first.length, end), filing: lines.slice(end) }
}

/** Words of the note itself, where "Lưu" was typed along. */
function composeFilingNote(note: string, filingPattern: string, itemPattern: string): string {
  const bare = bareItem(note).replace(/^Lưu\s*:?\s+/u, '')
  if (bare === '') return ''
  const lead = itemPattern.replace('{item}', '')
  const filled = filingPattern.replace('{note}', () => bare)
  return filled.startsWith(lead) ? filled.slice(lead.length) : filled
}

/** Authority, position, name: the first two in the words and the order of the layout. */
function composeSignature(block: SignatureBlock, layout: Layout, width: number): readonly ComposedLine[] {
  const line = (element: 'signingAuthority' | 'signerPosition' | 'signerName', value: string): ComposedLine[] =>
    value === '' ? [] : [fitLine(layout, composeLine(layout, element, textRuns(value)), width)]
  const filled = (element: 'signerPosition' | 'signerName', value: string): string =>
    trimWide(value) === '' ? styleOf(layout, element).unfilledText : trimWide(value)
  const authority = composeAuthority(block, layout)
  return [
    ...line('signingAuthority', authority.line),
    ...(authority.includesPosition ? [] : line('signerPosition', filled('signerPosition', block.signerPosition))),
    ...line('signerName', filled('signerName', block.signerName)),
  ]
}

/** "K/T TRƯỞNG BAN", "TM. ỦY BAN NHÂN DÂN", "Q. GIÁM ĐỐC"; empty when the head signs directly. */
export function composeAuthority(
  block: SignatureBlock,
  layout: Layout,
): { readonly line: string; readonly includesPosition: boolean } {
  const rules = layout.details.signingAuthority
  const prefix = rules?.prefixes[block.authority] ?? ''
  if (!rules || prefix === '') return { line: '', includesPosition: false }
  const superior = trimWide(block.authorityOf)
  const position = trimWide(block.signerPosition)
  const includesPosition = superior === '' && position !== '' && rules.prefixedPosition.includes(block.authority)
  const named = includesPosition ? position : superior === '' ? rules.openText : superior
  return { line: `${prefix} ${named}`, includesPosition }
}
