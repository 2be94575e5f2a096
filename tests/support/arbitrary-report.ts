/**
 * Reports as fast-check makes them up: every shape the schema allows, small enough to run by the hundred.
 * `arbitraryReport` is schema-valid but not normalised; `arbitraryNormalReport` went through `normalizeReport`.
 */
import fc from 'fast-check'
import { normalizeReport } from '../../src/core/report/normalize-report'
import {
  ALIGNMENTS,
  FORMAL_LAYOUTS,
  LIST_STYLES,
  MARKS,
  REPORT_SCHEMA_VERSION,
  SIGNING_AUTHORITIES,
  type Block,
  type Inline,
  type Letterhead,
  type List,
  type Report,
  type Section,
  type SectionMark,
  type SignatureBlock,
  type Table,
} from '../../src/core/report/report'
import type { ReportingPeriod } from '../../src/core/reporting-period'
import { SECTION_ROLES, WORK_FIELD_KEYS } from '../../src/core/section-labels'
import { SLOT_TYPES, type Slot, type SlotType } from '../../src/core/slot'
import { countingIds } from './identities'

const WORDS = [
  'tổng kết',
  'công tác',
  'tuyên giáo',
  'và dân vận',
  'đảng viên',
  '98,6%',
  '1.250 lượt',
  'ngày 05 tháng 7',
  'quý III/2026',
  'Nghị quyết số 12-NQ/TW',
  'hoà thuận',
  '“học tập”',
  '- Lưu:',
  '<b>&amp;',
  '  ',
]

/** Mostly Vietnamese, sometimes anything a keyboard, a clipboard or a damaged file can bring. */
export const arbitraryText: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 6 }).map((w) => w.join(' ')) },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 30 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '',
      ' ',
      'Tie\u0302\u0301ng',
      'a\u0000b\u000Bc',
      '\ud800',
      ']]>',
      'tab\there',
      'hai\ndòng',
      '\u202Eabc',
    ),
  },
)

const id = fc.stringMatching(/^[a-z0-9]{1,6}$/)
const slotId = fc.constantFrom('so-hoi-nghi', 'tỷ-lệ', 'ky', 'a', 'b', 'khong-co')

const marks = fc.subarray([...MARKS])

export const arbitraryInline: fc.Arbitrary<Inline> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ type: fc.constant('text' as const), text: arbitraryText, marks }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('slot' as const), slotId, marks }) },
  { weight: 1, arbitrary: fc.constant({ type: 'lineBreak' as const }) },
)

const content = fc.array(arbitraryInline, { maxLength: 4 })

const paragraph: fc.Arbitrary<Block> = fc.record(
  {
    type: fc.constant('paragraph' as const),
    id,
    content,
    alignment: fc.constantFrom(...ALIGNMENTS),
    style: fc.constant('caption' as const),
  },
  { requiredKeys: ['type', 'id', 'content'] },
)

const listOf = (depth: number): fc.Arbitrary<List> =>
  fc.record({
    type: fc.constant('list' as const),
    id,
    style: fc.constantFrom(...LIST_STYLES),
    items: fc.array(
      fc.record({ content, lists: depth > 0 ? fc.array(listOf(depth - 1), { maxLength: 2 }) : fc.constant([]) }),
      { maxLength: 3 },
    ),
  })

const table: fc.Arbitrary<Table> = fc.record({
  type: fc.constant('table' as const),
  id,
  columns: fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 5 }),
  headerRows: fc.integer({ min: 0, max: 3 }),
  rows: fc.array(
    fc.array(
      fc.record(
        {
          columnSpan: fc.integer({ min: 1, max: 3 }),
          rowSpan: fc.integer({ min: 1, max: 3 }),
          alignment: fc.constantFrom(...ALIGNMENTS),
          paragraphs: fc.array(content, { minLength: 1, maxLength: 2 }),
        },
        { requiredKeys: ['columnSpan', 'rowSpan', 'paragraphs'] },
      ),
      { maxLength: 4 },
    ),
    { maxLength: 4 },
  ),
})

export const arbitraryBlock: fc.Arbitrary<Block> = fc.oneof(
  { weight: 5, arbitrary: paragraph },
  { weight: 2, arbitrary: listOf(2) },
  { weight: 2, arbitrary: table },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('pageBreak' as const), id }) },
)

const mark: fc.Arbitrary<SectionMark> = fc.oneof(
  fc.constant({ kind: 'needsFigures' as const }),
  fc.constant({ kind: 'reviewed' as const }),
  fc.record({ kind: fc.constant('notApplicable' as const), reason: arbitraryText }),
)

const sectionOf = (depth: number): fc.Arbitrary<Section> =>
  fc.record(
    {
      id,
      heading: content,
      isHeadingPrinted: fc.boolean(),
      isRequired: fc.boolean(),
      role: fc.constantFrom(...SECTION_ROLES),
      field: fc.constantFrom(...WORK_FIELD_KEYS),
      templateSectionId: id,
      guidance: arbitraryText,
      mark,
      blocks: fc.array(arbitraryBlock, { maxLength: 3 }),
      sections: depth > 0 ? fc.array(sectionOf(depth - 1), { maxLength: 2 }) : fc.constant([]),
    },
    { requiredKeys: ['id', 'heading', 'isHeadingPrinted', 'isRequired', 'blocks', 'sections'] },
  )

/** Five levels: one more than any layout numbers. */
export const arbitrarySections: fc.Arbitrary<readonly Section[]> = fc.array(sectionOf(4), { maxLength: 3 })

const slotTypes = Object.keys(SLOT_TYPES) as SlotType[]

const slot: fc.Arbitrary<Slot> = fc.record(
  {
    id: slotId.filter((name) => name !== 'khong-co'),
    type: fc.constantFrom(...slotTypes),
    label: arbitraryText.filter((text) => text !== ''),
    value: arbitraryText.filter((text) => text !== ''),
  },
  { requiredKeys: ['id', 'type', 'label'] },
)

const year = fc.integer({ min: 1990, max: 2100 })

export const arbitraryPeriod: fc.Arbitrary<ReportingPeriod> = fc.oneof(
  fc.record({ kind: fc.constant('month' as const), month: fc.integer({ min: 1, max: 12 }), year }),
  fc.record({ kind: fc.constant('quarter' as const), quarter: fc.integer({ min: 1, max: 4 }), year }),
  fc.record({ kind: fc.constant('halfYear' as const), half: fc.constantFrom(1 as const, 2 as const), year }),
  fc.record({ kind: fc.constant('nineMonths' as const), year }),
  fc.record({ kind: fc.constant('year' as const), year }),
  fc.record({ kind: fc.constant('term' as const), from: year, to: year }),
  fc.record({ kind: fc.constant('thematic' as const), years: fc.integer({ min: 1, max: 100 }), to: year }),
)

const letterhead: fc.Arbitrary<Letterhead> = fc.record({
  parentOrganization: arbitraryText,
  issuingOrganization: arbitraryText,
  documentNumber: fc.oneof(fc.constantFrom('', '5', '05', '123', '12a'), arbitraryText),
  documentSymbol: fc.record({ type: fc.oneof(fc.constant('BC'), arbitraryText), organization: arbitraryText }),
  issuePlace: arbitraryText,
  issueDate: fc.record(
    {
      day: fc.integer({ min: 1, max: 31 }),
      month: fc.integer({ min: 1, max: 12 }),
      year: fc.integer({ min: 1900, max: 2200 }),
    },
    { requiredKeys: [] },
  ),
})

const signatureBlock: fc.Arbitrary<SignatureBlock> = fc.record({
  authority: fc.constantFrom(...SIGNING_AUTHORITIES),
  authorityOf: arbitraryText,
  signerPosition: arbitraryText,
  signerName: arbitraryText,
})

const base = {
  schemaVersion: fc.constant(REPORT_SCHEMA_VERSION),
  id,
  reportingPeriod: arbitraryPeriod,
  slots: fc.uniqueArray(slot, { maxLength: 3, selector: (one) => one.id }),
  sections: arbitrarySections,
  createdAt: fc.constant('2026-07-05T08:00:00+07:00'),
}

const lines = fc.array(arbitraryText, { maxLength: 3 })

export const arbitraryReport: fc.Arbitrary<Report> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      ...base,
      kind: fc.constant('formalReport' as const),
      layout: fc.constantFrom(...FORMAL_LAYOUTS),
      letterhead,
      documentType: fc.oneof(fc.constant('BÁO CÁO'), arbitraryText),
      subject: content,
      addressees: lines,
      legalBases: lines,
      hasParts: fc.boolean(),
      signatureBlock,
      recipients: lines,
      filingNote: arbitraryText,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      ...base,
      kind: fc.constant('newsAccount' as const),
      layout: fc.constant('portal' as const),
      headline: content,
      publishedAt: arbitraryText,
      byline: arbitraryText,
    }),
  },
)

/** As the program holds reports: one spelling, unique ids, rectangular tables. */
export const arbitraryNormalReport: fc.Arbitrary<Report> = arbitraryReport.map((report) =>
  normalizeReport(report, countingIds('fresh')),
)
