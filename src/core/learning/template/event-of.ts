/** Which conference a news account tells of: two papers on one day, host and period tell of the same one. */
import { hashText } from '../../hash-text'
import { periodLabel } from '../../reporting-period'
import { matchingKey } from '../../vietnamese/matching-key'
import type { SampleSlot, SegmentedSample } from '../sample-document'

/** `undefined` for a report, and where day, host or period cannot be told. */
export function eventOf(sample: SegmentedSample): string | undefined {
  if (sample.kind !== 'newsAccount' || sample.periodText === undefined) return undefined
  const day = firstSlot(sample, 'date', ['lead', 'conferenceInfo'])
  const host = firstSlot(sample, 'organization', ['lead', 'headline'])
  const date = day && /(\d{1,2})\s*(?:[/.-]|tháng)\s*(\d{1,2})(?!\d)/iu.exec(day.text)
  if (!date || !host) return undefined
  const parts = [Number(date[1]), Number(date[2]), matchingKey(host.text), periodKey(sample)]
  return hashText(parts.join('|'))
}

function firstSlot(
  sample: SegmentedSample,
  type: SampleSlot['type'],
  sections: readonly string[],
): SampleSlot | undefined {
  const sectionOf = new Map(sample.paragraphs.map((paragraph) => [paragraph.index, paragraph.section]))
  for (const section of sections) {
    const found = sample.slots.find((slot) => slot.type === type && sectionOf.get(slot.paragraph) === section)
    if (found) return found
  }
  return undefined
}

/** One paper writes the year of the period and another leaves it to the date. */
function periodKey({ period, periodText }: SegmentedSample): string {
  return matchingKey(period ? periodLabel(period) : (periodText ?? ''))
}
