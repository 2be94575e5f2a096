import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { claimDataFolder } from '../../src/host/data-folder-owner'
import { loadBuiltMain } from '../support/built-program'
import { useFakeElectron } from '../support/with-fake-electron'

it('a data folder that the browser host has open is left to it, and the officer is told', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'taken-'))
  process.env['TONG_KET_DATA_DIR'] = folder
  await claimDataFolder(folder, 'browser')
  const lock = await readFile(join(folder, 'owner.lock'), 'utf8')

  const { app, BrowserWindow, dialog } = useFakeElectron().modules
  await loadBuiltMain()

  await vi.waitFor(() => expect(app.exitCodes).toEqual([1]))
  expect(dialog.errors).toEqual([['Tổng Kết đang mở', expect.stringContaining(`tiến trình ${process.pid}`)]])
  expect(BrowserWindow.all).toEqual([])
  expect(await readFile(join(folder, 'owner.lock'), 'utf8')).toBe(lock)
}, 180_000)
