/** What the weights are trained on; the hash of each document stands in the file of weights. */
export const TRAINING_FOLDERS = [
  'tests/corpora/segmentation/train',
  'tests/corpora/segmentation/train-plain',
  'tests/fixtures/samples/tuned',
]
