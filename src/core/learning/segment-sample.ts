/**
 * A sample document → the same paragraphs, each with its section, how sure that is, and why.
 * The steps: look at each paragraph once, tell the genre, find copies, find the frame of the page or of the official
 * layout, find headings, decode the body, find slots. Nothing is dropped: what is no content is labelled clutter.
 */
import type { Notice } from '../notice'
import type { ReportKind } from '../report/report'
import { analyseParagraph, type Analysis } from './analyse-paragraph'
import { detectGenre } from './detect-genre'
import { findDocumentPeriod, type DocumentPeriod } from './document-period'
import { findFormalFrame } from './find-formal-frame'
import { findHeadings } from './find-headings'
import { findNewsFrame } from './find-news-frame'
import { findRepeats } from './find-repeats'
import { findSlots } from './find-slots'
import type { Frame } from './frame'
import { labelBody } from './label-body'
import { paragraphRole } from './paragraph-role'
import type { SampleDocument, SegmentedParagraph, SegmentedSample } from './sample-document'

/** Labels every paragraph of a sample; `sha256` names the bytes it was read from. */
export function segmentSample(sample: SampleDocument, sha256: string): SegmentedSample {
  const paragraphs = sample.paragraphs.map(analyseParagraph)
  const kind = detectGenre(paragraphs)
  const repeats = findRepeats(paragraphs, kind)
  const frame = kind === 'newsAccount' ? findNewsFrame(paragraphs, repeats) : findFormalFrame(paragraphs, repeats)
  const period = periodOf(paragraphs, frame, kind)
  const body = frame.body.flatMap((index) => paragraphs[index] ?? [])
  const outline = findHeadings(body, kind)
  const labelled = labelBody(body, { outline, kind, document: period })
  const segmented = paragraphs.map((paragraph) =>
    withListMarker(labelled.get(paragraph.index) ?? fixedParagraph(paragraph, frame), paragraph),
  )
  return {
    name: sample.name,
    sha256,
    kind,
    ...(period?.period ? { period: period.period } : {}),
    ...(period ? { periodText: period.mention.text } : {}),
    paragraphs: segmented,
    slots: [...findSlots(segmented, period)],
    notices: [...sample.notices, ...noticesOf(segmented, period)],
  }
}

/** The period stands in the headline or subject, else in the lead or the opening paragraphs. */
function periodOf(paragraphs: readonly Analysis[], frame: Frame, kind: ReportKind): DocumentPeriod | undefined {
  const textsOf = (section: string): string[] =>
    paragraphs
      .filter((paragraph) => frame.fixed.get(paragraph.index)?.section === section)
      .map((paragraph) => paragraph.text)
  const opening = frame.body.slice(0, kind === 'newsAccount' ? 4 : 3).flatMap((index) => paragraphs[index]?.text ?? [])
  const dates = textsOf(kind === 'newsAccount' ? 'publishedAt' : 'officialLayout')
  const titles = textsOf('headline')
  const fromTitle = findDocumentPeriod(titles, [])
  const all = findDocumentPeriod([...titles, ...textsOf('lead'), ...opening], dates)
  // A headline may name only the next period ("triển khai nhiệm vụ năm 2024"); the lead then tells the reported one.
  return fromTitle && fromTitle.mention.kind === all?.mention.kind ? all : (all ?? fromTitle)
}

function withListMarker(segmented: SegmentedParagraph, { signals: { listMarker } }: Analysis): SegmentedParagraph {
  return listMarker === undefined ? segmented : { ...segmented, listMarker }
}

function fixedParagraph(paragraph: Analysis, frame: Frame): SegmentedParagraph {
  const label = frame.fixed.get(paragraph.index)
  return {
    index: paragraph.index,
    text: paragraph.text,
    section: label?.section ?? 'clutter',
    role: paragraphRole(paragraph, undefined),
    also: [],
    reasons: label ? [label.reason] : [],
    confidence: (label?.percent ?? 50) / 100,
  }
}

function noticesOf(paragraphs: readonly SegmentedParagraph[], period: DocumentPeriod | undefined): readonly Notice[] {
  const notices: Notice[] = []
  const clutter = paragraphs.filter((paragraph) => paragraph.section === 'clutter').length
  if (clutter > 0) notices.push({ code: 'segment.clutterHidden', severity: 'hint', data: { count: clutter } })
  if (!period) notices.push({ code: 'segment.noPeriod', severity: 'hint' })
  if (!paragraphs.some((paragraph) => paragraph.section === 'headline')) {
    notices.push({ code: 'segment.noHeadline', severity: 'hint' })
  }
  for (const paragraph of paragraphs) {
    if (paragraph.customName !== undefined && paragraph.role === 'heading') {
      notices.push({
        code: 'segment.unknownHeading',
        severity: 'hint',
        at: `p:${paragraph.index}`,
        data: { name: paragraph.customName.slice(0, 120) },
      })
    }
  }
  return notices
}
