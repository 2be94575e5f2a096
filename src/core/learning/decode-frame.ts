/** The decided frame: the rules propose it, the chain of the frame has the last word, and says how sure it is. */
import type { Analysis } from './analyse-paragraph'
import { chainChanges, userCueFeatures } from './apply-corrections'
import { frameLabelOf, type FrameLabel } from './chain-labels'
import { decodeChain, type ChainModel } from './chain-model'
import type { CorrectionModel, RememberedLabel } from './correction-model'
import type { FeatureVector } from './feature-vector'
import { fixedLabel, type FixedLabel, type Frame } from './frame'
import { frameFeatures } from './frame-features'
import type { SampleView } from './view-sample'

export interface DecidedFrame extends Frame {
  /** For each paragraph, that its side of the border between frame and body is right: 0–1. */
  readonly probabilities: readonly number[]
  readonly features: readonly FeatureVector[]
}

export function decodeFrame(
  view: SampleView,
  model: ChainModel<FrameLabel>,
  corrections: CorrectionModel,
  settled: ReadonlyMap<number, RememberedLabel>,
): DecidedFrame {
  const features = frameFeatures(view)
  const choices = decodeChain(
    model,
    view.paragraphs.map((paragraph, at) => ({
      features: [...(features[at] ?? []), ...userCueFeatures(paragraph, corrections)],
      stays: [],
      ...forcedLabel(paragraph, view, model, settled),
    })),
    chainChanges<FrameLabel>(corrections),
  )
  const fixed = new Map<number, FixedLabel>()
  const body: number[] = []
  for (const [at, paragraph] of view.paragraphs.entries()) {
    const label = choices[at]?.label ?? 'body'
    if (label === 'body') body.push(paragraph.index)
    else fixed.set(paragraph.index, withReason(label, paragraph, view))
  }
  const probabilities = choices.map((choice) => choice.probabilities[model.labels.indexOf(choice.label)] ?? 0)
  return { fixed, body, probabilities, features }
}

/** What an officer has said holds, and a copy of a paragraph is one whatever its words. */
function forcedLabel(
  paragraph: Analysis,
  view: SampleView,
  model: ChainModel<FrameLabel>,
  settled: ReadonlyMap<number, RememberedLabel>,
): { readonly forced?: FrameLabel } {
  const known = settled.get(paragraph.index)
  const label = known ? frameLabelOf(known.section) : view.repeats.has(paragraph.index) ? 'clutter' : undefined
  return label !== undefined && model.labels.includes(label) ? { forced: label } : {}
}

/** The rule's own reason where it saw the same, else the reason that goes with the label. */
function withReason(label: Exclude<FrameLabel, 'body'>, paragraph: Analysis, view: SampleView): FixedLabel {
  const proposed = view.frame.fixed.get(paragraph.index)
  if (proposed?.section === label) return proposed
  const isEarly = paragraph.index < (view.frame.body[0] ?? 0)
  return fixedLabel(label, isEarly ? REASONS[label].early : REASONS[label].late, 0)
}

const REASONS: Readonly<Record<Exclude<FrameLabel, 'body'>, { readonly early: string; readonly late: string }>> = {
  headline: { early: 'place.headline', late: 'place.headline' },
  publishedAt: { early: 'shape.date', late: 'shape.date' },
  byline: { early: 'shape.byline', late: 'shape.byline' },
  photoCaption: { early: 'shape.caption', late: 'shape.caption' },
  officialLayout: { early: 'place.head', late: 'place.tail' },
  appendix: { early: 'place.appendix', late: 'place.appendix' },
  clutter: { early: 'clutter.beforeArticle', late: 'clutter.afterArticle' },
}
