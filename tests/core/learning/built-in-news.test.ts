/** The built-in news template against the samples it was learned from, where they are; else against its own record. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { learnTemplate } from '../../../src/core/learning/learn-template'
import { segmentSample } from '../../../src/core/learning/segment-sample'
import { parseTemplate } from '../../../src/core/template/template-file'
import type { Template } from '../../../src/core/template/template'
import { readSample } from '../../../src/formats/readers'

const PROJECT = join(import.meta.dirname, '..', '..', '..')
const SAMPLES = resolve(PROJECT, process.env['SHARED_DIR'] ?? '../shared', 'samples')

function builtIn(): Template {
  const path = join(PROJECT, 'templates', 'news-review-conference', 'template.json')
  const parsed = parseTemplate(readFileSync(path, 'utf8'), 'template.json')
  if (!parsed.ok) throw new Error(parsed.error.code)
  return parsed.value
}

const structureOf = (template: Template) =>
  template.sections.map(
    ({ id, role, isRequired, seenIn, otherPositions, cues, mentions, usualFigures, usualLength, usualParagraphs }) => ({
      id,
      role,
      isRequired,
      seenIn,
      otherPositions,
      cues,
      mentions,
      usualFigures,
      usualLength,
      usualParagraphs,
    }),
  )

describe('the built-in template of a review conference', () => {
  it('has the sections, order, counts, cues and slots that the samples give', async () => {
    const template = builtIn()
    if (template.origin.kind !== 'learned') throw new Error(template.origin.kind)
    const files = template.origin.samples.map(({ name }) => join(SAMPLES, name))
    if (!files.every(existsSync)) {
      process.stdout.write('built-in-news: ran without the shared samples\n')
      return
    }
    const samples = await Promise.all(
      template.origin.samples.map(async ({ name, sha256 }) => {
        const bytes = readFileSync(join(SAMPLES, name))
        expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256)
        const read = await readSample(bytes, name)
        if (!read.ok) throw new Error(read.error.code)
        return segmentSample(read.value, sha256)
      }),
    )
    const learned = learnTemplate(samples, { id: template.id, name: template.name, kind: 'newsAccount' })
    if (!learned.ok) throw new Error(learned.error.code)
    expect(structureOf(template)).toEqual(structureOf(learned.value.value))
    expect(template.slots).toEqual(learned.value.value.slots)
  })

  it('says of every section in how many of its samples it was seen, and keeps no digest of them', () => {
    const template = builtIn()
    if (template.origin.kind !== 'learned') throw new Error(template.origin.kind)
    const total = template.origin.samples.length
    expect(template.origin.samples.map(({ digest }) => digest)).toEqual(template.origin.samples.map(() => undefined))
    for (const section of template.sections) {
      expect(section.seenIn?.of).toBe(total)
      expect(section.seenIn?.count).toBeGreaterThan(0)
      expect(section.isHeadingPrinted).toBe(false)
    }
  })

  it('carries words of its own: guidance everywhere, first words that no sample lent', () => {
    for (const section of builtIn().sections) {
      expect(section.guidance).not.toBe('')
      expect(section.openers.length).toBeGreaterThan(0)
      expect(section.openers.every((opener) => opener.count === 0)).toBe(true)
    }
  })
})
