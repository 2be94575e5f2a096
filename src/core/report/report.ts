/**
 * The report document: our own JSON, what the file, the calls, the exporters and the checker work on.
 * Content, not looks: fonts, margins and the numbers before headings come from the layout rows.
 * The schema checks shape; `normalizeReport` gives one spelling; the checker judges.
 */
import { z } from 'zod'
import { ReportingPeriodSchema, type ReportingPeriod } from '../reporting-period'
import { SectionRoleSchema, WorkFieldSchema, type SectionRole, type WorkField } from '../section-labels'
import { MAX_LINE_LENGTH, SlotIdSchema, SlotSchema, type Slot } from '../slot'

export const REPORT_SCHEMA_VERSION = 1

export const MARKS = ['bold', 'italic', 'underline'] as const
export type Mark = (typeof MARKS)[number]

export type Inline =
  | { readonly type: 'text'; readonly text: string; readonly marks: readonly Mark[] }
  | { readonly type: 'slot'; readonly slotId: string; readonly marks: readonly Mark[] }
  | { readonly type: 'lineBreak' }

export const ALIGNMENTS = ['left', 'center', 'right', 'justified'] as const
export type Alignment = (typeof ALIGNMENTS)[number]

export interface Paragraph {
  readonly type: 'paragraph'
  readonly id: string
  /** Absent = as the layout says. */
  readonly alignment?: Alignment
  /** A caption stands under a picture or over a table; everything else is body. */
  readonly style?: 'caption'
  readonly content: readonly Inline[]
}

/** `point` is the lettered điểm: a) b) c) d) đ) in Vietnamese order. */
export const LIST_STYLES = ['dash', 'number', 'point'] as const
export type ListStyle = (typeof LIST_STYLES)[number]

export interface List {
  readonly type: 'list'
  readonly id: string
  readonly style: ListStyle
  readonly items: readonly ListItem[]
}

export interface ListItem {
  readonly content: readonly Inline[]
  /** Lists inside this item, in order. */
  readonly lists: readonly List[]
}

export interface Table {
  readonly type: 'table'
  readonly id: string
  /** Share of the text width in per mille, one a column; they sum to 1000. */
  readonly columns: readonly number[]
  /** How many rows from the top repeat on each page. */
  readonly headerRows: number
  readonly rows: readonly (readonly TableCell[])[]
}

export interface TableCell {
  /** How many columns and rows the cell covers, from 1. A covered place has no cell of its own. */
  readonly columnSpan: number
  readonly rowSpan: number
  readonly alignment?: Alignment
  /** The lines of the cell, at least one. */
  readonly paragraphs: readonly (readonly Inline[])[]
}

export interface PageBreak {
  readonly type: 'pageBreak'
  readonly id: string
}

export type Block = Paragraph | List | Table | PageBreak

/** What an officer decided about a section; without it the status follows from the text. */
export type SectionMark =
  | { readonly kind: 'needsFigures' }
  | { readonly kind: 'reviewed' }
  | { readonly kind: 'notApplicable'; readonly reason: string }

export interface Section {
  readonly id: string
  /** Name in the outline. For a printed heading it is what is printed. */
  readonly heading: readonly Inline[]
  /** A silent heading (opening paragraph, sections of a news account) stands in the outline only. */
  readonly isHeadingPrinted: boolean
  readonly role?: SectionRole
  readonly field?: WorkField
  readonly isRequired: boolean
  /** The section of the template this one was made from. */
  readonly templateSectionId?: string
  /** Advice in grey beside the text. Never exported. */
  readonly guidance?: string
  readonly mark?: SectionMark
  readonly blocks: readonly Block[]
  readonly sections: readonly Section[]
}

export interface Letterhead {
  /** Cơ quan cấp trên; may run over several lines, empty when there is none. */
  readonly parentOrganization: string
  /** Cơ quan ban hành; may run over several lines. */
  readonly issuingOrganization: string
  /** Digits as the clerk gives them; empty while open. */
  readonly documentNumber: string
  /** Abbreviation of the document type (BC) and of the organisation (BTGDVTU). */
  readonly documentSymbol: { readonly type: string; readonly organization: string }
  readonly issuePlace: string
  /** What is not known yet stays open. */
  readonly issueDate: { readonly day?: number; readonly month?: number; readonly year?: number }
}

export const SIGNING_AUTHORITIES = [
  'direct',
  'onBehalfOf',
  'forSuperior',
  'byOrderOf',
  'byDelegation',
  'acting',
] as const
export type SigningAuthority = (typeof SIGNING_AUTHORITIES)[number]

export interface SignatureBlock {
  readonly authority: SigningAuthority
  /** Whom the signer signs for: "TRƯỞNG BAN" under K/T, "BAN THƯỜNG VỤ" under T/M. Empty when direct. */
  readonly authorityOf: string
  readonly signerPosition: string
  readonly signerName: string
}

export const FORMAL_LAYOUTS = ['party', 'state'] as const
export type FormalLayout = (typeof FORMAL_LAYOUTS)[number]
/** Every look a report can have; a news account has only the last. */
export const LAYOUT_IDS = [...FORMAL_LAYOUTS, 'portal'] as const
export type LayoutId = (typeof LAYOUT_IDS)[number]

export const REPORT_KINDS = ['formalReport', 'newsAccount'] as const satisfies readonly Report['kind'][]

interface ReportBase {
  readonly schemaVersion: typeof REPORT_SCHEMA_VERSION
  readonly id: string
  /** Template this report was made from; a label, not a link that must resolve. */
  readonly templateId?: string
  readonly templateName?: string
  readonly reportingPeriod: ReportingPeriod
  /** The one entity table of slots; mentions point here. */
  readonly slots: readonly Slot[]
  readonly sections: readonly Section[]
  /** ISO 8601 with zone. */
  readonly createdAt: string
}

export interface FormalReport extends ReportBase {
  readonly kind: 'formalReport'
  readonly layout: FormalLayout
  readonly letterhead: Letterhead
  readonly documentType: string
  /** Trích yếu. */
  readonly subject: readonly Inline[]
  readonly addressees: readonly string[]
  readonly legalBases: readonly string[]
  /** Top sections are numbered parts (Phần thứ nhất …) when true, else I., II. */
  readonly hasParts: boolean
  readonly signatureBlock: SignatureBlock
  readonly recipients: readonly string[]
  /** What follows "Lưu": "VT, PVHXH (05)" or "Văn phòng Ban". */
  readonly filingNote: string
}

export interface NewsAccount extends ReportBase {
  readonly kind: 'newsAccount'
  readonly layout: 'portal'
  readonly headline: readonly Inline[]
  /** As printed under the headline: "22/7/2026 15:30". Empty while open. */
  readonly publishedAt: string
  readonly byline: string
}

export type Report = FormalReport | NewsAccount
export type ReportKind = (typeof REPORT_KINDS)[number]

/** Deepest nesting of sections: part, I., 1., a). */
export const MAX_SECTION_DEPTH = 4
/** Lists in lists: as many levels as Word numbers. */
export const MAX_LIST_DEPTH = 9
/** Word's own limit of columns in a table. */
export const MAX_COLUMNS = 63
export const MAX_ROWS = 5000
/** Between these a document of this kind can have been issued. */
export const ISSUE_YEARS = { first: 1900, last: 2200 } as const

const id = z.string().min(1).max(64)
const line = z.string().max(MAX_LINE_LENGTH)
const marks = z.array(z.enum(MARKS)).max(MARKS.length)

const InlineSchema: z.ZodType<Inline> = z.discriminatedUnion('type', [
  // No limit of its own: joined runs must not outgrow it, and the size of the file bounds it already.
  z.strictObject({ type: z.literal('text'), text: z.string(), marks }),
  z.strictObject({ type: z.literal('slot'), slotId: SlotIdSchema, marks }),
  z.strictObject({ type: z.literal('lineBreak') }),
])
const content = z.array(InlineSchema)

const ListSchema: z.ZodType<List> = z.strictObject({
  type: z.literal('list'),
  id,
  style: z.enum(LIST_STYLES),
  items: z.array(z.strictObject({ content, lists: z.array(z.lazy(() => ListSchema)) })),
})

const TableSchema: z.ZodType<Table> = z.strictObject({
  type: z.literal('table'),
  id,
  columns: z.array(z.number().int().min(0).max(1000)).min(1).max(MAX_COLUMNS),
  headerRows: z.number().int().min(0).max(MAX_ROWS),
  rows: z
    .array(
      z.array(
        z.strictObject({
          columnSpan: z.number().int().min(1).max(MAX_COLUMNS),
          rowSpan: z.number().int().min(1).max(MAX_ROWS),
          alignment: z.enum(ALIGNMENTS).optional(),
          paragraphs: z.array(content).min(1),
        }),
      ),
    )
    .max(MAX_ROWS),
})

const BlockSchema: z.ZodType<Block> = z.union([
  z.strictObject({
    type: z.literal('paragraph'),
    id,
    alignment: z.enum(ALIGNMENTS).optional(),
    style: z.literal('caption').optional(),
    content,
  }),
  ListSchema,
  TableSchema,
  z.strictObject({ type: z.literal('pageBreak'), id }),
])

const SectionMarkSchema: z.ZodType<SectionMark> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('needsFigures') }),
  z.strictObject({ kind: z.literal('reviewed') }),
  z.strictObject({ kind: z.literal('notApplicable'), reason: line }),
])

export const SectionSchema: z.ZodType<Section> = z.strictObject({
  id,
  heading: content,
  isHeadingPrinted: z.boolean(),
  role: SectionRoleSchema.optional(),
  field: WorkFieldSchema.optional(),
  isRequired: z.boolean(),
  templateSectionId: id.optional(),
  guidance: line.optional(),
  mark: SectionMarkSchema.optional(),
  blocks: z.array(BlockSchema),
  sections: z.array(z.lazy(() => SectionSchema)),
})

const base = {
  schemaVersion: z.literal(REPORT_SCHEMA_VERSION),
  id,
  templateId: id.optional(),
  templateName: line.optional(),
  reportingPeriod: ReportingPeriodSchema,
  slots: z.array(SlotSchema),
  sections: z.array(SectionSchema),
  createdAt: z.iso.datetime({ offset: true }),
}

export const LetterheadSchema: z.ZodType<Letterhead> = z.strictObject({
  parentOrganization: line,
  issuingOrganization: line,
  documentNumber: line,
  documentSymbol: z.strictObject({ type: line, organization: line }),
  issuePlace: line,
  issueDate: z.strictObject({
    day: z.number().int().min(1).max(31).optional(),
    month: z.number().int().min(1).max(12).optional(),
    year: z.number().int().min(ISSUE_YEARS.first).max(ISSUE_YEARS.last).optional(),
  }),
})

export const SignatureBlockSchema: z.ZodType<SignatureBlock> = z.strictObject({
  authority: z.enum(SIGNING_AUTHORITIES),
  authorityOf: line,
  signerPosition: line,
  signerName: line,
})

const FormalReportSchema = z.strictObject({
  ...base,
  kind: z.literal('formalReport'),
  layout: z.enum(FORMAL_LAYOUTS),
  letterhead: LetterheadSchema,
  documentType: line,
  subject: content,
  addressees: z.array(line),
  legalBases: z.array(line),
  hasParts: z.boolean(),
  signatureBlock: SignatureBlockSchema,
  recipients: z.array(line),
  filingNote: line,
})

const NewsAccountSchema = z.strictObject({
  ...base,
  kind: z.literal('newsAccount'),
  layout: z.literal('portal'),
  headline: content,
  publishedAt: line,
  byline: line,
})

export const ReportSchema: z.ZodType<Report> = z.discriminatedUnion('kind', [FormalReportSchema, NewsAccountSchema])
export { content as InlineListSchema }
