/**
 * What every command needs before it can begin: the installed packages, the project's Node, the built program.
 *
 * Plain JavaScript for Node 18 and later, because a fresh machine starts here before the project's own Node is
 * installed. No shell syntax. Everything said here goes to stderr: stdout belongs to the command.
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

export const projectFolder = dirname(dirname(fileURLToPath(import.meta.url)))
const inProject = (...parts) => join(projectFolder, ...parts)

/** One clear line, no stack: the reader is somebody who typed a command. */
export function say(line) {
  process.stderr.write(`${line}\n`)
}

/** Ends the command with one clear line. */
export function giveUp(line, exitCode = 1) {
  say(line)
  process.exit(exitCode)
}

/** Installs and builds when needed, and gives the Node to go on with. */
export async function prepare() {
  await ensureInstalled()
  const node = nodeBinary()
  await ensureBuilt(node)
  return node
}

// Installed packages -------------------------------------------------------------------------------------------------

/** Runs `npm ci` when node_modules is missing or is not what package-lock.json asks for. */
export async function ensureInstalled() {
  if (isProjectInstalled()) return
  await holdingLock('install', async () => {
    if (isProjectInstalled()) return
    say('Installing the packages (npm ci); this takes a minute or two the first time…')
    const code = await runNpm(['ci', '--ignore-scripts', '--loglevel=error', '--no-audit', '--no-fund'])
    if (code !== 0)
      giveUp('The packages could not be installed. Check the network and the npm registry, then try again.')
  })
}

const isProjectInstalled = () =>
  isInstalled(readJson(inProject('package-lock.json')), readJson(inProject('node_modules', '.package-lock.json')))

/**
 * Compares the lockfile with the record npm leaves inside node_modules (written last, so a broken install has none).
 * Optional packages may be absent: they belong to other systems.
 */
export function isInstalled(lockfile, installedRecord) {
  if (!lockfile || !installedRecord) return false
  const installed = installedRecord.packages ?? {}
  return Object.entries(lockfile.packages ?? {}).every(([place, wanted]) => {
    if (place === '') return true
    const found = installed[place]
    if (!found) return Boolean(wanted.optional || wanted.devOptional || wanted.peer)
    return found.version === wanted.version && found.integrity === wanted.integrity
  })
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}

/** npm by the road it was started with, so that no shell is needed where npm is a script file. */
function runNpm(args) {
  const npmScript = process.env.npm_execpath
  if (npmScript && /npm-cli\.c?js$/.test(npmScript)) {
    // The Node that runs npm, not ours: `npm ci` deletes node_modules, and with it the project's own Node.
    return run(process.env.npm_node_execpath ?? process.execPath, [npmScript, ...args])
  }
  const isWindows = process.platform === 'win32'
  return run(isWindows ? 'npm.cmd' : 'npm', args, { shell: isWindows })
}

// Node ---------------------------------------------------------------------------------------------------------------

const OLDEST_NODE = [22, 12, 0]

/** The project's own Node on Linux, else this process's when it is new enough; otherwise ends with one clear line. */
export function nodeBinary() {
  const own = inProject('node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node')
  if (process.platform === 'linux' && existsSync(own)) return own
  if (isNewEnough(process.versions.node)) return process.execPath
  return giveUp(
    `Node ${OLDEST_NODE.join('.')} or newer is needed, this is ${process.versions.node}: https://nodejs.org`,
  )
}

/** Whether this Node runs the program, not only the bootstrap. */
export function isNewEnough(version) {
  const parts = version.split('.').map(Number)
  for (const [index, oldest] of OLDEST_NODE.entries()) {
    if ((parts[index] ?? 0) !== oldest) return (parts[index] ?? 0) > oldest
  }
  return true
}

// Build --------------------------------------------------------------------------------------------------------------

const SOURCES = [
  'src',
  'resources',
  'templates',
  'electron.vite.config.ts',
  'tsconfig.base.json',
  'package.json',
  'package-lock.json',
]
const stampFile = () => inProject('out', '.built')

/** Builds when out/ is missing or was built from other sources. */
export async function ensureBuilt(node = nodeBinary()) {
  if (isBuilt(fingerprint(projectFolder, SOURCES))) return
  await holdingLock('build', async () => {
    const before = fingerprint(projectFolder, SOURCES)
    if (isBuilt(before)) return
    say('Building…')
    rmSync(stampFile(), { force: true })
    const code = await run(node, [
      inProject('node_modules', 'electron-vite', 'bin', 'electron-vite.js'),
      'build',
      '--logLevel',
      'warn',
    ])
    if (code !== 0) giveUp('The build failed; the lines above say where.')
    // Stamped with what stood there before the build: a file changed meanwhile makes the next command build again.
    writeFileSync(stampFile(), before)
  })
}

function isBuilt(sources) {
  try {
    return readFileSync(stampFile(), 'utf8') === sources
  } catch {
    return false
  }
}

/** A hash over the names and the contents of files: a checkout that touches times builds nothing anew. */
export function fingerprint(folder, places) {
  const hash = createHash('sha256')
  for (const path of places.flatMap((place) => filesUnder(join(folder, place)))) {
    hash.update(relative(folder, path).split(sep).join('/')).update('\0')
    hash.update(createHash('sha256').update(readFileSync(path)).digest())
  }
  return hash.digest('hex')
}

function filesUnder(path) {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)))
}

// One command at a time ----------------------------------------------------------------------------------------------

const BEAT_MS = 1_000
const STALE_MS = 15_000

/** Runs the step alone: a second command waits until the first is through. */
export async function holdingLock(name, step, folder = inProject('.cache')) {
  mkdirSync(folder, { recursive: true })
  const lock = join(folder, `${name}.lock`)
  await takeLock(lock, name)
  const beat = setInterval(() => touch(lock), BEAT_MS)
  const letGo = () => rmSync(lock, { force: true })
  process.once('exit', letGo)
  try {
    return await step()
  } finally {
    clearInterval(beat)
    process.removeListener('exit', letGo)
    letGo()
  }
}

async function takeLock(lock, name) {
  for (let told = false; ; told = true) {
    try {
      const file = openSync(lock, 'wx')
      writeSync(file, String(process.pid))
      closeSync(file)
      return
    } catch (cause) {
      if (cause.code !== 'EEXIST') throw cause
    }
    if (isStale(lock)) rmSync(lock, { force: true })
    else {
      if (!told) say(`Another command is at work (${name}); waiting for it…`)
      await new Promise((resume) => setTimeout(resume, 200))
    }
  }
}

/** The holder touches its lock every second; one that stopped doing so is gone. */
function isStale(lock) {
  try {
    return Date.now() - statSync(lock).mtimeMs > STALE_MS
  } catch {
    return false
  }
}

function touch(path) {
  try {
    utimesSync(path, new Date(), new Date())
  } catch {
    // The lock was removed by hand; the step goes on.
  }
}

// Child processes ----------------------------------------------------------------------------------------------------

/** Runs a program to its end with its words on stderr, and gives its exit code. */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: projectFolder, stdio: ['ignore', 2, 2], ...options })
    child.once('error', (cause) => {
      say(`${command}: ${cause.message}`)
      resolve(127)
    })
    child.once('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0)))
  })
}

/** Runs a program that may download, and stops it when nothing grew in `folders` and nothing was said for a while. */
export function runWhileItMoves(command, args, { silenceMs, folders = [], ...options }) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: projectFolder, stdio: ['ignore', 'pipe', 'pipe'], ...options })
    const words = []
    let size = -1
    let lastMove = Date.now()
    let wasStopped = false
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        words.push(String(chunk))
        lastMove = Date.now()
      })
    }
    const watch = setInterval(() => {
      const now = folders.reduce((sum, folder) => sum + bytesUnder(folder), 0)
      if (now !== size) lastMove = Date.now()
      size = now
      if (Date.now() - lastMove > silenceMs) {
        wasStopped = true
        child.kill('SIGKILL')
      }
    }, 500)
    const end = (code, reason) => {
      clearInterval(watch)
      resolve({ ok: code === 0, reason })
    }
    child.once('error', (cause) => end(1, cause.message))
    child.once('exit', (code) =>
      end(code ?? 1, wasStopped ? `no byte came for ${silenceMs / 1000} s` : lastLine(words.join(''))),
    )
  })
}

function bytesUnder(path) {
  try {
    return filesUnder(path).reduce((sum, file) => sum + statSync(file).size, 0)
  } catch {
    return 0
  }
}

/** The line of a failed program's output that says most: its error, else its last line. */
function lastLine(words) {
  const lines = words
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  return lines.find((line) => /error/i.test(line)) ?? lines.at(-1) ?? 'no reason given'
}
