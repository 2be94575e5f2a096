/** A sample as rows on the screen: long runs of clutter folded, boundaries between sections, and what they move. */
import { isSameLabel, labelOf, type CorrectedLabel } from '../../../core/learning/corrections/correction'
import type { SegmentedParagraph, SegmentedSample } from '../../../core/learning/sample-document'
import { labelName } from './section-bands'

export type SampleRow =
  | {
      readonly kind: 'paragraph'
      readonly paragraph: SegmentedParagraph
      readonly isFirstOfLabel: boolean
      /** A boundary that can be moved lies right above. */
      readonly hasBoundary: boolean
    }
  | {
      readonly kind: 'fold'
      /** Index of its first paragraph, which names it. */
      readonly first: number
      readonly text: string
      readonly lines: number
      readonly isOpen: boolean
    }

/** A run of clutter this long is folded. */
const FOLD_FROM = 3

/** `open`: first paragraphs of the folds that stand open. */
export function sampleRows(sample: SegmentedSample, open: ReadonlySet<number>): readonly SampleRow[] {
  const rows: SampleRow[] = []
  let before: SegmentedParagraph | undefined
  for (const run of runsOf(sample.paragraphs)) {
    const [first] = run
    const isFold = first?.section === 'clutter' && run.length >= FOLD_FROM
    const isOpen = isFold && open.has(first.index)
    if (isFold) rows.push({ kind: 'fold', first: first.index, text: first.text, lines: run.length, isOpen })
    if (isFold && !isOpen) {
      before = undefined
      continue
    }
    for (const paragraph of run) {
      const isFirstOfLabel = !before || !isSaidAlike(before, paragraph)
      rows.push({
        kind: 'paragraph',
        paragraph,
        isFirstOfLabel,
        hasBoundary: isFirstOfLabel && before !== undefined && !isFold,
      })
      before = paragraph
    }
    if (isFold) before = undefined
  }
  return rows
}

/** A field of work that the name does not tell draws no line between a heading and what stands under it. */
const isSaidAlike = (a: SegmentedParagraph, b: SegmentedParagraph): boolean =>
  a.section === b.section && labelName(a) === labelName(b)

/** Neighbours of one label together. */
function runsOf(paragraphs: readonly SegmentedParagraph[]): readonly (readonly SegmentedParagraph[])[] {
  const runs: SegmentedParagraph[][] = []
  for (const paragraph of paragraphs) {
    const run = runs.at(-1)
    if (run?.[0] && isSameLabel(run[0], paragraph)) run.push(paragraph)
    else runs.push([paragraph])
  }
  return runs
}

/** The fold a paragraph lies in, by the fold's first paragraph. */
export function foldOf(sample: SegmentedSample, paragraph: number): number | undefined {
  const run = runsOf(sample.paragraphs).find((members) => members.some(({ index }) => index === paragraph))
  return run?.[0]?.section === 'clutter' && run.length >= FOLD_FROM ? run[0].index : undefined
}

/** Paragraphs that show, by index, in order. */
export const shownParagraphs = (rows: readonly SampleRow[]): readonly number[] =>
  rows.flatMap((row) => (row.kind === 'paragraph' ? [row.paragraph.index] : []))

export interface BoundaryMove {
  readonly paragraphs: readonly number[]
  readonly to: CorrectedLabel
}

/**
 * What moving the boundary above paragraph `below` to right above paragraph `target` relabels; a `target` behind the
 * last row is its end. `undefined` where nothing moves, or a fold lies between.
 */
export function moveBoundary(
  rows: readonly SampleRow[],
  below: number,
  target: number | 'end',
): BoundaryMove | undefined {
  const at = placeOf(rows, below)
  const to = target === 'end' ? rows.length : placeOf(rows, target)
  const [above, under] = [rows[at - 1], rows[at]]
  if (at < 1 || to < 0 || above?.kind !== 'paragraph' || under?.kind !== 'paragraph') return undefined
  const between = to > at ? rows.slice(at, to) : rows.slice(to, at)
  const paragraphs = between.flatMap((row) => (row.kind === 'paragraph' ? [row.paragraph.index] : []))
  if (paragraphs.length === 0 || paragraphs.length < between.length) return undefined
  return { paragraphs, to: labelOf(to > at ? above.paragraph : under.paragraph) }
}

/** Where the boundary above `below` stands after one step: the paragraph it is then right above. */
export function boundaryStep(
  rows: readonly SampleRow[],
  below: number,
  step: 'up' | 'down',
): number | 'end' | undefined {
  const at = placeOf(rows, below)
  const row = rows[at + (step === 'up' ? -1 : 1)]
  if (at < 0) return undefined
  if (!row) return step === 'down' ? 'end' : undefined
  return row.kind === 'paragraph' ? row.paragraph.index : undefined
}

const placeOf = (rows: readonly SampleRow[], paragraph: number): number =>
  rows.findIndex((row) => row.kind === 'paragraph' && row.paragraph.index === paragraph)

/** All that shows from one paragraph to the other. */
export function rangeOf(shown: readonly number[], from: number, to: number): readonly number[] {
  const [a, b] = [shown.indexOf(from), shown.indexOf(to)]
  return a < 0 || b < 0 ? [] : shown.slice(Math.min(a, b), Math.max(a, b) + 1)
}

/** What a greyed paragraph becomes when it is restored: what it could be as well, else what stands round it. */
export function restoredLabel({ paragraphs }: SegmentedSample, index: number): CorrectedLabel {
  const at = paragraphs.findIndex((paragraph) => paragraph.index === index)
  const other = paragraphs[at]?.also.find(({ section }) => section !== 'clutter')
  const isContent = ({ section }: SegmentedParagraph) => section !== 'clutter'
  const near = paragraphs.slice(0, Math.max(0, at)).findLast(isContent) ?? paragraphs.slice(at + 1).find(isContent)
  return labelOf(other ?? near ?? { section: 'lead' })
}
