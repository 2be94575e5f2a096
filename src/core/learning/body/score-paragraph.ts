/** How well each section fits a paragraph by its own words: integer weights of its phrases and features. */
import type { ReportKind } from '../../report/report'
import type { Analysis } from '../words/analyse-paragraph'
import { BODY_ROLES, type BodyRole } from '../chain/chain-labels'
import { LEXICON, type CueRow } from '../lexicon'
import type { FeatureCounts } from './paragraph-features'
import { hitsOf } from '../words/phrase-uses'
import type { Reason } from '../reason'

export interface Score {
  readonly weight: number
  /** The heaviest phrase. */
  readonly reason?: Reason
  /** Weight of phrases alone: without it the section is only a guess from features. */
  readonly cueWeight: number
  /** Its parts: the heaviest phrase at the opening, those that may stand anywhere, and which of these come late. */
  readonly openingWeight: number
  readonly insideWeight: number
  readonly lateWeight: number
  /** The rows of the lexicon that hit, each named by place and first phrase. */
  readonly rows: readonly string[]
}

export type Scores = ReadonlyMap<BodyRole, Score>

const OPENING = 12
/** Phrases that may stand anywhere add up to this at most: a long paragraph holds many. */
const MOST_ANYWHERE = 100

/** Weight of every body section. */
export function scoreParagraph(paragraph: Analysis, features: FeatureCounts, kind: ReportKind): Scores {
  const cues = placedCues(paragraph, kind)
  return new Map(
    BODY_ROLES.map((role) => {
      const own = cues.filter((cue) => cue.row.role === role)
      if (own.length === 0) return [role, { ...NO_CUE, weight: featureWeight(role, features, kind) }] as const
      const opening = Math.max(0, ...own.filter((cue) => cue.row.where !== 'anywhere').map((cue) => cue.weight))
      const anywhere = sum(own.filter((cue) => cue.row.where === 'anywhere').map((cue) => cue.weight))
      const inside = Math.min(MOST_ANYWHERE, anywhere)
      const cueWeight = opening + inside
      const heaviest = [...own].sort((a, b) => b.weight - a.weight || a.from - b.from)[0]
      const score: Score = {
        weight: cueWeight + featureWeight(role, features, kind),
        cueWeight,
        openingWeight: opening,
        insideWeight: inside,
        lateWeight: Math.min(
          inside,
          sum(own.filter((cue) => cue.row.where === 'anywhere' && isLate(cue)).map((cue) => cue.weight)),
        ),
        rows: [...new Set(own.map(rowName))],
        ...(heaviest ? { reason: reasonOf(heaviest) } : {}),
      }
      return [role, score] as const
    }),
  )
}

const NO_CUE = { cueWeight: 0, openingWeight: 0, insideWeight: 0, lateWeight: 0, rows: [] } as const

/** After so many syllables a paragraph has said what it is about and may mention anything. */
const LATE = 30

function rowName(cue: PlacedCue): string {
  const { role, where, phrases } = cue.row
  return `${role}/${where}${isLate(cue) ? ' late' : ''}/${phrases[0] ?? ''}`
}

const isLate = (cue: PlacedCue): boolean => cue.offset >= LATE

interface PlacedCue {
  readonly row: CueRow
  readonly phrase: string
  readonly from: number
  /** Syllables from the first after the mark. */
  readonly offset: number
  readonly weight: number
}

/** Each phrase once, where its row wants it; a "start" phrase after a first clause counts half. */
function placedCues(paragraph: Analysis, kind: ReportKind): readonly PlacedCue[] {
  const placed = new Map<string, PlacedCue>()
  for (const { use, phrase, from, to } of hitsOf(paragraph.hits, 'cue')) {
    const { row } = use
    if (row.genre !== undefined && row.genre !== kind) continue
    const weight = weightAt(paragraph, row, from)
    if (weight === 0) continue
    const key = `${row.role}/${row.where}/${row.where === 'anywhere' ? phrase : to}`
    const known = placed.get(key)
    if (!known || Math.abs(weight) > Math.abs(known.weight))
      placed.set(key, { row, phrase, from, offset: from - paragraph.firstToken, weight })
  }
  return withoutCovered([...placed.values()])
}

function weightAt(paragraph: Analysis, row: CueRow, from: number): number {
  const offset = from - paragraph.firstToken
  switch (row.where) {
    case 'anywhere':
      return row.weight
    case 'opening':
      return offset >= 0 && offset < OPENING ? row.weight : 0
    case 'start':
      if (offset === 0) return row.weight
      return offset > 0 && offset < OPENING && paragraph.tokens[from]?.afterComma === true && row.weight >= 80
        ? Math.floor(row.weight / 2)
        : 0
  }
}

/** "hạn chế" inside "tồn tại hạn chế" says nothing new. */
function withoutCovered(cues: readonly PlacedCue[]): readonly PlacedCue[] {
  return cues.filter(
    (cue) =>
      !cues.some(
        (other) =>
          other !== cue &&
          other.row.role === cue.row.role &&
          other.row.where === cue.row.where &&
          other.phrase.length > cue.phrase.length &&
          other.phrase.includes(cue.phrase),
      ),
  )
}

function featureWeight(role: BodyRole, features: FeatureCounts, kind: ReportKind): number {
  let total = 0
  for (const row of ROWS_OF.get(role) ?? []) {
    if (row.genre !== undefined && row.genre !== kind) continue
    const weight = row.weight * (features.get(row.feature) ?? 0)
    total +=
      row.max === undefined
        ? Math.sign(weight) * Math.min(Math.abs(weight), Math.abs(row.weight))
        : Math.min(weight, row.max)
  }
  return total
}

const ROWS_OF = new Map(
  BODY_ROLES.map((role) => [role, LEXICON.featureWeights.filter((row) => row.role === role)] as const),
)

const reasonOf = (cue: PlacedCue): Reason => ({
  code: cue.row.where === 'anywhere' ? 'cue.inside' : 'cue.opening',
  data: cue.phrase,
})

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
