/**
 * Measures exported Word documents with independent tools: package, schemas, and the layout on rendered pages.
 *   npm run check:docx                      our own sample reports in every layout
 *   npm run check:docx -- FILE party|state  one file
 * It needs the checking tools (SHARED_DIR, else ../shared), python3, xmllint, soffice and mutool, and installs nothing.
 */
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const tools = join(process.env.SHARED_DIR ?? resolve(root, '../shared'), 'tools')
const PROGRAMS = {
  python3: 'Python 3.9 or later',
  xmllint: 'Debian package libxml2-utils',
  soffice: 'LibreOffice Writer',
  mutool: 'Debian package mupdf-tools',
}
// Layouts the tools have rules for; the others are checked as packages only.
const MEASURED = new Set(['party', 'state'])

const missing = findMissing()
if (missing.length > 0) {
  console.error(`check:docx cannot run, it lacks:\n${missing.map((line) => `  ${line}`).join('\n')}`)
  process.exit(2)
}
const [file, layout] = process.argv.slice(2)
process.exit(file === undefined ? await checkSamples() : check(file, layout) ? 0 : 1)

function findMissing() {
  const programs = Object.entries(PROGRAMS)
    .filter(([program]) => !isOnPath(program))
    .map(([program, source]) => `${program} (${source})`)
  return existsSync(join(tools, 'check.sh'))
    ? programs
    : [...programs, `the checking tools in ${tools} (set SHARED_DIR)`]
}

function isOnPath(program) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}

/** Writes the sample reports and checks each; the folder stays when one fails. */
async function checkSamples() {
  const { runnerImport } = await import('vite')
  const load = async (path) => (await runnerImport(join(root, path), { root, logLevel: 'error' })).module
  const { writeDocx } = await load('src/formats/writers.ts')
  const { layoutCases } = await load('tests/support/layout-cases.ts')
  const folder = mkdtempSync(join(tmpdir(), 'check-docx-'))
  const failed = []
  for (const { name, report, layout: id, isDraft } of layoutCases) {
    const path = join(folder, `${name}.docx`)
    writeFileSync(path, await writeDocx(report, { layout: id, isDraft, now: report.createdAt }))
    console.log(`${name} (${id})`)
    if (!check(path, isDraft ? undefined : id)) failed.push(name)
  }
  if (failed.length === 0) {
    rmSync(folder, { recursive: true })
    console.log(`check:docx: all ${layoutCases.length} documents pass`)
    return 0
  }
  console.error(`check:docx: ${failed.join(', ')} failed; the files are in ${folder}`)
  return 1
}

/** The package alone, or with the layout where there are rules for it. */
function check(path, id) {
  const isMeasured = MEASURED.has(id)
  const run = isMeasured
    ? spawnSync('sh', [join(tools, 'check.sh'), path, id], { encoding: 'utf8' })
    : spawnSync('python3', [join(tools, 'docx_validate.py'), path], { encoding: 'utf8' })
  process.stdout.write(`${run.stdout}${run.stderr}`.replace(/^(?=.)/gm, '  '))
  return run.status === 0 && (isMeasured || run.stdout.includes(', 0 errors, 0 warnings'))
}
