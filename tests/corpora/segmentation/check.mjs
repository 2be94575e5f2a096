/**
 * `node tests/corpora/segmentation/check.mjs [FILE…]`: reads the marked documents, counts labels and slots, and tells
 * which two documents share more than 30 % of their 5-grams. Prints no text but that of a wrong line.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parseMarked } from './marked.mjs'

const MOST_SHARED = 0.3
const folders = ['train', 'held-out-2', 'held-out-plain'].map((folder) => join(import.meta.dirname, folder))
const named = process.argv.slice(2)
const files =
  named.length > 0
    ? named
    : folders.flatMap((folder) =>
        readdirSync(folder)
          .filter((file) => file.endsWith('.marked.txt'))
          .map((file) => join(folder, file)),
      )

let isBad = false
const labels = new Map()
const slots = new Map()
const grams = []
for (const file of files) {
  try {
    const { text, gold } = parseMarked(readFileSync(file, 'utf8'), basename(file))
    for (const { section } of gold.paragraphs) labels.set(section, (labels.get(section) ?? 0) + 1)
    for (const { type } of gold.slots) slots.set(type, (slots.get(type) ?? 0) + 1)
    grams.push({ file: basename(file), set: fiveGrams(text), paragraphs: gold.paragraphs.length })
  } catch (error) {
    isBad = true
    console.error(error.message)
  }
}
for (const [at, one] of grams.entries()) {
  for (const other of grams.slice(at + 1)) {
    const shared = [...one.set].filter((gram) => other.set.has(gram)).length
    const share = shared / Math.max(1, Math.min(one.set.size, other.set.size))
    if (share > MOST_SHARED) {
      isBad = true
      console.error(`${one.file} and ${other.file} share ${Math.round(share * 100)} % of their 5-grams`)
    }
  }
}
const table = (counts) =>
  [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, count]) => `${name} ${count}`)
    .join(', ')
console.log(`${grams.length} documents, ${grams.reduce((sum, { paragraphs }) => sum + paragraphs, 0)} paragraphs`)
console.log(`labels: ${table(labels)}`)
console.log(`slots: ${table(slots)}`)
process.exitCode = isBad ? 1 : 0

function fiveGrams(text) {
  const words =
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  return new Set(words.slice(0, -4).map((_, at) => words.slice(at, at + 5).join(' ')))
}
