import { mkdir, mkdtemp, readdir, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fingerprint, holdingLock, isInstalled, isNewEnough, runWhileItMoves } from '../../scripts/bootstrap.mjs'

const newFolder = () => mkdtemp(join(tmpdir(), 'bootstrap-'))

describe('the installed packages', () => {
  const lockfile = {
    packages: {
      '': { name: 'ours' },
      'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
      'node_modules/mac-only': { version: '2.0.0', integrity: 'sha512-m', optional: true },
    },
  }
  const record = (packages: object) => ({ packages })
  const a = { version: '1.0.0', integrity: 'sha512-a' }

  it('are right when each is there as locked, whatever belongs to other systems', () => {
    expect(isInstalled(lockfile, record({ 'node_modules/a': a }))).toBe(true)
  })

  it.each([
    ['nothing was installed', undefined],
    ['one is missing', record({})],
    ['one has another version', record({ 'node_modules/a': { ...a, version: '1.0.1' } })],
    ['one has other contents', record({ 'node_modules/a': { ...a, integrity: 'sha512-b' } })],
    [
      'an optional one is there in another version',
      record({ 'node_modules/a': a, 'node_modules/mac-only': { version: '1.9.0', integrity: 'x' } }),
    ],
  ])('are not right when %s', (_name, installed) => {
    expect(isInstalled(lockfile, installed)).toBe(false)
  })
})

describe('Node', () => {
  it.each([
    ['22.12.0', true],
    ['22.12.1', true],
    ['22.13.0', true],
    ['24.0.0', true],
    ['22.11.9', false],
    ['20.20.2', false],
    ['18.0.0', false],
  ])('%s is new enough: %j', (version, expected) => {
    expect(isNewEnough(version)).toBe(expected)
  })
})

describe('the fingerprint of the sources', () => {
  const build = async () => {
    const folder = await newFolder()
    await mkdir(join(folder, 'src', 'deep'), { recursive: true })
    await writeFile(join(folder, 'src', 'a.ts'), 'a')
    await writeFile(join(folder, 'src', 'deep', 'b.ts'), 'b')
    return folder
  }

  it('stays when only times change or a place is absent', async () => {
    const folder = await build()
    const before = fingerprint(folder, ['src'])
    await utimes(join(folder, 'src', 'a.ts'), new Date(), new Date())
    expect(fingerprint(folder, ['src', 'absent'])).toBe(before)
  })

  it.each([
    ['changes its contents', (folder: string) => writeFile(join(folder, 'src', 'a.ts'), 'A')],
    ['is added', (folder: string) => writeFile(join(folder, 'src', 'deep', 'c.ts'), '')],
  ])('changes when a file %s', async (_name, change) => {
    const folder = await build()
    const before = fingerprint(folder, ['src'])
    await change(folder)
    expect(fingerprint(folder, ['src'])).not.toBe(before)
  })
})

describe('two commands at once', () => {
  it('take their turns', async () => {
    const folder = await newFolder()
    const story: string[] = []
    const step = (name: string) => async () => {
      story.push(`${name} begins`)
      await new Promise((resume) => setTimeout(resume, 50))
      story.push(`${name} ends`)
    }
    await Promise.all([holdingLock('build', step('one'), folder), holdingLock('build', step('two'), folder)])
    expect(story).toEqual(['one begins', 'one ends', 'two begins', 'two ends'])
    expect(await readdir(folder)).toEqual([])
  })

  it('do not wait for one that died', async () => {
    const folder = await newFolder()
    await writeFile(join(folder, 'build.lock'), '1')
    await utimes(join(folder, 'build.lock'), new Date(0), new Date(0))
    await expect(holdingLock('build', () => 'done', folder)).resolves.toBe('done')
  })

  it('let go when the step fails', async () => {
    const folder = await newFolder()
    const failing = () => Promise.reject(new Error('broken'))
    await expect(holdingLock('build', failing, folder)).rejects.toThrow('broken')
    expect(await readdir(folder)).toEqual([])
  })
})

describe('a download', () => {
  const run = (script: string) => runWhileItMoves(process.execPath, ['-e', script], { silenceMs: 1_500 })

  it('is stopped when nothing comes any more', async () => {
    expect(await run('setInterval(() => {}, 1000)')).toEqual({ ok: false, reason: 'no byte came for 1.5 s' })
  })

  it('tells why it failed by its own error', async () => {
    expect(await run("console.error('one\\nError: no network\\n  at a'); process.exit(1)")).toEqual({
      ok: false,
      reason: 'Error: no network',
    })
  })

  it('is let run to its end', async () => {
    expect(await run('')).toMatchObject({ ok: true })
  })
})
