/** Steps of stories in the window that several tests take. They find things as an officer does: by name and role. */
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { expect, type Locator, type Page } from '@playwright/test'

export const ORGANIZATION = {
  parent: 'TỈNH UỶ LÂM HÀ',
  issuing: 'BAN TUYÊN GIÁO VÀ DÂN VẬN',
  symbol: 'BTGDVTU',
  place: 'Lâm Hà',
  position: 'Trưởng ban',
  signer: 'Nguyễn Văn An',
}

/** The first-start page, filled in. */
export async function setUpOrganization(page: Page): Promise<void> {
  await page.getByRole('radio', { name: /Cơ quan Đảng/ }).click()
  await page.getByLabel('Cơ quan cấp trên').fill(ORGANIZATION.parent)
  await page.getByLabel('Cơ quan ban hành').fill(ORGANIZATION.issuing)
  await page.getByLabel('Ký hiệu cơ quan').fill(ORGANIZATION.symbol)
  await page.getByLabel('Địa danh').fill(ORGANIZATION.place)
  await page.getByLabel('Chức vụ').fill(ORGANIZATION.position)
  await page.getByLabel('Họ và tên').fill(ORGANIZATION.signer)
  await page.getByRole('textbox', { name: 'Nơi nhận' }).fill('Thường trực Tỉnh uỷ\nCác ban đảng')
  await page.getByLabel('Lưu', { exact: true }).fill('Văn phòng Ban')
  await page.getByRole('button', { name: 'Bắt đầu dùng' }).click()
  await expect(page.getByRole('button', { name: 'Báo cáo mới' }).first()).toBeVisible()
}

/** Past the first-start page with nothing filled in. */
export async function skipSetUp(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Để sau' }).click()
  await expect(page.getByRole('button', { name: 'Báo cáo mới' }).first()).toBeVisible()
}

interface DroppedFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Drops files on the screen, as from the desktop; works on both hosts, which native dialogs do not. */
export async function dropFiles(page: Page, files: readonly DroppedFile[]): Promise<void> {
  const carried = files.map(({ name, bytes }) => ({ name, base64: Buffer.from(bytes).toString('base64') }))
  await page.locator('.drop-zone').waitFor()
  await page.evaluate((list) => {
    const transfer = new DataTransfer()
    for (const { name, base64 } of list) {
      const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))
      transfer.items.add(new File([bytes], name))
    }
    const target = document.querySelector('.drop-zone')
    target?.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: transfer }))
  }, carried)
}

export const readFiles = async (paths: readonly string[]): Promise<DroppedFile[]> =>
  await Promise.all(paths.map(async (path) => ({ name: basename(path), bytes: await readFile(path) })))

/** A new report from the template of that name; the window is then on it. */
export async function createReport(page: Page, template: string): Promise<void> {
  await page.getByRole('button', { name: 'Báo cáo mới' }).first().click()
  const dialog = page.getByRole('dialog', { name: 'Báo cáo mới' })
  const choice = dialog.getByLabel('Mẫu', { exact: true })
  const option = choice.locator('option', { hasText: template }).first()
  await choice.selectOption(await option.getAttribute('value'))
  await dialog.getByRole('button', { name: 'Tạo báo cáo' }).click()
  await expect(outline(page)).toBeVisible()
}

export const outline = (page: Page): Locator => page.getByRole('navigation', { name: 'Dàn bài' })
export const editor = (page: Page): Locator => page.getByRole('textbox', { name: 'Nội dung báo cáo' })
export const saveState = (page: Page): Locator => page.getByTestId('save-state')

/** Puts the caret at the end of the first section whose name matches. */
export async function enterSection(page: Page, name: RegExp): Promise<void> {
  await outline(page).locator('.outline__open').filter({ hasText: name }).first().click()
  await expect(editor(page)).toBeFocused()
}

/** Waits for a save of what was typed last, and gives what the window said of it. */
export async function waitUntilSaved(page: Page): Promise<string> {
  await expect(saveState(page)).toHaveText(/^Đã lưu \d{2}:\d{2}:\d{2}$/)
  return (await saveState(page).textContent()) ?? ''
}

/** Types a word the way an input method does: a composition that grows, then the text it commits. */
export async function compose(page: Page, stages: readonly string[], committed: string): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  for (const stage of stages) {
    await devtools.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', windowsVirtualKeyCode: 229, key: 'Process' })
    await devtools.send('Input.imeSetComposition', {
      text: stage,
      selectionStart: stage.length,
      selectionEnd: stage.length,
    })
    await devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', windowsVirtualKeyCode: 229, key: 'Process' })
  }
  await devtools.send('Input.insertText', { text: committed })
  await devtools.detach()
}

/** Exports by an item of the menu and gives the name and bytes of what was downloaded. */
export async function exportBy(page: Page, item: string): Promise<DroppedFile> {
  await page.getByRole('button', { name: 'Các cách xuất' }).click()
  const waiting = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: item, exact: true }).click()
  const download = await waiting
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
}
