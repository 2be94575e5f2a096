/**
 * What an officer changes by hand in a learned template, as steps over it. They name sections by id, so that they hold
 * again when the template is learned anew; the saved template keeps them.
 */
import { z } from 'zod'
import { SectionRoleSchema } from '../section-labels'
import { MAX_LINE_LENGTH } from '../slot'

const id = z.string().min(1).max(64)
const heading = z.string().min(1).max(MAX_LINE_LENGTH)

export const TemplateEditSchema = z.discriminatedUnion('kind', [
  /** `heading` is a pattern. */
  z.strictObject({ kind: z.literal('rename'), section: id, heading }),
  z.strictObject({ kind: z.literal('require'), section: id, isRequired: z.boolean() }),
  z.strictObject({ kind: z.literal('remove'), section: id }),
  /** What is known of `section` goes to `into`, its inner sections behind those of `into`. */
  z.strictObject({ kind: z.literal('merge'), section: id, into: id }),
  /** An inner section stands on its own, right behind the one it was in. */
  z.strictObject({ kind: z.literal('split'), section: id }),
  /** The section goes inside another, behind what is there. */
  z.strictObject({ kind: z.literal('nest'), section: id, into: id }),
  /** Among its neighbours: right behind `after`, or first of all. */
  z.strictObject({ kind: z.literal('move'), section: id, after: id.optional() }),
  /** A section no sample has: behind `after`, or last at the top. Does nothing once samples have it. */
  z.strictObject({
    kind: z.literal('add'),
    section: id,
    heading,
    role: SectionRoleSchema.optional(),
    after: id.optional(),
  }),
])
export type TemplateEdit = z.infer<typeof TemplateEditSchema>

/** More than anybody makes by hand in one template. */
export const MOST_EDITS = 2000
