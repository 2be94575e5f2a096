/** A Word file of so many pages, from the words of the corpus: what the benches read. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { AlignmentType, Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx'
import { parseMarked } from '../tests/corpora/segmentation/marked.mjs'

/** Of a page in 14 pt with a pitch of 18 pt. */
const SYLLABLES_OF_A_PAGE = 330

const corpus = join(import.meta.dirname, '..', 'tests', 'corpora', 'segmentation', 'train')
const documents = readdirSync(corpus)
  .filter((file) => file.startsWith('formal-') && file.endsWith('.marked.txt'))
  .map((file) => parseMarked(readFileSync(join(corpus, file), 'utf8'), file))

/** Headings bold, the rest justified runs, and a table now and then, as an office writes. */
export async function wordFile(pages) {
  const children = []
  let syllables = 0
  for (let turn = 0; syllables < pages * SYLLABLES_OF_A_PAGE; turn += 1) {
    const { text, gold } = documents[turn % documents.length]
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
