/**
 * Writes templates/news-review-conference/template.json again: structure learned from the shared samples
 * (SHARED_DIR, default ../shared), words from the wording.json beside it.
 */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { buildLearning } from './build-learning.mjs'

const projectFolder = join(import.meta.dirname, '..')
const samplesFolder = resolve(projectFolder, process.env.SHARED_DIR ?? '../shared', 'samples')
const templateFolder = join(projectFolder, 'templates', 'news-review-conference')
const templatePath = join(templateFolder, 'template.json')
const { readSample, segmentSample, learnTemplate, serializeTemplate } = await buildLearning()

const names = readdirSync(samplesFolder).filter((name) => name.endsWith('.txt'))
const samples = await Promise.all(
  names.sort().map(async (name) => {
    const bytes = readFileSync(join(samplesFolder, name))
    const read = await readSample(bytes, name)
    if (!read.ok) throw new Error(`${name}: ${read.error.code}`)
    return segmentSample(read.value, createHash('sha256').update(bytes).digest('hex'))
  }),
)
const wording = JSON.parse(readFileSync(join(templateFolder, 'wording.json'), 'utf8'))
const learned = learnTemplate(samples, { id: 'news-review-conference', name: wording.name, kind: 'newsAccount' })
if (!learned.ok) throw new Error(learned.error.code)
const { value: skeleton } = learned.value
// Of the samples a built-in template names only the files: it is never learned again from their digests.
const origin = { ...skeleton.origin, samples: skeleton.origin.samples.map(({ name, sha256 }) => ({ name, sha256 })) }
const template = {
  ...skeleton,
  origin,
  description: wording.description,
  title: wording.title,
  periodKinds: wording.periodKinds,
  sections: skeleton.sections.map(withOwnWords),
}
const options = await resolveConfig(templatePath)
writeFileSync(templatePath, await format(serializeTemplate(template), { ...options, filepath: templatePath }))
console.log(`${templatePath}: ${template.sections.length} sections from ${samples.length} samples`)

/** First words of our own were seen in no sample: their count is 0. */
function withOwnWords(section) {
  const own = wording.sections[section.role]
  if (!own) return { ...section, openers: [], boilerplate: [] }
  return {
    ...section,
    boilerplate: [],
    guidance: own.guidance,
    openers: own.openers.map((text) => ({ text, count: 0 })),
    phrases: own.phrases,
    starter: own.starter,
  }
}
