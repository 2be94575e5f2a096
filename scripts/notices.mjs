/**
 * Writes THIRD-PARTY-NOTICES.md: the packages whose code the build puts into the program, with their licences.
 * They are found by following what src/ imports through the installed packages; `--check` only compares.
 */
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { giveUp, projectFolder, say } from './bootstrap.mjs'

const target = join(projectFolder, 'THIRD-PARTY-NOTICES.md')
const modules = join(projectFolder, 'node_modules')

/** Works of others that a package carries inside it without saying so; their licence is read where it is whole. */
const CARRIED = [
  {
    inside: 'unpdf',
    name: 'pdf.js (Mozilla Foundation and contributors)',
    version: '6.1.200',
    license: 'Apache-2.0',
    text: 'typescript',
  },
]

const text = notices()
if (!process.argv.includes('--check')) writeFileSync(target, text)
else if (!existsSync(target) || readFileSync(target, 'utf8') !== text) {
  giveUp('THIRD-PARTY-NOTICES.md is not what the build contains now: node scripts/notices.mjs')
} else say('THIRD-PARTY-NOTICES.md is up to date.')

function notices() {
  const found = new Map()
  for (const name of importedPackages()) collect(name, modules, found)
  for (const { inside, name, version, license, text } of CARRIED)
    if ([...found.values()].some((one) => one.name === inside))
      found.set(name, { name, version, license, licenceText: licenceOf(join(modules, text)) })
  const packages = [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
  return [
    '# Third-party notices',
    '',
    'The program contains code and fonts of the packages below; with a packed program comes also Electron (MIT), whose',
    'own notices lie beside it as LICENSES.chromium.html. This file is written by `node scripts/notices.mjs`.',
    '',
    '| package | version | licence |',
    '| --- | --- | --- |',
    ...packages.map(({ name, version, license }) => `| ${name} | ${version} | ${license} |`),
    '',
    ...texts(packages),
  ].join('\n')
}

/** Each licence text once, under the names of the packages it covers. */
function texts(packages) {
  const covered = new Map()
  for (const { name, licenceText } of packages) {
    if (licenceText) covered.set(licenceText, [...(covered.get(licenceText) ?? []), name])
  }
  return [...covered].flatMap(([licence, names]) => [
    `## ${names.join(', ')}`,
    '',
    '```',
    licence.trim().replaceAll('```', "'''"),
    '```',
    '',
  ])
}

/** The packages that the sources import by name; Electron comes whole, and types leave nothing behind. */
function importedPackages() {
  const names = new Set()
  for (const path of sources(join(projectFolder, 'src'))) {
    const source = readFileSync(path, 'utf8')
    for (const [, specifier] of source.matchAll(/(?:from|import|@import|url)\s*\(?\s*['"]([^'".][^'"]*)['"]/g)) {
      const name = specifier
        .split('/')
        .slice(0, specifier.startsWith('@') ? 2 : 1)
        .join('/')
      if (!specifier.startsWith('node:') && name !== 'electron' && existsSync(join(modules, name))) names.add(name)
    }
  }
  return [...names].sort()
}

function sources(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? sources(path) : /\.(tsx?|css)$/.test(entry.name) ? [path] : []
  })
}

function collect(name, from, found) {
  const folder = [join(from, name), join(modules, name)].find((candidate) =>
    existsSync(join(candidate, 'package.json')),
  )
  if (!folder) return
  const { version, license, dependencies = {} } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const key = `${name}@${version}`
  // Types are not code.
  if (found.has(key) || name.startsWith('@types/')) return
  found.set(key, {
    name,
    version,
    license: typeof license === 'string' ? license : 'see its text',
    licenceText: licenceOf(folder),
  })
  for (const dependency of Object.keys(dependencies)) collect(dependency, join(folder, 'node_modules'), found)
}

function licenceOf(folder) {
  const file = readdirSync(folder).find(
    (name) => /^(licen[cs]e|copying|ofl)(\.|$|-)/i.test(name) && statSync(join(folder, name)).isFile(),
  )
  return file ? readFileSync(join(folder, file), 'utf8') : undefined
}
