/** What changed from one state of a template to another, as data: for the sentence "đã đổi gì" when samples are added. */
import type { Slot } from '../slot'
import type { Template, TemplateSection } from './template'

/** `id` is the section's in the later state; in a removal, in the earlier one. */
export type TemplateChange =
  | { readonly kind: 'sectionAdded'; readonly id: string; readonly heading: string }
  | { readonly kind: 'sectionRemoved'; readonly id: string; readonly heading: string }
  | { readonly kind: 'sectionRenamed'; readonly id: string; readonly from: string; readonly to: string }
  /** Stands elsewhere: behind another section, or inside another. Absent where it stands first, or at the top. */
  | {
      readonly kind: 'sectionMoved'
      readonly id: string
      readonly heading: string
      readonly after?: string
      readonly inside?: string
    }
  | { readonly kind: 'requiredChanged'; readonly id: string; readonly heading: string; readonly isRequired: boolean }
  | {
      readonly kind: 'countChanged'
      readonly id: string
      readonly heading: string
      readonly from: Count | undefined
      readonly to: Count | undefined
    }
  | { readonly kind: 'slotAdded' | 'slotRemoved'; readonly id: string; readonly label: string }
  | { readonly kind: 'titleChanged'; readonly from: string; readonly to: string }

interface Count {
  readonly count: number
  readonly of: number
}

export function diffTemplates(before: Template, after: Template): readonly TemplateChange[] {
  const [old, now] = [placesOf(before.sections), placesOf(after.sections)]
  const pairs = pairUp(old, now)
  const removed = old.filter(({ section }) => !pairs.has(section.id))
  const kept = new Map([...pairs].map(([from, to]) => [to, from]))
  return [
    ...(before.title === after.title ? [] : [{ kind: 'titleChanged', from: before.title, to: after.title } as const]),
    ...now.flatMap((place) => changesOf(place, kept.get(place.section.id), { old, now, kept })),
    ...removed.map(({ section: { id, heading } }) => ({ kind: 'sectionRemoved', id, heading }) as const),
    ...slotChanges(before.slots, after.slots),
  ]
}

interface Place {
  readonly section: TemplateSection
  /** Empty at the top. */
  readonly parent: string
}

const placesOf = (sections: readonly TemplateSection[], parent = ''): readonly Place[] =>
  sections.flatMap((section) => [{ section, parent }, ...placesOf(section.sections, section.id)])

/** Id before → id after: the same id, else the one section of the same label that both have lost and gained. */
function pairUp(old: readonly Place[], now: readonly Place[]): ReadonlyMap<string, string> {
  const ids = new Set(now.map(({ section }) => section.id))
  const pairs = new Map(old.flatMap(({ section: { id } }) => (ids.has(id) ? [[id, id] as const] : [])))
  const taken = new Set(pairs.values())
  for (const place of old) {
    if (pairs.has(place.section.id)) continue
    const like = now.filter(({ section }) => !taken.has(section.id) && isSameLabel(section, place.section))
    const [only] = like
    if (!only || like.length > 1) continue
    pairs.set(place.section.id, only.section.id)
    taken.add(only.section.id)
  }
  return pairs
}

const isSameLabel = (a: TemplateSection, b: TemplateSection): boolean =>
  a.role !== undefined && a.role === b.role && a.field === b.field

interface Layers {
  readonly old: readonly Place[]
  readonly now: readonly Place[]
  /** Id after → id before. */
  readonly kept: ReadonlyMap<string, string>
}

function changesOf({ section, parent }: Place, oldId: string | undefined, layers: Layers): readonly TemplateChange[] {
  const { id, heading } = section
  const was = layers.old.find((place) => place.section.id === oldId)
  if (!was) return [{ kind: 'sectionAdded', id, heading }]
  const changes: TemplateChange[] = []
  if (was.section.heading !== heading) {
    changes.push({ kind: 'sectionRenamed', id, from: was.section.heading, to: heading })
  }
  if (isMoved(id, parent, was, layers)) {
    const siblings = layers.now.filter((place) => place.parent === parent).map((place) => place.section)
    const after = siblings[siblings.indexOf(section) - 1]?.id
    changes.push({
      kind: 'sectionMoved',
      id,
      heading,
      ...(after === undefined ? {} : { after }),
      ...(parent === '' ? {} : { inside: parent }),
    })
  }
  if (was.section.isRequired !== section.isRequired) {
    changes.push({ kind: 'requiredChanged', id, heading, isRequired: section.isRequired })
  }
  const [from, to] = [countOf(was.section), countOf(section)]
  if (from?.count !== to?.count || from?.of !== to?.of) changes.push({ kind: 'countChanged', id, heading, from, to })
  return changes
}

const countOf = ({ seenIn }: TemplateSection): Count | undefined => seenIn && { count: seenIn.count, of: seenIn.of }

/** Another parent, or out of the longest row of neighbours that kept their order. */
function isMoved(id: string, parent: string, was: Place, { old, now, kept }: Layers): boolean {
  if ((kept.get(parent) ?? '') !== was.parent) return true
  const oldOrder = old.filter((place) => place.parent === was.parent).map(({ section }) => section.id)
  const common = now
    .filter((place) => place.parent === parent)
    .map(({ section }) => ({ id: section.id, at: oldOrder.indexOf(kept.get(section.id) ?? '') }))
    .filter(({ at }) => at >= 0)
  return !longestRise(common).has(id)
}

interface Neighbour {
  readonly id: string
  /** Place before. */
  readonly at: number
}

/** The longest rising row of places; of equal ones the first. */
function longestRise(neighbours: readonly Neighbour[]): ReadonlySet<string> {
  const rows: (readonly Neighbour[])[] = []
  const longest = (candidates: readonly (readonly Neighbour[])[]): readonly Neighbour[] =>
    candidates.reduce((best, row) => (row.length > best.length ? row : best), [])
  for (const neighbour of neighbours) {
    rows.push([...longest(rows.filter((row) => (row.at(-1)?.at ?? -1) < neighbour.at)), neighbour])
  }
  return new Set(longest(rows).map(({ id }) => id))
}

function slotChanges(before: readonly Slot[], after: readonly Slot[]): readonly TemplateChange[] {
  const only = (list: readonly Slot[], other: readonly Slot[]): readonly Slot[] =>
    list.filter(({ id }) => !other.some((slot) => slot.id === id))
  return [
    ...only(after, before).map(({ id, label }) => ({ kind: 'slotAdded', id, label }) as const),
    ...only(before, after).map(({ id, label }) => ({ kind: 'slotRemoved', id, label }) as const),
  ]
}
