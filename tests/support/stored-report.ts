import { EMPTY_LETTERHEAD, EMPTY_SIGNATURE, paragraph, section, text } from '../../src/core/report/make-report'
import type { FormalReport } from '../../src/core/report/report'

/** A small formal report whose one paragraph says `body`. */
export function storedReport(id: string, body: string): FormalReport {
  return {
    schemaVersion: 1,
    kind: 'formalReport',
    layout: 'party',
    id,
    reportingPeriod: { kind: 'quarter', quarter: 3, year: 2026 },
    createdAt: '2026-10-01T08:00:00+07:00',
    slots: [],
    letterhead: { ...EMPTY_LETTERHEAD, issuingOrganization: 'Ban Tuyên giáo và Dân vận' },
    documentType: 'Báo cáo',
    subject: [text('công tác quý III/2026')],
    addressees: [],
    legalBases: [],
    hasParts: false,
    sections: [section('s1', 'Kết quả', { blocks: [paragraph('p1', [text(body)])] })],
    signatureBlock: EMPTY_SIGNATURE,
    recipients: [],
    filingNote: '',
  }
}

/** What the one paragraph says. */
export function bodyOf(report: { readonly sections: FormalReport['sections'] }): string {
  const block = report.sections[0]?.blocks[0]
  const inline = block?.type === 'paragraph' ? block.content[0] : undefined
  return inline?.type === 'text' ? inline.text : ''
}
