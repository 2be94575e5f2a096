/** What a reader, a learner or a recovery noticed on the way: the value is good, but somebody should know. */
import { z } from 'zod'

export const NoticeSchema = z.strictObject({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'hint']),
  /** A node path (`sections/2/blocks/0`) or a paragraph index (`p:12`), where there is one. */
  at: z.string().optional(),
  /** What the sentence of the code needs: names, counts, clipped text. */
  data: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})

export type Notice = z.infer<typeof NoticeSchema>

/** A value together with what was noticed while it was made. */
export interface Noted<T> {
  readonly value: T
  readonly notices: readonly Notice[]
}
