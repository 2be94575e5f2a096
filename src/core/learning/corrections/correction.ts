/**
 * What an officer corrected, as a log that is only added to. An entry holds no sentence of a document: paragraphs and
 * lines of a site by hash, features by name, and cues of a few syllables that the officer agreed to.
 */
import { z } from 'zod'
import { REPORT_KINDS } from '../../report/report'
import { SectionRoleSchema, WorkFieldSchema } from '../../section-labels'
import { BODY_ROLES, FRAME_LABELS } from '../chain/chain-labels'

const id = z.string().min(1).max(64)
const hash = z.string().regex(/^[0-9a-f]{16}$/)
/** ISO 8601. */
const at = z.string().min(1).max(40)

/** Letters of a section's own name that an entry keeps. */
const LONGEST_NAME = 200

export const CorrectedLabelSchema = z.strictObject({
  section: SectionRoleSchema,
  field: WorkFieldSchema.optional(),
  customName: z.string().min(1).max(LONGEST_NAME).optional(),
})
export type CorrectedLabel = z.infer<typeof CorrectedLabelSchema>

/** The label alone, of whatever bears one. */
export const labelOf = ({ section, field, customName }: CorrectedLabel): CorrectedLabel => ({
  section,
  ...(field === undefined ? {} : { field }),
  ...(customName === undefined ? {} : { customName: customName.slice(0, LONGEST_NAME) }),
})

export const isSameLabel = (a: CorrectedLabel, b: CorrectedLabel): boolean =>
  a.section === b.section && a.field === b.field && a.customName === b.customName

/** Bounds of one shift: more than any paragraph has. */
export const LONGEST_FEATURE = 120
export const MOST_FEATURES = 800

/** Features that should have spoken for one label and not for the other. */
const ShiftSchema = z.strictObject({
  to: z.enum([...FRAME_LABELS, ...BODY_ROLES]),
  from: z.enum([...FRAME_LABELS, ...BODY_ROLES]),
  features: z.array(z.string().min(1).max(LONGEST_FEATURE)).max(MOST_FEATURES),
})
export type Shift = z.infer<typeof ShiftSchema>

/** Longest cue, in syllables and letters. */
export const CUE_SYLLABLES = 8
const CUE_LENGTH = 80

export const CorrectionSchema = z.discriminatedUnion('kind', [
  /** "This paragraph is of that section." */
  z.strictObject({
    kind: z.literal('label'),
    id,
    at,
    /** SHA-256 of the document, hex. */
    sample: z.string().regex(/^[0-9a-f]{64}$/),
    genre: z.enum(REPORT_KINDS),
    /** `paragraphKey` of the text. */
    paragraph: hash,
    from: CorrectedLabelSchema,
    to: CorrectedLabelSchema,
    /** Section of the body paragraph before it. */
    after: z.enum(BODY_ROLES).optional(),
    shifts: z.array(ShiftSchema).max(2),
  }),
  /** "This line stands on every page of that site." `line` is its `siteLineKey`. */
  z.strictObject({ kind: z.literal('siteLine'), id, at, line: hash, section: SectionRoleSchema }),
  /** "A paragraph that opens with these words is of that section." */
  z.strictObject({
    kind: z.literal('cue'),
    id,
    at,
    phrase: z.string().min(1).max(CUE_LENGTH),
    section: SectionRoleSchema,
  }),
  /** Takes another entry back; a revoked revocation lets it hold again. */
  z.strictObject({ kind: z.literal('revoke'), id, at, revokes: id }),
])
export type Correction = z.infer<typeof CorrectionSchema>
export type LabelCorrection = Extract<Correction, { kind: 'label' }>

/** More than an office makes in years; the oldest would say little. */
export const MOST_CORRECTIONS = 20_000
