/**
 * Chooses the sections of the body together: own words, the heading above, and a soft order of sections.
 * Max-sum over the chain with integer weights; ties go to the earlier section of the fixed list, so the outcome
 * is the same everywhere. Captions and clutter are no part of the chain.
 */
import type { ReportKind } from '../report/report'
import { BODY_ROLES, isBodyRole, type BodyRole } from './chain-labels'
import type { Heading } from './find-headings'
import { LEXICON } from './lexicon'
import type { Scores } from './score-paragraph'

export interface ChainLink {
  readonly scores: Scores
  readonly isContinuation: boolean
  /** The line before breaks off in mid-sentence. */
  readonly isRunOn: boolean
  readonly heading: Heading | undefined
  /** The paragraph is that heading itself. */
  readonly isHeading: boolean
}

export interface Decoded {
  readonly role: BodyRole
  /** Distance to the best chain with another section here. */
  readonly margin: number
  /** The section of that other chain. */
  readonly second: BodyRole
}

export function decodeLabels(links: readonly ChainLink[], kind: ReportKind): readonly Decoded[] {
  const emissions = links.map((link) => BODY_ROLES.map((role) => emission(link, role)))
  const steps = links.map((link) => stepTable(link, kind))
  const forward = runForward(emissions, steps)
  const backward = runBackward(emissions, steps)
  return links.map((_, at) => {
    const totals = BODY_ROLES.map((_role, role) => (forward[at]?.[role] ?? 0) + (backward[at]?.[role] ?? 0))
    const best = indexOfMax(totals, -1)
    const second = indexOfMax(totals, best)
    return {
      role: BODY_ROLES[best] ?? 'results',
      margin: (totals[best] ?? 0) - (totals[second] ?? 0),
      second: BODY_ROLES[second] ?? 'results',
    }
  })
}

const NEVER = -100_000

function emission(link: ChainLink, role: BodyRole): number {
  const { heading } = link
  const own = link.scores.get(role)?.weight ?? 0
  if (!heading?.section) return own
  if (link.isHeading && isBodyRole(heading.section)) return role === heading.section ? 0 : NEVER
  if (heading.section === role) return own + LEXICON.priors.headingBonus.own
  return heading.also.includes(role) ? own + LEXICON.priors.headingBonus.also : own
}

/** Weight of going from one section to another at this paragraph. */
type StepTable = readonly (readonly number[])[]

function stepTable(link: ChainLink, kind: ReportKind): StepTable {
  const prior = LEXICON.priors.genres[kind]
  const place = new Map(prior.order.map((role, at) => [role, at]))
  // A heading of the office's own begins something new: what stood before says nothing about it.
  const isNewStart = link.isHeading && link.heading?.section === undefined
  const stay = link.isRunOn ? LEXICON.priors.runOnStay : link.isContinuation ? prior.continueStay : prior.stay
  return BODY_ROLES.map((from) =>
    BODY_ROLES.map((to) => {
      if (isNewStart) return 0
      if (from === to) return stay
      const steps = (place.get(to) ?? place.size) - (place.get(from) ?? place.size)
      return steps < 0 ? prior.stepBack : prior.skipAhead
    }),
  )
}

function runForward(
  emissions: readonly (readonly number[])[],
  steps: readonly StepTable[],
): readonly (readonly number[])[] {
  const rows: number[][] = []
  for (const [at, row] of emissions.entries()) {
    const previous = rows[at - 1]
    const table = steps[at]
    rows.push(
      row.map((weight, to) =>
        previous && table
          ? weight + Math.max(...previous.map((total, from) => total + (table[from]?.[to] ?? 0)))
          : weight,
      ),
    )
  }
  return rows
}

function runBackward(
  emissions: readonly (readonly number[])[],
  steps: readonly StepTable[],
): readonly (readonly number[])[] {
  const rows: number[][] = emissions.map((row) => row.map(() => 0))
  for (let at = emissions.length - 2; at >= 0; at -= 1) {
    const next = emissions[at + 1] ?? []
    const after = rows[at + 1] ?? []
    const table = steps[at + 1]
    rows[at] = BODY_ROLES.map((_, from) =>
      Math.max(...next.map((weight, to) => weight + (after[to] ?? 0) + (table?.[from]?.[to] ?? 0))),
    )
  }
  return rows
}

function indexOfMax(values: readonly number[], except: number): number {
  let best = except === 0 ? 1 : 0
  for (const [index, value] of values.entries()) {
    if (index !== except && value > (values[best] ?? 0)) best = index
  }
  return best
}
