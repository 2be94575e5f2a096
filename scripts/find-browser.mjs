/**
 * A Chromium, Chrome or Edge to show the program in, and for the tests the ways to get one:
 * an installed one, Playwright's own download, Debian's package when root, else an instruction.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { delimiter, join, posix, win32 } from 'node:path'
import { giveUp, projectFolder, run, runWhileItMoves, say } from './bootstrap.mjs'

const ON_PATH = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
]

const ON_MAC = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Chromium.app/Contents/MacOS/Chromium',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
]

const ON_WINDOWS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
]

/** Places where a browser may be, best first. `TONG_KET_BROWSER` goes before all. */
export function browserCandidates(platform, env) {
  return [...(env.TONG_KET_BROWSER ? [env.TONG_KET_BROWSER] : []), ...usualPlaces(platform, env)]
}

function usualPlaces(platform, env) {
  if (platform === 'win32') {
    const roots = [env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA].filter(Boolean)
    return ON_WINDOWS.flatMap((place) => roots.map((root) => win32.join(root, place)))
  }
  if (platform === 'darwin') {
    const roots = ['/Applications', ...(env.HOME ? [posix.join(env.HOME, 'Applications')] : [])]
    return ON_MAC.flatMap((place) => roots.map((root) => posix.join(root, place)))
  }
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean)
  return ON_PATH.flatMap((name) => folders.map((folder) => posix.join(folder, name)))
}

/** The first browser that is there and starts; `undefined` when there is none. */
export function findBrowser({ platform = process.platform, env = process.env, isUsable = starts } = {}) {
  return browserCandidates(platform, env).find(isUsable)
}

/** A program that lies on the disk but lacks its libraries does not start. */
function starts(path) {
  if (!existsSync(path)) return false
  // Elsewhere `--version` may open a window; there the installers bring everything along.
  if (process.platform !== 'linux') return true
  return spawnSync(path, ['--version', '--no-sandbox'], { stdio: 'ignore', timeout: 20_000 }).status === 0
}

/** A browser for the tests, fetched when it may be; ends with an instruction when there is no way. */
export async function ensureTestBrowser(node) {
  return findBrowser() ?? (await playwrightBrowser(node)) ?? (await debianBrowser()) ?? giveUp(INSTRUCTION)
}

const INSTRUCTION =
  'No browser was found and none could be installed. Install Chromium, Google Chrome or Microsoft Edge ' +
  '(Debian, Ubuntu: sudo apt-get install chromium), or name one in TONG_KET_BROWSER, then run npm test again.'

async function playwrightBrowser(node) {
  const { chromium } = await import('playwright-core')
  if (starts(chromium.executablePath())) return chromium.executablePath()
  say('No Chromium, Chrome or Edge is installed; fetching Playwright’s own Chromium…')
  const cli = join(projectFolder, 'node_modules', 'playwright-core', 'cli.js')
  // It downloads to a temporary folder; one of our own shows whether bytes still come.
  const temporary = join(projectFolder, 'node_modules', '.cache', 'tong-ket', 'browser-download')
  mkdirSync(temporary, { recursive: true })
  const env = { ...process.env, TMPDIR: temporary, TMP: temporary, TEMP: temporary }
  const fetched = await runWhileItMoves(node, [cli, 'install', 'chromium'], {
    silenceMs: 20_000,
    folders: [temporary],
    env,
  })
  rmSync(temporary, { recursive: true, force: true })
  if (fetched.ok && starts(chromium.executablePath())) return chromium.executablePath()
  say(
    `Playwright’s Chromium is not to be had here: ${fetched.ok ? 'it does not start (libraries are missing)' : fetched.reason}`,
  )
  return undefined
}

async function debianBrowser() {
  const isRootOnDebian = process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
  if (!isRootOnDebian) return undefined
  say('Installing Debian’s chromium (apt-get)…')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const install = () => run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { env })
  if ((await install()) !== 0) {
    await run('apt-get', ['update'], { env })
    await install()
  }
  return findBrowser()
}
