/** What a section of one sample may share with others: first words, whole sentences, what its numbers count. */
import type { SectionRole } from '../../section-labels'
import type { SectionDigest } from '../../template/sample-digest'
import { hashText } from '../../hash-text'
import { matchingKey } from '../../vietnamese/matching-key'
import { analyseParagraph } from '../words/analyse-paragraph'
import { lineMarkerOf } from '../words/line-marker'
import { piecesOf } from './mask-slots'
import { hitsOf } from '../words/phrase-uses'
import type { SampleSlot, SegmentedParagraph, SegmentedSample } from '../sample-document'
import { FIGURE_STOPS } from './template-names'
import { tokenize } from '../words/tokens'

/** What a person says is hers: of these sections only the words that introduce the speaker are shared. */
const SPEECH: ReadonlySet<SectionRole> = new Set(['directingSpeech', 'discussion'])
const SILENT: ReadonlySet<SectionRole> = new Set(['photoCaption', 'appendix'])
const QUOTE = /["“”„«»]/

/** Syllables of the longest first words kept. */
export const LONGEST_OPENER = 8
/** A mention of a slot stands for some syllables. */
export const syllablesOf = (word: string): number => (word.includes('{') ? 3 : 1)

/** The text of a paragraph after its mark, or after the heading that runs into it. */
export const bodyStart = (paragraph: SegmentedParagraph): number =>
  paragraph.title ? paragraph.title.end : (lineMarkerOf(paragraph)?.length ?? 0)

/** First words as a pattern; they end before a figure, a name, a quotation and the end of the sentence. */
export function openerOf(paragraph: SegmentedParagraph, sample: SegmentedSample): string | undefined {
  if (SILENT.has(paragraph.section) || isTable(paragraph)) return undefined
  const from = bodyStart(paragraph)
  const to = SPEECH.has(paragraph.section) ? introductionEnd(paragraph, sample) : paragraph.text.length
  const words: string[] = []
  let syllables = 0
  for (const word of wordsOf(paragraph, sample, from, to)) {
    if (word === undefined || QUOTE.test(word) || /^[^{]*\d/.test(word)) break
    syllables += syllablesOf(word)
    if (syllables > LONGEST_OPENER) break
    // First words are no whole sentence: the last one is left out.
    if (/[.;:!?…]$/u.test(word)) break
    words.push(word)
  }
  const opener = words
    .join(' ')
    .replace(/^[\s,.;:–-]+/u, '')
    .replace(/[\s,;:.!?…–-]+$/u, '')
  return opener === '' ? undefined : opener
}

const isTable = ({ role }: SegmentedParagraph): boolean => role === 'table_row' || role === 'table_caption'

/** Words between spaces, a mention glued to its marks; `undefined` for a value no entity stands for. */
function wordsOf(
  paragraph: SegmentedParagraph,
  sample: SegmentedSample,
  from: number,
  to: number,
): readonly (string | undefined)[] {
  const pattern = piecesOf(paragraph, sample, from, to)
    .map((piece) => (piece.kind === 'value' ? VALUE : piece.text))
    .join('')
  return pattern
    .trim()
    .split(/\s+/)
    .map((word) => (word.includes(VALUE) ? undefined : word))
}

/** Stands in no text of a sample: readers drop control characters. */
const VALUE = '\u0000'

/** Behind the cue that opens the speech, and behind the speaker's name where it follows at once. */
function introductionEnd(paragraph: SegmentedParagraph, sample: SegmentedSample): number {
  const analysis = analyseParagraph({ index: paragraph.index, text: paragraph.text, signals: {} })
  const cue = hitsOf(analysis.hits, 'cue')
    .filter((hit) => hit.use.row.role === paragraph.section && hit.from === analysis.firstToken)
    .reduce((end, hit) => Math.max(end, hit.to), 0)
  if (cue === 0) return bodyStart(paragraph)
  const end = analysis.tokens[cue - 1]?.end ?? 0
  const speaker = sample.slots.find(
    (slot) => slot.paragraph === paragraph.index && slot.type === 'person' && slot.end > end && slot.start <= end + 12,
  )
  return speaker?.end ?? end
}

const SHORTEST_SENTENCE = 6
const LONGEST_SENTENCE = 60

/** Whole sentences as patterns by hash, without those that hold a figure, a name or a quotation. */
export function sentencesOf(body: readonly SegmentedParagraph[], sample: SegmentedSample): ReadonlyMap<string, string> {
  const sentences = new Map<string, string>()
  for (const paragraph of body) {
    if (SPEECH.has(paragraph.section) || SILENT.has(paragraph.section) || isTable(paragraph)) continue
    const pattern = piecesOf(paragraph, sample, bodyStart(paragraph))
      .map((piece) => (piece.kind === 'value' ? VALUE : piece.text))
      .join('')
    for (const part of pattern.split(/(?<=[.!?…;])\s+/u)) {
      const sentence = part.replace(/\s+/g, ' ').trim()
      const syllables = sentence.split(' ').length
      if (syllables < SHORTEST_SENTENCE || syllables > LONGEST_SENTENCE) continue
      if (sentence.includes(VALUE) || QUOTE.test(sentence) || /\d/.test(sentence.replace(/\{[^}]*\}/g, ''))) continue
      sentences.set(sentenceHash(sentence), sentence)
    }
  }
  return sentences
}

export const sentenceHash = (pattern: string): string => hashText(matchingKey(pattern.replace(/[.;!?…\s]+$/u, '')))

const LONGEST_FIGURE = 4
const SHORTEST_RATIO = 2

/** What the numbers of a section count: the unit, and the unit with words that follow it. */
export function figuresOf(body: readonly SegmentedParagraph[], sample: SegmentedSample): SectionDigest['figures'] {
  const found = new Map<string, SectionDigest['figures'][number]>()
  const texts = new Map(body.map((paragraph) => [paragraph.index, paragraph.text]))
  for (const slot of sample.slots) {
    const text = texts.get(slot.paragraph)
    if (text === undefined || (slot.type !== 'quantity' && slot.type !== 'ratio')) continue
    for (const words of figureNames(slot, text)) {
      found.set(`${slot.type} ${words}`, { type: slot.type, words })
    }
  }
  return [...found.values()]
}

function figureNames(slot: SampleSlot, text: string): readonly string[] {
  const unit = slot.type === 'ratio' ? [] : unitWords(slot.text)
  const words = [...unit]
  const least = slot.type === 'ratio' ? SHORTEST_RATIO : Math.max(1, unit.length)
  for (const token of tokenize(text.slice(slot.end, slot.end + 60))) {
    if (token.breaksBefore || token.afterComma || /\d/.test(token.key) || FIGURE_STOPS.has(token.key)) break
    if (words.length >= LONGEST_FIGURE) break
    // A mark right after the slot ends the name as well as one before the token.
    words.push(token.text.toLowerCase())
  }
  return Array.from({ length: Math.max(0, words.length - least + 1) }, (_, more) =>
    words.slice(0, least + more).join(' '),
  )
}

/** "gần 1.500 lượt người" → "lượt người". */
const unitWords = (quantity: string): readonly string[] =>
  quantity
    .toLowerCase()
    .replace(/^.*?\d[\d.,/]*/u, '')
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '' && !/\d/.test(word))
    .slice(0, LONGEST_FIGURE)
