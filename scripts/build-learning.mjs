/** Builds the learner alone, for scripts that run it in Node: modules by name. */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'

const projectFolder = join(import.meta.dirname, '..')
const ENTRIES = {
  readers: 'src/formats/readers.ts',
  'segment-sample': 'src/core/learning/segment-sample.ts',
  prediction: 'src/core/learning/prediction.ts',
  'learn-template': 'src/core/learning/learn-template.ts',
  'template-file': 'src/core/template/template-file.ts',
}

/** The exports of all entries in one object. */
export async function buildLearning() {
  const outDir = join(projectFolder, '.cache', 'learning')
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
        input: Object.fromEntries(Object.entries(ENTRIES).map(([name, path]) => [name, join(projectFolder, path)])),
        output: { entryFileNames: '[name].mjs', format: 'es' },
      },
    },
  })
  const modules = await Promise.all(
    Object.keys(ENTRIES).map((name) => import(`${pathToFileURL(join(outDir, `${name}.mjs`)).href}?at=${Date.now()}`)),
  )
  return Object.assign({}, ...modules)
}
