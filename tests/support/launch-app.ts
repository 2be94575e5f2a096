/**
 * Opens the built program for a Playwright test, on the host that TONG_KET_TEST_HOST asks for: `electron`, `browser`,
 * or `auto` (Electron when its binary is there and may start here, else the browser host).
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { _electron, chromium, type Browser, type BrowserContextOptions, type Page } from '@playwright/test'
import { findElectron } from '../../scripts/electron-binary.mjs'
import { findBrowser } from '../../scripts/find-browser.mjs'

export interface LaunchedApp {
  readonly page: Page
  readonly dataFolder: string
  readonly host: 'electron' | 'browser'
  /** SIGKILL of the host: nothing of it gets a chance to save. */
  readonly kill: () => Promise<void>
  /** Ends as an officer would. */
  readonly close: () => Promise<void>
  /** Another window on the same host. */
  readonly newWindow: () => Promise<Page>
}

export interface LaunchOptions {
  /** Give the folder of an earlier launch to start again on its data; else a new one. */
  readonly dataFolder?: string
  /** For the browser host: viewport, colour scheme and the like. */
  readonly context?: BrowserContextOptions
}

const project = resolve(import.meta.dirname, '..', '..')
const isRoot = process.getuid?.() === 0

/** The window of first look: 1280×720, Vietnamese. */
const WINDOW: BrowserContextOptions = { viewport: { width: 1280, height: 720 }, locale: 'vi-VN', acceptDownloads: true }

export async function launchApp({ dataFolder, context }: LaunchOptions = {}): Promise<LaunchedApp> {
  const folder = dataFolder ?? (await mkdtemp(join(tmpdir(), 'tong-ket-')))
  return testHost() === 'electron'
    ? await launchElectron(folder)
    : await launchBrowserHost(folder, { ...WINDOW, ...context })
}

/** The host the tests run on. */
export function testHost(): 'electron' | 'browser' {
  const asked = process.env['TONG_KET_TEST_HOST'] ?? 'auto'
  if (asked === 'electron' || asked === 'browser') return asked
  if (asked !== 'auto') throw new Error(`TONG_KET_TEST_HOST is auto, electron or browser, not ${asked}`)
  return findElectron() !== undefined && !isRoot ? 'electron' : 'browser'
}

async function launchElectron(dataFolder: string): Promise<LaunchedApp> {
  const executablePath = findElectron()
  if (executablePath === undefined) throw new Error('Electron’s binary is not there: npx install-electron --no')
  const app = await _electron.launch({ executablePath, args: [project], env: environment(dataFolder) })
  return {
    page: await app.firstWindow(),
    dataFolder,
    host: 'electron',
    kill: () => kill(app.process()),
    close: async () => {
      // A story may end on something unsaved: its officer closes anyway, and no native box waits for a hand.
      await app.evaluate(({ dialog }) => {
        dialog.showMessageBox = () => Promise.resolve({ response: 0, checkboxChecked: false })
      })
      await app.close()
    },
    newWindow: () => Promise.reject(new Error('the Electron host has one window')),
  }
}

async function launchBrowserHost(dataFolder: string, options: BrowserContextOptions): Promise<LaunchedApp> {
  const host = spawn(process.execPath, [join(project, 'out', 'main', 'browser-host.js'), '--json'], {
    env: environment(dataFolder),
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const addresses = createInterface({ input: host.stdout })[Symbol.asyncIterator]()
  const nextAddress = async (): Promise<string> => {
    const line = await addresses.next()
    if (line.done === true)
      throw new Error(`the browser host ended without an address (exit code ${host.exitCode ?? 'unknown'})`)
    return (JSON.parse(line.value) as { address: string }).address
  }
  const firstAddress = await nextAddress()
  const browser = await launchBrowser()
  const context = await browser.newContext(options)
  const open = async (address: string): Promise<Page> => {
    const page = await context.newPage()
    await page.goto(address)
    return page
  }
  return {
    page: await open(firstAddress),
    dataFolder,
    host: 'browser',
    kill: async () => {
      await kill(host)
      await browser.close()
    },
    close: async () => {
      const hasEnded = ended(host)
      host.kill('SIGTERM')
      await hasEnded
      await browser.close()
    },
    newWindow: async () => {
      host.stdin.write('new-address\n')
      return await open(await nextAddress())
    },
  }
}

/** The same Chromium the tests of the whole run use. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = findBrowser() ?? chromium.executablePath()
  return await chromium.launch({ executablePath, chromiumSandbox: !isRoot, args: ['--disable-background-networking'] })
}

function environment(dataFolder: string): Record<string, string> {
  const inherited = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return { ...Object.fromEntries(inherited), TONG_KET_DATA_DIR: dataFolder }
}

async function kill(child: ChildProcess): Promise<void> {
  const hasEnded = ended(child)
  child.kill('SIGKILL')
  await hasEnded
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  await new Promise((resolve) => child.once('exit', resolve))
}
