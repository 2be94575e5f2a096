/**
 * `npm run eval:learning [-- --errors]`: segments the shared samples and the project's own fixtures and scores them.
 * The score tool stands in SHARED_DIR (default ../shared) and needs python3; without it only our own count is printed.
 */
import { createHash } from 'node:crypto'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { buildLearning } from './build-learning.mjs'

const projectFolder = join(import.meta.dirname, '..')
const sharedFolder = resolve(projectFolder, process.env.SHARED_DIR ?? '../shared')
const scoreTool = join(sharedFolder, 'tools', 'segmentation_score.py')
const showsErrors = process.argv.includes('--errors')
const { readSample, segmentSample, toPrediction } = await buildLearning()

const fixtures = join(projectFolder, 'tests', 'fixtures', 'samples')
const SETS = [
  { name: 'shared samples', samples: join(sharedFolder, 'samples'), gold: join(sharedFolder, 'samples', 'gold') },
  { name: 'own fixtures, tuned on', samples: join(fixtures, 'tuned'), gold: join(fixtures, 'tuned') },
  // Their errors are not printed: what one has looked at one has tuned on.
  {
    name: 'own fixtures, errors never printed',
    samples: join(fixtures, 'held-back'),
    gold: join(fixtures, 'held-back'),
    isHeldBack: true,
  },
  {
    name: 'held-out corpus, written without sight of the rules',
    samples: join(projectFolder, 'tests', 'corpora', 'segmentation', 'held-out'),
    gold: join(projectFolder, 'tests', 'corpora', 'segmentation', 'held-out'),
    isHeldBack: true,
  },
]

for (const set of SETS) {
  if (!existsSync(set.gold)) {
    console.log(`\n== ${set.name}: not here, ran without it`)
    continue
  }
  console.log(`\n== ${set.name}`)
  const predictions = join(projectFolder, '.cache', 'eval', basename(set.samples))
  rmSync(predictions, { recursive: true, force: true })
  mkdirSync(predictions, { recursive: true })
  for (const file of readdirSync(set.gold).filter((name) => name.endsWith('.gold.json')))
    await predict(set, file, predictions)
  if (!existsSync(scoreTool)) {
    console.log('   score tool not here, ran without it')
    continue
  }
  const score = spawnSync('python3', [scoreTool, set.gold, predictions], { encoding: 'utf8' })
  console.log(score.stdout || score.stderr || String(score.error))
}

async function predict(set, goldFile, predictions) {
  const name = goldFile.replace(/\.gold\.json$/, '')
  const file = readdirSync(set.samples).find(
    (entry) => /\.(txt|html?)$/.test(entry) && entry.replace(/\.[^.]+$/, '') === name,
  )
  const bytes = readFileSync(join(set.samples, file))
  const read = await readSample(bytes, file)
  if (!read.ok) throw new Error(`${file}: ${read.error.code}`)
  const segmented = segmentSample(read.value, createHash('sha256').update(bytes).digest('hex'))
  const prediction = toPrediction(segmented)
  writeFileSync(join(predictions, `${name}.pred.json`), JSON.stringify(prediction, null, 1))
  if (showsErrors && !set.isHeldBack)
    printErrors(JSON.parse(readFileSync(join(set.gold, goldFile), 'utf8')), prediction, segmented)
}

function printErrors(gold, prediction, segmented) {
  for (const paragraph of gold.paragraphs) {
    const found = prediction.paragraphs[paragraph.index]
    if (found?.section === paragraph.section) continue
    const reasons = segmented.paragraphs[paragraph.index]?.reasons.map(
      (reason) => `${reason.code} ${reason.data ?? ''}`,
    )
    console.log(
      `   ${prediction.file} ${paragraph.index}: ${paragraph.section} (+${(paragraph.also ?? []).join(', ')}) ← ${found?.section} ${found?.confidence} [${reasons?.join('; ')}] ${paragraph.text_start}`,
    )
  }
  const same = (a, b) => a.type === b.type && a.paragraph === b.paragraph && a.start < b.end && b.start < a.end
  for (const slot of gold.slots) {
    if (!prediction.slots.some((other) => same(slot, other)))
      console.log(`   missed ${slot.type} ${slot.paragraph}: ${slot.text}`)
  }
  for (const slot of prediction.slots) {
    if (gold.slot_scope.partial.includes(slot.type)) continue
    if (!gold.slots.some((other) => same(slot, other)))
      console.log(`   extra ${slot.type} ${slot.paragraph}: ${slot.text}`)
  }
}
