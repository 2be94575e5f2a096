/** Text of an old encoding in a document that names no fonts, or whose fonts were changed over it. */
import type { SampleDocument, SampleParagraph } from '../core/learning/sample-document'
import type { Notice } from '../core/notice'
import { guessEncoding } from '../core/vietnamese/guess-encoding'
import { decodeLegacyText } from '../core/vietnamese/legacy-encodings'
import type { LegacyChoice } from '../core/vietnamese/legacy-choice'
import type { LegacyEncoding } from '../core/vietnamese/legacy-tables'
import { toNfc, trimWide } from '../core/vietnamese/nfc'

/** From here a text is decoded without being asked, and shown; from `SUSPECTED` it is only pointed out. */
const SURE = 0.8
const SUSPECTED = 0.5

/** Decodes what is surely of an old encoding, or everything as the officer chose; a notice shows one line both ways. */
export function decodeLegacySample(sample: SampleDocument, choice: LegacyChoice): SampleDocument {
  if (choice === 'keep') return sample
  if (choice !== 'auto') return withDecoded(sample, () => choice)
  const whole = guessEncoding(sample.paragraphs.map(({ text }) => text).join('\n'))
  if (!whole) return sample
  if (whole.confidence >= SURE) return withDecoded(sample, () => whole.encoding)
  // Of a few lines pasted from an old file each has to convince by itself.
  const decoded = withDecoded(sample, ({ text }) => {
    const guess = guessEncoding(text)
    return guess && guess.confidence >= SURE ? guess.encoding : undefined
  })
  if (decoded !== sample || whole.confidence < SUSPECTED) return decoded
  const shown = withDecoded(sample, () => whole.encoding)
  return { ...sample, notices: [...sample.notices, noticeOf('read.legacySuspected', whole.encoding, sample, shown)] }
}

function withDecoded(
  sample: SampleDocument,
  encodingOf: (paragraph: SampleParagraph) => LegacyEncoding | undefined,
): SampleDocument {
  const met = new Set<LegacyEncoding>()
  const paragraphs = sample.paragraphs.map((paragraph) => {
    const encoding = encodingOf(paragraph)
    const text = encoding ? toNfc(decodeLegacyText(paragraph.text, encoding)) : paragraph.text
    if (!encoding || text === paragraph.text || trimWide(text) === '') return paragraph
    met.add(encoding)
    return { ...paragraph, text }
  })
  if (met.size === 0) return sample
  const decoded = { ...sample, paragraphs }
  const notices = Array.from(met, (encoding) => noticeOf('read.legacyText', encoding, sample, decoded))
  return { ...decoded, notices: [...sample.notices, ...notices] }
}

const NAMES: Readonly<Record<LegacyEncoding, string>> = { tcvn3: 'TCVN3 (ABC)', vni: 'VNI' }
const SHOWN_LENGTH = 60

function noticeOf(
  code: 'read.legacyText' | 'read.legacySuspected',
  encoding: LegacyEncoding,
  before: SampleDocument,
  after: SampleDocument,
): Notice {
  const changed = before.paragraphs.findIndex(({ text }, index) => text !== after.paragraphs[index]?.text)
  const shown = (sample: SampleDocument): string => sample.paragraphs[changed]?.text.slice(0, SHOWN_LENGTH) ?? ''
  const data = { encoding: NAMES[encoding], before: shown(before), after: shown(after) }
  return { code, severity: 'warning', at: `p:${changed}`, data }
}

/** What a reader says that decoded runs by the names of their fonts. */
export function legacyFontsNotices(encodings: Iterable<LegacyEncoding>): readonly Notice[] {
  return Array.from(encodings, (encoding) => ({
    code: 'read.legacyFonts',
    severity: 'hint',
    data: { encoding: NAMES[encoding] },
  }))
}
