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

/** How far a correction reaches was tried on these; the others only measure. */
const TUNED_ON = new Set([
  'formal-dang-uy-phuong-dong-mac',
  'formal-phong-vhxh-xa-thach-luong',
  'news-benh-vien-khu-vuc-luong-dien',
  'news-xa-ea-rang',
])

export async function printCorrectionCurve(learning, folder) {
  const documents = loadFolder(folder)
  if (!documents) return console.log('\n== corrections: no series here, ran without them')
  const read = await Promise.all(documents.map((document) => readDocument(learning, document)))
  const sources = Map.groupBy(read, ({ source }) => source)
  console.log(
    `\n== errors on a source's next document after so many corrections on its others (${sources.size} sources)`,
  )
  const counts = [...sources]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([source, members]) => ({ source, all: sum(members.map(sizeOf)), wrong: errorsByBudget(learning, members) }))
  for (const count of counts) printLine(`${TUNED_ON.has(count.source) ? '' : '* '}${count.source}`, [count])
  const held = counts.filter(({ source }) => !TUNED_ON.has(source))
  printLine('all', counts)
  printLine('* never tuned on', held)
}

const sizeOf = ({ gold }) => gold.paragraphs.length

function errorsByBudget(learning, members) {
  return BUDGETS.map((budget) =>
    sum(
      members.map((left) => {
        const others = members.filter((one) => one !== left)
        const corrections = learning.replayCorrections(correctOthers(learning, others, budget))
        return wrongOf(learning, left, corrections).length
      }),
    ),
  )
}

function printLine(name, counts) {
  const all = sum(counts.map((count) => count.all))
  const rates = BUDGETS.map((budget, at) => `${budget} → ${percent(sum(counts.map(({ wrong }) => wrong[at])) / all)}`)
  console.log(`   ${name}: ${rates.join('   ')}`)
}

async function readDocument(learning, document) {
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
  const base = () => ({ id: stamp.nextId(), at: stamp.now, section: to.section })
  if (to.section === 'clutter') entries.push({ kind: 'siteLine', ...base(), line: learning.siteLineKey(text) })
  if (cue) entries.push({ kind: 'cue', ...base(), phrase: cue })
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
