/** Digests of samples → the sections of a template in consensus order, each with what is usual in it. */
import type { ReportKind } from '../../report/report'
import { SECTION_LABELS, WORK_FIELDS, type SectionRole, type WorkField } from '../../section-labels'
import type { SectionDigest } from '../../template/sample-digest'
import type { Seen, Spread, TemplateSection } from '../../template/template'
import {
  alignSections,
  isToldByName,
  type AlignedSection,
  type ParentLabel,
  type PlacedSection,
} from './align-sections'
import { consensusOrder } from './consensus-order'
import { nameKey } from './heading-likeness'
import { LEXICON } from '../lexicon'
import { sharedCues, sharedOpeners, sharedSentences, usualFigures, type RunDigests } from './shared-phrases'

export interface LearnContext {
  readonly kind: ReportKind
  /** Of samples in all, whether they have the section or not. */
  readonly sampleCount: number
  /** Sentences by the hashes of the digests. */
  readonly sentences: ReadonlyMap<string, string>
}

/** A section that several samples have, under its key in this level. */
interface Known extends AlignedSection {
  readonly id: string
  readonly role: SectionRole
  readonly field?: WorkField
  /** Only its heading tells it from its neighbours. */
  readonly isNamed: boolean
  /** Its heading is outside the closed set. */
  readonly isOutside: boolean
}

/** The sections of one level with those inside them; `samples` by number, each in its own order. */
export function learnSections(
  samples: readonly (readonly SectionDigest[])[],
  context: LearnContext,
  parent?: Known,
): readonly TemplateSection[] {
  const known = identify(alignSections(samples, parent), parent)
  const orders = samples.map((_, number) => orderOfSample(known, number))
  const order = consensusOrder(
    known.map(({ id }) => id),
    orders,
    usualOrder(known, context.kind),
  )
  return order.flatMap((id) => {
    const section = known.find((candidate) => candidate.id === id)
    return section ? [learnSection(section, { order, orders }, context)] : []
  })
}

/** Ids that stay the same when samples are added: from the label, or from the heading of the first sample that has it. */
function identify(aligned: readonly AlignedSection[], parent: Known | undefined): readonly Known[] {
  const taken = new Set<string>()
  return [...aligned]
    .sort((a, b) => firstSample(a) - firstSample(b) || firstPlace(a) - firstPlace(b))
    .map((section) => {
      const label = labelOf(runsOf(section), parent)
      const name = slug(nameKey(firstHeading(section)))
      const own = label.field ? WORK_FIELDS[label.field].code : SECTION_LABELS[label.role].code
      const ids = [label.isNamed && name !== '' ? name : own, name].map((part) => within(parent?.id ?? '', part))
      const id = freeId(ids, taken)
      taken.add(id)
      return { ...section, ...label, id }
    })
}

const runsOf = (section: AlignedSection): readonly SectionDigest[] =>
  byNumber(section).map(([, { section: run }]) => run)

const byNumber = (section: AlignedSection): readonly (readonly [number, PlacedSection])[] =>
  [...section.runs].sort(([a], [b]) => a - b)

const firstSample = (section: AlignedSection): number => Math.min(...section.runs.keys())
const firstPlace = (section: AlignedSection): number => byNumber(section)[0]?.[1].at ?? 0
const firstHeading = (section: AlignedSection): string =>
  runsOf(section).find(({ heading }) => heading !== undefined)?.heading ?? ''

const LONGEST_ID = 60
const slug = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '')
const within = (parentId: string, name: string): string => slug([parentId, name].join('-')).slice(0, LONGEST_ID)

function freeId(ids: readonly string[], taken: ReadonlySet<string>): string {
  const free = ids.find((id) => id !== '' && !taken.has(id))
  if (free !== undefined) return free
  for (let number = 2; ; number += 1) {
    const numbered = `${ids[0] ?? ''}-${number}`
    if (!taken.has(numbered)) return numbered
  }
}

/** The label most runs carry; of equal ones that of the first sample. */
function labelOf(
  runs: readonly SectionDigest[],
  parent: ParentLabel,
): Pick<Known, 'role' | 'field' | 'isNamed' | 'isOutside'> {
  const labels = runs.map((run) => ({
    role: run.role,
    ...(run.field ? { field: run.field } : {}),
    isNamed: run.heading !== undefined && isToldByName(run, parent),
    isOutside: run.isNamed,
  }))
  const [best] = ranked(labels, (label) => JSON.stringify(label))
  return best ?? { role: 'results', isNamed: false, isOutside: false }
}

/** One of each kind, the most frequent first; of equal ones the first. */
function ranked<T>(items: readonly T[], keyOf: (item: T) => string): readonly T[] {
  const counts = new Map<string, { readonly item: T; count: number }>()
  for (const item of items) {
    const known = counts.get(keyOf(item))
    if (known) known.count += 1
    else counts.set(keyOf(item), { item, count: 1 })
  }
  return [...counts.values()].sort((a, b) => b.count - a.count).map(({ item }) => item)
}

const orderOfSample = (known: readonly Known[], number: number): readonly string[] =>
  known
    .flatMap(({ id, runs }) => {
      const at = runs.get(number)?.at
      return at === undefined ? [] : [{ id, at }]
    })
    .sort((a, b) => a.at - b.at)
    .map(({ id }) => id)

/** Where the samples are silent the usual order of the genre speaks; a section of an own name goes with its nearest label. */
function usualOrder(known: readonly Known[], kind: ReportKind): readonly string[] {
  return LEXICON.priors.genres[kind].order.flatMap((role) =>
    known.filter((section) => section.role === role).map(({ id }) => id),
  )
}

interface Ordering {
  readonly order: readonly string[]
  readonly orders: readonly (readonly string[])[]
}

function learnSection(section: Known, ordering: Ordering, context: LearnContext): TemplateSection {
  const runs: RunDigests = new Map(byNumber(section).map(([number, { section: run }]) => [number, run]))
  const digests = [...runs.values()]
  const { id, role, field, isOutside } = section
  return {
    id,
    heading: headingOf(section, digests),
    isHeadingPrinted:
      context.kind === 'formalReport' &&
      digests.filter(({ heading }) => heading !== undefined).length * 2 > digests.length,
    ...(isOutside ? { nearestRole: role } : { role, ...(field ? { field } : {}) }),
    isRequired: isRequired(section, context),
    seenIn: { ...seenIn([...runs.keys()]), of: context.sampleCount },
    otherPositions: otherPositions(id, ordering),
    cues: sharedCues(runs, context.sampleCount),
    openers: sharedOpeners(runs, context.sampleCount),
    boilerplate: sharedSentences(runs, context.sampleCount, context.sentences),
    mentions: LEXICON.templateParts.entities
      .map((entity) => entity.id)
      .filter((slot) => digests.some(({ mentions }) => mentions.includes(slot))),
    usualFigures: usualFigures(runs),
    guidance: '',
    phrases: [],
    starter: [],
    usualLength: spread(digests.map(({ syllables }) => syllables)),
    usualParagraphs: spread(digests.map(({ paragraphs }) => paragraphs)),
    sections: learnSections(
      Array.from({ length: context.sampleCount }, (_, number) => runs.get(number)?.sections ?? []),
      context,
      section,
    ),
  }
}

const seenIn = (samples: readonly number[]): Seen => ({ count: samples.length, samples })

/** The heading most samples print; of equal ones the latest. */
function headingOf({ role, field }: Known, runs: readonly SectionDigest[]): string {
  const printed = runs.flatMap(({ heading }) => heading ?? []).reverse()
  return ranked(printed, nameKey)[0] ?? (field ? WORK_FIELDS[field].name : SECTION_LABELS[role].name)
}

/** Counts smoothed by how often documents of the kind have the section: (k + α·p) / (N + α). */
function isRequired({ role, field, isNamed, runs }: Known, { sampleCount, kind }: LearnContext): boolean {
  const { strength, genres } = LEXICON.priors
  const { requiredFrom, unknownPresence } = LEXICON.templateParts
  if (role === 'photoCaption' || role === 'appendix') return false
  const prior = isNamed || field ? unknownPresence : (genres[kind].presence[role] ?? 0)
  return runs.size * 1000 + strength * prior >= requiredFrom * (sampleCount + strength)
}

/** Samples in which the section stands after one that the common order puts behind it. */
function otherPositions(id: string, { order, orders }: Ordering): TemplateSection['otherPositions'] {
  const place = order.indexOf(id)
  const found = new Map<string, number[]>()
  for (const [number, own] of orders.entries()) {
    const before = own.slice(0, Math.max(0, own.indexOf(id))).findLast((other) => order.indexOf(other) > place)
    if (before !== undefined) found.set(before, [...(found.get(before) ?? []), number])
  }
  return [...found].map(([after, samples]) => ({ after, ...seenIn(samples) }))
}

function spread(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? 0
  const lower = sorted.length % 2 === 1 ? upper : (sorted[middle - 1] ?? 0)
  return { min: sorted[0] ?? 0, median: Math.round((lower + upper) / 2), max: sorted.at(-1) ?? 0 }
}
