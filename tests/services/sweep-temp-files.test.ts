import { mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import Conf from 'conf'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { err } from '../../src/core/result'
import { createNodeServices } from '../../src/services/node/create-node-services'
import { nodeFs } from '../../src/services/node/node-fs'
import { SETTINGS_BACKEND_OPTIONS } from '../../src/services/node/settings-store'
import { replaceFile } from '../../src/services/replace-file'
import { sweepTempFiles } from '../../src/services/sweep-temp-files'
import { folderState } from '../support/folder-state'
import { storeOn } from '../support/report-stores'
import { storedReport } from '../support/stored-report'

const LEFT_BEHIND = [
  '.tong-ket-0a1b2c3d4e5f6071.tmp',
  'settings.json.tmp-1763778000a1b2c3',
  'templates/.tong-ket-0a1b2c3d4e5f6071.tmp',
  'reports/R1/.tong-ket-0a1b2c3d4e5f6071.tmp',
  'reports/R1/head.json.new-4',
  'reports/R1/head.prev.json.new-4',
]
const NOT_OURS = [
  'ghi chú.tmp',
  '.tong-ket-ghi chú.txt',
  'settings.json.tmp-của tôi',
  'templates/T1.json',
  'reports/R1/head.json.new-cũ',
  'reports/ghi chú/.tong-ket-0a1b2c3d4e5f6071.tmp',
  'exports/.tong-ket-0a1b2c3d4e5f6071.tmp',
]

describe('a start after a program that was killed', () => {
  let folder = ''
  const hourAgo = new Date(Date.now() - 3_600_000)
  const names = async () => Object.keys(await folderState(folder)).map((path) => relative(folder, path))
  const put = async (name: string, time?: Date) => {
    const path = join(folder, name)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, 'dở dang')
    if (time) await utimes(path, time, time)
  }

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tong-ket-sweep-'))
    await storeOn(nodeFs, folder).create(storedReport('R1', 'một'))
  })
  afterEach(() => rm(folder, { recursive: true }))

  it('takes away what it left half made, and nothing else', async () => {
    for (const name of [...LEFT_BEHIND, ...NOT_OURS]) await put(name, hourAgo)
    const { close } = await createNodeServices({
      dataFolder: folder,
      host: { kind: 'browser', appVersion: '0.0.0-test', hasFileDialogs: false, hasNativeMenu: false },
      files: {
        read: ({ name }) => Promise.resolve(err({ code: 'file.gone', name } as const)),
        deliver: () => Promise.resolve(err({ code: 'cancelled' } as const)),
        choose: () => Promise.resolve(err({ code: 'cancelled' } as const)),
      },
      closing: { answer: () => undefined },
      settingsBackend: new Conf({ cwd: folder, configName: 'settings', ...SETTINGS_BACKEND_OPTIONS }),
    })
    await close()
    const left = await names()
    expect(left.filter((name) => LEFT_BEHIND.includes(name))).toEqual([])
    expect(left).toEqual(expect.arrayContaining([...NOT_OURS, 'reports/R1/head.json']))
    expect(await readFile(join(folder, 'ghi chú.tmp'), 'utf8')).toBe('dở dang')
  })

  it('leaves alone what was begun after it', async () => {
    for (const name of LEFT_BEHIND) await put(name)
    const settings = { folder, name: 'settings.json' }
    await sweepTempFiles(nodeFs, { dataFolder: folder, settings, olderThanMs: hourAgo.getTime() })
    expect(await names()).toEqual(expect.arrayContaining(LEFT_BEHIND))
  })

  it('knows the names that replacing a file gives', async () => {
    const seen: string[] = []
    const fs = {
      ...nodeFs,
      create: (path: string) => {
        seen.push(path)
        return nodeFs.create(path)
      },
      rename: () => Promise.reject(Object.assign(new Error('killed'), { code: 'EIO' })),
      remove: () => Promise.reject(Object.assign(new Error('killed'), { code: 'EIO' })),
    }
    await replaceFile(fs, { folder, name: 'settings.prev.json' }, new Uint8Array(1)).catch(() => undefined)
    expect(seen).toHaveLength(1)
    expect(await names()).toContain(relative(folder, seen[0] ?? ''))
    const settings = { folder, name: 'settings.json' }
    await sweepTempFiles(nodeFs, { dataFolder: folder, settings, olderThanMs: Date.now() + 60_000 })
    expect(await names()).not.toContain(relative(folder, seen[0] ?? ''))
  })

  it('starts where nothing can be removed or listed', async () => {
    await put(LEFT_BEHIND[0] ?? '', hourAgo)
    const refuse = () => Promise.reject(Object.assign(new Error('no'), { code: 'EROFS' }))
    const sweep = { dataFolder: folder, settings: { folder, name: 'settings.json' }, olderThanMs: Date.now() }
    await sweepTempFiles({ ...nodeFs, remove: refuse }, sweep)
    await sweepTempFiles({ ...nodeFs, list: refuse }, sweep)
    expect(await names()).toContain(LEFT_BEHIND[0])
  })
})
