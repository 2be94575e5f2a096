/** What the rules see in a sample before any weight is asked: genre, copies, the frame they propose; then its outline. */
import type { ReportKind } from '../report/report'
import { analyseParagraph, type Analysis } from './words/analyse-paragraph'
import { detectGenre } from './frame/detect-genre'
import { findDocumentPeriod, type DocumentPeriod } from './slots/document-period'
import { fieldFeatures, type FieldFeatures } from './body/field-features'
import { findFormalFrame } from './frame/find-formal-frame'
import { findHeadings, type Outline } from './body/find-headings'
import { findNewsFrame } from './frame/find-news-frame'
import { findRepeats } from './frame/find-repeats'
import type { Frame } from './frame/frame'
import { openingPeriod } from './body/paragraph-features'
import type { SampleDocument } from './sample-document'
import { sectionFeatures, type BodyFeatures } from './body/section-features'
import type { Vocabulary } from './chain/word-names'

export interface SampleView {
  readonly paragraphs: readonly Analysis[]
  readonly kind: ReportKind
  readonly repeats: ReadonlyMap<number, number>
  /** As the rules propose it. */
  readonly frame: Frame
}

/** `known` names the kind where somebody has said it already. */
export function viewSample(sample: SampleDocument, known?: ReportKind): SampleView {
  const paragraphs = sample.paragraphs.map(analyseParagraph)
  const kind = known ?? detectGenre(paragraphs)
  const repeats = findRepeats(paragraphs, kind)
  const frame = kind === 'newsAccount' ? findNewsFrame(paragraphs, repeats) : findFormalFrame(paragraphs, repeats)
  return { paragraphs, kind, repeats, frame }
}

export interface BodyView {
  readonly body: readonly Analysis[]
  readonly outline: Outline
  readonly period: DocumentPeriod | undefined
  /** One for each paragraph of the body. */
  readonly features: readonly BodyFeatures[]
}

/** The body of a decided frame with its headings and features; without a vocabulary those of all words. */
export function viewBody(view: SampleView, frame: Frame, vocabulary?: Vocabulary): BodyView {
  const { paragraphs, kind } = view
  const body = frame.body.flatMap((index) => paragraphs[index] ?? [])
  const period = periodOf(paragraphs, frame, kind)
  const outline = findHeadings(body, kind)
  return { body, outline, period, features: sectionFeatures(body, { outline, kind, document: period, vocabulary }) }
}

/** Features for fields of work of some paragraphs of the body, in their order. */
export function viewFields(
  view: BodyView,
  chosen: readonly Analysis[],
  vocabulary?: Vocabulary,
): readonly FieldFeatures[] {
  return chosen.map((paragraph, at) =>
    fieldFeatures(paragraph, {
      opensWithPeriod: openingPeriod(paragraph, view.period) !== 'none',
      follows: chosen[at - 1]?.index === paragraph.index - 1,
      vocabulary,
    }),
  )
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
  const all = findDocumentPeriod([...titles, ...opening], dates)
  // A headline may name only the next period ("triển khai nhiệm vụ năm 2024"); the lead then tells the reported one.
  return fromTitle && fromTitle.mention.kind === all?.mention.kind ? all : (all ?? fromTitle)
}
