import type { SampleDocument } from '../core/learning/sample-document'
import { trimWide } from '../core/vietnamese/nfc'

/** Of Unicode's bidirectional algorithm: embeddings, overrides, isolates, and marks of a direction. */
export const DIRECTION_MARKS = /[\u200E\u200F\u202A-\u202E\u2066-\u2069]/g

/** Takes out what would show the text in another order than it has, and says so. */
export function withoutDirectionMarks(sample: SampleDocument): SampleDocument {
  let count = 0
  const paragraphs = sample.paragraphs.flatMap((paragraph) => {
    const text = paragraph.text.replace(DIRECTION_MARKS, '')
    if (text === paragraph.text) return [paragraph]
    count += paragraph.text.length - text.length
    return trimWide(text) === '' ? [] : [{ ...paragraph, text }]
  })
  if (count === 0) return sample
  const notice = { code: 'read.directionMarks', severity: 'warning', data: { count, text: '' } } as const
  return {
    ...sample,
    paragraphs: paragraphs.map((paragraph, index) => ({ ...paragraph, index })),
    notices: [...sample.notices, notice],
  }
}
