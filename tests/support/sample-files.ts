/** Sample documents for tests: the shared ones when they are at hand, and always the project's own. */
import { existsSync, globSync } from 'node:fs'
import { join, resolve } from 'node:path'

const project = resolve(import.meta.dirname, '..', '..')
const shared = resolve(project, process.env['SHARED_DIR'] ?? '../shared', 'samples')

/** News accounts of review conferences that the project made up itself: text and saved pages. */
export const OWN_SAMPLES: readonly string[] = globSync('tests/fixtures/samples/tuned/{tin,trang-tin}-*.{txt,html}', {
  cwd: project,
})
  .toSorted()
  .slice(0, 5)
  .map((name) => join(project, name))

/** The five shared samples; empty where the folder is not at hand. */
export const SHARED_SAMPLES: readonly string[] = existsSync(shared)
  ? globSync('*.txt', { cwd: shared })
      .toSorted()
      .map((name) => join(shared, name))
  : []
