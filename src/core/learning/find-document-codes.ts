/** "Chỉ thị số 35-CT/TW", "Kế hoạch 153", "57/BC-UBND", "Số 05-BC/ĐU". */
import { knownNounEnd } from './counted-nouns'
import type { SlotSpan } from './slot-span'
import { LEXICON } from './lexicon'
import { wordPattern } from './word-pattern'

const TYPES = wordPattern(LEXICON.slots.documentTypes)
const SYMBOL = String.raw`\d{1,4}(?:\s?[-–/]\s?\d{4})?\s?[-–/]\s?[A-ZĐ]{2,}[\p{Lu}\d]*(?:\s?[-–/]\s?[\p{Lu}\d]{1,}[\p{Lu}\d]*)*`

/** Kinds have an epithet of their own: "nghị quyết chuyên đề số …", "hướng dẫn liên ngành số …". */
const EPITHET = String.raw`(?:\s+\p{Ll}+){1,3}(?=\s+số)`

/** With its symbol; the kind of document before it belongs to it. */
const FULL = new RegExp(String.raw`(?:${TYPES}(?:${EPITHET})?\s+)?(?:[Ss]ố:?\s*)?(?<![\d/.-])${SYMBOL}`, 'gu')
/** "Kế hoạch số 153", "Nghị quyết 35": a number right after the kind of document. */
const SHORT = new RegExp(
  String.raw`(${TYPES})\s+(?:số:?\s*)?\d{1,4}(?![\d%]|[.,]\d|\s*(?:tháng|năm|ngày)|\s*[-–/]\s*\d)`,
  'giu',
)

export function findDocumentCodes(text: string): readonly SlotSpan[] {
  const full = spansOf(text, new RegExp(FULL.source, 'giu')).filter((span) =>
    /\p{Lu}{2}/u.test(text.slice(span.start, span.end)),
  )
  const short = spansOf(text, SHORT).filter(
    (span) =>
      /^(?:chỉ|nghị|kết|quyết|kế|hướng|công|quy|thông|đề|nq|ct|kl|kh|hd|qđ)/iu.test(text.slice(span.start)) &&
      isCode(text, span),
  )
  return [...full, ...short.filter((span) => !full.some((other) => span.start < other.end && other.start < span.end))]
}

function spansOf(text: string, pattern: RegExp): SlotSpan[] {
  return [...text.matchAll(pattern)].map((match) => ({
    type: 'documentCode',
    start: match.index,
    end: match.index + match[0].trimEnd().length,
  }))
}

/** "hướng dẫn 415 hộ": a number that counts what follows is no code. */
function isCode(text: string, span: SlotSpan): boolean {
  if (/số/iu.test(text.slice(span.start, span.end))) return true
  const space = /^\s+/u.exec(text.slice(span.end, span.end + 4))
  return space === null || knownNounEnd(text, span.end + space[0].length) === undefined
}
