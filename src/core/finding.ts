/** What a checker found in a document. One schema for our reports and for foreign files. */
import { z } from 'zod'

export const FindingSchema = z.strictObject({
  /** Listed with its meaning in docs/findings.md. */
  code: z.string(),
  severity: z.enum(['error', 'warning', 'hint']),
  /** What stands there, clipped to 200 characters. */
  text: z.string(),
  /** Node path for our reports; `p:N`, `header`, `footer` or `section:N` for foreign files. */
  at: z.string(),
  /** Index of the paragraph in reading order, 0-based; -1 when no single paragraph is meant. */
  paragraph: z.number().int(),
  /** The first 40 characters of that paragraph. */
  paragraphStart: z.string(),
  /** What should stand there. */
  expected: z.string().optional(),
  /** The clause that asks for it. */
  clause: z.string().optional(),
  certainty: z.enum(['verified', 'secondHand', 'computed', 'convention']),
  /** Row of the list of common mistakes this finding comes from. */
  mistake: z.number().int().optional(),
  /** A change that is safe to apply; its shape belongs to the checker that offers it. */
  fix: z.strictObject({ label: z.string(), replacement: z.string() }).optional(),
})

export type Finding = z.infer<typeof FindingSchema>
