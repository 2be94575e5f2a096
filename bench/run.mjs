/**
 * `npm run bench [-- NAME…]`: every `*.bench.mjs` beside this file, or those named. Prints a table of ratios with their
 * goals and ends with 1 when one is missed. Milliseconds are of this machine and assert nothing.
 */
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'

const named = process.argv.slice(2)
const all = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.bench.mjs'))
  .filter((file) => named.length === 0 || named.some((name) => file === `${name}.bench.mjs`))
if (all.length === 0) {
  console.error(`No bench named ${named.join(', ')}.`)
  process.exit(2)
}
let isMissed = false
for (const file of all) {
  // A process each: what one leaves in memory does not burden the next.
  const run = spawnSync(process.execPath, ['--expose-gc', join(import.meta.dirname, file)], { stdio: 'inherit' })
  isMissed ||= run.status !== 0
}
process.exitCode = isMissed ? 1 : 0
