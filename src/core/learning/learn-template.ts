/**
 * Segmented samples → a template: which sections, in which order, seen in how many samples, with which cue phrases,
 * first words and slots. Shows counts, not verdicts. News accounts and formal reports are never mixed.
 * Text of the samples beyond short cue phrases does not enter the template.
 */
import type { AppError } from '../app-error'
import type { Noted, Notice } from '../notice'
import { FORMAL_LAYOUTS, type ReportKind } from '../report/report'
import { err, ok, type Result } from '../result'
import { SECTION_ROLES } from '../section-labels'
import { TEMPLATE_SCHEMA_VERSION, type Template } from '../template/template'
import { alignRuns } from './align-runs'
import { collapseCopies } from './collapse-copies'
import { learnSections } from './learned-sections'
import { learnSlots } from './learned-slots'
import { learnTitle } from './learned-title'
import { layoutNamedIn } from './layout-named-in'
import { LEXICON } from './lexicon'
import { findLineMarker } from './line-marker'
import type { SegmentedSample } from './sample-document'
import { sectionRuns } from './section-runs'

export interface LearnOptions {
  readonly id: string
  readonly name: string
  /** Absent = the kind most samples have. */
  readonly kind?: ReportKind
}

export function learnTemplate(
  all: readonly SegmentedSample[],
  options: LearnOptions,
): Result<Noted<Template>, AppError> {
  const kind = options.kind ?? majorityKind(all)
  const { samples, copies } = collapseCopies(all.filter((sample) => sample.kind === kind))
  if (samples.length === 0) return err({ code: 'learn.noSamples' })
  const slots = learnSlots(samples)
  const aligned = alignRuns(samples.map(sectionRuns))
  const sections = learnSections(aligned, { samples, kind, slots, parentId: '' })
  const template: Template = {
    schemaVersion: TEMPLATE_SCHEMA_VERSION,
    id: options.id,
    name: options.name,
    description: '',
    kind,
    layouts: kind === 'formalReport' ? layoutsOf(samples) : [],
    periodKinds: [...new Set(samples.flatMap((sample) => sample.period?.kind ?? []))],
    hasParts: kind === 'formalReport' && samples.filter(hasParts).length * 2 > samples.length,
    documentType: kind === 'formalReport' ? LEXICON.templateParts.documentType : '',
    title: learnTitle(samples, kind, slots),
    slots,
    sections,
    origin: { kind: 'learned', samples: samples.map(({ name, sha256 }) => ({ name, sha256 })) },
  }
  const others = all.filter((sample) => sample.kind !== kind)
  return ok({ value: template, notices: noticesOf(template, { samples, copies, others }) })
}

function majorityKind(samples: readonly SegmentedSample[]): ReportKind {
  const formal = samples.filter((sample) => sample.kind === 'formalReport').length
  return formal * 2 >= samples.length ? 'formalReport' : 'newsAccount'
}

const textsOf = (sample: SegmentedSample): readonly string[] => sample.paragraphs.map((paragraph) => paragraph.text)

function layoutsOf(samples: readonly SegmentedSample[]): Template['layouts'] {
  // In small letters it is a sentence that speaks of the Party or the State.
  const capitals = samples
    .flatMap(textsOf)
    .flatMap((text) => text.split(/\t|\s{2,}/))
    .filter((part) => !/\p{Ll}/u.test(part))
  const named = FORMAL_LAYOUTS.filter((layout) => capitals.some((part) => layoutNamedIn(part) === layout))
  return named.length > 0 ? named : FORMAL_LAYOUTS
}

const hasParts = (sample: SegmentedSample): boolean =>
  sample.paragraphs.some(
    (paragraph) => paragraph.role === 'heading' && findLineMarker(paragraph.text)?.style === 'part',
  )

interface Gathered {
  readonly samples: readonly SegmentedSample[]
  readonly copies: readonly SegmentedSample[]
  readonly others: readonly SegmentedSample[]
}

function noticesOf(template: Template, { samples, copies, others }: Gathered): readonly Notice[] {
  const notices: Notice[] = []
  if (samples.length === 1) notices.push({ code: 'learn.oneSample', severity: 'hint' })
  for (const { name } of copies) notices.push({ code: 'learn.sameText', severity: 'hint', data: { name } })
  for (const { name } of others) notices.push({ code: 'learn.otherKind', severity: 'warning', data: { name } })
  return [...notices, ...usuallyPresent(template)]
}

/** Sections that documents of this kind usually have and these samples do not. */
function usuallyPresent(template: Template): readonly Notice[] {
  const { presence } = LEXICON.priors.genres[template.kind]
  const seen = new Set(template.sections.map((section) => section.role))
  return SECTION_ROLES.filter(
    (role) => (presence[role] ?? 0) >= LEXICON.templateParts.suggestedFrom && !seen.has(role),
  ).map((role) => ({
    code: 'learn.usuallyPresent',
    severity: 'hint',
    data: { section: role, perMille: presence[role] ?? 0 },
  }))
}
