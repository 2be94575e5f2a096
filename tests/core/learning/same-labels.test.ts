/** One document in many forms of bytes: the same words, the same labels. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { SegmentedSample } from '../../../src/core/learning/sample-document'
import { segmentSample } from '../../../src/core/learning/segment-sample'
import { labelCode } from '../../../src/core/section-labels'
import { readSample } from '../../../src/formats/readers'
import { parseMarked } from '../../corpora/segmentation/marked.mjs'
import { docxFile } from '../../support/docx-file'
import { asTcvn3, asVni, type OldRun } from '../../support/old-letters'

const CORPUS = join(import.meta.dirname, '..', '..', 'corpora', 'segmentation', 'train')
const files = readdirSync(CORPUS).filter((file) => file.endsWith('.marked.txt'))
/** Every form of every document takes long; these stand for the corpus in the forms that need a Word file. */
const some = files.filter((_, at) => at % 5 === 0)

const textOf = (file: string): string => parseMarked(readFileSync(join(CORPUS, file), 'utf8'), file).text

async function segment(bytes: Uint8Array, name: string): Promise<SegmentedSample> {
  const read = await readSample(bytes, name)
  if (!read.ok) throw new Error(`${name}: ${read.error.code}`)
  return segmentSample(read.value, 'f')
}

const segmentText = (text: string): Promise<SegmentedSample> => segment(new TextEncoder().encode(text), 'mau.txt')

const labels = ({ paragraphs }: SegmentedSample): readonly string[] =>
  paragraphs.map(
    ({ section, field, text }) => `${labelCode(section, field)} ${text.replace(/ {2,}/g, ' ').slice(0, 20)}`,
  )
const codes = ({ paragraphs }: SegmentedSample): readonly string[] =>
  paragraphs.map(({ section, field }) => labelCode(section, field))
const texts = ({ paragraphs }: SegmentedSample): readonly string[] =>
  paragraphs.map(({ text }) => text.replace(/ {2,}/g, ' '))
const slots = (sample: SegmentedSample): readonly string[] =>
  sample.slots.map(({ type, paragraph, start, end }) => `${type} ${paragraph} ${start}-${end}`)

/** Text as XML holds it. */
const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')

function wordFile(text: string, runsOf: (line: string) => readonly OldRun[]): Uint8Array {
  const run = ({ text: words, font }: OldRun): string => {
    const parts = words.split('\t').map((part) => `<w:t xml:space="preserve">${escaped(part)}</w:t>`)
    return `<w:r><w:rPr><w:rFonts w:ascii="${font}" w:hAnsi="${font}"/></w:rPr>${parts.join('<w:tab/>')}</w:r>`
  }
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return docxFile(lines.map((line) => `<w:p>${runsOf(line).map(run).join('')}</w:p>`).join(''))
}

const inTimes = (text: string): readonly OldRun[] => [{ text, font: 'Times New Roman' }]

describe('the same labels', () => {
  it.each(files)('for decomposed letters: %s', async (file) => {
    const text = textOf(file)
    expect(await segmentText(text.normalize('NFD'))).toEqual(await segmentText(text))
  })

  it.each(files)('wherever the tone mark stands: %s', async (file) => {
    const text = textOf(file)
    const respelt = text.replace(OPEN_SYLLABLE, withMoved)
    const [plain, other] = [await segmentText(text), await segmentText(respelt)]
    expect(codes(other)).toEqual(codes(plain))
    expect(slots(other)).toEqual(slots(plain))
  })

  it.each(some)('in a Word file, and in old fonts: %s', async (file) => {
    const text = textOf(file)
    const plain = await segmentText(text)
    const word = await segment(wordFile(text, inTimes), 'mau.docx')
    expect(texts(word)).toEqual(texts(plain))
    expect(labels(word)).toEqual(labels(plain))
    for (const write of [asTcvn3, asVni]) {
      const old = await segment(wordFile(text, write), 'mau.docx')
      expect(texts(old)).toEqual(texts(word))
      expect(labels(old)).toEqual(labels(word))
      expect(slots(old)).toEqual(slots(word))
    }
  })
})

/** Where the two habits of setting the tone mark differ: "ủy" and "uỷ", "hòa" and "hoà". */
const OPEN_SYLLABLE = /(?<!q)(?:u[ỳýỷỹỵ]|[ùúủũụ]y|o[àáảãạèéẻẽẹ]|[òóỏõọ][ae])(?!\p{L})/giu
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/u

/** The tone mark goes from one vowel to the other. */
function withMoved(pair: string): string {
  const [first = '', second = ''] = Array.from(pair, (letter) => letter.normalize('NFD'))
  const mark = TONE.exec(first + second)?.[0] ?? ''
  const [bareFirst, bareSecond] = [first.replace(TONE, ''), second.replace(TONE, '')]
  return (TONE.test(first) ? bareFirst + bareSecond + mark : bareFirst + mark + bareSecond).normalize('NFC')
}
