/** Trains on all but one fold and labels that fold, for every fold. Documents of one source stay in one fold. */
import { sha256Of } from './corpus.mjs'
import { trainChains, SETTINGS } from './train-model.mjs'

export const FOLDS = 5

/** Sources dealt out in turn, by hash. */
export function foldsOf(documents, folds = FOLDS) {
  const sources = [...new Set(documents.map((document) => document.source))].sort((a, b) =>
    sha256Of(a) < sha256Of(b) ? -1 : 1,
  )
  const fold = new Map(sources.map((source, at) => [source, at % folds]))
  return documents.map((document) => fold.get(document.source))
}

/** [{document, gold, prediction, segmented}] for every document, each labelled by weights that never saw its source. */
export async function crossValidate(
  documents,
  sequences,
  learning,
  { folds = FOLDS, settings = SETTINGS, confidence } = {},
) {
  const fold = foldsOf(documents, folds)
  const results = []
  for (let out = 0; out < folds; out += 1) {
    const chains = trainChains(
      sequences.filter((_, at) => fold[at] !== out),
      learning,
      settings,
    )
    const model = learning.readSegmentModel(asFile(chains, confidence))
    for (const [at, document] of documents.entries()) {
      if (fold[at] === out) results.push(await labelDocument(document, learning, model))
    }
  }
  return results.sort((a, b) => (a.document.name < b.document.name ? -1 : 1))
}

/** One document through the whole program. */
export async function labelDocument(document, learning, model) {
  const read = await learning.readSample(document.bytes, document.file)
  if (!read.ok) throw new Error(`${document.name}: ${read.error.code}`)
  const segmented = learning.segmentSample(read.value, sha256Of(document.bytes), model ? { model } : {})
  return { document, gold: document.gold, prediction: learning.toPrediction(segmented), segmented }
}

/** Per mille → the same in hundredths: nothing is calibrated yet. */
const PLAIN = Array.from({ length: 101 }, (_, at) => ({ raw: at * 10, percent: at }))

export const asFile = (chains, confidence = PLAIN) => ({
  about: '',
  corpus: {},
  ...chains,
  confidence,
})
