/** Fields of work a text speaks of, heaviest first. */
import type { WorkField } from '../../section-labels'
import type { Analysis } from '../words/analyse-paragraph'
import { hitsOf } from '../words/phrase-uses'

interface Weighed {
  readonly field: WorkField
  readonly weight: number
  readonly from: number
}

/** Every field with the weight of its different phrases, in the order of the text where weights are equal. */
export function weighFields(paragraph: Analysis, from = 0, to = paragraph.tokens.length): readonly Weighed[] {
  const hits = [...hitsOf(paragraph.hits, 'field')].filter((hit) => hit.from >= from && hit.to <= to)
  const longest = hits.filter(
    (hit) =>
      !hits.some(
        (other) =>
          other !== hit && other.from <= hit.from && other.to >= hit.to && other.to - other.from > hit.to - hit.from,
      ),
  )
  const byField = new Map<WorkField, { weight: number; from: number; phrases: Set<string> }>()
  for (const hit of longest) {
    const { field, weight } = hit.use.row
    const known = byField.get(field)
    if (!known) byField.set(field, { weight, from: hit.from, phrases: new Set([hit.phrase]) })
    else if (!known.phrases.has(hit.phrase)) {
      known.phrases.add(hit.phrase)
      known.weight += weight
    }
  }
  return [...byField]
    .map(([field, { weight, from: first }]) => ({ field, weight, from: first }))
    .sort((a, b) => b.weight - a.weight || a.from - b.from)
}

/** The heaviest field and those of more than half its weight. */
export function dominantFields(paragraph: Analysis, from?: number, to?: number): readonly WorkField[] {
  const weighed = weighFields(paragraph, from, to)
  const top = weighed[0]?.weight ?? 0
  return weighed.filter((entry) => entry.weight === top || entry.weight * 2 > top).map((entry) => entry.field)
}
