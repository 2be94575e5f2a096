import type { SampleDocument } from '../core/learning/sample-document'
import { mendLetters, type MendedWord } from '../core/vietnamese/mend-letters'
import { trimWide } from '../core/vietnamese/nfc'

/** Mends look-alike letters in every paragraph, and says how many words it changed. */
export function mendSample(sample: SampleDocument): SampleDocument {
  let count = 0
  let first: MendedWord | undefined
  const paragraphs = sample.paragraphs.map((paragraph) => {
    const { text, changes } = mendLetters(paragraph.text)
    count += changes.length
    first ??= changes[0]
    // The tab before an empty first cell is no white space round the line.
    const trimmed = paragraph.signals.isTableRow === true ? text.trimEnd() : trimWide(text)
    return changes.length === 0 ? paragraph : { ...paragraph, text: trimmed }
  })
  if (!first) return sample
  const data = { count, before: first.before, after: first.after }
  return { ...sample, paragraphs, notices: [...sample.notices, { code: 'read.lettersMended', severity: 'hint', data }] }
}
