/**
 * Labelling samples: phrases of the lexicon beside a plain list, the whole segmentation beside the phrases alone, and
 * whether twice the text costs twice the time.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseMarked } from '../tests/corpora/segmentation/marked.mjs'
import { buildLearning } from '../scripts/build-learning.mjs'
import { makeNaiveCueList } from './baselines/naive-cue-list.mjs'
import { measureInterleaved, median, ratio } from './interleaved.mjs'
import { openReport } from './report.mjs'

const { readSample, segmentSample, findPhrases, tokenize, PHRASE_TABLE, PHRASES } = await buildLearning('bench')
const corpus = join(import.meta.dirname, '..', 'tests', 'corpora', 'segmentation', 'train')
const documents = []
for (const file of readdirSync(corpus).filter((name) => name.endsWith('.marked.txt'))) {
  const { text } = parseMarked(readFileSync(join(corpus, file), 'utf8'), file)
  const read = await readSample(new TextEncoder().encode(text), file.replace('.marked', ''))
  if (!read.ok) throw new Error(`${file}: ${read.error.code}`)
  documents.push(read.value)
}
const paragraphs = documents.flatMap((document) => document.paragraphs.map(({ text }) => text))
const letters = paragraphs.reduce((sum, text) => sum + text.length, 0)
const naive = makeNaiveCueList(PHRASES)
/** One report of so many copies of the longest document: what grows is the length, not the number. */
const longest = documents.reduce((most, document) =>
  document.paragraphs.length > most.paragraphs.length ? document : most,
)
const grown = (times) => ({
  ...longest,
  paragraphs: Array.from({ length: times }, () => longest.paragraphs)
    .flat()
    .map(({ text, signals }, index) => ({ index, signals, text: `${text} ${index}` })),
})
const [short, long] = [grown(10), grown(20)]

const measured = await measureInterleaved({
  phrases: () => paragraphs.forEach((text) => findPhrases(PHRASE_TABLE, tokenize(text))),
  naive: () => paragraphs.forEach(naive),
  segmentation: () => documents.forEach((document) => segmentSample(document, 'f')),
  short: () => segmentSample(short, 'f'),
  long: () => segmentSample(long, 'f'),
})

const report = openReport('learning')
report.figure('documents, paragraphs, letters', `${documents.length}, ${paragraphs.length}, ${letters}`)
report.figure('phrases', PHRASES.length)
for (const [name, rounds] of Object.entries(measured)) report.figure(`${name}, CPU ms`, median(rounds).toFixed(1))
report.ratio('plain list ÷ phrases in one walk', ratio(measured.naive, measured.phrases), { least: 5 })
report.ratio('whole segmentation ÷ phrases', ratio(measured.segmentation, measured.phrases), { most: 10 })
report.ratio('twice the length ÷ once', ratio(measured.long, measured.short), { most: 2.4 })
