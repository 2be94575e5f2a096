/**
 * What corrections teach: `node scripts/eval/correction-curve.mjs`, or `printCorrectionCurve(learning, folder)` from
 * another script. Of each source every document but one is corrected, the one left out is labelled, in turn. The
 * officer simulated here reads from the top, corrects the first paragraph whose section is wrong, lets everything be
 * labelled anew and goes on; she agrees to a cue where one is offered, and hides a line of a page for its whole site.
 */
import { resolve, join } from 'node:path'
import { buildLearning } from '../build-learning.mjs'
import { loadFolder, sha256Of } from '../segmentation/corpus.mjs'

const BUDGETS = [0, 3, 10]
const AT = '2026-01-01T00:00:00.000Z'
const top = (label) => label.split('/')[0]

export async function printCorrectionCurve(learning, folder) {
  const documents = loadFolder(folder)
  if (!documents) return console.log('\n== corrections: no series here, ran without them')
  const sources = Map.groupBy(
    await Promise.all(documents.map((document) => read(learning, document))),
    ({ source }) => source,
  )
  console.log(
    `\n== errors on a source's next document after so many corrections on the others (${sources.size} sources)`,
  )
  const sums = BUDGETS.map(() => ({ wrong: 0, all: 0 }))
  for (const [source, members] of [...sources].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const rates = BUDGETS.map((budget, at) => {
      const turns = members.map((left) => {
        const log = correctOthers(
          learning,
          members.filter((one) => one !== left),
          budget,
        )
        return wrongOf(learning, left, learning.replayCorrections(log)).length
      })
      const [wrong, all] = [sum(turns), sum(members.map(({ gold }) => gold.paragraphs.length))]
      sums[at].wrong += wrong
      sums[at].all += all
      return wrong / all
    })
    console.log(`   ${source}: ${rates.map((rate, at) => `${BUDGETS[at]} → ${percent(rate)}`).join('   ')}`)
  }
  console.log(`   all: ${sums.map(({ wrong, all }, at) => `${BUDGETS[at]} → ${percent(wrong / all)}`).join('   ')}`)
  return sums.map(({ wrong, all }) => wrong / all)
}

async function read(learning, document) {
  const sample = await learning.readSample(document.bytes, document.file)
  if (!sample.ok) throw new Error(`${document.file}: ${sample.error.code}`)
  return { ...document, sample: sample.value, sha256: sha256Of(document.bytes) }
}

/** Paragraphs with another section than the gold's, with the gold label. */
function wrongOf(learning, { sample, sha256, gold }, corrections) {
  const { paragraphs } = learning.toPrediction(learning.segmentSample(sample, sha256, { corrections }))
  return gold.paragraphs.filter(({ index, section }) => top(section) !== top(paragraphs[index].section))
}

function correctOthers(learning, documents, budget) {
  const log = []
  let next = 1
  const stamp = { nextId: () => String(next++).padStart(6, '0'), now: AT }
  for (let spent = 0; spent < budget; spent += 1) {
    const corrections = learning.replayCorrections(log)
    const found = documents
      .map((document) => ({ document, wrong: wrongOf(learning, document, corrections)[0] }))
      .find(({ wrong }) => wrong)
    if (!found) break
    log.push(...answer(learning, found, corrections, stamp))
  }
  return log
}

function answer(learning, { document, wrong }, corrections, stamp) {
  const { sample, sha256 } = document
  const to = labelOf(learning, wrong.section)
  const text = sample.paragraphs[wrong.index].text
  const segmented = learning.segmentSample(sample, sha256, { corrections })
  const features = learning.featuresOfSample(sample, { corrections })
  const entries = [...learning.correctParagraphs(segmented, features, { paragraphs: [wrong.index], to }, stamp)]
  const cue = learning.proposeCue(text)
  const base = { id: stamp.nextId(), at: stamp.now, section: to.section }
  if (to.section === 'clutter') entries.push({ kind: 'siteLine', ...base, line: learning.siteLineKey(text) })
  else if (cue && learning.isBodyRole(to.section)) entries.push({ kind: 'cue', ...base, phrase: cue })
  return entries
}

function labelOf({ SECTION_LABELS, WORK_FIELDS }, code) {
  const [section, field] = code.split('/')
  const keyOf = (table, wanted) => Object.keys(table).find((key) => table[key].code === wanted)
  return { section: keyOf(SECTION_LABELS, section), ...(field ? { field: keyOf(WORK_FIELDS, field) } : {}) }
}

const sum = (values) => values.reduce((all, value) => all + value, 0)
const percent = (rate) => `${(rate * 100).toFixed(1)} %`

if (process.argv[1] === import.meta.filename) {
  const projectFolder = resolve(import.meta.dirname, '..', '..')
  await printCorrectionCurve(
    await buildLearning('correction-curve'),
    join(projectFolder, 'tests', 'corpora', 'segmentation', 'series'),
  )
}
