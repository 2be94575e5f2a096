/** Validates at the border. The error says for the log where a value first departs from its schema; it never throws. */
import type { z } from 'zod'
import { err, ok, type Result } from './result'

/** The value in the schema's shape. */
export function parseShape<T>(schema: z.ZodType<T>, value: unknown): Result<T, string> {
  try {
    const parsed = schema.safeParse(value)
    if (parsed.success) return ok(parsed.data)
    const issue = parsed.error.issues[0]
    return err(issue ? `${issue.path.join('/')}: ${issue.message}` : 'wrong shape')
  } catch (cause) {
    // Faults by the hundred thousand, or nesting without end, run over the stack while they are gathered.
    if (!(cause instanceof RangeError)) throw cause
    return err('too many faults')
  }
}
