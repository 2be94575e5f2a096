/**
 * What a learned template keeps of each sample, so that it can be learned again when samples are added: the sections
 * with their headings, lengths and slots, phrases of at most eight syllables, and hashes. No sentence and no figure of
 * the sample stands in it. Text is written as a pattern: `{slot-id}` for what the sample had there.
 */
import { z } from 'zod'
import { FORMAL_LAYOUTS, type FormalLayout } from '../report/report'
import { ReportingPeriodSchema, type ReportingPeriod } from '../reporting-period'
import { SectionRoleSchema, WorkFieldSchema, type SectionRole, type WorkField } from '../section-labels'
import { MAX_LINE_LENGTH, SlotIdSchema } from '../slot'

export interface SectionDigest {
  readonly role: SectionRole
  readonly field?: WorkField
  /** Its heading is outside the closed set; `role` is only the nearest label. */
  readonly isNamed: boolean
  /** "Phần thứ nhất". */
  readonly isPart: boolean
  /** Pattern, without its mark; absent where no heading stands over the section. */
  readonly heading?: string
  readonly paragraphs: number
  readonly syllables: number
  readonly cues: readonly string[]
  /** First words of its paragraphs, as patterns of at most eight syllables. */
  readonly openers: readonly string[]
  /** Hashes of its sentences that hold no figure and no name. */
  readonly sentences: readonly string[]
  /** Words after its numbers. */
  readonly figures: readonly { readonly type: 'quantity' | 'ratio'; readonly words: string }[]
  readonly mentions: readonly string[]
  readonly sections: readonly SectionDigest[]
}

/** A set of 32-bit hashes thinned to those that begin with `zeroBits` zero bits; two of them tell how much the sets share. */
export interface Sketch {
  readonly zeroBits: number
  readonly hashes: readonly number[]
}

export interface SampleDigest {
  readonly period?: ReportingPeriod
  /** Layouts whose own line stands in it. */
  readonly layouts: readonly FormalLayout[]
  readonly hasParts: boolean
  /** Words of review and topic its title uses, of those the lexicon lists. */
  readonly titleWords: readonly string[]
  /** Runs of five syllables, every number taken for the same. */
  readonly wording: Sketch
  /** Numbers with the syllable on either side. */
  readonly figures: Sketch
  /** Hash of date, organisation and period of the conference a news account tells of. */
  readonly event?: string
  readonly mentions: readonly string[]
  readonly sections: readonly SectionDigest[]
}

/** Far more than any report has sections on a level, or phrases in a section. */
export const MOST_IN_DIGEST = 200
/** Tells shares to about four per cent, and exactly where a text has fewer runs. */
export const MOST_HASHES = 256
const line = z.string().max(MAX_LINE_LENGTH)
const lines = z.array(line).max(MOST_IN_DIGEST)
const count = z.number().int().min(0)
const mentions = z.array(SlotIdSchema).max(MOST_IN_DIGEST)
const sketch = z.strictObject({ zeroBits: count.max(31), hashes: z.array(count).max(MOST_HASHES) })

const SectionDigestSchema: z.ZodType<SectionDigest> = z.strictObject({
  role: SectionRoleSchema,
  field: WorkFieldSchema.optional(),
  isNamed: z.boolean(),
  isPart: z.boolean(),
  heading: line.optional(),
  paragraphs: count,
  syllables: count,
  cues: lines,
  openers: lines,
  sentences: lines,
  figures: z.array(z.strictObject({ type: z.enum(['quantity', 'ratio']), words: line })).max(MOST_IN_DIGEST),
  mentions,
  sections: z.array(z.lazy(() => SectionDigestSchema)).max(MOST_IN_DIGEST),
})

export const SampleDigestSchema: z.ZodType<SampleDigest> = z.strictObject({
  period: ReportingPeriodSchema.optional(),
  layouts: z.array(z.enum(FORMAL_LAYOUTS)),
  hasParts: z.boolean(),
  titleWords: lines,
  wording: sketch,
  figures: sketch,
  event: line.optional(),
  mentions,
  sections: z.array(SectionDigestSchema).max(MOST_IN_DIGEST),
})
