import { describe, expect, it } from 'vitest'
import type { SegmentedParagraph, SegmentedSample } from '../../src/core/learning/sample-document'
import { sectionOfKey, labelChoices } from '../../src/renderer/screens/learning/label-choices'
import {
  changedParagraphs,
  countedFiles,
  learningReducer,
  NO_SAMPLES,
  sampleCounts,
  sampleOf,
  twinOf,
  withAnswer,
  type LearningAction,
} from '../../src/renderer/screens/learning/learning-state'
import {
  boundaryStep,
  foldOf,
  moveBoundary,
  rangeOf,
  restoredLabel,
  sampleRows,
  shownParagraphs,
} from '../../src/renderer/screens/learning/sample-rows'

const paragraph = (
  index: number,
  section: SegmentedParagraph['section'],
  parts: Partial<SegmentedParagraph> = {},
): SegmentedParagraph => ({
  index,
  text: `đoạn ${index}`,
  section,
  role: 'body',
  also: [],
  reasons: [],
  confidence: 0.9,
  ...parts,
})

const sampleWith = (sha256: string, ...paragraphs: readonly SegmentedParagraph[]): SegmentedSample => ({
  name: `${sha256}.txt`,
  sha256,
  kind: 'newsAccount',
  paragraphs: [...paragraphs],
  slots: [],
  notices: [],
})

const sample = sampleWith(
  'a',
  paragraph(0, 'headline', { role: 'heading' }),
  paragraph(1, 'results', { confidence: 0.5 }),
  paragraph(2, 'results', { field: 'publicity' }),
  paragraph(3, 'shortcomings'),
  paragraph(4, 'clutter', { also: [{ section: 'conclusion' }] }),
  paragraph(5, 'clutter'),
  paragraph(6, 'clutter'),
)

const after = (...actions: readonly LearningAction[]) => actions.reduce(learningReducer, NO_SAMPLES)
const read = (key: number, value: SegmentedSample): LearningAction => ({
  type: 'readingChanged',
  key,
  reading: { kind: 'read', sample: value },
})
const added = (...keys: readonly number[]): LearningAction => ({
  type: 'added',
  files: keys.map((key) => ({ key, name: `${key}.txt` })),
})

describe('the state of learning', () => {
  it('counts a document once, under the first file that holds it', () => {
    const { files } = after(added(1, 2, 3), read(1, sample), read(2, sample), read(3, sampleWith('b')))
    expect(countedFiles(files).map(({ file }) => file.key)).toEqual([1, 3])
    expect(files.map((file) => twinOf(file, files)?.key)).toEqual([undefined, 1, undefined])
  })

  it('leaves what could not be read out of the count', () => {
    const failed = { kind: 'failed', error: { code: 'file.empty', name: '2.txt' } } as const
    const { files } = after(added(1, 2), read(1, sample), { type: 'readingChanged', key: 2, reading: failed })
    expect(countedFiles(files).map(({ file }) => file.key)).toEqual([1])
  })

  it('counts sections without clutter, and what is worth a second look', () => {
    expect(sampleCounts(sample)).toEqual({ sections: 3, clutter: 3, uncertain: 1 })
  })

  it('shows an answer at once, certain and with its reason, and takes away the field the new label has not', () => {
    const { files } = after(added(1), read(1, sample))
    const [file] = withAnswer(files, { sample: 'a', paragraphs: [2], to: { section: 'causes' } })
    const paragraphs = file && sampleOf(file)?.paragraphs
    expect(paragraphs?.[2]).toMatchObject({ section: 'causes', confidence: 1, reasons: [{ code: 'officer' }] })
    expect(paragraphs?.[2]).not.toHaveProperty('field')
    expect(paragraphs?.[1]).toBe(sample.paragraphs[1])
  })

  it('takes labels given anew and keeps the value of what they leave as it was', () => {
    const before = after(added(1, 2), read(1, sample), read(2, sampleWith('b', paragraph(0, 'results'))))
    const anew = structuredClone(sample)
    const relabelled = { ...anew, paragraphs: anew.paragraphs.with(3, paragraph(3, 'causes')) }
    const state = learningReducer(before, { type: 'labelled', samples: [relabelled, sampleWith('gone')] })
    const paragraphs = state.files[0] && sampleOf(state.files[0])?.paragraphs
    expect(paragraphs?.[3]?.section).toBe('causes')
    expect(paragraphs?.[2]).toBe(sample.paragraphs[2])
    expect(state.files[1]).toBe(before.files[1])
    const same = learningReducer(before, { type: 'labelled', samples: [structuredClone(sample)] })
    expect(same.files[0]).toBe(before.files[0])
  })

  it('tells which paragraphs bear another label than before', () => {
    const now = { ...sample, paragraphs: sample.paragraphs.with(2, paragraph(2, 'results')) }
    expect(changedParagraphs([sample], [now, sampleWith('b', paragraph(0, 'results'))])).toEqual([
      { sample: 'a', paragraph: 2 },
    ])
  })

  it('shows another file when the shown one is removed, and puts it back where it was', () => {
    const state = after(added(1, 2, 3), { type: 'removed', key: 1 })
    expect(state.shownKey).toBe(2)
    const restored = learningReducer(state, { type: 'restored', file: { ...state.files[0]!, key: 1 }, at: 0 })
    expect(restored.files.map(({ key }) => key)).toEqual([1, 2, 3])
  })
})

describe('the rows of a sample', () => {
  const folded = sampleRows(sample, new Set())
  const open = sampleRows(sample, new Set([4]))

  it('fold a long run of clutter behind its first line, and open it again', () => {
    expect(folded.at(-1)).toEqual({ kind: 'fold', first: 4, text: 'đoạn 4', lines: 3, isOpen: false })
    expect(shownParagraphs(folded)).toEqual([0, 1, 2, 3])
    expect(shownParagraphs(open)).toEqual([0, 1, 2, 3, 4, 5, 6])
    expect([foldOf(sample, 5), foldOf(sample, 3)]).toEqual([4, undefined])
  })

  it('have a boundary wherever the label changes', () => {
    const bounded = folded.flatMap((row) => (row.kind === 'paragraph' && row.hasBoundary ? [row.paragraph.index] : []))
    expect(bounded).toEqual([1, 2, 3])
  })

  it('draw no line between a heading and what stands under it where both say the same name', () => {
    const named = sampleWith(
      'b',
      paragraph(0, 'results', { role: 'heading', customName: 'Chuyện trên bến' }),
      paragraph(1, 'results', { field: 'publicity', customName: 'Chuyện trên bến' }),
      paragraph(2, 'causes', { customName: 'Chuyện trên bến' }),
    )
    const rows = sampleRows(named, new Set())
    expect(rows.map((row) => row.kind === 'paragraph' && row.isFirstOfLabel)).toEqual([true, false, true])
    expect(rows.map((row) => row.kind === 'paragraph' && row.hasBoundary)).toEqual([false, false, true])
  })

  it('relabel what lies between when a boundary is moved, by the side it leaves', () => {
    expect(moveBoundary(folded, 3, 1)).toEqual({ paragraphs: [1, 2], to: { section: 'shortcomings' } })
    expect(moveBoundary(folded, 2, 3)).toEqual({ paragraphs: [2], to: { section: 'results' } })
    expect(moveBoundary(folded.slice(0, 4), 2, 'end')).toEqual({ paragraphs: [2, 3], to: { section: 'results' } })
  })

  it('move no boundary over a fold, nor nowhere', () => {
    expect(moveBoundary(folded, 3, 'end')).toBeUndefined()
    expect(moveBoundary(folded, 3, 3)).toBeUndefined()
    expect(moveBoundary(folded, 0, 1)).toBeUndefined()
  })

  it('step a boundary by one paragraph', () => {
    expect(boundaryStep(folded, 2, 'up')).toBe(1)
    expect(boundaryStep(folded, 2, 'down')).toBe(3)
    expect(boundaryStep(folded, 3, 'down')).toBeUndefined()
    expect(boundaryStep(folded.slice(0, 4), 3, 'down')).toBe('end')
  })

  it('choose all that shows between two paragraphs', () => {
    expect(rangeOf([0, 1, 2, 5, 6], 5, 1)).toEqual([1, 2, 5])
    expect(rangeOf([0, 1], 0, 9)).toEqual([])
  })

  it('restore a greyed paragraph to what it could be as well, else to what stands before it', () => {
    expect(restoredLabel(sample, 4)).toEqual({ section: 'conclusion' })
    expect(restoredLabel(sample, 5)).toEqual({ section: 'shortcomings' })
    expect(restoredLabel(sampleWith('b', paragraph(0, 'clutter')), 0)).toEqual({ section: 'lead' })
  })
})

describe('the labels to choose from', () => {
  it('have a letter each, typed with or without its mark', () => {
    expect(['k', 'K', 'đ', 'd', 'ý', 'y', '-', 'Delete'].map(sectionOfKey)).toEqual([
      'results',
      'results',
      'situation',
      'situation',
      'discussion',
      'discussion',
      'clutter',
      'clutter',
    ])
    expect(['Enter', 'z', '1', ' '].map(sectionOfKey)).toEqual([undefined, undefined, undefined, undefined])
  })

  it('know the names of their own that sections of the samples bear, each once', () => {
    const own = paragraph(0, 'results', { customName: 'Nghề đan lưới' })
    const choices = labelChoices([sampleWith('a', own), sampleWith('b', own)])
    expect(choices.filter(({ group }) => group === 'own')).toEqual([
      { group: 'own', name: 'Nghề đan lưới', label: { section: 'results', customName: 'Nghề đan lưới' } },
    ])
  })
})
