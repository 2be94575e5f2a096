/**
 * Segmented samples → a template: which sections, in which order, seen in how many samples, with which cue phrases,
 * first words, shared sentences, lengths, figures and slots. Shows counts, not verdicts. News accounts and formal
 * reports are never mixed. Of the samples' own text only what two of them share, and short phrases, enter the template.
 */
import type { AppError } from '../app-error'
import type { Noted, Notice } from '../notice'
import { FORMAL_LAYOUTS, type ReportKind } from '../report/report'
import { err, ok, type Result } from '../result'
import { SECTION_ROLES } from '../section-labels'
import { TEMPLATE_SCHEMA_VERSION, type Template, type TemplateSection } from '../template/template'
import { collapseCopies, type Copy, type DigestOf } from './template/collapse-copies'
import { digestSample } from './template/digest-sample'
import { learnSections } from './template/learned-sections'
import { learnSlots, withKnownSlots } from './template/learned-slots'
import { learnTitle } from './template/learned-title'
import { levelParts, mostHaveParts } from './template/level-parts'
import { LEXICON } from './lexicon'
import type { SegmentedSample } from './sample-document'

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
  const { samples, sentences, others } = digestSamples(all, kind)
  if (samples.length === 0) return err({ code: 'learn.noSamples' })
  const learned = learnFromDigests(samples, sentences, { ...options, kind })
  return ok({ ...learned, notices: [...others, ...learned.notices] })
}

function majorityKind(samples: readonly SegmentedSample[]): ReportKind {
  const formal = samples.filter((sample) => sample.kind === 'formalReport').length
  return formal * 2 >= samples.length ? 'formalReport' : 'newsAccount'
}

export interface DigestedSamples {
  readonly samples: readonly DigestOf[]
  /** Sentences by the hashes of the digests. */
  readonly sentences: ReadonlyMap<string, string>
  /** One for each sample of another kind. */
  readonly others: readonly Notice[]
}

export function digestSamples(all: readonly SegmentedSample[], kind: ReportKind): DigestedSamples {
  const digested = all.filter((sample) => sample.kind === kind).map((sample) => ({ sample, ...digestSample(sample) }))
  return {
    samples: digested.map(({ sample: { name, sha256 }, digest }) => ({ name, sha256, digest })),
    sentences: new Map(digested.flatMap(({ sentences }) => [...sentences])),
    others: all
      .filter((sample) => sample.kind !== kind)
      .map(({ name }) => ({ code: 'learn.otherKind', severity: 'warning', data: { name } })),
  }
}

/** The same digests in the same order give the same template. At least one is needed. */
export function learnFromDigests(
  all: readonly DigestOf[],
  sentences: ReadonlyMap<string, string>,
  options: Required<LearnOptions>,
): Noted<Template> {
  const { samples, copies } = collapseCopies(all)
  const { id, name, kind } = options
  const digests = samples.map(({ digest }) => digest)
  const hasParts = kind === 'formalReport' && mostHaveParts(digests)
  const levelled = levelParts(
    digests.map(({ sections }) => sections),
    hasParts,
  )
  const found = learnSections(levelled, { kind, sampleCount: samples.length, sentences })
  const slots = learnSlots(digests, found)
  const sections = withKnownSlots(found, slots)
  return {
    value: {
      schemaVersion: TEMPLATE_SCHEMA_VERSION,
      id,
      name,
      description: '',
      kind,
      layouts: kind === 'formalReport' ? layoutsOf(samples) : [],
      periodKinds: [...new Set(digests.flatMap(({ period }) => period?.kind ?? []))],
      hasParts,
      documentType: kind === 'formalReport' ? LEXICON.templateParts.documentType : '',
      title: learnTitle(digests, kind, slots),
      slots,
      sections,
      origin: { kind: 'learned', samples },
    },
    notices: [...countNotices(samples, copies), ...usuallyPresent(sections, kind)],
  }
}

function layoutsOf(samples: readonly DigestOf[]): Template['layouts'] {
  const named = FORMAL_LAYOUTS.filter((layout) => samples.some(({ digest }) => digest.layouts.includes(layout)))
  return named.length > 0 ? named : FORMAL_LAYOUTS
}

function countNotices(samples: readonly DigestOf[], copies: readonly Copy[]): readonly Notice[] {
  const few: readonly Notice[] =
    samples.length === 1
      ? [{ code: 'learn.oneSample', severity: 'hint' }]
      : samples.length === 2
        ? [{ code: 'learn.twoSamples', severity: 'hint' }]
        : []
  return [
    ...few,
    ...copies.map(({ name, of, why }): Notice => ({
      code: why === 'text' ? 'learn.sameText' : 'learn.sameEvent',
      severity: 'hint',
      data: { name, other: of },
    })),
  ]
}

/** Sections that documents of this kind usually have and these samples do not. */
function usuallyPresent(sections: readonly TemplateSection[], kind: ReportKind): readonly Notice[] {
  const { presence } = LEXICON.priors.genres[kind]
  const seen = new Set(rolesOf(sections))
  return SECTION_ROLES.filter(
    (role) => (presence[role] ?? 0) >= LEXICON.templateParts.suggestedFrom && !seen.has(role),
  ).map((role) => ({
    code: 'learn.usuallyPresent',
    severity: 'hint',
    data: { section: role, perMille: presence[role] ?? 0 },
  }))
}

/** A section of the office's own does for the label it comes nearest to. */
const rolesOf = (sections: readonly TemplateSection[]): readonly (TemplateSection['role'] | undefined)[] =>
  sections.flatMap((section) => [section.role, section.nearestRole, ...rolesOf(section.sections)])
