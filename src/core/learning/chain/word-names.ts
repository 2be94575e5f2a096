/** Features named by words and pairs of words, such as `has:hạn chế`. */
import type { ChainModel } from './chain-model'
import type { Feature } from './feature-vector'

/** The feature of a word, the same each time, and those of its pairs; nothing where they are not to be named. */
export interface WordName {
  readonly feature?: Feature
  readonly pairs: { readonly get: (next: string) => Feature | undefined }
}

export type WordNames = (word: string) => WordName | undefined

/** Every word and pair, for training and for corrections, which may give a weight to any. For one paragraph. */
export function everyName(prefix: string): WordNames {
  const known = new Map<string, Feature>()
  const named = (words: string): Feature => {
    const feature = known.get(words) ?? { name: `${prefix}:${words}`, value: 1 }
    known.set(words, feature)
    return feature
  }
  return (word) => ({ feature: named(word), pairs: { get: (next) => named(`${word} ${next}`) } })
}

interface Entry extends WordName {
  feature?: Feature
  readonly pairs: Map<string, Feature>
}

/**
 * The words that have a weight in a model. A paragraph has a hundred words and pairs, and nine of ten weigh nothing:
 * spelling their names and looking these up would take longer than all the rest of decoding.
 */
function weighedNames(names: Iterable<string>, prefix: string): WordNames {
  const entries = new Map<string, Entry>()
  for (const name of names) {
    if (!name.startsWith(`${prefix}:`)) continue
    const [first = '', second] = name.slice(prefix.length + 1).split(' ')
    const entry: Entry = entries.get(first) ?? { pairs: new Map() }
    entries.set(first, entry)
    if (second === undefined) entry.feature = { name, value: 1 }
    else entry.pairs.set(second, { name, value: 1 })
  }
  return (word) => entries.get(word)
}

/** For each prefix of the features of words its names: of the paragraph, of a heading itself, of the one above. */
export type Vocabulary = (prefix: 'has' | 'title' | 'under') => WordNames

const vocabularies = new WeakMap<ChainModel<string>, Vocabulary>()

/** What a model weighs, looked through once. */
export function vocabularyOf(model: ChainModel<string>): Vocabulary {
  const known = vocabularies.get(model)
  if (known) return known
  const names = (prefix: string): WordNames => weighedNames(model.rows.keys(), prefix)
  const byPrefix = { has: names('has'), title: names('title'), under: names('under') }
  const vocabulary: Vocabulary = (prefix) => byPrefix[prefix]
  vocabularies.set(model, vocabulary)
  return vocabulary
}
