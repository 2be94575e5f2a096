/**
 * Finds all phrases of the lexicon in one walk over the syllables of a paragraph (a trie by syllable).
 * One mistyped syllable of four letters or more is forgiven in a phrase of three or more: samples carry typing errors.
 */
import { nearestWords, type WordIndex, makeWordIndex } from './nearest-words'
import { phraseKeys, type Token } from './tokens'

export interface PhraseHit<T> {
  readonly use: T
  /** As the lexicon spells it. */
  readonly phrase: string
  /** First token and the token after the last. */
  readonly from: number
  readonly to: number
}

interface Node<T> {
  readonly next: Map<string, Node<T>>
  readonly ends: { readonly use: T; readonly phrase: string }[]
}

export interface PhraseTable<T> {
  readonly root: Node<T>
  readonly words: WordIndex
}

const FORGIVING_LENGTH = 3

/** A table of phrases, each with what it is used for. */
export function makePhraseTable<T>(rows: readonly { readonly phrase: string; readonly use: T }[]): PhraseTable<T> {
  const root: Node<T> = { next: new Map(), ends: [] }
  const vocabulary = new Set<string>()
  for (const { phrase, use } of rows) {
    let node = root
    for (const key of phraseKeys(phrase)) {
      vocabulary.add(key)
      let next = node.next.get(key)
      if (!next) node.next.set(key, (next = { next: new Map(), ends: [] }))
      node = next
    }
    node.ends.push({ use, phrase })
  }
  return { root, words: makeWordIndex(vocabulary) }
}

/** Every occurrence of every phrase, by place. */
export function findPhrases<T>(table: PhraseTable<T>, tokens: readonly Token[]): readonly PhraseHit<T>[] {
  const hits: PhraseHit<T>[] = []
  const corrections = tokens.map((token) => nearestWords(table.words, token.key))
  const walk = (node: Node<T>, from: number, at: number, isCorrected: boolean): void => {
    if (!isCorrected || at - from >= FORGIVING_LENGTH) {
      for (const end of node.ends) hits.push({ ...end, from, to: at })
    }
    const token = tokens[at]
    if (!token || (at > from && token.breaksBefore)) return
    const exact = node.next.get(token.key)
    if (exact) walk(exact, from, at + 1, isCorrected)
    if (isCorrected) return
    for (const word of corrections[at] ?? []) {
      const near = node.next.get(word)
      if (near) walk(near, from, at + 1, true)
    }
  }
  for (let from = 0; from < tokens.length; from += 1) walk(table.root, from, from, false)
  return hits
}
