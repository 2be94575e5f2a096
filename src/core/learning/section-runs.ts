/** The sections of one segmented sample: runs of the same label merged into one, in the order of their first paragraph. */
import type { ReportKind } from '../report/report'
import type { SectionRole, WorkField } from '../section-labels'
import { matchingKey } from '../vietnamese/matching-key'
import { lineMarkerOf, isListStyle } from './line-marker'
import type { SegmentedParagraph, SegmentedSample } from './sample-document'

export interface SectionRun {
  /** Equal keys are one section: the role, or the name of a heading outside the closed set. */
  readonly key: string
  readonly role: SectionRole
  readonly field?: WorkField
  readonly customName?: string
  /** As printed, without its mark; absent where no heading stands over the section. */
  readonly heading?: SegmentedParagraph
  readonly paragraphs: readonly SegmentedParagraph[]
  readonly inner: readonly SectionRun[]
}

/** Labels that are no sections of the body: they become fields of the report or are left out. */
const OUTSIDE_BODY: Readonly<Record<ReportKind, ReadonlySet<SectionRole>>> = {
  newsAccount: new Set<SectionRole>(['headline', 'publishedAt', 'byline', 'officialLayout', 'clutter', 'appendix']),
  formalReport: new Set<SectionRole>([
    'headline',
    'publishedAt',
    'byline',
    'officialLayout',
    'clutter',
    'photoCaption',
  ]),
}

export function sectionRuns(sample: SegmentedSample): readonly SectionRun[] {
  const body = sample.paragraphs.filter((paragraph) => !OUTSIDE_BODY[sample.kind].has(paragraph.section))
  const outer = groupBy(body, (paragraph) => (isTopCustom(paragraph, body) ? customKey(paragraph) : paragraph.section))
  return outer.map(([key, paragraphs]) => toRun(key, paragraphs, sample.kind))
}

function toRun(key: string, paragraphs: readonly SegmentedParagraph[], kind: ReportKind): SectionRun {
  const first = paragraphs[0]
  const role = first?.section ?? 'results'
  const isCustom = key !== role
  const heading = paragraphs.find(
    (paragraph) => paragraph.role === 'heading' && (isCustom || paragraph.customName === undefined),
  )
  return {
    key,
    role,
    ...(isCustom && first?.customName !== undefined ? { customName: first.customName } : {}),
    ...(heading ? { heading } : {}),
    paragraphs,
    inner: kind === 'formalReport' && !isCustom ? innerRuns(paragraphs) : [],
  }
}

/** Fields of work and headings of the office's own inside a section. */
function innerRuns(paragraphs: readonly SegmentedParagraph[]): readonly SectionRun[] {
  const named = paragraphs.filter((paragraph) => paragraph.field !== undefined || paragraph.customName !== undefined)
  return groupBy(named, (paragraph) => paragraph.field ?? customKey(paragraph))
    .filter(([, members]) => members.some((paragraph) => paragraph.role === 'heading'))
    .map(([key, members]) => {
      const first = members[0]
      const heading = members.find((paragraph) => paragraph.role === 'heading')
      return {
        key,
        role: first?.section ?? 'results',
        ...(first?.field
          ? { field: first.field }
          : first?.customName === undefined
            ? {}
            : { customName: first.customName }),
        ...(heading ? { heading } : {}),
        paragraphs: members,
        inner: [],
      }
    })
}

/** A heading of the office's own stands beside the sections when its mark is that of a top heading. */
function isTopCustom(paragraph: SegmentedParagraph, body: readonly SegmentedParagraph[]): boolean {
  if (paragraph.customName === undefined) return false
  const heading = body.find((other) => other.role === 'heading' && other.customName === paragraph.customName)
  if (!heading) return false
  const style = lineMarkerOf(heading)?.style
  const isTop =
    style === 'roman' ||
    style === 'part' ||
    style === 'upperLetter' ||
    (style === undefined && !/\p{Ll}/u.test(heading.text))
  return isTop && (style === undefined || !isListStyle(style))
}

const customKey = (paragraph: SegmentedParagraph): string => `custom:${matchingKey(paragraph.customName ?? '')}`

function groupBy(
  paragraphs: readonly SegmentedParagraph[],
  keyOf: (paragraph: SegmentedParagraph) => string,
): readonly (readonly [string, readonly SegmentedParagraph[]])[] {
  const groups = new Map<string, SegmentedParagraph[]>()
  for (const paragraph of paragraphs) {
    const key = keyOf(paragraph)
    const known = groups.get(key)
    if (known) known.push(paragraph)
    else groups.set(key, [paragraph])
  }
  return [...groups]
}
