/**
 * What every reader yields and the segmenter reads: paragraphs with the signals a format can give.
 * And what the segmenter gives back: the same paragraphs, labelled, with reasons.
 */
import { z } from 'zod'
import { NoticeSchema, type Notice } from '../notice'
import { REPORT_KINDS } from '../report/report'
import { ReportingPeriodSchema } from '../reporting-period'
import { SectionRoleSchema, WorkFieldSchema } from '../section-labels'
import { SlotTypeSchema } from '../slot'
import { REASON_CODES } from './reason'

/** Signals of a paragraph beside its words. A plain text file gives none of them. */
export interface ParagraphSignals {
  /** 1–6 where the format marks a heading. */
  readonly headingLevel?: number
  readonly isBold?: boolean
  readonly isItalic?: boolean
  /** In points; the size most of its letters have. */
  readonly fontSize?: number
  readonly alignment?: 'left' | 'center' | 'right' | 'justified'
  /** In points, from the margin to the first letter. */
  readonly indent?: number
  /** The mark the format sets by itself before the words, whole: "II.", "1.2.", "b)", "-". It is no part of the text. */
  readonly listMarker?: string
  /** Row of a table, cells joined by tabs; an empty first cell leaves its tab at the beginning. */
  readonly isTableRow?: boolean
  /** Footnote or endnote of the paragraph above; its mark is the list marker. */
  readonly isNote?: boolean
  /** Stands in a page's navigation, aside or footer. */
  readonly isOutsideContent?: boolean
}

export interface SampleParagraph {
  /** Counts non-empty lines from 0. */
  readonly index: number
  /** NFC, trimmed of white space including NBSP, ZWSP and BOM. */
  readonly text: string
  readonly signals: ParagraphSignals
}

export interface SampleDocument {
  /** File name without its folder. */
  readonly name: string
  readonly paragraphs: readonly SampleParagraph[]
  readonly notices: readonly Notice[]
}

const SegmentedParagraphSchema = z.strictObject({
  index: z.number().int().min(0),
  text: z.string(),
  /** The mark the format printed before the text; a typed one stands in the text itself. */
  listMarker: z.string().optional(),
  section: SectionRoleSchema,
  field: WorkFieldSchema.optional(),
  /** Name of a heading outside the closed set; the section then goes by this name. */
  customName: z.string().optional(),
  role: z.enum(['heading', 'body', 'list_item', 'table_row', 'table_caption']),
  /** The heading this paragraph is or begins with: its level in this document from 0, and where its words stand. */
  title: z
    .strictObject({ depth: z.number().int().min(0), start: z.number().int().min(0), end: z.number().int().min(0) })
    .optional(),
  /** Secondary labels a reader could accept as well. */
  also: z.array(z.strictObject({ section: SectionRoleSchema, field: WorkFieldSchema.optional() })),
  reasons: z.array(z.strictObject({ code: z.enum(REASON_CODES), data: z.string().optional() })),
  /** 0–1. */
  confidence: z.number().min(0).max(1),
})

export type SegmentedParagraph = z.infer<typeof SegmentedParagraphSchema>

const SampleSlotSchema = z.strictObject({
  type: SlotTypeSchema,
  /** Equals the paragraph's slice [start, end), in UTF-16 units. */
  text: z.string(),
  paragraph: z.number().int().min(0),
  start: z.number().int().min(0),
  end: z.number().int().min(0),
})

export type SampleSlot = z.infer<typeof SampleSlotSchema>

export const SegmentedSampleSchema = z.strictObject({
  name: z.string(),
  /** SHA-256 of the file's bytes, hex. */
  sha256: z.string(),
  kind: z.enum(REPORT_KINDS),
  period: ReportingPeriodSchema.optional(),
  /** The period as it stands in the text, also where its year is unknown. */
  periodText: z.string().optional(),
  paragraphs: z.array(SegmentedParagraphSchema),
  slots: z.array(SampleSlotSchema),
  notices: z.array(NoticeSchema),
})

export type SegmentedSample = z.infer<typeof SegmentedSampleSchema>
