/** Builds the learner alone, for scripts that run it in Node: modules by name. */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'

const projectFolder = join(import.meta.dirname, '..')
const ENTRIES = {
  readers: 'src/formats/readers.ts',
  'segment-sample': 'src/core/learning/segment-sample.ts',
  'segment-model': 'src/core/learning/chain/segment-model.ts',
  'chain-model': 'src/core/learning/chain/chain-model.ts',
  'view-sample': 'src/core/learning/view-sample.ts',
  'frame-features': 'src/core/learning/frame/frame-features.ts',
  'field-features': 'src/core/learning/body/field-features.ts',
  'chain-labels': 'src/core/learning/chain/chain-labels.ts',
  'section-labels': 'src/core/section-labels.ts',
  'phrase-table': 'src/core/learning/words/phrase-table.ts',
  'phrase-uses': 'src/core/learning/words/phrase-uses.ts',
  tokens: 'src/core/learning/words/tokens.ts',
  'correction-model': 'src/core/learning/corrections/correction-model.ts',
  'correct-paragraphs': 'src/core/learning/corrections/correct-paragraphs.ts',
  'replay-corrections': 'src/core/learning/corrections/replay-corrections.ts',
  'propose-cue': 'src/core/learning/corrections/propose-cue.ts',
  prediction: 'src/core/learning/prediction.ts',
  'learn-template': 'src/core/learning/learn-template.ts',
  'template-file': 'src/core/template/template-file.ts',
}

/** What training and measuring the segmenter takes. */
export const SEGMENTER = [
  'readers',
  'segment-sample',
  'segment-model',
  'view-sample',
  'frame-features',
  'field-features',
  'chain-labels',
  'section-labels',
  'prediction',
]

/** The exports of all entries (or of those named) in one object. Two that run at once need folders of their own. */
export async function buildLearning(folder = 'learning', names = Object.keys(ENTRIES)) {
  const outDir = join(projectFolder, '.cache', folder)
  await build({
    root: projectFolder,
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      target: 'node22',
      rollupOptions: {
        input: Object.fromEntries(names.map((name) => [name, join(projectFolder, ENTRIES[name])])),
        output: { entryFileNames: '[name].mjs', format: 'es' },
      },
    },
  })
  const modules = await Promise.all(
    names.map((name) => import(`${pathToFileURL(join(outDir, `${name}.mjs`)).href}?at=${Date.now()}`)),
  )
  return Object.assign({}, ...modules)
}
