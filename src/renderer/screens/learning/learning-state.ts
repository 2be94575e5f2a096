/** The samples that were dropped, what was read of each and what the officer corrected. No React, no calls. */
import type { SegmentedParagraph, SegmentedSample } from '../../../core/learning/sample-document'
import type { SectionRole, WorkField } from '../../../core/section-labels'
import type { WindowError } from '../../bridge'

export interface SampleLabel {
  readonly section: SectionRole
  readonly field?: WorkField
}

export type SampleReading =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'read'; readonly sample: SegmentedSample }
  | { readonly kind: 'failed'; readonly error: WindowError }

export interface SampleFile {
  readonly key: number
  readonly name: string
  readonly reading: SampleReading
  /** What the officer said of a paragraph, by its index. */
  readonly corrections: ReadonlyMap<number, SampleLabel>
}

export interface LearningState {
  readonly files: readonly SampleFile[]
  readonly shownKey: number | undefined
}

export type LearningAction =
  | { readonly type: 'added'; readonly files: readonly { readonly key: number; readonly name: string }[] }
  | { readonly type: 'readingChanged'; readonly key: number; readonly reading: SampleReading }
  | { readonly type: 'removed'; readonly key: number }
  | { readonly type: 'shown'; readonly key: number }
  | { readonly type: 'corrected'; readonly key: number; readonly paragraph: number; readonly label: SampleLabel }

export const NO_SAMPLES: LearningState = { files: [], shownKey: undefined }

export function learningReducer(state: LearningState, action: LearningAction): LearningState {
  switch (action.type) {
    case 'added': {
      const added = action.files.map((file) => ({
        ...file,
        reading: { kind: 'waiting' } as const,
        corrections: new Map<number, SampleLabel>(),
      }))
      return { files: [...state.files, ...added], shownKey: state.shownKey ?? added[0]?.key }
    }
    case 'readingChanged':
      return { ...state, files: changed(state.files, action.key, () => ({ reading: action.reading })) }
    case 'removed': {
      const files = state.files.filter((file) => file.key !== action.key)
      const isShown = state.shownKey === action.key
      return { files, shownKey: isShown ? files[0]?.key : state.shownKey }
    }
    case 'shown':
      return { ...state, shownKey: action.key }
    case 'corrected':
      return {
        ...state,
        files: changed(state.files, action.key, (file) => ({
          corrections: new Map(file.corrections).set(action.paragraph, action.label),
        })),
      }
  }
}

function changed(
  files: readonly SampleFile[],
  key: number,
  change: (file: SampleFile) => Partial<SampleFile>,
): readonly SampleFile[] {
  return files.map((file) => (file.key === key ? { ...file, ...change(file) } : file))
}

/** The sample as the officer sees it: a corrected paragraph bears the officer's label and is certain. */
export function correctedSample(file: SampleFile): SegmentedSample | undefined {
  if (file.reading.kind !== 'read') return undefined
  const { sample } = file.reading
  if (file.corrections.size === 0) return sample
  return { ...sample, paragraphs: sample.paragraphs.map((paragraph) => relabelled(paragraph, file.corrections)) }
}

function relabelled(paragraph: SegmentedParagraph, corrections: ReadonlyMap<number, SampleLabel>): SegmentedParagraph {
  const label = corrections.get(paragraph.index)
  if (!label) return paragraph
  const { index, text, role, also } = paragraph
  return { index, text, role, also, ...label, reasons: [{ code: OFFICER_REASON }], confidence: 1 }
}

export const OFFICER_REASON = 'officer'

/** All samples that could be read, as the officer sees them. */
export const readSamples = (state: LearningState): readonly SegmentedSample[] =>
  state.files.flatMap((file) => correctedSample(file) ?? [])

export interface SampleCounts {
  /** Different sections, clutter apart. */
  readonly sections: number
  readonly clutter: number
  readonly uncertain: number
}

/** Below this a label is worth a second look. */
export const CERTAIN_FROM = 0.7

export const isUncertain = (paragraph: SegmentedParagraph): boolean => paragraph.confidence < CERTAIN_FROM

export function sampleCounts(sample: SegmentedSample): SampleCounts {
  const sections = new Set(sample.paragraphs.map(({ section, customName }) => `${section}/${customName ?? ''}`))
  for (const name of sections) if (name.startsWith('clutter/')) sections.delete(name)
  return {
    sections: sections.size,
    clutter: sample.paragraphs.filter(({ section }) => section === 'clutter').length,
    uncertain: sample.paragraphs.filter(isUncertain).length,
  }
}
