import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import weights from '../../resources/lexicon/segment-weights.json'
import { minimize } from '../../scripts/segmentation/minimize.mjs'
import { trainChain, type Sequence, type TrainOptions } from '../../scripts/segmentation/train-chain.mjs'
import { TRAINING_FOLDERS } from '../../scripts/segmentation/training-folders.mjs'

const PROJECT = join(import.meta.dirname, '..', '..')
const corpus: Readonly<Record<string, string>> = weights.corpus

const sequence = (source: string, ...links: readonly (readonly [string, string])[]): Sequence => ({
  kind: 'newsAccount',
  source,
  weight: 1,
  links: links.map(([word, gold]) => ({
    features: [{ name: `has:${word}`, value: 1 }],
    stays: [{ name: 'always', value: 1 }],
    gold,
  })),
})

const TINY = [
  sequence('one', ['sun', 'day'], ['moon', 'night'], ['moon', 'night']),
  sequence('two', ['sun', 'day'], ['sun', 'day'], ['star', 'night']),
  sequence('three', ['cloud', 'day'], ['star', 'night']),
]

const options: TrainOptions = {
  labels: ['day', 'night'],
  labelsOf: () => ['day', 'night'],
  namesOf: (name) => [name],
  minDocuments: () => 1,
  penalty: () => 0.1,
  pointerPenalty: 0.1,
  iterations: 40,
  keep: 1,
}

describe('training the segmenter', () => {
  it('gives the same weights for the same documents, and they tell the labels apart', () => {
    const chain = trainChain(TINY, options)
    expect(trainChain(TINY, options)).toEqual(chain)
    expect(chain.rows['has:sun']?.['day']).toBeGreaterThan(0)
    expect(chain.rows['has:moon']?.['night']).toBeGreaterThan(0)
  })

  it('leaves out a word that too few sources have', () => {
    const chain = trainChain(TINY, { ...options, minDocuments: () => 2 })
    expect(Object.keys(chain.rows).sort()).toEqual(['has:star', 'has:sun'])
  })

  it('finds the minimum of a function it can check', () => {
    const x = new Float64Array([5, -3])
    const value = minimize(
      x,
      ([a = 0, b = 0], gradient) => {
        gradient[0] = 2 * (a - 1) + b
        gradient[1] = 8 * (b + 2) + a
        return (a - 1) ** 2 + 4 * (b + 2) ** 2 + a * b
      },
      { iterations: 100 },
    )
    expect(x[0]).toBeCloseTo(32 / 15, 4)
    expect(x[1]).toBeCloseTo(-34 / 15, 4)
    expect(value).toBeCloseTo((32 / 15 - 1) ** 2 + 4 * (-34 / 15 + 2) ** 2 - (32 * 34) / 225, 6)
  })
})

describe('the file of weights', () => {
  it('names documents of the training folders, each as it is now', () => {
    const paths = Object.keys(corpus)
    expect(paths.length).toBeGreaterThan(100)
    const folders = new Set(paths.map((path) => path.slice(0, path.lastIndexOf('/'))))
    expect([...folders].sort()).toEqual([...TRAINING_FOLDERS].sort())
    for (const path of paths) {
      const hash = createHash('sha256')
        .update(readFileSync(join(PROJECT, path)))
        .digest('hex')
      expect([path, hash.slice(0, 16)]).toEqual([path, corpus[path]])
    }
  })

  it('stays small enough to be read', () => {
    expect(readFileSync(join(PROJECT, 'resources/lexicon/segment-weights.json')).length).toBeLessThan(350_000)
  })
})
