/**
 * `npm run train:segmentation`: writes resources/lexicon/segment-weights.json from the training documents of this
 * repository. The same documents give the same file. docs/segmentation-model.md tells how.
 */
import { writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { buildLearning, SEGMENTER } from './build-learning.mjs'
import { calibrate } from './segmentation/calibrate.mjs'
import { loadFolder, projectFolder } from './segmentation/corpus.mjs'
import { crossValidate } from './segmentation/cross-validate.mjs'
import { labelLine, scoreLabels } from './segmentation/score.mjs'
import { TRAINING_FOLDERS } from './segmentation/training-folders.mjs'
import { sequencesOf, trainChains } from './segmentation/train-model.mjs'
import { weightsText } from './segmentation/weights-text.mjs'

/** Enough to tell one state of a document from another. */
const HASH_DIGITS = 16
const learning = await buildLearning('training', SEGMENTER)
const documents = TRAINING_FOLDERS.flatMap((folder) => loadFolder(join(projectFolder, folder)) ?? [])
const sequences = await sequencesOf(documents, learning)
const trials = await crossValidate(documents, sequences, learning)
console.log(labelLine('documents left out in turn', scoreLabels(trials)))
const weights = {
  about:
    'Trained weights of the chains that label samples, in hundredths; written by npm run train:segmentation, see docs/segmentation-model.md. Names: opens, has = words; cue = a row of section-cues.json by its first phrase; title, under = words of a heading; is, shape, place, rule = what the program sees beside the words.',
  corpus: Object.fromEntries(
    documents.map(({ path, sha256 }) => [
      relative(projectFolder, path).replaceAll('\\', '/'),
      sha256.slice(0, HASH_DIGITS),
    ]),
  ),
  ...trainChains(sequences, learning),
  confidence: calibrate(trials),
}
const target = join(projectFolder, 'resources', 'lexicon', 'segment-weights.json')
const text = weightsText(weights)
writeFileSync(target, text)
console.log(`${relative(projectFolder, target)}: ${documents.length} documents, ${text.length} bytes`)
