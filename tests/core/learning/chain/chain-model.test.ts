import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeChain, type ChainLink, type ChainModel } from '../../../../src/core/learning/chain/chain-model'

type Label = 'a' | 'b' | 'c'
const LABELS: readonly Label[] = ['a', 'b', 'c']
const weight = fc.integer({ min: -300, max: 300 })
const row = fc.array(weight, { minLength: 3, maxLength: 3 })

const models: fc.Arbitrary<ChainModel<Label>> = fc.record({
  labels: fc.constant(LABELS),
  rows: fc.tuple(row, row).map(
    ([one, two]) =>
      new Map([
        ['one', one],
        ['two', two],
      ]),
  ),
  pointers: weight.map((value) => new Map([['points', value]])),
  steps: fc.tuple(row, row, row),
  first: row,
  last: row,
  stays: row.map((value) => new Map([['goes on', value]])),
  temperature: fc.constant(100),
})

const links: fc.Arbitrary<ChainLink<Label>[]> = fc.array(
  fc.record({
    features: fc.subarray([
      { name: 'one', value: 1 },
      { name: 'two', value: 2 },
      { name: 'unknown', value: 1 },
      { name: 'points', value: 1, label: 'lead' as const },
    ]),
    stays: fc.subarray([{ name: 'goes on', value: 1 }]),
  }),
  { minLength: 1, maxLength: 5 },
)

/** The score of one sequence, added up term by term. */
function scoreOf(model: ChainModel<Label>, chain: readonly ChainLink<Label>[], path: readonly number[]): number {
  const at = (values: readonly number[] | undefined, place: number | undefined): number => values?.[place ?? -1] ?? 0
  const own = chain.map((link, place) =>
    link.features.reduce((sum, { name, value }) => sum + at(model.rows.get(name), path[place]) * value, 0),
  )
  const steps = chain.slice(1).map((link, place) => {
    const [from, to] = [path[place], path[place + 1]]
    const stays = from === to && link.stays.length > 0 ? at(model.stays.get('goes on'), to) : 0
    return at(model.steps[from ?? -1], to) + stays
  })
  const ends = at(model.first, path[0]) + at(model.last, path.at(-1))
  return [...own, ...steps].reduce((sum, value) => sum + value, ends)
}

function pathsOf(length: number): readonly (readonly number[])[] {
  return length === 0 ? [[]] : pathsOf(length - 1).flatMap((path) => LABELS.map((_, label) => [...path, label]))
}

describe('a chain of labels', () => {
  it('finds the sequence that no other outweighs', () => {
    fc.assert(
      fc.property(models, links, (model, chain) => {
        const path = decodeChain(model, chain).map(({ label }) => LABELS.indexOf(label))
        const best = Math.max(...pathsOf(chain.length).map((other) => scoreOf(model, chain, other)))
        expect(scoreOf(model, chain, path)).toBe(best)
      }),
    )
  })

  it('gives each label the share of all sequences that have it', () => {
    fc.assert(
      fc.property(models, links, (model, chain) => {
        const weights = pathsOf(chain.length).map(
          (path) => [path, Math.exp(scoreOf(model, chain, path) / 100)] as const,
        )
        const all = weights.reduce((sum, [, value]) => sum + value, 0)
        for (const [place, { probabilities }] of decodeChain(model, chain).entries()) {
          for (const [label, probability] of probabilities.entries()) {
            const having = weights.filter(([path]) => path[place] === label)
            expect(probability).toBeCloseTo(having.reduce((sum, [, value]) => sum + value, 0) / all, 6)
          }
        }
      }),
    )
  })

  it('keeps a label that is settled, whatever its weight', () => {
    fc.assert(
      fc.property(models, links, fc.constantFrom(...LABELS), (model, chain, label) => {
        const settled = chain.map((link, at) => (at === 0 ? { ...link, forced: label } : link))
        const first = decodeChain(model, settled)[0]
        expect(first?.label).toBe(label)
        expect(first?.probabilities[LABELS.indexOf(label)]).toBeCloseTo(1, 6)
      }),
    )
  })

  it('takes the label that stands first where two weigh the same', () => {
    const model: ChainModel<Label> = {
      labels: LABELS,
      rows: new Map(),
      pointers: new Map(),
      steps: [],
      first: [],
      last: [],
      stays: new Map(),
      temperature: 100,
    }
    expect(decodeChain(model, [{ features: [], stays: [] }])[0]?.label).toBe('a')
  })

  it('lets corrections outweigh what was learned', () => {
    const model: ChainModel<Label> = {
      labels: LABELS,
      rows: new Map([['one', [100, 0, 0]]]),
      pointers: new Map(),
      steps: LABELS.map(() => [0, 0, 0]),
      first: [0, 0, 0],
      last: [0, 0, 0],
      stays: new Map(),
      temperature: 100,
    }
    const chain = [{ features: [{ name: 'one', value: 1 }], stays: [] }]
    expect(decodeChain(model, chain)[0]?.label).toBe('a')
    const changes = { weightOf: (label: Label) => (label === 'c' ? 150 : 0), stepWeight: () => 0 }
    expect(decodeChain(model, chain, changes)[0]?.label).toBe('c')
  })
})
