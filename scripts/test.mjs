/**
 * `npm test`: every check of the project, from a bare clone. Needs Node and a browser, gets the rest itself.
 * Stops at the first step that fails; nothing is skipped in silence.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { prepare, projectFolder, run, say } from './bootstrap.mjs'
import { findElectron } from './electron-binary.mjs'
import { ensureTestBrowser } from './find-browser.mjs'

const reports = join(projectFolder, '.cache', 'test')
const vitestReport = join(reports, 'vitest.json')
const playwrightReport = join(reports, 'playwright.json')
const installed = (...parts) => join(projectFolder, 'node_modules', ...parts)

async function test() {
  const node = await timed('install and build', prepare)
  rmSync(reports, { recursive: true, force: true })
  mkdirSync(reports, { recursive: true })
  const env = { ...process.env }
  const tool = (script, args) => run(node, [script, ...args], { env, stdio: ['ignore', 1, 2] })

  const steps = [
    ['typecheck', () => tool(installed('typescript-7', 'bin', 'tsc'), ['-b'])],
    [
      'lint',
      () =>
        tool(installed('eslint', 'bin', 'eslint.js'), [
          '--cache',
          '--cache-location',
          'node_modules/.cache/eslint/',
          '.',
        ]),
    ],
    [
      'layers',
      () =>
        tool(installed('dependency-cruiser', 'bin', 'dependency-cruiser.mjs'), [
          'src',
          '--config',
          '.dependency-cruiser.cjs',
        ]),
    ],
    [
      'unit and contract',
      () =>
        tool(installed('vitest', 'vitest.mjs'), [
          'run',
          '--reporter=default',
          '--reporter=json',
          `--outputFile.json=${vitestReport}`,
        ]),
    ],
    [
      'end to end',
      async () => {
        // Electron does not start as root; then the browser host is the one to try.
        const electron = process.getuid?.() === 0 ? undefined : findElectron()
        if (electron) say('End to end: in Electron.')
        else {
          env.TONG_KET_BROWSER = await ensureTestBrowser(node)
          say(`End to end: through the browser host, with ${env.TONG_KET_BROWSER}.`)
        }
        env.PLAYWRIGHT_JSON_OUTPUT_FILE = playwrightReport
        return tool(installed('@playwright', 'test', 'cli.js'), ['test', '--reporter=list,json'])
      },
    ],
  ]
  for (const [name, step] of steps) {
    const code = await timed(name, step)
    if (code !== 0) return finish(name)
  }
  finish()
}

async function timed(name, step) {
  say(`▶ ${name}`)
  const start = Date.now()
  const outcome = await step()
  say(
    `${typeof outcome === 'number' && outcome !== 0 ? '✗' : '✓'} ${name}: ${((Date.now() - start) / 1000).toFixed(1)} s`,
  )
  return outcome
}

function finish(failedStep) {
  const counts = addCounts(countVitest(readReport(vitestReport)), countPlaywright(readReport(playwrightReport)))
  const shared = resolve(projectFolder, process.env.SHARED_DIR ?? '../shared')
  const isShared = existsSync(shared)
  console.log('')
  if (failedStep) console.log(`Stopped: ${failedStep} failed.`)
  console.log(`Ran ${isShared ? 'with' : 'without'} the shared folder of samples.`)
  console.log(closingLine(counts, failedStep))
  process.exitCode = failedStep || counts.failed > 0 ? 1 : 0
}

/** A step that failed without a single failed test (types, lint, a crash) still counts as one failure. */
export function closingLine({ passed, failed, skipped }, failedStep) {
  const failures = failedStep && failed === 0 ? 1 : failed
  return `${passed} passed, ${failures} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

const NOTHING = { passed: 0, failed: 0, skipped: 0 }

export function countVitest(report) {
  if (!report) return NOTHING
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + (report.numTodoTests ?? 0),
  }
}

export function countPlaywright(report) {
  if (!report) return NOTHING
  const { expected, flaky, unexpected, skipped } = report.stats
  return { passed: expected + flaky, failed: unexpected, skipped }
}

export const addCounts = (a, b) => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
})

function readReport(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined
}

// Last, so that everything above is there when it runs.
if (process.argv[1] === fileURLToPath(import.meta.url)) await test()
