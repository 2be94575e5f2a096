import { mkdtemp, readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { askForAddress } from '../../src/browser-host/ask-for-address'
import { dataFolder } from '../../src/host/data-folder'
import { claimDataFolder, type Owner } from '../../src/host/data-folder-owner'
import { startTestHost } from '../support/test-browser-host'

const newFolder = () => mkdtemp(join(tmpdir(), 'owner-'))
/** No process has this number: it is above what systems give out. */
const NO_PROCESS = 2 ** 30

const aLock = (changes: Partial<Owner> = {}): string =>
  JSON.stringify({
    pid: NO_PROCESS,
    processStart: 'x/1',
    claimedAt: '2026-01-01T00:00:00Z',
    machine: hostname(),
    host: 'browser',
    nonce: 'n',
    ...changes,
  })

describe('the owner of a data folder', () => {
  it('is one process, until it lets go', async () => {
    const folder = join(await newFolder(), 'made', 'when', 'needed')
    const first = await claimDataFolder(folder, 'browser')
    const second = await claimDataFolder(folder, 'electron')
    expect(second).toMatchObject({ kind: 'taken', owner: { pid: process.pid, host: 'browser' } })
    if (first.kind === 'owned') await first.release()
    expect((await claimDataFolder(folder, 'electron')).kind).toBe('owned')
  })

  it('is one of many that start at the same moment over the lock of a dead one', async () => {
    const folder = await newFolder()
    await writeFile(join(folder, 'owner.lock'), aLock())
    const claims = await Promise.all(Array.from({ length: 12 }, () => claimDataFolder(folder, 'browser')))
    expect(claims.filter(({ kind }) => kind === 'owned')).toHaveLength(1)
    expect(await readdir(folder)).toEqual(['owner.lock'])
  })

  it.each([
    ['its process is gone', aLock()],
    ['its number belongs to another process now', aLock({ pid: process.pid })],
    [
      'it began before the machine was last started, where processes have no times',
      aLock({ pid: process.pid, processStart: '', claimedAt: '2001-01-01T00:00:00Z' }),
    ],
  ])('is replaced when %s', async (_why, lock) => {
    const folder = await newFolder()
    await writeFile(join(folder, 'owner.lock'), lock)
    expect((await claimDataFolder(folder, 'browser')).kind).toBe('owned')
  })

  it.each([[''], ['{"pid":'], ['\u0000\u0000\u0000\u0000'], ['[]']])(
    'is replaced when its lock was cut off in a crash: %j',
    async (lock) => {
      const folder = await newFolder()
      await writeFile(join(folder, 'owner.lock'), lock)
      await utimes(join(folder, 'owner.lock'), new Date(0), new Date(0))
      expect((await claimDataFolder(folder, 'browser')).kind).toBe('owned')
    },
  )

  describe('where the number of a process proves nothing', () => {
    /** A living process of that number, as on a system that does not tell when a process began. */
    const unproven = (changes: Partial<Owner> = {}) =>
      aLock({ pid: process.pid, processStart: '', claimedAt: new Date().toISOString(), ...changes })
    const quick = { beatMs: 20, staleMs: 60_000 }
    const afterLock = async (lock: string, touched: Date, claimer: Owner['host'] = 'browser') => {
      const folder = await newFolder()
      await writeFile(join(folder, 'owner.lock'), lock)
      await utimes(join(folder, 'owner.lock'), touched, touched)
      return (await claimDataFolder(folder, claimer, quick)).kind
    }
    const longAgo = new Date(0)

    it.each([
      ['Electron on this machine', unproven({ host: 'electron' })],
      ['a machine of another name', unproven({ machine: 'another-machine' })],
    ])('is left alone while the lock of %s is touched', async (_what, lock) => {
      expect(await afterLock(lock, new Date())).toBe('taken')
    })

    it.each([
      ['Electron on this machine', unproven({ host: 'electron' })],
      ['a machine of another name', unproven({ machine: 'another-machine' })],
      ['a browser host that had no address yet', unproven()],
    ])('is replaced when nobody touches the lock of %s any more', async (_what, lock) => {
      expect(await afterLock(lock, longAgo)).toBe('owned')
    })

    it('is replaced by Electron when it was Electron, which starts only once', async () => {
      expect(await afterLock(unproven({ host: 'electron' }), new Date(), 'electron')).toBe('owned')
    })

    it('is left alone when it answers at its address, however old its lock', async () => {
      const host = await startTestHost()
      const contact = { port: host.http.port, secret: host.tokens.secret }
      expect(await afterLock(unproven({ contact }), longAgo)).toBe('taken')
      expect(await afterLock(unproven({ contact, machine: 'the-old-name' }), longAgo)).toBe('taken')
      await host.http.close()
    })

    it('is replaced when nobody answers at its address, however fresh its lock', async () => {
      const host = await startTestHost()
      const contact = { port: host.http.port, secret: host.tokens.secret }
      const ofAnother = { ...contact, secret: 'of-another-program' }
      expect(await afterLock(unproven({ contact: ofAnother }), new Date())).toBe('owned')
      await host.http.close()
      expect(await afterLock(unproven({ contact }), new Date())).toBe('owned')
    })

    it('is left alone when it was asleep and beats again', async () => {
      const folder = await newFolder()
      const lock = join(folder, 'owner.lock')
      const first = await claimDataFolder(folder, 'browser', quick)
      await writeFile(lock, (await readFile(lock, 'utf8')).replace(hostname(), 'another-machine'))
      await utimes(lock, longAgo, longAgo)
      expect((await claimDataFolder(folder, 'browser', { ...quick, beatMs: 400 })).kind).toBe('taken')
      if (first.kind === 'owned') await first.release()
    })
  })

  it('is nobody where nothing can be written, and the program starts all the same', async () => {
    const file = join(await newFolder(), 'a-file')
    await writeFile(file, '')
    const claim = await claimDataFolder(join(file, 'below'), 'browser')
    expect(claim.kind).toBe('owned')
    if (claim.kind === 'owned') await claim.publish({ port: 1, secret: 's' })
    if (claim.kind === 'owned') await claim.release()
  })

  it('does not remove the lock of the one who came after', async () => {
    const folder = await newFolder()
    const first = await claimDataFolder(folder, 'browser')
    await writeFile(join(folder, 'owner.lock'), aLock({ pid: process.pid }))
    if (first.kind === 'owned') await first.release()
    expect(await readdir(folder)).toEqual(['owner.lock'])
  })

  it.skipIf(process.platform === 'win32')('shows its secret to this user only', async () => {
    const folder = join(await newFolder(), 'data')
    const claim = await claimDataFolder(folder, 'browser')
    if (claim.kind === 'owned') await claim.publish({ port: 1, secret: 's' })
    expect((await stat(join(folder, 'owner.lock'))).mode & 0o077).toBe(0)
    expect((await stat(folder)).mode & 0o077).toBe(0)
    expect(await readFile(join(folder, 'owner.lock'), 'utf8')).toContain('"secret":"s"')
  })
})

describe('a second start', () => {
  const owner = (changes: Partial<Owner>): Owner => ({
    pid: 7,
    processStart: '',
    claimedAt: 'then',
    machine: 'here',
    host: 'browser',
    ...changes,
  })

  it('is given an address by the first', async () => {
    const host = await startTestHost()
    const answer = await askForAddress(
      owner({ contact: { port: host.http.port, secret: host.tokens.secret } }),
      '/data',
    )
    expect(answer).toMatchObject({ kind: 'alreadyServing', address: expect.stringMatching(/#[\w-]{43}$/) as string })
    await host.http.close()
  })

  it('says who has the folder and how to go on when the first does not answer', async () => {
    const host = await startTestHost()
    await host.http.close()
    const answer = await askForAddress(owner({ contact: { port: host.http.port, secret: 'x' } }), '/data')
    expect(answer).toMatchObject({
      kind: 'busy',
      text: expect.stringMatching(/process 7 on here.*owner\.lock/) as string,
    })
  })

  it('is sent to the window of an Electron that has the folder', async () => {
    expect(await askForAddress(owner({ host: 'electron' }), '/data')).toMatchObject({
      text: expect.stringContaining('go to that window') as string,
    })
  })
})

describe('the data folder', () => {
  it.each([
    ['linux', {}, '/home/a/.local/share/tong-ket'],
    ['linux', { XDG_DATA_HOME: '/data' }, '/data/tong-ket'],
    ['linux', { XDG_DATA_HOME: 'relative' }, '/home/a/.local/share/tong-ket'],
    ['darwin', {}, '/home/a/Library/Application Support/Tong Ket'],
    ['win32', { LOCALAPPDATA: 'C:\\Users\\a\\AppData\\Local' }, 'C:\\Users\\a\\AppData\\Local\\Tong Ket'],
    ['win32', { TONG_KET_DATA_DIR: 'D:\\reports' }, 'D:\\reports'],
  ])('on %s with %j is %s', (platform, env, expected) => {
    expect(dataFolder({ platform, env, home: '/home/a' })).toBe(expected)
  })
})
