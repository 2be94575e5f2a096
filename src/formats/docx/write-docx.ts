/**
 * A report as a Word document in the official layout. What is printed and how is decided by `composeReport` from the
 * layout's rows; here it only becomes WordprocessingML: one named style an element, literal numbers, fixed grids.
 * Guidance, marks and whatever else is not printed never enters the file.
 */
import { AlignmentType, Document, Header, PageNumber, Paragraph, TextRun, type ISectionOptions } from 'docx'
import { composeReport } from '../../core/official-layout/compose-report'
import type { ComposedLine, ComposedReport } from '../../core/official-layout/composed-report'
import { textAreaWidth, type Layout } from '../../core/official-layout/layout'
import type { Report } from '../../core/report/report'
import type { WriteOptions } from '../write-options'
import { packDocument } from './pack'
import { mmToTwips, ptToTwips } from './units'
import { spacer, writeBody } from './write-body'
import { writeColumns } from './write-columns'
import { writeLine } from './write-line'
import { styleId, stylesXml } from './write-styles'

/** The bytes of a .docx; the same report and options give the same bytes. */
export async function writeDocx(report: Report, options: WriteOptions): Promise<Uint8Array> {
  const composed = composeReport(report, options)
  const document = new Document({ sections: [writeSection(composed)] })
  return packDocument(document, { title: composed.title, now: options.now, stylesXml: stylesXml(composed.layout) })
}

function writeSection(composed: ComposedReport): ISectionOptions {
  const { layout, header, signature } = composed
  const children = [
    ...writeLines(layout, composed.opening),
    ...(header ? [writeColumns(layout, header, { keepTogether: true })] : []),
    ...writeLines(layout, composed.titleLines),
    ...writeLines(layout, composed.preamble),
    ...writeBody(composed),
    ...(signature
      ? [signatureSpacer(layout), writeColumns(layout, signature, { keepTogether: true }), spacer({})]
      : []),
    ...writeLines(layout, composed.closing),
  ]
  return {
    properties: { titlePage: hasPageNumberFromSecond(layout), page: pageProperties(layout) },
    headers: { default: new Header({ children: [pageNumber()] }) },
    children: children.length > 0 ? children : [new Paragraph({})],
  }
}

const writeLines = (layout: Layout, lines: readonly ComposedLine[]): readonly Paragraph[] =>
  lines.flatMap((line) => writeLine(layout, line, { columnWidth: textAreaWidth(layout) }))

/** Binds the last lines of the text to the signature block, so that it never stands alone on a page. */
const signatureSpacer = (layout: Layout): Paragraph =>
  spacer({ keepNext: true, spacing: { before: ptToTwips(layout.details.signatureBlock?.spaceBefore ?? 0) } })

const hasPageNumberFromSecond = (layout: Layout): boolean => (layout.details.pageNumber?.firstPage ?? 1) > 1

function pageProperties({ page }: Layout): NonNullable<ISectionOptions['properties']>['page'] {
  return {
    size: { width: mmToTwips(page.width), height: mmToTwips(page.height) },
    margin: {
      top: mmToTwips(page.marginTop),
      bottom: mmToTwips(page.marginBottom),
      left: mmToTwips(page.marginLeft),
      right: mmToTwips(page.marginRight),
      header: mmToTwips(page.pageNumberDistance),
      footer: mmToTwips(page.pageNumberDistance),
    },
  }
}

const pageNumber = (): Paragraph =>
  new Paragraph({
    style: styleId('pageNumber'),
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [PageNumber.CURRENT] })],
  })
