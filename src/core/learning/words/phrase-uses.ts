/** All phrases of the lexicon in one table, each with the rows it belongs to. */
import {
  LEXICON,
  MARKER_LISTS,
  type CaptionRow,
  type ClutterRow,
  type CueRow,
  type FieldRow,
  type HeadingRow,
  type MarkerList,
} from '../lexicon'
import { makePhraseTable, type PhraseHit, type PhraseTable } from './phrase-table'

export type PhraseUse =
  | { readonly kind: 'cue'; readonly row: CueRow }
  | { readonly kind: 'heading'; readonly row: HeadingRow }
  | { readonly kind: 'field'; readonly row: FieldRow }
  | { readonly kind: 'clutter'; readonly row: ClutterRow }
  | { readonly kind: 'caption'; readonly row: CaptionRow }
  | { readonly kind: 'marker'; readonly list: MarkerList }

export type UseOf<K extends PhraseUse['kind']> = Extract<PhraseUse, { kind: K }>

const rowsOf = (phrases: readonly string[], use: PhraseUse): { phrase: string; use: PhraseUse }[] =>
  phrases.map((phrase) => ({ phrase, use }))

const ROWS = [
  ...LEXICON.cues.flatMap((row) => rowsOf(row.phrases, { kind: 'cue', row })),
  ...LEXICON.headings.flatMap((row) => rowsOf(row.phrases, { kind: 'heading', row })),
  ...LEXICON.fields.flatMap((row) => rowsOf(row.phrases, { kind: 'field', row })),
  ...LEXICON.clutter.flatMap((row) => rowsOf(row.phrases, { kind: 'clutter', row })),
  ...LEXICON.captions.rows.flatMap((row) => rowsOf(row.phrases, { kind: 'caption', row })),
  ...MARKER_LISTS.flatMap((list) => rowsOf(LEXICON.markers[list], { kind: 'marker', list })),
]

export const PHRASE_TABLE: PhraseTable<PhraseUse> = makePhraseTable(ROWS)

/** Every phrase once, as the lexicon spells it. */
export const PHRASES: readonly string[] = [...new Set(ROWS.map(({ phrase }) => phrase))]

/** The hits of one kind, with the kind known to the compiler. */
export function hitsOf<K extends PhraseUse['kind']>(
  hits: readonly PhraseHit<PhraseUse>[],
  kind: K,
): readonly PhraseHit<UseOf<K>>[] {
  const isOfKind = (hit: PhraseHit<PhraseUse>): hit is PhraseHit<UseOf<K>> => hit.use.kind === kind
  return hits.filter(isOfKind)
}
