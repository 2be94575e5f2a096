import { segmentSample } from '../../../src/core/learning/segment-sample'
import type { SampleParagraph, SegmentedSample } from '../../../src/core/learning/sample-document'
import { toPrediction } from '../../../src/core/learning/prediction'

export const HASH = 'a'.repeat(64)

/** A sample made of lines, as the reader of text files would yield it. */
export function segmentLines(
  lines: readonly string[],
  options: {
    readonly name?: string
    readonly sha256?: string
    readonly signals?: readonly SampleParagraph['signals'][]
  } = {},
): SegmentedSample {
  const paragraphs = lines.map((text, index) => ({ index, text, signals: options.signals?.[index] ?? {} }))
  return segmentSample({ name: options.name ?? 'mau.txt', paragraphs, notices: [] }, options.sha256 ?? HASH)
}

/** The section code of each line. */
export function codesOf(lines: readonly string[]): readonly string[] {
  return toPrediction(segmentLines(lines)).paragraphs.map((paragraph) => paragraph.section)
}

/** `type: text` of each slot. */
export function slotsOf(lines: readonly string[]): readonly string[] {
  return toPrediction(segmentLines(lines)).slots.map((slot) => `${slot.type}: ${slot.text}`)
}
