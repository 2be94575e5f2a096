/**
 * A Word file of about fifty pages: our reading, and reading with labelling, beside mammoth's bare conversion of the
 * same bytes. mammoth only turns text into HTML; ours also resolves styles, numbers and what an import has to tell.
 */
import mammoth from 'mammoth'
import { buildLearning } from '../scripts/build-learning.mjs'
import { measureInterleaved, median, ratio } from './interleaved.mjs'
import { openReport } from './report.mjs'
import { wordFile } from './word-file.mjs'

const PAGES = 50
const bytes = await wordFile(PAGES)
const { readSample, segmentSample } = await buildLearning('bench')
const read = async () => {
  const sample = await readSample(bytes, 'bench.docx')
  if (!sample.ok) throw new Error(sample.error.code)
  return sample.value
}

const measured = await measureInterleaved({
  mammoth: () => mammoth.convertToHtml({ buffer: bytes }),
  read,
  both: async () => segmentSample(await read(), 'f'),
})
const report = openReport(`readers: a .docx of about ${PAGES} pages`)
report.figure('bytes, paragraphs', `${bytes.length}, ${(await read()).paragraphs.length}`)
for (const [name, rounds] of Object.entries(measured)) report.figure(`${name}, CPU ms`, median(rounds).toFixed(1))
report.ratio('reading ÷ mammoth', ratio(measured.read, measured.mammoth), { most: 1 })
report.ratio('reading and labelling ÷ mammoth', ratio(measured.both, measured.mammoth))
