/** Each file of a profile ruined in turn: the program starts, and gives the text or says what became of it. */
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSettings } from '../../src/browser-host/settings-backend'
import { DEFAULT_SETTINGS } from '../../src/core/settings/settings'
import { err } from '../../src/core/result'
import { createNodeServices, type NodeServices } from '../../src/services/node/create-node-services'
import { folderState } from '../support/folder-state'

const start = (dataFolder: string): Promise<NodeServices> =>
  createNodeServices({
    dataFolder,
    host: { kind: 'browser', appVersion: '0.0.0-test', hasFileDialogs: false, hasNativeMenu: false },
    files: {
      read: ({ name }) => Promise.resolve(err({ code: 'file.gone', name } as const)),
      deliver: () => Promise.resolve(err({ code: 'cancelled' } as const)),
      choose: () => Promise.resolve(err({ code: 'cancelled' } as const)),
    },
    settingsBackend: openSettings(dataFolder),
  })

const RUINS: readonly (readonly [string, (bytes: Uint8Array) => Uint8Array | undefined])[] = [
  ['removed', () => undefined],
  ['emptied', () => new Uint8Array()],
  ['filled with NUL', (bytes) => new Uint8Array(bytes.length)],
  // Not at the half: two records of one length would be parted cleanly, and one whole record tells of no other.
  ['cut short', (bytes) => bytes.slice(0, Math.floor(bytes.length * 0.4))],
  ['changed in one byte', (bytes) => bytes.map((byte, at) => (at === Math.floor(bytes.length / 2) ? byte ^ 4 : byte))],
  ['replaced by another text', () => new TextEncoder().encode('Kính gửi: các đồng chí')],
]

describe('a start after ruin', () => {
  let root = ''
  let id = ''
  let templateId = ''
  const profile = () => join(root, 'profile')

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'tong-ket-ruin-'))
    const { services, close } = await start(profile())
    for (const issuePlace of ['Huế', 'Vinh']) {
      const organization = { ...DEFAULT_SETTINGS.organization, issuePlace }
      await services['settings.write']({ settings: { ...DEFAULT_SETTINGS, isSetUp: true, organization } })
    }
    const period = { kind: 'year', year: 2026 } as const
    const created = await services['report.create']({ templateId: 'report-year', layout: 'party', period })
    id = created.ok ? created.value.id : ''
    for (let seq = 1; seq <= 4; seq += 1) {
      const opened = await services['report.open']({ id })
      if (opened.ok) await services['report.save']({ report: opened.value.report, baseSeq: seq })
      if (seq === 2) await services['report.close']({ id })
    }
    const template = await services['template.read']({ id: 'report-year' })
    if (template.ok) {
      const saved = await services['template.save']({ template: template.value })
      templateId = saved.ok ? saved.value.id : ''
      await services['template.save']({ template: { ...template.value, id: templateId, origin: { kind: 'officer' } } })
    }
    // As a killed process leaves it: a journal with records after the head.
    await cp(profile(), join(root, 'killed'), { recursive: true })
    await close()
  })
  afterAll(() => rm(root, { recursive: true }))

  it.each(RUINS)('of each file %s ends in a program that works', async (_what, ruin) => {
    for (const source of ['profile', 'killed']) {
      for (const path of Object.keys(await folderState(join(root, source)))) {
        const name = relative(join(root, source), path)
        const folder = await mkdtemp(join(root, 'ruined-'))
        await cp(join(root, source), folder, { recursive: true })
        const bytes = ruin(await readFile(join(folder, name)))
        if (bytes) await writeFile(join(folder, name), bytes)
        else await rm(join(folder, name))

        const { services, close } = await start(folder)
        const opened = await services['report.open']({ id })
        expect(opened, `${source}: ${name}`).toMatchObject({ ok: true })
        if (!opened.ok) continue
        // An empty or absent journal is what a quiet day leaves; bad bytes are never passed over in silence.
        const isSilent = opened.value.seq < 5 && opened.value.notices.length === 0
        expect(isSilent && bytes !== undefined && bytes.length > 0, `silent loss: ${name}`).toBe(false)
        const saved = await services['report.save']({ report: opened.value.report, baseSeq: opened.value.seq })
        expect(saved, `${source}: ${name}`).toMatchObject({ ok: true })
        expect(await services['template.list']({}), name).toMatchObject({ ok: true })
        expect(await services['settings.read']({}), name).toMatchObject({ ok: true })
        expect((await services['host.describe']({})).ok).toBe(true)
        await close()
        await rm(folder, { recursive: true })
      }
    }
  })

  it.each([
    ['a folder', (file: string) => mkdir(file, { recursive: true })],
    ['a ring of links', (file: string) => symlink(file, file)],
  ])('starts with the defaults where %s stands in the place of the settings', async (_what, put) => {
    const folder = await mkdtemp(join(root, 'settings-'))
    await put(join(folder, 'settings.json'))
    const { services, close } = await start(folder)
    expect(await services['settings.read']({})).toMatchObject({ ok: true, value: DEFAULT_SETTINGS })
    expect(await services['settings.write']({ settings: DEFAULT_SETTINGS })).toMatchObject({
      error: { code: 'file.notWritable' },
    })
    expect(await services['host.describe']({})).toMatchObject({
      value: { startNotices: [{ code: 'settings.defaults' }] },
    })
    await close()
  })

  it('starts and says so where the data folder is a file', async () => {
    const folder = join(root, 'tệp')
    await writeFile(folder, 'không phải thư mục')
    const { services, close } = await start(folder)
    const described = await services['host.describe']({})
    expect(described.ok && described.value.startNotices.map(({ code }) => code)).toContain('store.readOnly')
    await close()
    expect(await readFile(folder, 'utf8')).toBe('không phải thư mục')
  })
})
