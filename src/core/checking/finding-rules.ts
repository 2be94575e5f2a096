/**
 * What the checker of our own reports looks for, as data: every code with its weight, the row of the layout that gives
 * its clause and certainty, and the line of the list of common mistakes it belongs to; then the rules on single fields.
 * Cautious: only what keeps a report from being whole is an error; what rests on one reading of a rule is a hint.
 */
import type { Finding } from '../finding'
import type { FormalLayout } from '../report/report'

export interface FindingRule {
  readonly severity: Finding['severity']
  /** Row of the layout, where a layout asks for it. */
  readonly row?: string
  /** A clause that is no row's own. */
  readonly clause?: string
  readonly mistake?: number
}

export const FINDING_RULES = {
  'section.missing': { severity: 'error' },
  'section.empty': { severity: 'warning' },
  'section.needsFigures': { severity: 'error' },
  'slot.open': { severity: 'error', mistake: 52 },
  'slot.unknown': { severity: 'error', mistake: 52 },
  'letterhead.issuingOrganizationEmpty': { severity: 'warning', row: 'issuingOrganization.fontSize' },
  'letterhead.documentNumberEmpty': { severity: 'hint', row: 'documentCode.pattern' },
  'letterhead.documentNumberNotDigits': { severity: 'warning', row: 'documentCode.pattern', mistake: 14 },
  'letterhead.documentSymbolEmpty': { severity: 'warning', row: 'documentCode.pattern' },
  'letterhead.documentSymbolSpelling': { severity: 'warning', row: 'documentCode.pattern', mistake: 16 },
  'letterhead.issuePlaceEmpty': { severity: 'warning', row: 'placeAndDate.pattern' },
  'letterhead.issueDateOpen': { severity: 'hint', row: 'placeAndDate.pattern' },
  'letterhead.issueDateImpossible': { severity: 'warning', row: 'placeAndDate.pattern' },
  'title.documentTypeEmpty': { severity: 'warning', row: 'documentType.fontSize' },
  'title.subjectEmpty': { severity: 'warning', row: 'subject.fontSize' },
  'title.subjectOpensWithRegarding': { severity: 'warning', row: 'subject.fontSize', mistake: 26 },
  'title.subjectEndsWithStop': { severity: 'warning', row: 'subject.fontSize', mistake: 26 },
  'title.subjectStartsUpper': { severity: 'hint', row: 'subject.fontSize', mistake: 26 },
  'title.headlineEmpty': { severity: 'warning' },
  'addressees.notInLayout': { severity: 'warning', mistake: 27 },
  'heading.empty': { severity: 'warning' },
  'heading.numberTyped': { severity: 'warning', row: 'headings.levels', mistake: 37 },
  'body.end': { severity: 'warning', row: 'body.endMark', mistake: 28 },
  'signature.signerNameEmpty': { severity: 'warning', row: 'signerName.fontSize' },
  'signature.signerPositionEmpty': { severity: 'warning', row: 'signerPosition.fontSize' },
  'signature.authorityOfEmpty': { severity: 'warning', row: 'signingAuthority.prefixes' },
  'signature.advisoryBody': { severity: 'warning', clause: 'HD 36-HD/VPTW, 1.7', mistake: 29 },
  'signature.deputyOfCommittee': { severity: 'warning', clause: 'HD 36-HD/VPTW, 1.7', mistake: 29 },
  'signature.degreeBeforeName': { severity: 'warning', row: 'signerName.fontSize', mistake: 30 },
  'signature.nameInCapitals': { severity: 'warning', row: 'signerName.fontSize', mistake: 30 },
  'recipients.empty': { severity: 'warning', row: 'recipients.itemPattern' },
  'recipients.filingNoteEmpty': { severity: 'warning', row: 'recipients.filingPattern', mistake: 33 },
  'recipients.filingNoteOfOtherLayout': { severity: 'warning', row: 'recipients.filingPattern', mistake: 33 },
  'recipients.sameAsNobody': { severity: 'warning', row: 'recipients.itemPattern', mistake: 33 },
} as const satisfies Readonly<Record<string, FindingRule>>

export type FindingCode = keyof typeof FINDING_RULES

/** Fields of a report's page, by node path. */
export type FieldName =
  | 'letterhead/issuingOrganization'
  | 'letterhead/documentNumber'
  | 'letterhead/documentSymbol/organization'
  | 'letterhead/issuePlace'
  | 'documentType'
  | 'subject'
  | 'headline'
  | 'signatureBlock/authorityOf'
  | 'signatureBlock/signerPosition'
  | 'signatureBlock/signerName'
  | 'filingNote'

/** A field that is empty. */
export const EMPTY_FIELD_RULES: ReadonlyArray<{ readonly code: FindingCode; readonly field: FieldName }> = [
  { code: 'letterhead.issuingOrganizationEmpty', field: 'letterhead/issuingOrganization' },
  { code: 'letterhead.documentNumberEmpty', field: 'letterhead/documentNumber' },
  { code: 'letterhead.documentSymbolEmpty', field: 'letterhead/documentSymbol/organization' },
  { code: 'letterhead.issuePlaceEmpty', field: 'letterhead/issuePlace' },
  { code: 'title.documentTypeEmpty', field: 'documentType' },
  { code: 'title.subjectEmpty', field: 'subject' },
  { code: 'title.headlineEmpty', field: 'headline' },
  { code: 'signature.authorityOfEmpty', field: 'signatureBlock/authorityOf' },
  { code: 'signature.signerPositionEmpty', field: 'signatureBlock/signerPosition' },
  { code: 'signature.signerNameEmpty', field: 'signatureBlock/signerName' },
  { code: 'recipients.filingNoteEmpty', field: 'filingNote' },
]

export interface PatternRule {
  readonly code: FindingCode
  readonly field: FieldName
  /** What may not stand there. */
  readonly pattern: RegExp
  /** Only in this layout. */
  readonly layout?: FormalLayout
  /** Only when somebody signs in this capacity. */
  readonly authority?: 'onBehalfOf' | 'forSuperior'
}

/** A field whose text breaks a rule. Patterns are read on trimmed NFC text. */
export const PATTERN_RULES: readonly PatternRule[] = [
  { code: 'letterhead.documentNumberNotDigits', field: 'letterhead/documentNumber', pattern: /[^0-9]/u },
  {
    code: 'letterhead.documentSymbolSpelling',
    field: 'letterhead/documentSymbol/organization',
    pattern: /[^\p{Lu}0-9/-]/u,
  },
  // The State files with its clerks (VT), the Party names its office.
  {
    code: 'recipients.filingNoteOfOtherLayout',
    field: 'filingNote',
    pattern: /^(?:lưu\s*:?\s*)?vt(?![\p{L}\p{N}])/iu,
    layout: 'party',
  },
  {
    code: 'recipients.filingNoteOfOtherLayout',
    field: 'filingNote',
    pattern: /^(?!(?:lưu\s*:?\s*)?vt(?![\p{L}\p{N}]))/iu,
    layout: 'state',
  },
  { code: 'title.subjectOpensWithRegarding', field: 'subject', pattern: /^(?:về việc|v\/v)(?![\p{L}\p{N}])/iu },
  { code: 'title.subjectEndsWithStop', field: 'subject', pattern: /[.;,]$/u },
  // Two capitals are an abbreviation, which may open a subject.
  { code: 'title.subjectStartsUpper', field: 'subject', pattern: /^(?!Về việc)\p{Lu}\p{Ll}/u, layout: 'party' },
  {
    code: 'signature.degreeBeforeName',
    field: 'signatureBlock/signerName',
    pattern: /^(?:GS|PGS|TSKH|TS|ThS|CN|KS|BS)(?:\.|\s)/u,
  },
  { code: 'signature.nameInCapitals', field: 'signatureBlock/signerName', pattern: /^\p{Lu}{2,}(?:\s+\p{Lu}+)+$/u },
  {
    // The head of an advisory body signs in his own name, not in the body's.
    code: 'signature.advisoryBody',
    field: 'signatureBlock/authorityOf',
    pattern:
      /^(?:ban (?:tuyên giáo|dân vận|tổ chức|nội chính|xây dựng đảng|chỉ đạo)|văn phòng|tiểu ban)(?![\p{L}\p{N}])/iu,
    layout: 'party',
    authority: 'onBehalfOf',
  },
  {
    // A committee is collective: its deputy secretary signs for the committee, not for the secretary.
    code: 'signature.deputyOfCommittee',
    field: 'signatureBlock/authorityOf',
    pattern: /^bí thư(?![\p{L}\p{N}])/iu,
    layout: 'party',
    authority: 'forSuperior',
  },
]

/** A number typed before a heading, where the layout sets one of its own. */
export const TYPED_NUMBER =
  /^(?:[ivx]{1,6}[.)-]|[0-9]{1,2}(?:\.[0-9]{1,2})*[.)-]|[a-zđ][.)]|phần (?:thứ )?[\p{L}\p{N}]{1,7}[.:-])\s/iu
