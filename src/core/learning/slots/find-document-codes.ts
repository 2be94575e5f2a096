/** "Chỉ thị số 35-CT/TW", "Kế hoạch 153", "57/BC-UBND", "Số 05-BC/ĐU". */
import { knownNounEnd } from './counted-nouns'
import type { SlotSpan } from './slot-span'
import { LEXICON } from '../lexicon'
import { wordPattern } from '../words/word-pattern'

const TYPES = wordPattern(LEXICON.slots.documentTypes)
const SYMBOL =
  /(?=\d)(?<![\d/.-])\d{1,4}(?:\s?[-–/]\s?\d{4})?\s?[-–/]\s?[A-ZĐ]{2,}[\p{Lu}\d]*(?:\s?[-–/]\s?[\p{Lu}\d]{1,}[\p{Lu}\d]*)*/giu
/** Kinds have an epithet of their own: "nghị quyết chuyên đề số …", "hướng dẫn liên ngành số …". */
const EPITHET = String.raw`(?:\s+\p{Ll}+){1,3}(?=\s+số)`
/** The kind of document before a symbol belongs to it. */
const BEFORE_SYMBOL = new RegExp(String.raw`(?:${TYPES}(?:${EPITHET})?\s+)?(?:số:?\s*)?$`, 'iu')

/** "Kế hoạch số 153", "Nghị quyết 35": a number right after the kind of document. */
const NUMBER = /(?=\d)(?<![\d.,/-])\d{1,4}(?![\d%]|[.,]\d|\s*(?:tháng|năm|ngày)|\s*[-–/]\s*\d)/giu
const BEFORE_NUMBER = new RegExp(String.raw`${TYPES}\s+(?:số:?\s*)?$`, 'iu')
/** Reports and programmes are counted more often than numbered. */
const NUMBERED = /^(?:chỉ|nghị|kết|quyết|kế|hướng|công|quy|thông|đề|nq|ct|kl|kh|hd|qđ)/iu

/** The longest kind with its epithet. */
const BEFORE_LENGTH = 60

export function findDocumentCodes(text: string): readonly SlotSpan[] {
  const taken = new Uint8Array(text.length)
  const full = spansOf(text, SYMBOL, BEFORE_SYMBOL).filter((span) =>
    /\p{Lu}{2}/u.test(text.slice(span.start, span.end)),
  )
  for (const { start, end } of full) taken.fill(1, start, end)
  const short = spansOf(text, NUMBER, BEFORE_NUMBER).filter(
    ({ start, end }) =>
      !taken.subarray(start, end).includes(1) &&
      NUMBERED.test(text.slice(start, end)) &&
      isCode(text, { type: 'documentCode', start, end }),
  )
  return [...full, ...short]
}

function spansOf(text: string, pattern: RegExp, lead: RegExp): readonly SlotSpan[] {
  return [...text.matchAll(pattern)].flatMap((match): readonly SlotSpan[] => {
    const before = lead.exec(text.slice(Math.max(0, match.index - BEFORE_LENGTH), match.index))
    if (!before) return []
    const start = match.index - before[0].length
    return [{ type: 'documentCode', start, end: match.index + match[0].trimEnd().length }]
  })
}

/** "hướng dẫn 415 hộ": a number that counts what follows is no code. */
function isCode(text: string, span: SlotSpan): boolean {
  if (/số/iu.test(text.slice(span.start, span.end))) return true
  const space = /^\s+/u.exec(text.slice(span.end, span.end + 4))
  return space === null || knownNounEnd(text, span.end + space[0].length) === undefined
}
