/**
 * `npm start`: the program in Electron; where that cannot be, the same program through the browser host.
 *   --electron   try again to fetch Electron      --browser   use the browser host      --no-open   only print the address
 */
import { spawn } from 'node:child_process'
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { giveUp, prepare, projectFolder, say } from './bootstrap.mjs'
import { fetchElectron, findElectron, rememberedFailure } from './electron-binary.mjs'
import { findBrowser } from './find-browser.mjs'

async function start(flags) {
  const unknown = [...flags].find((flag) => !['--electron', '--browser', '--no-open'].includes(flag))
  if (unknown) giveUp(`Unknown option ${unknown}. Known: --electron, --browser, --no-open.`, 2)
  const node = await prepare()
  const plan = planStart({
    flags,
    platform: process.platform,
    env: process.env,
    isRoot: process.getuid?.() === 0,
    hasElectron: findElectron() !== undefined,
    failedBefore: rememberedFailure(),
  })
  for (const line of plan.says) say(line)
  if (plan.host === 'electron') return runElectron(findElectron())
  if (plan.host === 'fetchElectron') {
    const { binary, reason } = await fetchElectron(node)
    if (binary) return runElectron(binary)
    say(`Electron’s binary cannot be downloaded here (${reason}); opening the program in a browser instead.`)
  }
  await runBrowserHost(node, plan.opensWindow)
}

/** Which host to start and what to tell first. Electron and browsers do not start as root, or without a display. */
export function planStart({ flags, platform, env, isRoot, hasElectron, failedBefore }) {
  const hasDisplay = platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)
  const canShow = hasDisplay && !isRoot
  const browser = (...says) => ({ host: 'browser', opensWindow: canShow && !flags.has('--no-open'), says })
  if (flags.has('--browser') || flags.has('--no-open')) return browser()
  if (isRoot)
    return browser(
      'Running as root: Electron and browsers keep their sandbox and do not start, so the program is only served.',
    )
  if (!hasDisplay) return browser('There is no display: the program is served for a browser elsewhere on this machine.')
  if (hasElectron) return { host: 'electron', says: [] }
  if (failedBefore && !flags.has('--electron')) {
    return browser(
      `Electron could not be fetched earlier (${failedBefore}); opening in a browser. npm start -- --electron tries again.`,
    )
  }
  // Where fetching fails, the browser host takes over and opens a window.
  return { host: 'fetchElectron', opensWindow: true, says: [] }
}

function runElectron(binary) {
  // Set by some editors' terminals; it would turn Electron into a plain Node.
  const { ELECTRON_RUN_AS_NODE: _unwanted, ...env } = process.env
  const child = spawn(binary, [projectFolder], { stdio: 'inherit', env })
  child.once('exit', (code) => {
    process.exitCode = code ?? 1
  })
}

/** Serves the program, shows where, and opens a window on it where one can be shown. */
async function runBrowserHost(node, opensWindow) {
  const host = spawn(node, [join(projectFolder, 'out', 'main', 'browser-host.js'), '--json'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  // The terminal sends Ctrl+C to the host as well; this process only waits for it to finish its saving.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => host.kill(signal))
  host.once('exit', (code) => process.exit(code ?? 1))
  // `--no-open` also means that nobody says when the work is over: it serves until Ctrl+C.
  for await (const line of createInterface({ input: host.stdout })) {
    const message = JSON.parse(line)
    if (message.kind === 'busy') say(message.text)
    else await showAddress(message, opensWindow, host)
  }
}

async function showAddress({ kind, address, dataFolder }, opensWindow, host) {
  if (kind === 'alreadyServing') say('The program is already open for this data folder; here is another window on it.')
  const browser = opensWindow ? findBrowser() : undefined
  if (opensWindow && !browser) say('No Chromium, Chrome or Edge was found to open a window with.')
  if (!browser) {
    process.stdout.write(`${address}\n`)
    say('Open this address in Chromium, Chrome or Edge within one minute; it works once. Ctrl+C ends the program.')
    if (process.stdin.isTTY && kind === 'serving') offerAnotherAddress(host)
    return
  }
  const window = openWindow(browser, address, dataFolder)
  if (kind === 'serving') {
    say('The program is open in its own browser window. Closing the window or Ctrl+C ends it.')
    window.once('exit', () => host.stdin.write('end-when-unused\n'))
  }
}

function offerAnotherAddress(host) {
  say('Press Enter for a fresh address.')
  createInterface({ input: process.stdin }).on('line', () => host.stdin.write('new-address\n'))
}

/** An app-mode window with a profile of its own, so that nothing of the officer's browsing mixes in. */
function openWindow(browser, address, dataFolder) {
  const home = browserHome(browser, dataFolder)
  mkdirSync(home, { recursive: true, mode: 0o700 })
  // The one-time code must not stand in the process list: the browser gets a file only this user can read.
  const redirect = join(home, `open-${process.pid}-${Date.now()}.html`)
  writeFileSync(redirect, redirectPage(address), { mode: 0o600 })
  chmodSync(redirect, 0o600)
  const forget = () => rmSync(redirect, { force: true })
  setTimeout(forget, 60_000).unref()
  process.once('exit', forget)
  return spawn(
    browser,
    [`--app=${pathToFileURL(redirect).href}`, ...WINDOW_OPTIONS, `--user-data-dir=${join(home, 'profile')}`],
    { stdio: 'ignore' },
  )
}

const WINDOW_OPTIONS = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-sync',
  '--disable-component-update',
  '--disable-features=Translate',
  '--window-size=1280,800',
]

/** A browser from a snap may only write into its own folder. */
export function browserHome(browser, dataFolder, home = homedir()) {
  return browser.startsWith('/snap/')
    ? join(home, 'snap', 'chromium', 'common', 'tong-ket')
    : join(dataFolder, 'browser')
}

export const redirectPage = (address) =>
  `<!doctype html><meta charset="utf-8"><meta name="referrer" content="no-referrer"><title>Tổng Kết</title><script>location.replace(${JSON.stringify(address).replaceAll('<', '\\u003c')})</script>`

// Last, so that everything above is there when it runs.
if (process.argv[1] === fileURLToPath(import.meta.url)) await start(new Set(process.argv.slice(2)))
