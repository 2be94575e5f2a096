import { expect, it } from 'vitest'
import { loadBuiltMain } from '../support/built-program'
import { useFakeElectron } from '../support/with-fake-electron'

it('a second start of the program opens nothing and ends', async () => {
  const fake = useFakeElectron({ isFirstInstance: false })
  await loadBuiltMain()
  const { app, BrowserWindow, ipcMain } = fake.modules
  expect([app.hasQuit, BrowserWindow.all.length, ipcMain.handlers.size]).toEqual([true, 0, 0])
  expect(fake.calls).not.toContainEqual(['app.whenReady'])
}, 180_000)
