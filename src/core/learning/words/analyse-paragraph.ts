/** A paragraph with all that later steps ask of its words, found once: syllables, phrases, mark, shape. */
import { matchingKey } from '../../vietnamese/matching-key'
import { lineMarkerOf, type LineMarker } from './line-marker'
import { findPhrases, type PhraseHit } from './phrase-table'
import { PHRASE_TABLE, type PhraseUse } from './phrase-uses'
import type { SampleParagraph } from '../sample-document'
import { tokenize, type Token } from './tokens'

export interface Analysis {
  readonly index: number
  readonly text: string
  readonly signals: SampleParagraph['signals']
  /** Matching key of the whole text. */
  readonly key: string
  readonly tokens: readonly Token[]
  readonly hits: readonly PhraseHit<PhraseUse>[]
  readonly marker?: LineMarker
  /** First token after the mark. */
  readonly firstToken: number
  readonly endsSentence: boolean
  readonly isAllCaps: boolean
  /** Two to five capitalised syllables and nothing else: a person's name. */
  readonly isNameShaped: boolean
}

/** Looks once at a paragraph. */
export function analyseParagraph(paragraph: SampleParagraph): Analysis {
  const { text } = paragraph
  const tokens = tokenize(text)
  const marker = lineMarkerOf({ text, listMarker: paragraph.signals.listMarker })
  const first = tokens.findIndex((token) => token.start >= (marker?.length ?? 0))
  return {
    index: paragraph.index,
    text,
    signals: paragraph.signals,
    key: matchingKey(text),
    tokens,
    hits: findPhrases(PHRASE_TABLE, tokens),
    ...(marker ? { marker } : {}),
    firstToken: Math.max(0, first),
    endsSentence: /[.!?…]["”')\]]?(?:\/\.?)?$/u.test(text),
    // In this order most texts are known by their second letter.
    isAllCaps: !/\p{Ll}/u.test(text) && /\p{Lu}{2}/u.test(text),
    isNameShaped: isNameShaped(text, tokens),
  }
}

/** Nine capitalised syllables fit well into this. */
const LONGEST_NAME_LINE = 100

/** Also "MINH ĐỨC", "Y Đông", two names joined by a dash or comma, and the letters of an agency or author (TTXVN, LHT). */
function isNameShaped(whole: string, tokens: readonly Token[]): boolean {
  if (whole.length > LONGEST_NAME_LINE) return false
  const text = whole.replace(/[./…\s]+$/u, '')
  if (/^\p{Lu}{2,6}$/u.test(text)) return true
  if (/[^\p{L}\p{M}\s.,&–-]/u.test(text) || /\.\s*\S/u.test(text.replace(/^\p{L}{1,3}\./u, ''))) return false
  const isJoined = /\s[-–&]\s|,\s/u.test(text)
  return tokens.length >= 2 && tokens.length <= (isJoined ? 9 : 5) && tokens.every((token) => token.isCapitalised)
}
