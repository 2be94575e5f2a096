/** Samples labelled by hand, for what the learner makes of labels: no segmenter has a say in them. */
import type { SampleSlot, SegmentedParagraph, SegmentedSample } from '../../../src/core/learning/sample-document'
import type { SectionRole } from '../../../src/core/section-labels'
import type { SlotType } from '../../../src/core/slot'
import { hashOf } from './formal-sample'

export type Line = readonly [section: SectionRole, text: string, parts?: Partial<SegmentedParagraph>]

/** A heading of a level, its mark left out of its title. */
export const heading = (
  section: SectionRole,
  depth: number,
  text: string,
  parts: Partial<SegmentedParagraph> = {},
): Line => {
  const start = /^(?:[IVX]+\.|\d+\.|Phần thứ \S+\.?)\s*/u.exec(text)?.[0].length ?? 0
  return [section, text, { role: 'heading', title: { depth, start, end: text.length }, ...parts }]
}

/** `slots`: type and words of each, found where they first stand after the one before. */
export function labelled(
  lines: readonly Line[],
  slots: readonly (readonly [SlotType, string])[] = [],
  parts: Partial<SegmentedSample> = {},
): SegmentedSample {
  const paragraphs = lines.map(([section, text, own], index): SegmentedParagraph => ({
    index,
    text,
    section,
    role: 'body',
    also: [],
    reasons: [],
    confidence: 1,
    ...own,
  }))
  const name = parts.name ?? 'mau.txt'
  return {
    name,
    sha256: hashOf(name),
    kind: 'formalReport',
    paragraphs,
    slots: [...placeSlots(paragraphs, slots)],
    notices: [],
    ...parts,
  }
}

function placeSlots(
  paragraphs: readonly SegmentedParagraph[],
  slots: readonly (readonly [SlotType, string])[],
): readonly SampleSlot[] {
  let from = { paragraph: 0, at: 0 }
  return slots.map(([type, text]) => {
    const home = paragraphs.find(
      (paragraph) =>
        paragraph.index >= from.paragraph &&
        paragraph.text.includes(text, paragraph.index === from.paragraph ? from.at : 0),
    )
    if (!home) throw new Error(`no ${text}`)
    const start = home.text.indexOf(text, home.index === from.paragraph ? from.at : 0)
    from = { paragraph: home.index, at: start + text.length }
    return { type, text, paragraph: home.index, start, end: start + text.length }
  })
}
