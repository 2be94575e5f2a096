/** Text of a sample as a pattern: what an entity of the template stands for becomes its mention, `{ky}`. */
import { LEXICON, type EntityRow } from '../lexicon'
import type { SampleSlot, SegmentedParagraph, SegmentedSample } from '../sample-document'

/** A stretch of a paragraph: its own words, a mention of an entity, or a value no entity stands for. */
export interface Piece {
  readonly kind: 'text' | 'mention' | 'value'
  /** The words, or the mention as it stands in a pattern. */
  readonly text: string
}

/** The entities a slot of a paragraph may be a mention of; the first counts. */
export const entityOf = (slot: SampleSlot, section: SegmentedParagraph['section']): EntityRow | undefined =>
  LEXICON.templateParts.entities.find(
    (entity) => slot.type === entity.type && (entity.sections === undefined || entity.sections.includes(section)),
  )

/** The part of a paragraph between two offsets, cut at its slots. */
export function piecesOf(
  paragraph: SegmentedParagraph,
  sample: SegmentedSample,
  from = 0,
  to = paragraph.text.length,
): readonly Piece[] {
  const pieces: Piece[] = []
  let at = from
  for (const slot of sample.slots) {
    if (slot.paragraph !== paragraph.index || slot.start < at || slot.end > to) continue
    const entity = entityOf(slot, paragraph.section)
    if (slot.start > at) pieces.push({ kind: 'text', text: paragraph.text.slice(at, slot.start) })
    pieces.push(entity ? { kind: 'mention', text: `{${entity.id}}` } : { kind: 'value', text: slot.text })
    at = slot.end
  }
  if (at < to) pieces.push({ kind: 'text', text: paragraph.text.slice(at, to) })
  return pieces
}
