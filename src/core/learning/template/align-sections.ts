/**
 * Lays the sections of several samples over one another. Sample by sample the sections are aligned in their order
 * (Needleman and Wunsch's method, on a growing profile); what stands elsewhere in one sample is found afterwards.
 */
import type { SectionDigest } from '../../template/sample-digest'
import { nameKey, nameShape, SAME_NAME, shapeLikeness, type NameShape } from './heading-likeness'

/** The label of the section that those of this level stand in. */
export type ParentLabel = Pick<SectionDigest, 'role' | 'field'> | undefined

/** A section of one sample with its place among its neighbours. */
export interface PlacedSection {
  readonly section: SectionDigest
  readonly at: number
}

export interface AlignedSection {
  /** By the number of the sample. */
  readonly runs: ReadonlyMap<number, PlacedSection>
}

interface Column {
  readonly runs: Map<number, PlacedSection>
}

interface Candidate {
  readonly section: SectionDigest
  readonly shape: NameShape
  readonly place: number
  /** Absent where only the name tells it. */
  readonly label?: string
}

export function alignSections(
  samples: readonly (readonly SectionDigest[])[],
  parent?: ParentLabel,
): readonly AlignedSection[] {
  let columns: readonly Column[] = []
  for (const number of longestFirst(samples)) columns = addSample(columns, samples[number] ?? [], number, parent)
  return columns
}

/**
 * Outside the closed set, or of the label its parent has as well: only its heading tells it from its neighbours. A part
 * is told by what it is about, however it is worded.
 */
export const isToldByName = ({ role, field, isNamed, isPart }: SectionDigest, parent: ParentLabel): boolean =>
  !isPart && (isNamed || (parent?.role === role && (field === undefined || field === parent.field)))

/** The fullest sample gives the frame the others are laid on. */
const longestFirst = (samples: readonly (readonly SectionDigest[])[]): readonly number[] =>
  samples
    .map((sections, number) => ({ number, length: sections.length }))
    .sort((a, b) => b.length - a.length || a.number - b.number)
    .map(({ number }) => number)

function addSample(
  columns: readonly Column[],
  sections: readonly SectionDigest[],
  number: number,
  parent: ParentLabel,
): readonly Column[] {
  const own = candidates(sections, parent)
  const profile = columns.map(({ runs }) => [...runs.values()].map((placed) => candidateOf(placed, parent)))
  const enough = own.map((candidate) => isLabelEnough(candidate, profile, own))
  const score = profile.map((members) =>
    own.map((candidate, at) =>
      Math.max(0, ...members.map((member) => pairScore(member, candidate, enough[at] === true))),
    ),
  )
  const inOrder = alignInOrder(score)
  const pairs = new Map([...inOrder, ...elsewhere(score, inOrder)])
  for (const [column, at] of pairs) addRun(columns[column], sections[at], number, at)
  return insertNew(columns, sections, inOrder, new Set(pairs.values()), number)
}

function addRun(column: Column | undefined, section: SectionDigest | undefined, number: number, at: number): void {
  if (column && section) column.runs.set(number, { section, at })
}

const candidates = (sections: readonly SectionDigest[], parent: ParentLabel): readonly Candidate[] =>
  sections.map((section, at) => candidateOf({ section, at }, parent))

function candidateOf({ section, at }: PlacedSection, parent: ParentLabel): Candidate {
  const { role, field, heading } = section
  const isNamed = isToldByName(section, parent) && heading !== undefined
  return {
    section,
    shape: nameShape(nameKey(heading ?? '')),
    place: at,
    ...(isNamed ? {} : { label: `${role}/${field ?? ''}` }),
  }
}

const SAME_LABEL = 600
const LIKE_NAME = 400
const CUE = 20
const MOST_CUES = 5
/** Of two equal matches the nearer; the farthest place takes less than any match gives. */
const MOST_DISTANCE = 20

/** Zero where the two cannot be one section. */
function pairScore(member: Candidate, candidate: Candidate, labelIsEnough: boolean): number {
  const likeness = shapeLikeness(member.shape, candidate.shape)
  const isHeadless = member.shape.name === '' || candidate.shape.name === ''
  const isLabelled = member.label !== undefined && member.label === candidate.label && (labelIsEnough || isHeadless)
  if (!isLabelled && likeness < SAME_NAME) return 0
  const cues = member.section.cues.filter((cue) => candidate.section.cues.includes(cue)).length
  const distance = Math.min(MOST_DISTANCE, Math.abs(member.place - candidate.place))
  return (
    (isLabelled ? SAME_LABEL : 0) +
    Math.round((likeness * LIKE_NAME) / 1000) +
    Math.min(cues, MOST_CUES) * CUE -
    distance
  )
}

/**
 * A field of work is one section only while neither side has two of it: "Phòng, chống dịch" beside "Khoa giáo" stays
 * itself although both are read as that field.
 */
function isLabelEnough(
  { label, section }: Candidate,
  profile: readonly (readonly Candidate[])[],
  own: readonly Candidate[],
): boolean {
  if (section.field === undefined) return true
  const columns = profile.filter((members) => members.some((member) => member.label === label))
  return columns.length <= 1 && own.filter((other) => other.label === label).length === 1
}

/** Pairs of column and section in the order of both, of the greatest sum; leaving one out costs nothing. */
function alignInOrder(score: readonly (readonly number[])[]): ReadonlyMap<number, number> {
  const width = score[0]?.length ?? 0
  const best = Array.from({ length: score.length + 1 }, () => new Array<number>(width + 1).fill(0))
  const at = (row: number, column: number): number => best[row]?.[column] ?? 0
  for (const [row, scores] of score.entries()) {
    for (const [column, value] of scores.entries()) {
      const matched = value > 0 ? at(row, column) + value : 0
      const line = best[row + 1]
      if (line) line[column + 1] = Math.max(matched, at(row, column + 1), at(row + 1, column))
    }
  }
  const pairs = new Map<number, number>()
  let [row, column] = [score.length, width]
  while (row > 0 && column > 0) {
    if (at(row, column) === at(row - 1, column)) row -= 1
    else if (at(row, column) === at(row, column - 1)) column -= 1
    else {
      pairs.set(row - 1, column - 1)
      row -= 1
      column -= 1
    }
  }
  return pairs
}

/** What the order kept apart: the best pairs of what is left, each once. */
function elsewhere(
  score: readonly (readonly number[])[],
  inOrder: ReadonlyMap<number, number>,
): ReadonlyMap<number, number> {
  const taken = new Set(inOrder.values())
  const open = score
    .flatMap((scores, column) => scores.map((value, at) => ({ column, at, value })))
    .filter(({ column, at, value }) => value > 0 && !inOrder.has(column) && !taken.has(at))
    .sort((a, b) => b.value - a.value || a.column - b.column || a.at - b.at)
  const pairs = new Map<number, number>()
  for (const { column, at } of open) {
    if (pairs.has(column) || taken.has(at)) continue
    pairs.set(column, at)
    taken.add(at)
  }
  return pairs
}

/** Sections no column knew become columns behind the one their predecessor went to. */
function insertNew(
  columns: readonly Column[],
  sections: readonly SectionDigest[],
  inOrder: ReadonlyMap<number, number>,
  paired: ReadonlySet<number>,
  number: number,
): readonly Column[] {
  const columnOf = new Map([...inOrder].map(([column, at]) => [at, column]))
  const behind = new Map<number, Column[]>()
  let last = -1
  for (const [at, section] of sections.entries()) {
    last = columnOf.get(at) ?? last
    if (paired.has(at)) continue
    const made: Column = { runs: new Map([[number, { section, at }]]) }
    behind.set(last, [...(behind.get(last) ?? []), made])
  }
  return [...(behind.get(-1) ?? []), ...columns.flatMap((column, index) => [column, ...(behind.get(index) ?? [])])]
}
