import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { ensureBuilt } from '../../scripts/bootstrap.mjs'

/** What the build leaves: main/, preload/, renderer/. */
export const outFolder = resolve(import.meta.dirname, '..', '..', 'out')

const require = createRequire(import.meta.url)

/** Builds when needed, then runs the built main file as Electron would: under whatever `electron` is now. */
export async function loadBuiltMain(): Promise<void> {
  await ensureBuilt()
  require(join(outFolder, 'main', 'index.js'))
}
