/** Aligned sections → the sections of a template in consensus order. */
import type { ReportKind } from '../report/report'
import { SECTION_LABELS, WORK_FIELDS } from '../section-labels'
import type { Slot } from '../slot'
import type { TemplateSection } from '../template/template'
import { alignRuns, type AlignedSection } from './align-runs'
import { consensusOrder } from './consensus-order'
import { learnCues } from './learned-cues'
import { learnOpeners } from './learned-openers'
import { maskSlots } from './learned-slots'
import { LEXICON } from './lexicon'
import { lineMarkerOf } from './line-marker'
import type { SegmentedSample } from './sample-document'
import type { SectionRun } from './section-runs'

export interface LearnContext {
  readonly samples: readonly SegmentedSample[]
  readonly kind: ReportKind
  readonly slots: readonly Slot[]
  /** Id of the section these stand in; empty at the top. */
  readonly parentId: string
}

/** The sections of one level with those inside them. */
export function learnSections(aligned: readonly AlignedSection[], context: LearnContext): readonly TemplateSection[] {
  const keys = aligned.map((section) => section.key)
  const orders = context.samples.map((_, number) => keysOfSample(aligned, number))
  const order = consensusOrder(keys, orders, LEXICON.priors.genres[context.kind].order)
  return order.flatMap((key) => {
    const section = aligned.find((candidate) => candidate.key === key)
    return section ? [learnSection(section, { order, orders, aligned }, context)] : []
  })
}

/** The keys one sample has, in its own order: runs are kept in the order of their first paragraph. */
function keysOfSample(aligned: readonly AlignedSection[], number: number): readonly string[] {
  const first = (section: AlignedSection): number => section.runs.get(number)?.paragraphs[0]?.index ?? 0
  return aligned
    .filter((section) => section.runs.has(number))
    .sort((a, b) => first(a) - first(b))
    .map((section) => section.key)
}

interface Ordering {
  readonly order: readonly string[]
  readonly orders: readonly (readonly string[])[]
  readonly aligned: readonly AlignedSection[]
}

function learnSection(section: AlignedSection, ordering: Ordering, context: LearnContext): TemplateSection {
  const runs = [...section.runs.values()]
  const { role, field } = firstRun(runs)
  const isSingle = context.samples.length === 1
  return {
    id: idOf(section, context.parentId),
    heading: headingOf(section, context),
    isHeadingPrinted: context.kind === 'formalReport' && runs.filter((run) => run.heading).length * 2 > runs.length,
    ...(isCustom(section) && !field ? {} : { role }),
    ...(field ? { field } : {}),
    isRequired: isRequired(section, context),
    seenIn: { count: runs.length, of: context.samples.length },
    otherPositions: otherPositions(section.key, ordering, context.parentId),
    cues: isSingle ? [] : learnCues(runs),
    openers: isSingle ? [] : learnOpeners(section, context.samples, context.slots),
    boilerplate: [],
    mentions: [],
    usualFigures: [],
    guidance: '',
    phrases: [],
    starter: [],
    usualLength: usualLength(runs),
    sections: learnInner(section, context),
  }
}

function learnInner(section: AlignedSection, context: LearnContext): readonly TemplateSection[] {
  const inner = alignRuns(context.samples.map((_, number) => section.runs.get(number)?.inner ?? []))
  return inner.length === 0 ? [] : learnSections(inner, { ...context, parentId: idOf(section, context.parentId) })
}

const firstRun = (runs: readonly SectionRun[]): Pick<SectionRun, 'role' | 'field'> => runs[0] ?? { role: 'results' }

const isCustom = (section: AlignedSection): boolean => section.key.startsWith('custom:')

/** Readable and the same at every learning: the code of the label, or the words of the heading. */
function idOf(section: AlignedSection, parentId: string): string {
  const { role, field } = firstRun([...section.runs.values()])
  const name = field
    ? WORK_FIELDS[field].code
    : isCustom(section)
      ? section.key.slice('custom:'.length)
      : SECTION_LABELS[role].code
  return [parentId, name]
    .filter((part) => part !== '')
    .join('-')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60)
}

/** The heading most samples print, its periods as slots; capitals throughout are a look, not a name. */
function headingOf(section: AlignedSection, context: LearnContext): string {
  const { role, field } = firstRun([...section.runs.values()])
  const own = field ? WORK_FIELDS[field].name : SECTION_LABELS[role].name
  const counts = new Map<string, number>()
  for (const [number, run] of section.runs) {
    const sample = context.samples[number]
    if (!sample || !run.heading) continue
    const printed = printedName(maskSlots(run.heading, sample, context.slots, lineMarkerOf(run.heading)?.length ?? 0))
    counts.set(printed, (counts.get(printed) ?? 0) + 1)
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1])
  if (isCustom(section)) return best?.[0] ?? [...section.runs.values()][0]?.customName ?? own
  return best && best[1] * 2 > context.samples.length ? best[0] : own
}

function printedName(heading: string): string {
  const name = heading.replace(/[.:;\s]+$/, '').replace(/\s+/g, ' ')
  if (/\p{Ll}/u.test(name.replace(/\{[^}]*\}/g, ''))) return name
  const lower = name.replace(/\{[^}]*\}|[^{]+/g, (part) => (part.startsWith('{') ? part : part.toLowerCase()))
  return lower.charAt(0).toUpperCase() + lower.slice(1)
}

/** Counts smoothed by how often documents of the kind have the section: (k + α·p) / (N + α). */
function isRequired(section: AlignedSection, { samples, kind }: LearnContext): boolean {
  const { strength, genres } = LEXICON.priors
  const { requiredFrom, unknownPresence } = LEXICON.templateParts
  const { role, field } = firstRun([...section.runs.values()])
  if (role === 'photoCaption' || role === 'appendix') return false
  const prior = isCustom(section) || field ? unknownPresence : (genres[kind].presence[role] ?? 0)
  return section.runs.size * 1000 + strength * prior >= requiredFrom * (samples.length + strength)
}

/** Samples in which the section stands after one that the common order puts behind it. */
function otherPositions(
  key: string,
  { order, orders, aligned }: Ordering,
  parentId: string,
): TemplateSection['otherPositions'] {
  const place = order.indexOf(key)
  const counts = new Map<string, number>()
  for (const own of orders) {
    const before = own.slice(0, Math.max(0, own.indexOf(key))).findLast((other) => order.indexOf(other) > place)
    if (before !== undefined) counts.set(before, (counts.get(before) ?? 0) + 1)
  }
  return [...counts].map(([other, count]) => {
    const section = aligned.find((candidate) => candidate.key === other)
    return { after: section ? idOf(section, parentId) : other, count }
  })
}

function usualLength(runs: readonly SectionRun[]): { readonly min: number; readonly max: number } {
  const lengths = runs.map((run) =>
    run.paragraphs
      .filter((paragraph) => paragraph.role !== 'heading')
      .reduce((sum, paragraph) => sum + paragraph.text.split(/\s+/).length, 0),
  )
  return { min: Math.min(...lengths), max: Math.max(...lengths) }
}
