/**
 * A template: the ordered sections of one kind of report, with what samples or officers know about each.
 * Text in a template is a pattern: plain text in which `{slot-id}` stands for a mention of that slot.
 */
import { z } from 'zod'
import { FORMAL_LAYOUTS, REPORT_KINDS, type FormalLayout, type ReportKind } from '../report/report'
import { SectionRoleSchema, WorkFieldSchema, type SectionRole, type WorkField } from '../section-labels'
import { MAX_LINE_LENGTH, SlotIdSchema, SlotSchema, type Slot } from '../slot'
import { SampleDigestSchema, type SampleDigest } from './sample-digest'
import { MOST_EDITS, TemplateEditSchema, type TemplateEdit } from './template-edit'

export const TEMPLATE_SCHEMA_VERSION = 2

export const PERIOD_KINDS = ['month', 'quarter', 'halfYear', 'nineMonths', 'year', 'term', 'thematic'] as const

/** In how many samples something was seen, and in which: their places in `origin.samples`, from 0. */
export interface Seen {
  readonly count: number
  /** Absent in words of our own and in what was learned before samples were named. */
  readonly samples?: readonly number[]
}

export interface SeenText extends Seen {
  readonly text: string
}

/** What samples count in a section: "… hội nghị" (quantity), "…% đảng viên" (ratio). Never a figure itself. */
export interface SeenFigure extends Seen {
  readonly type: 'quantity' | 'ratio'
  /** The words after the number, or after its percent sign; at most four syllables. */
  readonly words: string
}

/** Over the samples that have the section. */
export interface Spread {
  readonly min: number
  /** Absent in what was learned before medians were kept. */
  readonly median?: number
  readonly max: number
}

export interface TemplateSection {
  readonly id: string
  /** Pattern; printed when `isHeadingPrinted`, else only named in the outline. */
  readonly heading: string
  readonly isHeadingPrinted: boolean
  readonly role?: SectionRole
  readonly field?: WorkField
  /** Of a section outside the closed set, which has no role of its own: the label its text comes nearest to. */
  readonly nearestRole?: SectionRole
  readonly isRequired: boolean
  /** In how many of how many samples the section was seen. Absent where no sample was read. */
  readonly seenIn?: Seen & { readonly of: number }
  /** Other places in the order at which samples had it: "sau Thảo luận ở mẫu 2". `after` is the id of the section before. */
  readonly otherPositions: readonly (Seen & { readonly after: string })[]
  /** Phrases of at most 8 syllables that open or mark the section. */
  readonly cues: readonly SeenText[]
  /** Typical first words, as patterns; only from two or more different texts. Of two samples in all they are candidates. */
  readonly openers: readonly SeenText[]
  /** Whole sentences, as patterns, that two or more different texts share. Of two samples in all they are candidates. */
  readonly boilerplate: readonly SeenText[]
  /** Ids of the slots that samples mention here. */
  readonly mentions: readonly string[]
  /** What two or more samples count here. */
  readonly usualFigures: readonly SeenFigure[]
  /** Advice in grey: what belongs here. */
  readonly guidance: string
  /** Ready sentences as patterns, offered for insertion. */
  readonly phrases: readonly string[]
  /** Paragraphs a new report starts with, as patterns. */
  readonly starter: readonly string[]
  /** Usual length in syllables. */
  readonly usualLength?: Spread
  readonly usualParagraphs?: Spread
  readonly sections: readonly TemplateSection[]
}

export interface Template {
  readonly schemaVersion: typeof TEMPLATE_SCHEMA_VERSION
  readonly id: string
  readonly name: string
  readonly description: string
  readonly kind: ReportKind
  /** For a formal report, the layouts it is made for; empty for a news account (always portal). */
  readonly layouts: readonly FormalLayout[]
  readonly periodKinds: readonly (typeof PERIOD_KINDS)[number][]
  readonly hasParts: boolean
  readonly documentType: string
  /** Pattern of the subject (formal report) or headline (news account). */
  readonly title: string
  readonly slots: readonly Slot[]
  readonly sections: readonly TemplateSection[]
  /** What an officer changed in what was learned; the sections have it already. For learning again. */
  readonly edits?: readonly TemplateEdit[]
  readonly origin:
    | { readonly kind: 'builtIn' }
    | { readonly kind: 'officer' }
    | { readonly kind: 'learned'; readonly samples: readonly LearnedSample[] }
}

/** A sample a template was learned from, by hash: the text itself is not kept. */
export interface LearnedSample {
  readonly name: string
  readonly sha256: string
  /** What it takes to learn again when samples are added. Absent in a template learned before digests were kept. */
  readonly digest?: SampleDigest
}

/** Of a template's name, in a list and in a title bar. */
export const MAX_NAME_LENGTH = 200

const id = z.string().min(1).max(64)
const line = z.string().max(MAX_LINE_LENGTH)
const count = z.number().int().min(0)
const seenParts = { count, samples: z.array(count).optional() }
const seenText = z.strictObject({ ...seenParts, text: line })
const spread = z.strictObject({ min: count, median: count.optional(), max: count })

const TemplateSectionSchema: z.ZodType<TemplateSection> = z.strictObject({
  id,
  heading: line,
  isHeadingPrinted: z.boolean(),
  role: SectionRoleSchema.optional(),
  field: WorkFieldSchema.optional(),
  nearestRole: SectionRoleSchema.optional(),
  isRequired: z.boolean(),
  seenIn: z.strictObject({ ...seenParts, of: count }).optional(),
  otherPositions: z.array(z.strictObject({ ...seenParts, after: line })),
  cues: z.array(seenText),
  openers: z.array(seenText),
  boilerplate: z.array(seenText),
  mentions: z.array(SlotIdSchema),
  usualFigures: z.array(z.strictObject({ ...seenParts, type: z.enum(['quantity', 'ratio']), words: line })),
  guidance: line,
  phrases: z.array(line),
  starter: z.array(line),
  usualLength: spread.optional(),
  usualParagraphs: spread.optional(),
  sections: z.array(z.lazy(() => TemplateSectionSchema)),
})

export const TemplateSchema: z.ZodType<Template> = z.strictObject({
  schemaVersion: z.literal(TEMPLATE_SCHEMA_VERSION),
  id,
  name: z.string().min(1).max(MAX_NAME_LENGTH),
  description: line,
  kind: z.enum(REPORT_KINDS),
  layouts: z.array(z.enum(FORMAL_LAYOUTS)),
  periodKinds: z.array(z.enum(PERIOD_KINDS)),
  hasParts: z.boolean(),
  documentType: line,
  title: line,
  slots: z.array(SlotSchema),
  sections: z.array(TemplateSectionSchema),
  edits: z.array(TemplateEditSchema).max(MOST_EDITS).optional(),
  origin: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('builtIn') }),
    z.strictObject({ kind: z.literal('officer') }),
    z.strictObject({
      kind: z.literal('learned'),
      samples: z.array(
        z.strictObject({
          name: line,
          sha256: z.string().regex(/^[0-9a-f]{64}$/),
          digest: SampleDigestSchema.optional(),
        }),
      ),
    }),
  ]),
})
