import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findElectron } from '../../scripts/electron-binary.mjs'
import { browserCandidates, findBrowser } from '../../scripts/find-browser.mjs'
import { browserHome, planStart, redirectPage } from '../../scripts/start.mjs'
import { addCounts, closingLine, countPlaywright, countVitest } from '../../scripts/test.mjs'

describe('npm start', () => {
  const here = {
    flags: new Set<string>(),
    platform: 'linux',
    env: { DISPLAY: ':0' },
    isRoot: false,
    hasElectron: true,
    failedBefore: undefined,
  }

  it.each([
    ['Electron when it is there', {}, 'electron', undefined],
    ['Electron on Windows, which has no DISPLAY', { platform: 'win32', env: {} }, 'electron', undefined],
    ['Electron under Wayland', { env: { WAYLAND_DISPLAY: 'wayland-0' } }, 'electron', undefined],
    ['a try to fetch Electron, else a window of the browser', { hasElectron: false }, 'fetchElectron', true],
    ['no second try after a failure', { hasElectron: false, failedBefore: 'no network' }, 'browser', true],
    [
      'a second try when asked',
      { hasElectron: false, failedBefore: 'no network', flags: new Set(['--electron']) },
      'fetchElectron',
      undefined,
    ],
    ['only an address for root', { isRoot: true }, 'browser', false],
    ['only an address without a display', { env: {} }, 'browser', false],
    ['the browser host when asked', { flags: new Set(['--browser']) }, 'browser', true],
    ['only an address when asked', { flags: new Set(['--no-open']) }, 'browser', false],
  ])('chooses %s', (_name, changes, host, opensWindow) => {
    expect(planStart({ ...here, ...changes })).toMatchObject({
      host,
      ...(opensWindow !== undefined && { opensWindow }),
    })
  })

  it('says in one line why it does not open Electron', () => {
    for (const changes of [{ isRoot: true }, { env: {} }, { hasElectron: false, failedBefore: 'no network' }]) {
      expect(planStart({ ...here, ...changes }).says).toHaveLength(1)
    }
  })

  it('leads the browser on without a word to the process list, and quotes the address', () => {
    expect(redirectPage('http://127.0.0.1:1/#"</script>')).not.toContain('</script></script>')
    expect(redirectPage('http://127.0.0.1:1/#abc')).toContain('location.replace("http://127.0.0.1:1/#abc")')
  })

  it('gives a browser from a snap a folder it may write to', () => {
    expect(browserHome('/snap/bin/chromium', '/data', '/home/a')).toBe('/home/a/snap/chromium/common/tong-ket')
    expect(browserHome('/usr/bin/chromium', '/data', '/home/a')).toBe('/data/browser')
  })
})

describe('a browser', () => {
  it('is the one the environment names, before all others', () => {
    expect(browserCandidates('linux', { TONG_KET_BROWSER: '/opt/b', PATH: '/usr/bin' })[0]).toBe('/opt/b')
  })

  it.each([
    [
      'linux',
      { PATH: '/usr/local/bin:/usr/bin' },
      ['/usr/bin/google-chrome', '/usr/bin/chromium'],
      '/usr/bin/chromium',
    ],
    ['linux', { PATH: '/usr/bin' }, ['/usr/bin/microsoft-edge'], '/usr/bin/microsoft-edge'],
    ['linux', { PATH: '/usr/bin' }, [], undefined],
    [
      'darwin',
      { HOME: '/Users/a' },
      ['/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'],
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ],
    [
      'win32',
      { ProgramFiles: 'C:\\Program Files', 'ProgramFiles(x86)': 'C:\\Program Files (x86)' },
      ['C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'],
      'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    ],
  ])('on %s with %j among %j is %s', (platform, env, present: string[], expected) => {
    expect(findBrowser({ platform, env, isUsable: (path) => present.includes(path) })).toBe(expected)
  })

  it('is passed over when it lies there but does not start', () => {
    const isUsable = (path: string) => path.endsWith('google-chrome')
    expect(findBrowser({ platform: 'linux', env: { PATH: '/a' }, isUsable })).toBe('/a/google-chrome')
  })
})

describe('Electron’s binary', () => {
  const folder = async (files: Record<string, string>) => {
    const root = await mkdtemp(join(tmpdir(), 'electron-'))
    await mkdir(join(root, 'dist'))
    for (const [name, content] of Object.entries(files)) await writeFile(join(root, name), content)
    return root
  }

  it('is what the installer noted, when it is there', async () => {
    const root = await folder({ 'path.txt': 'electron', 'dist/electron': '' })
    expect(findElectron({}, root)).toBe(join(root, 'dist', 'electron'))
  })

  it('is absent when the note or the file is missing', async () => {
    expect(findElectron({}, await folder({ 'path.txt': 'electron' }))).toBeUndefined()
    expect(findElectron({}, await folder({ 'dist/electron': '' }))).toBeUndefined()
  })

  it('is looked for in the folder the environment names, and there only', async () => {
    const elsewhere = join(await folder({ 'dist/electron': '' }), 'dist')
    const root = await folder({ 'path.txt': 'electron', 'dist/electron': '' })
    expect(findElectron({ ELECTRON_OVERRIDE_DIST_PATH: elsewhere }, await folder({}))).toBe(join(elsewhere, 'electron'))
    expect(findElectron({ ELECTRON_OVERRIDE_DIST_PATH: '/nowhere' }, root)).toBeUndefined()
  })
})

describe('the closing line of npm test', () => {
  const vitest = { numPassedTests: 100, numFailedTests: 1, numPendingTests: 2, numTodoTests: 0 }
  const playwright = { stats: { expected: 8, flaky: 1, unexpected: 2, skipped: 0 } }

  it('adds up unit and end-to-end tests', () => {
    expect(closingLine(addCounts(countVitest(vitest), countPlaywright(playwright)), 'end to end')).toBe(
      '109 passed, 3 failed, 2 skipped',
    )
  })

  it('never calls a failed step a success', () => {
    expect(closingLine(addCounts(countVitest(undefined), countPlaywright(undefined)), 'lint')).toBe(
      '0 passed, 1 failed',
    )
  })

  it('has the plain form when all is well', () => {
    expect(closingLine({ passed: 5, failed: 0, skipped: 0 }, undefined)).toBe('5 passed, 0 failed')
  })
})
