/** Patterns of templates: text in which `{slot-id}` mentions a slot. */
import { normalizeInlines } from '../report/normalize-inlines'
import { slotMention, text } from '../report/make-report'
import type { Inline } from '../report/report'

const MENTION = /\{([\p{L}\p{N}][\p{L}\p{N}_-]{0,63})\}/gu

/** A `{name}` that is no slot of the template stays as typed. */
export function patternToInlines(pattern: string, slotIds: ReadonlySet<string>): readonly Inline[] {
  const inlines: Inline[] = []
  let from = 0
  for (const match of pattern.matchAll(MENTION)) {
    const slotId = match[1] ?? ''
    if (!slotIds.has(slotId)) continue
    inlines.push(text(pattern.slice(from, match.index)), slotMention(slotId))
    from = match.index + match[0].length
  }
  inlines.push(text(pattern.slice(from)))
  return normalizeInlines(inlines)
}

/** The ids of slots a pattern mentions, in order. */
export const patternSlots = (pattern: string): readonly string[] =>
  [...pattern.matchAll(MENTION)].map((match) => match[1] ?? '')
