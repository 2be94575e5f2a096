/**
 * Electron's binary: where it is, and one try to fetch it. `electron` itself is never imported here:
 * that alone would start a download.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectFolder, runWhileItMoves, say } from './bootstrap.mjs'

const packageFolder = join(projectFolder, 'node_modules', 'electron')
const cacheFolder = join(projectFolder, 'node_modules', '.cache', 'tong-ket')
const failureFile = join(cacheFolder, 'electron-failed.json')
const NO_BYTE_LIMIT_MS = 20_000

/** The path of the binary when it is there. */
export function findElectron(env = process.env, folder = packageFolder) {
  const name = readText(join(folder, 'path.txt'))
  const dist = env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist')
  const candidates = name ? [name] : env.ELECTRON_OVERRIDE_DIST_PATH ? ['electron', 'electron.exe'] : []
  return candidates.map((candidate) => join(dist, candidate)).find((path) => existsSync(path))
}

/** Why an earlier try to fetch the binary of this version failed, so that each start need not wait for the same. */
export function rememberedFailure() {
  try {
    const { version, reason } = JSON.parse(readFileSync(failureFile, 'utf8'))
    return version === electronVersion() ? reason : undefined
  } catch {
    return undefined
  }
}

/** Runs Electron's own installer, stopped when no byte came for 20 s. */
export async function fetchElectron(node) {
  say('Fetching Electron (about 120 MB, once)…')
  // The download goes to a temporary folder; one of our own shows whether bytes still come.
  const temporary = join(cacheFolder, 'electron-download')
  try {
    mkdirSync(temporary, { recursive: true })
  } catch (cause) {
    return { reason: `node_modules cannot be written: ${cause.code}` }
  }
  const env = { ...process.env, TMPDIR: temporary, TMP: temporary, TEMP: temporary, ELECTRON_GET_NO_PROGRESS: '1' }
  const fetched = await runWhileItMoves(node, [join(packageFolder, 'install.js')], {
    silenceMs: NO_BYTE_LIMIT_MS,
    folders: [temporary, join(packageFolder, 'dist')],
    env,
  })
  rmSync(temporary, { recursive: true, force: true })
  const binary = findElectron()
  if (fetched.ok && binary) {
    rmSync(failureFile, { force: true })
    return { binary }
  }
  const reason = fetched.ok ? 'its installer left no binary' : fetched.reason
  writeFileSync(failureFile, JSON.stringify({ version: electronVersion(), reason }))
  return { reason }
}

const electronVersion = () => JSON.parse(readText(join(packageFolder, 'package.json')) ?? '{}').version

function readText(path) {
  try {
    return readFileSync(path, 'utf8').trim()
  } catch {
    return undefined
  }
}
