import { vi } from '../../text/vi'

export interface NoticeLine {
  readonly text: string
  /** Nothing more is to be read elsewhere. */
  readonly isWhole: boolean
}

/** Longer than this a sentence would take the page's place. */
const LINE_LENGTH = 160

/** What one line can say of many notices: how many there are, and the first. */
export function noticeLine(sentences: readonly string[]): NoticeLine | undefined {
  const [first] = sentences
  if (first === undefined) return undefined
  const isShort = first.length <= LINE_LENGTH
  const shown = isShort ? first : `${first.slice(0, LINE_LENGTH).replace(/\s+\S*$/, '')}…`
  return {
    text: sentences.length === 1 ? shown : vi.writing.noticesCount(sentences.length, shown),
    isWhole: isShort && sentences.length === 1,
  }
}
