/**
 * `npm run eval:learning [-- --errors] [-- --quick]`: how right the labels, slots, templates and corrections are.
 * Measures are the project's own (scripts/segmentation/score*.mjs) and follow the rules of the shared score tool; where
 * SHARED_DIR (default ../shared) is there, its samples are scored too. --quick leaves out what has to be trained again;
 * --errors names wrong labels, of documents that may be looked at. Of held-out documents only sums are printed.
 */
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { buildLearning } from './build-learning.mjs'
import { printCorrectionCurve } from './eval/correction-curve.mjs'
import { printTemplateMeasures } from './eval/template-measures.mjs'
import { groupOf, loadFolder, projectFolder } from './segmentation/corpus.mjs'
import { crossValidate, FOLDS, labelDocument } from './segmentation/cross-validate.mjs'
import { labelLine, scoreCalibration, scoreLabels } from './segmentation/score.mjs'
import { scoreSlots } from './segmentation/score-slots.mjs'
import { TRAINING_FOLDERS } from './segmentation/training-folders.mjs'
import { sequencesOf } from './segmentation/train-model.mjs'

const sharedFolder = resolve(projectFolder, process.env.SHARED_DIR ?? '../shared')
const corpora = join(projectFolder, 'tests', 'corpora', 'segmentation')
const fixtures = join(projectFolder, 'tests', 'fixtures', 'samples')
const showsErrors = process.argv.includes('--errors')
const learning = await buildLearning()

const SETS = [
  {
    name: 'shared samples',
    folder: join(sharedFolder, 'samples'),
    gold: join(sharedFolder, 'samples', 'gold'),
    mayShow: true,
  },
  { name: 'own fixtures, trained on', folder: join(fixtures, 'tuned'), mayShow: true },
  { name: 'own fixtures, never trained on nor looked at', folder: join(fixtures, 'held-back') },
  { name: 'held-out documents', folder: join(corpora, 'held-out') },
  { name: 'held-out documents, second lot', folder: join(corpora, 'held-out-2') },
  { name: 'held-out documents, plain', folder: join(corpora, 'held-out-plain') },
]

for (const { name, folder, gold = folder, mayShow } of SETS) {
  if (!existsSync(gold)) {
    console.log(`\n== ${name}: not here, ran without them`)
    continue
  }
  const results = []
  for (const document of loadFolder(folder, { gold })) results.push(await labelDocument(document, learning))
  report(name, results, mayShow === true)
}

if (!process.argv.includes('--quick')) {
  const documents = TRAINING_FOLDERS.flatMap((folder) => loadFolder(join(projectFolder, folder)) ?? [])
  const sequences = await sequencesOf(documents, learning)
  const results = await crossValidate(documents, sequences, learning)
  report(`training documents, each labelled by weights that never saw its source (${FOLDS} folds)`, results, true)
  await printTemplateMeasures(learning, { projectFolder, sharedFolder })
  await printCorrectionCurve(learning, join(corpora, 'series'))
}

function report(name, results, mayShow) {
  if (results.length === 0) return console.log(`\n== ${name}: none here`)
  console.log(`\n== ${name}`)
  const groups = Map.groupBy(results, ({ document }) => groupOf(document))
  for (const group of [...groups.keys()].sort()) console.log(labelLine(group, scoreLabels(groups.get(group))))
  const all = scoreLabels(results)
  console.log(labelLine('all', all))
  if (mayShow) console.log(`worst documents: ${worstOf(results)}`)
  console.log(
    `F1 per label: ${[...all.perLabel]
      .sort()
      .map(([label, f1]) => `${label} ${f1.toFixed(2)}`)
      .join(', ')}`,
  )
  console.log(`slots: ${scoreSlots(results).map(slotText).join(', ')}`)
  const { bins, error } = scoreCalibration(results)
  console.log(`calibration error ${error.toFixed(3)}; said, was right, how often: ${bins.flatMap(binText).join('; ')}`)
  if (showsErrors && mayShow) for (const result of results) printErrors(result)
}

function worstOf(results) {
  return results
    .map((result) => ({ name: result.document.name, accuracy: scoreLabels([result]).accuracy }))
    .sort((a, b) => a.accuracy - b.accuracy)
    .slice(0, 5)
    .map(({ name, accuracy }) => `${name} ${accuracy.toFixed(2)}`)
    .join(', ')
}

function slotText({ type, precision, recall, f1, count }) {
  if (f1 === undefined) return `${type} R ${recall.toFixed(2)} (${count})`
  return `${type} F1 ${f1.toFixed(2)} P ${precision.toFixed(2)} R ${recall.toFixed(2)} (${count})`
}

function binText({ count, confidence, right }) {
  return count === 0 ? [] : [`${(confidence / count).toFixed(2)} ${(right / count).toFixed(2)} ${count}`]
}

function printErrors({ document, gold, prediction, segmented }) {
  for (const [at, wanted] of gold.paragraphs.entries()) {
    const found = prediction.paragraphs[at]
    if (found?.section === wanted.section) continue
    const reasons = segmented.paragraphs[at]?.reasons.map(({ code, data }) => `${code} ${data ?? ''}`)
    console.log(
      `   ${document.name} ${at}: ${wanted.section} (+${(wanted.also ?? []).join(', ')}) ← ${found?.section} ${found?.confidence} [${reasons?.join('; ')}] ${wanted.text_start}`,
    )
  }
}
