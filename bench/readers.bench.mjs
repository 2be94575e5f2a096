/**
 * A Word file of about fifty pages: our reading, and reading with labelling, beside mammoth's bare conversion of the
 * same bytes. mammoth only turns text into HTML; ours also resolves styles, numbers and what an import has to tell.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { AlignmentType, Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx'
import mammoth from 'mammoth'
import { parseMarked } from '../tests/corpora/segmentation/marked.mjs'
import { buildLearning } from '../scripts/build-learning.mjs'
import { measureInterleaved, median, ratio } from './interleaved.mjs'
import { openReport } from './report.mjs'

/** Of a page in 14 pt with a pitch of 18 pt. */
const SYLLABLES_OF_A_PAGE = 330
const PAGES = 50

const corpus = join(import.meta.dirname, '..', 'tests', 'corpora', 'segmentation', 'train')
const documents = readdirSync(corpus)
  .filter((file) => file.startsWith('formal-') && file.endsWith('.marked.txt'))
  .map((file) => parseMarked(readFileSync(join(corpus, file), 'utf8'), file))

const bytes = await wordFile()
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

/** Headings bold, the rest justified runs, and a table now and then, as an office writes. */
async function wordFile() {
  const children = []
  let syllables = 0
  while (syllables < PAGES * SYLLABLES_OF_A_PAGE) {
    const { text, gold } = documents[children.length % documents.length]
    const lines = text.split('\n').filter((line) => line.trim() !== '')
    for (const [at, line] of lines.entries()) {
      syllables += line.split(/\s+/).length
      const bold = gold.paragraphs[at]?.role === 'heading'
      const runs = line.split(/(?<=[,;:] )/).map((part) => new TextRun({ text: part, bold, size: 28 }))
      children.push(new Paragraph({ children: runs, alignment: AlignmentType.JUSTIFIED, indent: { firstLine: 567 } }))
    }
    children.push(table())
  }
  return Packer.toBuffer(new Document({ sections: [{ children }] }))
}

function table() {
  const cell = (text) => new TableCell({ children: [new Paragraph(text)] })
  const row = (at) =>
    new TableRow({ children: ['TT', 'Chỉ tiêu', 'Kỳ trước', 'Kỳ này'].map((text) => cell(`${text} ${at}`)) })
  return new Table({ rows: Array.from({ length: 8 }, (_, at) => row(at)) })
}
