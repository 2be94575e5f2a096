/** Templates learned from the fixtures against their gold labels: nothing all samples have is missing, and in order. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { learnTemplate } from '../../../src/core/learning/learn-template'
import type { SegmentedSample } from '../../../src/core/learning/sample-document'
import { segmentSample } from '../../../src/core/learning/segment-sample'
import { SECTION_LABELS } from '../../../src/core/section-labels'
import type { TemplateSection } from '../../../src/core/template/template'
import { readSample } from '../../../src/formats/readers'
import { hashOf } from './formal-sample'

const FOLDER = join(import.meta.dirname, '..', '..', 'fixtures', 'samples')
const NO_SECTION = new Set(['tieu_de', 'ngay_dang', 'byline', 'the_thuc', 'clutter', 'phu_luc', 'anh_chu_thich'])
const GoldSchema = z.object({
  genre: z.enum(['news', 'formal']),
  paragraphs: z.array(z.object({ section: z.string() })),
})

interface Judged {
  readonly sample: SegmentedSample
  /** Codes of its sections, each once, in the order of their first paragraphs. */
  readonly sections: readonly string[]
}

async function samplesOf(set: string, genre: 'news' | 'formal'): Promise<readonly Judged[]> {
  const files = readdirSync(join(FOLDER, set))
  const judged = await Promise.all(
    files
      .filter((name) => name.endsWith('.gold.json'))
      .map(async (goldName) => {
        const gold = GoldSchema.parse(JSON.parse(readFileSync(join(FOLDER, set, goldName), 'utf8')))
        const name = files.find(
          (file) => !file.endsWith('.json') && file.startsWith(goldName.replace('.gold.json', '.')),
        )
        if (name === undefined || gold.genre !== genre) return []
        const read = await readSample(readFileSync(join(FOLDER, set, name)), name)
        if (!read.ok) throw new Error(read.error.code)
        const codes = gold.paragraphs.map(({ section }) => section.split('/')[0] ?? '')
        const sections = [...new Set(codes)].filter((code) => !NO_SECTION.has(code))
        return [{ sample: segmentSample(read.value, hashOf(name)), sections }]
      }),
  )
  return judged.flat()
}

const codesOf = (sections: readonly TemplateSection[]): readonly string[] =>
  sections.flatMap(({ role, nearestRole, sections: inner }) => {
    const label = role ?? nearestRole
    return [...(label ? [SECTION_LABELS[label].code] : []), ...codesOf(inner)]
  })

/** Kendall's τ over the pairs that most samples put one way round. */
function agreement(order: readonly string[], samples: readonly Judged[]): number {
  let [agreeing, pairs] = [0, 0]
  for (const [at, first] of order.entries()) {
    for (const second of order.slice(at + 1)) {
      const both = samples.filter(({ sections }) => sections.includes(first) && sections.includes(second))
      const before = both.filter(({ sections }) => sections.indexOf(first) < sections.indexOf(second)).length
      if (before * 2 === both.length) continue
      pairs += 1
      if (before * 2 > both.length) agreeing += 1
    }
  }
  return (2 * agreeing - pairs) / pairs
}

const SETS = [
  ['tuned', 'news'],
  ['tuned', 'formal'],
  ['held-back', 'news'],
  ['held-back', 'formal'],
] as const

async function learn(set: string, genre: 'news' | 'formal') {
  const samples = await samplesOf(set, genre)
  const learned = learnTemplate(
    samples.map(({ sample }) => sample),
    { id: 'mau', name: 'Mẫu' },
  )
  if (!learned.ok) throw new Error(learned.error.code)
  return { samples, sections: learned.value.value.sections }
}

describe('a template learned without corrections', () => {
  it.each(SETS)('has all that its samples share, in their order: %s, %s', async (set, genre) => {
    const { samples, sections } = await learn(set, genre)
    const order = [...new Set(codesOf(sections))]
    const inAll = order
      .concat(samples.flatMap((judged) => judged.sections))
      .filter((code) => samples.every((judged) => judged.sections.includes(code)))
    expect(inAll.length).toBeGreaterThan(0)
    expect(order).toEqual(expect.arrayContaining(inAll))
    expect(agreement(order, samples)).toBeGreaterThanOrEqual(0.95)
  })

  // Where labels are wrong, what is required follows them: only where they are right the learner itself is judged.
  it.each(SETS.filter(([set]) => set === 'tuned'))('requires only what most have: %s, %s', async (set, genre) => {
    const { samples, sections } = await learn(set, genre)
    const required = sections.flatMap(({ isRequired, role }) => (isRequired && role ? [SECTION_LABELS[role].code] : []))
    expect(required.length).toBeGreaterThan(0)
    const seenIn = (code: string) => samples.filter((judged) => judged.sections.includes(code)).length
    expect(required.filter((code) => seenIn(code) * 5 < samples.length * 4)).toEqual([])
  })
})
