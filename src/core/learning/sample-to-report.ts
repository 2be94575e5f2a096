/**
 * A segmented sample → a report to go on writing from. Keeps the words: every paragraph of the sample stands in the
 * report, except clutter and lines of the official layout that have no field, which are told in notices.
 */
import type { Noted, Notice } from '../notice'
import { EMPTY_LETTERHEAD, EMPTY_SIGNATURE, section, text, type Identities } from '../report/make-report'
import { REPORT_SCHEMA_VERSION, type FormalLayout, type Report, type Section } from '../report/report'
import type { ReportingPeriod } from '../reporting-period'
import { SECTION_LABELS, WORK_FIELDS } from '../section-labels'
import { MAX_LINE_LENGTH } from '../slot'
import { lineMarkerOf, printedLine } from './words/line-marker'
import { blocksOf } from './paragraphs-to-blocks'
import { readLetterhead } from './frame/read-letterhead'
import type { SegmentedParagraph, SegmentedSample } from './sample-document'

export interface SampleToReportOptions {
  /** For a formal report whose own layout cannot be told. */
  readonly layout: FormalLayout
  /** ISO 8601 with zone. */
  readonly now: string
}

export function sampleToReport(
  sample: SegmentedSample,
  options: SampleToReportOptions,
  identities: Identities,
): Noted<Report> {
  const of = (role: SegmentedParagraph['section']): readonly SegmentedParagraph[] =>
    sample.paragraphs.filter((paragraph) => paragraph.section === role)
  const common = {
    schemaVersion: REPORT_SCHEMA_VERSION,
    id: identities.next(),
    reportingPeriod: sample.period ?? yearOf(options.now),
    slots: [],
    createdAt: options.now,
  } as const
  const notices = [...periodNotice(sample), ...clutterNotice(of('clutter'))]
  if (sample.kind === 'newsAccount') {
    const body = sample.paragraphs.filter((paragraph) => !NEWS_FIELDS.has(paragraph.section))
    return {
      value: {
        ...common,
        kind: 'newsAccount',
        layout: 'portal',
        headline: inlineOf(joined(of('headline'))),
        publishedAt: joined(of('publishedAt')),
        byline: joined(of('byline'), '; '),
        sections: runsOf(body).map((run) => silentSection(run, identities)),
      },
      notices,
    }
  }
  const layoutLines = of('officialLayout').map(printedLine).flatMap(besideOneAnother)
  const letterhead = readLetterhead(layoutLines.filter(fitsField))
  const unplaced = [...letterhead.unplaced, ...layoutLines.filter((line) => !fitsField(line))]
  const [documentType, ...subject] = splitTitle(of('headline').map((paragraph) => paragraph.text))
  const body = sample.paragraphs.filter((paragraph) => !FORMAL_FIELDS.has(paragraph.section))
  return {
    value: {
      ...common,
      kind: 'formalReport',
      layout: letterhead.layout ?? options.layout,
      letterhead: { ...EMPTY_LETTERHEAD, ...letterhead.letterhead },
      documentType: documentType ?? '',
      subject: inlineOf(subject.join(' ')),
      addressees: letterhead.addressees,
      legalBases: [],
      hasParts: body.some((paragraph) => paragraph.role === 'heading' && markerStyle(paragraph) === 'part'),
      sections: sectionTree(body, identities),
      signatureBlock: { ...EMPTY_SIGNATURE, ...letterhead.signature },
      recipients: letterhead.recipients,
      filingNote: letterhead.filingNote,
    },
    notices: [...notices, ...unplaced.map(unplacedNotice)],
  }
}

const NEWS_FIELDS: ReadonlySet<string> = new Set(['headline', 'publishedAt', 'byline', 'clutter'])
const FORMAL_FIELDS: ReadonlySet<string> = new Set(['headline', 'officialLayout', 'clutter'])

/** Letterhead and signature typed with tabs: what stands left and right of one is two lines. */
const besideOneAnother = (line: string): readonly string[] =>
  line
    .split('\t')
    .map((part) => part.trim())
    .filter((part) => part !== '')

/** A longer line would make a report that no file can hold. */
const fitsField = (line: string): boolean => line.length <= MAX_LINE_LENGTH

const joined = (paragraphs: readonly SegmentedParagraph[], by = ' '): string =>
  paragraphs.map((paragraph) => paragraph.text).join(by)

const inlineOf = (value: string) => (value === '' ? [] : [text(value)])

const yearOf = (now: string): ReportingPeriod => ({ kind: 'year', year: Number(now.slice(0, 4)) })

function periodNotice(sample: SegmentedSample): readonly Notice[] {
  return sample.period ? [] : [{ code: 'import.periodGuessed', severity: 'warning' }]
}

/** Whole texts: what was left out can be read, and typed in again where the label was wrong. */
function clutterNotice(clutter: readonly SegmentedParagraph[]): readonly Notice[] {
  if (clutter.length === 0) return []
  const left = clutter.map((paragraph) => `“${printedLine(paragraph)}”`).join(' · ')
  return [{ code: 'import.clutterLeftOut', severity: 'warning', data: { count: clutter.length, text: left } }]
}

const unplacedNotice = (line: string): Notice => ({
  code: 'import.layoutLineLeftOut',
  severity: 'warning',
  data: { text: line },
})

/** "BÁO CÁO" may stand alone or begin the line of the subject. */
function splitTitle(lines: readonly string[]): readonly string[] {
  const [first, ...rest] = lines
  if (first === undefined) return []
  const begin = /^B\s?Á\s?O\s*C\s?Á\s?O(?:\s+TÓM TẮT)?/u.exec(first)?.[0]
  return begin === undefined
    ? ['', first, ...rest]
    : [begin, first.slice(begin.length).trim(), ...rest].filter((part) => part !== '')
}

/** Neighbours of one label. */
function runsOf(body: readonly SegmentedParagraph[]): readonly (readonly SegmentedParagraph[])[] {
  const runs: SegmentedParagraph[][] = []
  for (const paragraph of body) {
    const run = runs.at(-1)
    if (run && run[0]?.section === paragraph.section && paragraph.section !== 'photoCaption') run.push(paragraph)
    else runs.push([paragraph])
  }
  return runs
}

function silentSection(run: readonly SegmentedParagraph[], identities: Identities): Section {
  const role = run[0]?.section ?? 'results'
  return section(identities.next(), SECTION_LABELS[role].name, {
    isHeadingPrinted: false,
    role,
    blocks: blocksOf(run, identities),
  })
}

const markerStyle = (paragraph: SegmentedParagraph): string => lineMarkerOf(paragraph)?.style ?? 'none'

const MOST_DEPTH = 4

interface OpenSection {
  readonly style: string
  readonly heading: SegmentedParagraph | undefined
  readonly role: SegmentedParagraph['section']
  readonly own: SegmentedParagraph[]
  readonly inner: OpenSection[]
}

/** Headings nest by the styles of their marks; text before the first heading is a silent section of its own label. */
function sectionTree(body: readonly SegmentedParagraph[], identities: Identities): readonly Section[] {
  const top: OpenSection[] = []
  let stack: readonly OpenSection[] = []
  for (const paragraph of body) {
    if (paragraph.role === 'heading') {
      const style = markerStyle(paragraph)
      const known = stack.findIndex((open) => open.style === style || open.style === 'silent')
      stack = (known >= 0 ? stack.slice(0, known) : stack).slice(0, MOST_DEPTH - 1)
      const opened: OpenSection = { style, heading: paragraph, role: paragraph.section, own: [], inner: [] }
      ;(stack.at(-1)?.inner ?? top).push(opened)
      stack = [...stack, opened]
      continue
    }
    if (startsSilent(paragraph, stack, top)) {
      const opened: OpenSection = {
        style: 'silent',
        heading: undefined,
        role: paragraph.section,
        own: [paragraph],
        inner: [],
      }
      top.push(opened)
      stack = [opened]
    } else stack.at(-1)?.own.push(paragraph)
  }
  return top.map((open) => closeSection(open, identities))
}

/** Before the first heading each label makes its section; the closing line and the appendix never join a heading. */
function startsSilent(
  paragraph: SegmentedParagraph,
  stack: readonly OpenSection[],
  top: readonly OpenSection[],
): boolean {
  const open = stack.at(-1)
  if (!open) return true
  if (open.heading === undefined) return open.role !== paragraph.section
  const isEnding = paragraph.section === 'conclusion' || paragraph.section === 'appendix'
  return isEnding && top.at(-1)?.role !== paragraph.section
}

function closeSection(open: OpenSection, identities: Identities): Section {
  const { heading } = open
  const label = heading ?? open.own[0]
  const name = heading
    ? heading.text.slice(lineMarkerOf(heading)?.length ?? 0).replace(/[:.\s]+$/, '') || heading.text
    : SECTION_LABELS[open.role].name
  const field = label?.field
  return section(identities.next(), name === '' && field ? WORK_FIELDS[field].name : name, {
    isHeadingPrinted: heading !== undefined,
    role: open.role,
    ...(field ? { field } : {}),
    blocks: blocksOf(open.own, identities),
    sections: open.inner.map((inner) => closeSection(inner, identities)),
  })
}
