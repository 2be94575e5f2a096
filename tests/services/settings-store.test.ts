import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Conf from 'conf'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS, type Settings } from '../../src/core/settings/settings'
import { sealEnvelope } from '../../src/services/envelope'
import type { FsPort } from '../../src/services/fs-port'
import { nodeCodec } from '../../src/services/node/node-codec'
import { nodeFs } from '../../src/services/node/node-fs'
import { openSettingsStore, peekSettings, SETTINGS_BACKEND_OPTIONS } from '../../src/services/node/settings-store'
import { systemError } from '../support/memory-fs'
import { risingClock } from '../support/report-stores'

const named = (issuePlace: string): Settings => ({
  ...DEFAULT_SETTINGS,
  isSetUp: true,
  organization: { ...DEFAULT_SETTINGS.organization, issuePlace },
})

describe('settings store', () => {
  let folder = ''
  const file = () => join(folder, 'settings.json')
  const options = (fs: FsPort = nodeFs) => ({
    backend: new Conf({ cwd: folder, configName: 'settings', ...SETTINGS_BACKEND_OPTIONS }),
    fs,
    codec: nodeCodec,
    clock: risingClock(),
    appVersion: '0.0.0-test',
  })
  const open = (fs?: FsPort) => openSettingsStore(options(fs))
  const placeOf = (settings: Settings) => settings.organization.issuePlace

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tong-ket-settings-'))
  })
  afterEach(() => rm(folder, { recursive: true }))

  it('starts with the defaults and without a notice where nothing was ever saved', async () => {
    const { store, notices } = await open()
    expect(store.read()).toEqual(DEFAULT_SETTINGS)
    expect(notices).toEqual([])
  })

  it('gives back what was written, at once and after the next start', async () => {
    const { store } = await open()
    expect(await store.write(named('Huế'))).toEqual({ ok: true, value: named('Huế') })
    expect(store.read()).toEqual(named('Huế'))
    const again = await open()
    expect(again.store.read()).toEqual(named('Huế'))
    expect(again.notices).toEqual([])
  })

  it('writes nothing over a bad file that cannot be put aside, and goes on with the version before', async () => {
    const { store } = await open()
    await store.write(named('Huế'))
    await store.write(named('Đà Nẵng'))
    await writeFile(file(), '\0'.repeat(50))
    const makeFolder = (path: string) =>
      path.includes('quarantine') ? Promise.reject(systemError('ENOSPC')) : nodeFs.makeFolder(path)
    const full = await open({ ...nodeFs, makeFolder })
    expect(placeOf(full.store.read())).toBe('Huế')
    expect(await full.store.write(named('Vinh'))).toMatchObject({ ok: false, error: { code: 'file.notWritable' } })
    expect(await readFile(file(), 'utf8')).toBe('\0'.repeat(50))
  })

  it.each([
    ['cut in half', (text: string) => text.slice(0, text.length / 2)],
    ['emptied', () => ''],
    ['filled with NUL', (text: string) => '\0'.repeat(text.length)],
    ['edited by hand', (text: string) => text.replace('Đà Nẵng', 'Đà Lạt')],
  ])('returns to the version before when the file was %s, and keeps the bad one', async (_what, damage) => {
    const { store } = await open()
    await store.write(named('Huế'))
    await store.write(named('Đà Nẵng'))
    const bad = damage(await readFile(file(), 'utf8'))
    await writeFile(file(), bad)

    const { store: restored, notices } = await open()

    expect(placeOf(restored.read())).toBe('Huế')
    expect(notices.map((notice) => notice.code)).toEqual(['settings.previousCopy'])
    const [kept = ''] = await readdir(join(folder, 'quarantine', 'settings'))
    expect(await readFile(join(folder, 'quarantine', 'settings', kept), 'utf8')).toBe(bad)
    expect((await open()).notices).toEqual([])
  })

  it('returns to the version before when the file has vanished', async () => {
    const { store } = await open()
    await store.write(named('Huế'))
    await open()
    await rm(file())
    const { store: restored, notices } = await open()
    expect(placeOf(restored.read())).toBe('Huế')
    expect(notices).toMatchObject([{ code: 'settings.previousCopy' }])
  })

  it('falls back to the defaults when both versions are bad, and says so', async () => {
    const { store } = await open()
    await store.write(named('Huế'))
    await open()
    await writeFile(file(), 'x')
    await writeFile(join(folder, 'settings.prev.json'), 'y')
    const { store: fallen, notices } = await open()
    expect(fallen.read()).toEqual(DEFAULT_SETTINGS)
    expect(notices).toMatchObject([{ code: 'settings.defaults' }])
    expect(await readdir(join(folder, 'quarantine', 'settings'))).toHaveLength(1)
  })

  it('uses what it knows of a newer version and keeps that file before writing its own', async () => {
    const newer = { ...named('Huế'), schemaVersion: 5, theme: 'sepia', voice: 'on' }
    const header = {
      kind: 'settings',
      id: 'settings',
      schemaVersion: 5,
      appVersion: '9',
      seq: 0,
      savedAt: '',
      generation: 0,
    } as const
    const envelope = new TextDecoder().decode(sealEnvelope(header, JSON.stringify(newer), nodeCodec))
    await mkdir(folder, { recursive: true })
    await writeFile(file(), JSON.stringify({ settings: envelope }))

    const { store, notices } = await open()
    expect(placeOf(store.read())).toBe('Huế')
    expect(store.read().theme).toBe('system')
    expect(notices).toMatchObject([{ code: 'settings.newerVersion' }])
    expect(await readFile(file(), 'utf8')).toContain('sepia')

    await store.write(named('Vinh'))
    const [kept = ''] = await readdir(join(folder, 'quarantine', 'settings'))
    expect(await readFile(join(folder, 'quarantine', 'settings', kept), 'utf8')).toContain('sepia')
  })

  it('answers file.diskFull and keeps the old settings when the disk is full', async () => {
    const { store: first } = await open()
    await first.write(named('Huế'))
    const full = { ...nodeFs, create: () => Promise.reject(systemError('ENOSPC')) }
    const { store } = await open(full)
    expect(await store.write(named('Vinh'))).toMatchObject({ ok: false, error: { code: 'file.diskFull' } })
    expect(placeOf(store.read())).toBe('Huế')
    expect(placeOf((await open()).store.read())).toBe('Huế')
  })

  it('refuses settings of a wrong shape with settings.invalid', async () => {
    const { store } = await open()
    expect(
      await store.write({
        ...DEFAULT_SETTINGS,
        organization: { ...DEFAULT_SETTINGS.organization, issuePlace: 'x'.repeat(3000) },
      }),
    ).toEqual({
      ok: false,
      error: { code: 'settings.invalid', detail: 'organization/issuePlace' },
    })
  })

  it('can be looked at without anything being written', async () => {
    await (await open()).store.write(named('Huế'))
    await rm(join(folder, 'settings.prev.json'), { force: true })
    const before = await readdir(folder)
    expect(placeOf(await peekSettings(options()))).toBe('Huế')
    expect(await readdir(folder)).toEqual(before)
  })
})
