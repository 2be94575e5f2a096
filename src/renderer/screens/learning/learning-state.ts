/** The samples that were dropped, what was read of each, and the officer's edits of the template. No React, no calls. */
import type { LegacyChoice } from '../../../core/vietnamese/legacy-choice'
import { isSameLabel, labelOf, type CorrectedLabel } from '../../../core/learning/corrections/correction'
import type { SegmentedParagraph, SegmentedSample } from '../../../core/learning/sample-document'
import type { TemplateEdit } from '../../../core/template/template-edit'
import type { WindowError } from '../../bridge'

export type SampleReading =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'read'; readonly sample: SegmentedSample }
  | { readonly kind: 'failed'; readonly error: WindowError }

export interface SampleFile {
  readonly key: number
  readonly name: string
  /** What to do with letters of an old encoding; absent until the officer says. */
  readonly legacyText?: LegacyChoice
  readonly reading: SampleReading
}

export interface LearningState {
  readonly files: readonly SampleFile[]
  readonly shownKey: number | undefined
  /** Of this visit, in their order. */
  readonly edits: readonly TemplateEdit[]
}

export type LearningAction =
  | { readonly type: 'added'; readonly files: readonly { readonly key: number; readonly name: string }[] }
  | { readonly type: 'readingChanged'; readonly key: number; readonly reading: SampleReading }
  | { readonly type: 'legacyChosen'; readonly key: number; readonly legacyText: LegacyChoice }
  | { readonly type: 'removed'; readonly key: number }
  | { readonly type: 'restored'; readonly file: SampleFile; readonly at: number }
  | { readonly type: 'shown'; readonly key: number }
  /** The samples labelled anew, those of them that are still there. */
  | { readonly type: 'labelled'; readonly samples: readonly SegmentedSample[] }
  | { readonly type: 'edited'; readonly edit: TemplateEdit }
  | { readonly type: 'editTakenBack' }

export const NO_SAMPLES: LearningState = { files: [], shownKey: undefined, edits: [] }

export function learningReducer(state: LearningState, action: LearningAction): LearningState {
  switch (action.type) {
    case 'added': {
      const added = action.files.map((file) => ({ ...file, reading: { kind: 'waiting' } as const }))
      return { ...state, files: [...state.files, ...added], shownKey: state.shownKey ?? added[0]?.key }
    }
    case 'readingChanged':
      return { ...state, files: changed(state.files, action.key, { reading: action.reading }) }
    case 'legacyChosen':
      return { ...state, files: changed(state.files, action.key, { legacyText: action.legacyText }) }
    case 'removed': {
      const files = state.files.filter((file) => file.key !== action.key)
      const isShown = state.shownKey === action.key
      return { ...state, files, shownKey: isShown ? files[0]?.key : state.shownKey }
    }
    case 'restored':
      return { ...state, files: state.files.toSpliced(action.at, 0, action.file), shownKey: action.file.key }
    case 'shown':
      return { ...state, shownKey: action.key }
    case 'labelled': {
      const bySha = new Map(action.samples.map((sample) => [sample.sha256, sample]))
      return { ...state, files: state.files.map((file) => withSample(file, bySha)) }
    }
    case 'edited':
      return { ...state, edits: [...state.edits, action.edit] }
    case 'editTakenBack':
      return { ...state, edits: state.edits.slice(0, -1) }
  }
}

const changed = (files: readonly SampleFile[], key: number, change: Partial<SampleFile>): readonly SampleFile[] =>
  files.map((file) => (file.key === key ? { ...file, ...change } : file))

function withSample(file: SampleFile, bySha: ReadonlyMap<string, SegmentedSample>): SampleFile {
  if (file.reading.kind !== 'read') return file
  const before = file.reading.sample
  const after = bySha.get(before.sha256)
  if (!after) return file
  const sample = keepingWhatIsSame(before, after)
  return sample === before ? file : { ...file, reading: { kind: 'read', sample: { ...sample, name: before.name } } }
}

/** What did not change stays the same value, so that only what did is drawn and learned anew. */
function keepingWhatIsSame(before: SegmentedSample, after: SegmentedSample): SegmentedSample {
  const paragraphs = after.paragraphs.map((paragraph, at) => {
    const was = before.paragraphs[at]
    return was && isSameParagraph(was, paragraph) ? was : paragraph
  })
  const isSame =
    before.kind === after.kind &&
    before.paragraphs.length === paragraphs.length &&
    paragraphs.every((paragraph, at) => paragraph === before.paragraphs[at])
  return isSame ? before : { ...after, paragraphs }
}

const isSameParagraph = (a: SegmentedParagraph, b: SegmentedParagraph): boolean =>
  a.text === b.text &&
  isSameLabel(a, b) &&
  a.role === b.role &&
  a.confidence === b.confidence &&
  JSON.stringify([a.title, a.also, a.reasons]) === JSON.stringify([b.title, b.also, b.reasons])

export const sampleOf = (file: SampleFile): SegmentedSample | undefined =>
  file.reading.kind === 'read' ? file.reading.sample : undefined

/** The file before it that holds the very same bytes: a document counts once. */
export function twinOf(file: SampleFile, files: readonly SampleFile[]): SampleFile | undefined {
  const sha256 = sampleOf(file)?.sha256
  if (sha256 === undefined) return undefined
  const first = files.find((other) => sampleOf(other)?.sha256 === sha256)
  return first === file ? undefined : first
}

export interface CountedFile {
  readonly file: SampleFile
  readonly sample: SegmentedSample
}

/** Files that could be read, each document once. */
export function countedFiles(files: readonly SampleFile[]): readonly CountedFile[] {
  const known = new Set<string>()
  return files.flatMap((file) => {
    const sample = sampleOf(file)
    if (!sample || known.has(sample.sha256)) return []
    known.add(sample.sha256)
    return [{ file, sample }]
  })
}

/** What an officer says of paragraphs of one sample. */
export interface LabelAnswer {
  /** SHA-256 of the sample. */
  readonly sample: string
  readonly paragraphs: readonly number[]
  readonly to: CorrectedLabel
  /** Also: what opens with these words is always of that section. */
  readonly cue?: string
  /** Also: these lines stand on every page of the site. */
  readonly isSiteLine?: boolean
}

/** Files as they look while the program is still working on an answer. */
export function withAnswer(
  files: readonly SampleFile[],
  { sample, paragraphs, to }: LabelAnswer,
): readonly SampleFile[] {
  const chosen = new Set(paragraphs)
  return files.map((file) => {
    if (file.reading.kind !== 'read' || file.reading.sample.sha256 !== sample) return file
    const answered = file.reading.sample.paragraphs.map((paragraph) =>
      chosen.has(paragraph.index) ? relabelled(paragraph, to) : paragraph,
    )
    return { ...file, reading: { kind: 'read', sample: { ...file.reading.sample, paragraphs: answered } } }
  })
}

function relabelled(paragraph: SegmentedParagraph, to: CorrectedLabel): SegmentedParagraph {
  const { index, text, listMarker, role, title, also } = paragraph
  return {
    index,
    text,
    ...(listMarker === undefined ? {} : { listMarker }),
    ...labelOf(to),
    role,
    ...(title === undefined ? {} : { title }),
    also,
    reasons: [{ code: OFFICER_REASON }],
    confidence: 1,
  }
}

const OFFICER_REASON = 'officer'

export interface PlaceInSample {
  readonly sample: string
  readonly paragraph: number
}

/** Paragraphs whose label is another one than before; samples that came or went are left out. */
export function changedParagraphs(
  before: readonly SegmentedSample[],
  after: readonly SegmentedSample[],
): readonly PlaceInSample[] {
  const old = new Map(before.map((sample) => [sample.sha256, sample]))
  return after.flatMap(({ sha256, paragraphs }) => {
    const was = old.get(sha256)?.paragraphs
    if (!was) return []
    return paragraphs.flatMap((paragraph, at) => {
      const one = was[at]
      return one && !isSameLabel(one, paragraph) ? [{ sample: sha256, paragraph: paragraph.index }] : []
    })
  })
}

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
  const content = sample.paragraphs.filter(({ section }) => section !== 'clutter')
  return {
    sections: new Set(content.map(({ section, customName }) => `${section}/${customName ?? ''}`)).size,
    clutter: sample.paragraphs.length - content.length,
    uncertain: sample.paragraphs.filter(isUncertain).length,
  }
}
