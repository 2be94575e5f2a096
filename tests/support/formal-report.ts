import { EMPTY_LETTERHEAD, EMPTY_SIGNATURE } from '../../src/core/report/make-report'
import { REPORT_SCHEMA_VERSION, type FormalReport } from '../../src/core/report/report'

/** An empty report of the year 2026 with the parts a test cares for. */
export const formalReport = (parts: Partial<FormalReport>): FormalReport => ({
  schemaVersion: REPORT_SCHEMA_VERSION,
  id: 'report',
  kind: 'formalReport',
  layout: 'party',
  reportingPeriod: { kind: 'year', year: 2026 },
  slots: [],
  sections: [],
  createdAt: '2026-12-10T08:00:00+07:00',
  letterhead: EMPTY_LETTERHEAD,
  documentType: 'BÁO CÁO',
  subject: [],
  addressees: [],
  legalBases: [],
  hasParts: false,
  signatureBlock: EMPTY_SIGNATURE,
  recipients: [],
  filingNote: '',
  ...parts,
})
