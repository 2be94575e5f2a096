/** What of a report must be found in any export, in reading order; a writer that loses text loses one of these. */
import { bareItem } from '../../src/core/official-layout/compose-items'
import { printedSections } from '../../src/core/official-layout/printed-sections'
import type { Inline, Report, Section } from '../../src/core/report/report'
import { blockContents, inlineText } from '../../src/core/report/walk-report'
import { toNfc } from '../../src/core/vietnamese/nfc'

/** One spelling for comparing: layouts print some texts in capitals, and pages fold white space. */
export const comparable = (text: string): string =>
  toNfc(text).toUpperCase().normalize('NFC').replace(/\s+/g, ' ').trim()

/** Title and body, in the order in which they are read. */
export function bodyTexts(report: Report): readonly string[] {
  const of = (content: readonly Inline[]): string => comparable(inlineText(content, report.slots))
  const sectionTexts = (section: Section): readonly string[] => [
    ...(section.isHeadingPrinted ? [of(section.heading)] : []),
    ...section.blocks.flatMap((block) => [...blockContents(block)].map(of)),
    ...printedSections(section.sections).flatMap(sectionTexts),
  ]
  const title =
    report.kind === 'formalReport' ? [comparable(report.documentType), of(report.subject)] : [of(report.headline)]
  return [...title, ...printedSections(report.sections).flatMap(sectionTexts)].filter((text) => text !== '')
}

/** The fields round the body, in any order. */
export function pageTexts(report: Report): readonly string[] {
  if (report.kind === 'newsAccount') return [report.publishedAt, report.byline].map(comparable)
  const { letterhead, signatureBlock } = report
  return [
    ...letterhead.parentOrganization.split('\n'),
    ...letterhead.issuingOrganization.split('\n'),
    letterhead.documentNumber,
    letterhead.documentSymbol.type,
    letterhead.documentSymbol.organization,
    letterhead.issuePlace,
    ...(report.layout === 'state' ? report.addressees.map(bareItem) : []),
    ...report.legalBases.map(bareItem),
    signatureBlock.authority === 'direct' ? '' : signatureBlock.authorityOf,
    signatureBlock.signerPosition,
    signatureBlock.signerName,
    ...report.recipients.map(bareItem),
    bareItem(report.filingNote).replace(/^Lưu\s*:?\s+/u, ''),
  ].map(comparable)
}

/** The first text that is missing or out of order; `undefined` when all are there. */
export function findLost(report: Report, exported: string): string | undefined {
  const page = comparable(exported)
  let at = 0
  for (const text of bodyTexts(report)) {
    const found = page.indexOf(text, at)
    if (found < 0) return text
    at = found + text.length
  }
  return pageTexts(report).find((text) => !page.includes(text))
}
