/**
 * A template: the ordered sections of one kind of report, with what samples or officers know about each.
 * Text in a template is a pattern: plain text in which `{slot-id}` stands for a mention of that slot.
 */
import { z } from 'zod'
import { FORMAL_LAYOUTS, REPORT_KINDS, type FormalLayout, type ReportKind } from '../report/report'
import { SectionRoleSchema, WorkFieldSchema, type SectionRole, type WorkField } from '../section-labels'
import { MAX_LINE_LENGTH, SlotSchema, type Slot } from '../slot'

export const TEMPLATE_SCHEMA_VERSION = 1

export const PERIOD_KINDS = ['month', 'quarter', 'halfYear', 'nineMonths', 'year', 'term', 'thematic'] as const

/** A text with the number of samples it was seen in. */
export interface SeenText {
  readonly text: string
  readonly count: number
}

export interface TemplateSection {
  readonly id: string
  /** Pattern; printed when `isHeadingPrinted`, else only named in the outline. */
  readonly heading: string
  readonly isHeadingPrinted: boolean
  readonly role?: SectionRole
  readonly field?: WorkField
  readonly isRequired: boolean
  /** In how many of how many samples the section was seen. Absent where no sample was read. */
  readonly seenIn?: { readonly count: number; readonly of: number }
  /** Other places in the order at which samples had it: "sau Thảo luận ở 1 mẫu". Role codes of the section before. */
  readonly otherPositions: readonly { readonly after: string; readonly count: number }[]
  /** Phrases of at most 8 syllables that open or mark the section. */
  readonly cues: readonly SeenText[]
  /** Typical first words, as patterns; only from two or more different texts. */
  readonly openers: readonly SeenText[]
  /** Advice in grey: what belongs here. */
  readonly guidance: string
  /** Ready sentences as patterns, offered for insertion. */
  readonly phrases: readonly string[]
  /** Paragraphs a new report starts with, as patterns. */
  readonly starter: readonly string[]
  /** Usual length in words, over the samples. */
  readonly usualLength?: { readonly min: number; readonly max: number }
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
  readonly origin:
    | { readonly kind: 'builtIn' }
    | { readonly kind: 'officer' }
    /** The samples it was learned from, by hash: the texts themselves are not kept. */
    | { readonly kind: 'learned'; readonly samples: readonly { readonly name: string; readonly sha256: string }[] }
}

/** Of a template's name, in a list and in a title bar. */
export const MAX_NAME_LENGTH = 200

const id = z.string().min(1).max(64)
const line = z.string().max(MAX_LINE_LENGTH)
const count = z.number().int().min(0)
const seen = z.strictObject({ text: line, count })

const TemplateSectionSchema: z.ZodType<TemplateSection> = z.strictObject({
  id,
  heading: line,
  isHeadingPrinted: z.boolean(),
  role: SectionRoleSchema.optional(),
  field: WorkFieldSchema.optional(),
  isRequired: z.boolean(),
  seenIn: z.strictObject({ count, of: count }).optional(),
  otherPositions: z.array(z.strictObject({ after: line, count })),
  cues: z.array(seen),
  openers: z.array(seen),
  guidance: line,
  phrases: z.array(line),
  starter: z.array(line),
  usualLength: z.strictObject({ min: count, max: count }).optional(),
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
  origin: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('builtIn') }),
    z.strictObject({ kind: z.literal('officer') }),
    z.strictObject({
      kind: z.literal('learned'),
      samples: z.array(z.strictObject({ name: line, sha256: z.string().regex(/^[0-9a-f]{64}$/) })),
    }),
  ]),
})
