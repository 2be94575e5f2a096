import { lstat, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { writeFileAtomically } from '../../src/services/node/atomic-write'
import { nodeFs } from '../../src/services/node/node-fs'
import { createFaultFs } from '../support/fault-fs'
import { systemError } from '../support/memory-fs'

const bytes = (text: string) => new TextEncoder().encode(text)

describe('writing a file the officer named', () => {
  let folder = ''
  const path = (name = 'báo cáo.docx') => join(folder, name)
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tong-ket-write-'))
    await writeFile(path(), 'cũ')
  })
  afterEach(() => rm(folder, { recursive: true }))

  it('replaces what stands there and leaves nothing else', async () => {
    expect(await writeFileAtomically(path(), bytes('mới'))).toEqual({ ok: true, value: undefined })
    expect(await readFile(path(), 'utf8')).toBe('mới')
    expect(await readdir(folder)).toEqual(['báo cáo.docx'])
  })

  it('leaves the old file or the new one, whole, whichever call fails', async () => {
    const count = createFaultFs(nodeFs, undefined)
    await writeFileAtomically(path('đếm'), bytes('x'), count)
    await rm(path('đếm'))
    for (let at = 1; at <= count.calls(); at += 1) {
      await writeFile(path(), 'cũ')
      const written = await writeFileAtomically(path(), bytes('mới'), createFaultFs(nodeFs, { at, code: 'EIO' }))
      expect(['cũ', 'mới'], `call ${at}`).toContain(await readFile(path(), 'utf8'))
      expect(written).toMatchObject({ ok: false, error: { code: 'file.notWritable', name: 'báo cáo.docx' } })
    }
    await writeFile(path(), 'cũ')
  })

  it('waits while another program holds the file, then writes', async () => {
    let refusals = 5
    const held = {
      ...nodeFs,
      pause: () => Promise.resolve(),
      rename: (from: string, to: string) => {
        refusals -= 1
        return refusals > 0 ? Promise.reject(systemError('EPERM')) : nodeFs.rename(from, to)
      },
    }
    expect(await writeFileAtomically(path(), bytes('mới'), held)).toMatchObject({ ok: true })
    expect(await readFile(path(), 'utf8')).toBe('mới')
  })

  it('says file.locked when the other program does not let go, and leaves no trace', async () => {
    let waited = 0
    const held = {
      ...nodeFs,
      pause: (milliseconds: number) => {
        waited += milliseconds
        return Promise.resolve()
      },
      rename: () => Promise.reject(systemError('EBUSY')),
    }
    expect(await writeFileAtomically(path(), bytes('mới'), held)).toEqual({
      ok: false,
      error: { code: 'file.locked', name: 'báo cáo.docx' },
    })
    expect(waited).toBeGreaterThan(9_000)
    expect(await readFile(path(), 'utf8')).toBe('cũ')
    expect(await readdir(folder)).toEqual(['báo cáo.docx'])
  })

  it('does not take bytes for written that do not read back', async () => {
    const lying = { ...nodeFs, read: () => Promise.resolve(bytes('khác')) }
    expect(await writeFileAtomically(path(), bytes('mới'), lying)).toMatchObject({
      error: { code: 'file.notWritable' },
    })
    expect(await readFile(path(), 'utf8')).toBe('cũ')
  })

  it('says file.diskFull on a full disk', async () => {
    const full = { ...nodeFs, create: () => Promise.reject(systemError('ENOSPC')) }
    expect(await writeFileAtomically(path(), bytes('mới'), full)).toMatchObject({ error: { code: 'file.diskFull' } })
  })

  it('writes through a link and keeps it a link', async () => {
    await symlink(path(), path('lối tắt'))
    await writeFileAtomically(path('lối tắt'), bytes('mới'))
    expect(await readFile(path(), 'utf8')).toBe('mới')
    expect((await lstat(path('lối tắt'))).isSymbolicLink()).toBe(true)
  })

  it('never puts a file in the place of a device or a folder', async () => {
    expect(await writeFileAtomically('/dev/null', bytes('mới'))).toMatchObject({ ok: true })
    expect((await lstat('/dev/null')).isCharacterDevice()).toBe(true)
    expect(await writeFileAtomically(folder, bytes('mới'))).toMatchObject({ ok: false })
    expect((await lstat(folder)).isDirectory()).toBe(true)
  })

  it.each([
    ['a folder that is not there', 'không/có/tệp'],
    ['a folder that is a file', 'báo cáo.docx/tệp'],
    ['a name too long', 'ế'.repeat(100)],
  ])('says file.notWritable for %s', async (_what, name) => {
    expect(await writeFileAtomically(path(name), bytes('mới'))).toMatchObject({ error: { code: 'file.notWritable' } })
  })
})
