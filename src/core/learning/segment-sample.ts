/**
 * A sample document → the same paragraphs, each with its section, how sure that is, and why.
 * The steps: look at each paragraph once, tell the genre, find copies, decide the frame of the page or of the official
 * layout, find headings, decode the body, find slots. Nothing is dropped: what is no content is labelled clutter.
 */
import type { Notice } from '../notice'
import type { Analysis } from './words/analyse-paragraph'
import { settledLabels } from './corrections/apply-corrections'
import type { CorrectedLabel } from './corrections/correction'
import { NO_CORRECTIONS, type CorrectionModel, type ParagraphFeatures } from './corrections/correction-model'
import { decodeFrame, type DecidedFrame } from './frame/decode-frame'
import type { DocumentPeriod } from './slots/document-period'
import { findSlots } from './slots/find-slots'
import type { FixedLabel } from './frame/frame'
import { labelBody } from './body/label-body'
import { paragraphRole } from './body/paragraph-role'
import type { SampleDocument, SegmentedParagraph, SegmentedSample } from './sample-document'
import { trainedModel, type SegmentModel } from './chain/segment-model'
import { viewBody, viewSample, type SampleView } from './view-sample'
import { vocabularyOf } from './chain/word-names'

export interface SegmentOptions {
  /** What officers have corrected before. */
  readonly corrections?: CorrectionModel
  /** Weights other than the program's own, for training and trials. */
  readonly model?: SegmentModel
}

/** Labels every paragraph of a sample; `sha256` names the bytes it was read from. */
export function segmentSample(sample: SampleDocument, sha256: string, options: SegmentOptions = {}): SegmentedSample {
  const { model = trainedModel(), corrections = NO_CORRECTIONS } = options
  const { view, frame, settled } = lookAt(sample, model, corrections)
  const { section } = model.kinds[view.kind]
  // A correction may weigh words that the model does not.
  const body = viewBody(view, frame, corrections.featureWeights.size === 0 ? vocabularyOf(section) : undefined)
  const labelled = labelBody(body, model.kinds[view.kind], corrections, settled)
  const labels = view.paragraphs.map((paragraph, at): SegmentedParagraph => {
    const fixed = frame.fixed.get(paragraph.index)
    const side = frame.probabilities[at] ?? 0
    const found = labelled.get(paragraph.index)
    const whole = found ?? fixedParagraph(paragraph, fixed)
    const { listMarker } = paragraph.signals
    return withSettled(
      {
        ...whole,
        ...(listMarker === undefined ? {} : { listMarker }),
        confidence: calibrated(side * whole.confidence, model),
      },
      settled,
    )
  })
  const segmented = notesWithTheirParagraphs(labels, sample, settled)
  const { period } = body
  return {
    name: sample.name,
    sha256,
    kind: view.kind,
    ...(period?.period ? { period: period.period } : {}),
    ...(period ? { periodText: period.mention.text } : {}),
    paragraphs: segmented,
    slots: [...findSlots(segmented, period, view.paragraphs)],
    notices: [...sample.notices, ...noticesOf(segmented, period)],
  }
}

/** A note says more of the paragraph above it: it stands in the same section, whatever its own words are like. */
function notesWithTheirParagraphs(
  paragraphs: readonly SegmentedParagraph[],
  sample: SampleDocument,
  settled: ReadonlyMap<number, CorrectedLabel>,
): SegmentedParagraph[] {
  let above: SegmentedParagraph | undefined
  return paragraphs.map((paragraph, at) => {
    const isNote = sample.paragraphs[at]?.signals.isNote === true && !settled.has(paragraph.index)
    if (!isNote || !above) {
      above = paragraph
      return paragraph
    }
    const { section, field, customName, confidence } = above
    const { index, text, listMarker } = paragraph
    return {
      ...{ index, text, section, role: 'body', also: [], reasons: [{ code: 'place.note' }], confidence },
      ...(listMarker === undefined ? {} : { listMarker }),
      ...(field === undefined ? {} : { field }),
      ...(customName === undefined ? {} : { customName }),
    }
  })
}

function fixedParagraph(paragraph: Analysis, label: FixedLabel | undefined): SegmentedParagraph {
  return {
    index: paragraph.index,
    text: paragraph.text,
    section: label?.section ?? 'clutter',
    role: paragraphRole(paragraph, undefined),
    also: [],
    reasons: label ? [label.reason] : [],
    confidence: 1,
  }
}

/** The features of every paragraph, for a step of learning from corrections; see `changesOf`. */
export function featuresOfSample(sample: SampleDocument, options: SegmentOptions = {}): readonly ParagraphFeatures[] {
  const { model = trainedModel(), corrections = NO_CORRECTIONS } = options
  const { view, frame } = lookAt(sample, model, corrections)
  const body = viewBody(view, frame)
  const sections = new Map(body.body.map((paragraph, at) => [paragraph.index, body.features[at]?.features] as const))
  return view.paragraphs.map((paragraph, at) => {
    const section = sections.get(paragraph.index)
    return { frame: frame.features[at] ?? [], ...(section ? { section } : {}) }
  })
}

interface Look {
  readonly view: SampleView
  readonly frame: DecidedFrame
  readonly settled: ReadonlyMap<number, CorrectedLabel>
}

function lookAt(sample: SampleDocument, model: SegmentModel, corrections: CorrectionModel): Look {
  const view = viewSample(sample)
  const settled = settledLabels(view.paragraphs, corrections)
  const frame = decodeFrame(view, model.kinds[view.kind].frame, corrections, settled)
  return { view, frame, settled }
}

/** The share of labels of this probability that were right in trials, in hundredths. */
function calibrated(probability: number, model: SegmentModel): number {
  const row = model.confidence.findLast((entry) => probability * 1000 >= entry.raw)
  return (row?.percent ?? 50) / 100
}

/** What an officer said of this paragraph before stands, also where no chain has such a label. */
function withSettled(paragraph: SegmentedParagraph, settled: ReadonlyMap<number, CorrectedLabel>): SegmentedParagraph {
  const known = settled.get(paragraph.index)
  if (!known) return paragraph
  const named: SegmentedParagraph = { ...paragraph, ...known, reasons: [{ code: 'officer' }], confidence: 1 }
  if (known.field === undefined) delete named.field
  if (known.customName === undefined) delete named.customName
  return named
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
