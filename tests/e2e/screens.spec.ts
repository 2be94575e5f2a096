import { expect, test, type Page } from '@playwright/test'
import { expectSound } from '../support/expect-sound'
import { launchApp, testHost, type LaunchedApp } from '../support/launch-app'
import { OWN_SAMPLES } from '../support/sample-files'
import {
  createReport,
  dropFiles,
  editor,
  enterSection,
  outline,
  readFiles,
  saveState,
  setUpOrganization,
  skipSetUp,
  waitUntilSaved,
} from '../support/window-steps'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

async function withApp(
  options: Parameters<typeof launchApp>[0],
  story: (app: LaunchedApp) => Promise<void>,
): Promise<void> {
  const app = await launchApp(options)
  try {
    await story(app)
  } finally {
    await app.close()
  }
}

const WINDOWS = [
  { colorScheme: 'light', viewport: { width: 1280, height: 720 } },
  { colorScheme: 'dark', viewport: { width: 1920, height: 1080 } },
  // The small window at 200 %.
  { colorScheme: 'light', viewport: { width: 640, height: 360 } },
] as const

for (const { colorScheme, viewport } of WINDOWS) {
  test(`every screen is accessible and fits, ${colorScheme}, ${viewport.width} pixels wide`, async () => {
    await withApp({ context: { colorScheme, viewport } }, async ({ page }) => {
      await expect(page.getByRole('button', { name: 'Bắt đầu dùng' })).toBeVisible()
      await expectSound(page, 'first start')
      await setUpOrganization(page)
      await expectSound(page, 'home, empty')
      await page.getByRole('button', { name: 'Báo cáo mới' }).first().click()
      await expect(page.getByRole('dialog')).toBeVisible()
      await expectSound(page, 'new report')
      await page.keyboard.press('Escape')

      await createReport(page, 'Báo cáo tổng kết năm')
      await enterSection(page, /Hạn chế/)
      await page.keyboard.type('Một số việc còn chậm.')
      await waitUntilSaved(page)
      await expectSound(page, 'writing, advice')
      await page.getByRole('tab', { name: /Trường/ }).click()
      await expectSound(page, 'writing, slots')
      await page.getByRole('button', { name: /^Soát/ }).click()
      await expect(page.getByText('Phải sửa')).toBeVisible()
      await expectSound(page, 'writing, findings')
      await page.getByRole('button', { name: /Thể thức: Đảng/ }).click()
      await page.getByRole('menuitemcheckbox', { name: 'Nhà nước' }).click()
      await expect(page.getByText('Độc lập - Tự do - Hạnh phúc')).toBeVisible()
      await expectSound(page, 'writing, State layout')

      await page.getByRole('button', { name: 'Trang chính' }).click()
      await expect(page.getByRole('list', { name: 'Danh sách báo cáo' })).toBeVisible()
      await expectSound(page, 'home with a report')
      await page.getByRole('button', { name: /^Mẫu/ }).click()
      await expect(page.getByRole('list', { name: 'Danh sách mẫu' })).toBeVisible()
      await expectSound(page, 'templates')

      await page.getByRole('button', { name: 'Học mẫu từ tài liệu' }).click()
      await expectSound(page, 'learning, empty')
      await dropFiles(page, await readFiles(OWN_SAMPLES))
      await expect(page.getByRole('complementary', { name: 'Mẫu học được' }).getByText('5/5').first()).toBeVisible()
      await expectSound(page, 'learning')
      await page.getByRole('button', { name: 'Trang chính' }).click()
      await page.getByRole('button', { name: 'Rời trang' }).click()

      await page.getByRole('button', { name: 'Thiết lập' }).click()
      await expect(page.getByRole('heading', { name: 'Thiết lập' })).toBeVisible()
      await expectSound(page, 'settings')
    })
  })
}

test('long names neither break the page nor push anything out of the window', async () => {
  await withApp({}, async ({ page }) => {
    const long =
      'UỶ BAN NHÂN DÂN PHƯỜNG HOÀ KHÁNH NAM\nQUẬN LIÊN CHIỂU CŨ\nTRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG VÀ CHUYỂN ĐỔI SỐ'
    await page.getByRole('radio', { name: /Nhà nước/ }).click()
    await page.getByLabel('Cơ quan cấp trên').fill(long)
    await page.getByLabel('Cơ quan ban hành').fill(long)
    await page.getByRole('button', { name: 'Bắt đầu dùng' }).click()
    await createReport(page, 'Báo cáo công tác tháng')
    await outline(page).getByRole('button', { name: 'Thêm mục', exact: true }).click()
    await page.getByLabel('Tên mục mới').fill('Côngtácphốihợpliênngànhtrongtuyêntruyềnvậnđộngnhândânthamgiachuyểnđổisố')
    await page.keyboard.press('Enter')
    await expect(outline(page).getByText('Côngtác')).toBeVisible()
    await expectSound(page, 'long names')
  })
})

test('everything on the way to a saved report can be done with the keyboard alone', async () => {
  await withApp({}, async ({ page }) => {
    const tabTo = async (name: RegExp): Promise<void> => {
      for (let step = 0; step < 80; step += 1) {
        await page.keyboard.press('Tab')
        const focused = await page.evaluate(() => {
          const { activeElement, body } = document
          if (activeElement === null || activeElement === body) return ''
          return activeElement.getAttribute('aria-label') ?? activeElement.textContent
        })
        if (name.test(focused)) return
      }
      throw new Error(`The focus never reached ${name.source}`)
    }
    await expect(page.getByRole('button', { name: 'Để sau' })).toBeVisible()
    await tabTo(/Để sau/)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'Chưa có báo cáo nào' })).toBeVisible()
    await tabTo(/^Báo cáo mới$/)
    expect(await page.evaluate(() => getComputedStyle(document.activeElement ?? document.body).boxShadow)).not.toBe(
      'none',
    )
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog').getByLabel('Mẫu', { exact: true })).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
    await expect(page.getByRole('button', { name: 'Báo cáo mới' }).first()).toBeFocused()
    await page.keyboard.press('Enter')
    await tabTo(/^Tạo báo cáo$/)
    await page.keyboard.press('Enter')
    await expect(outline(page)).toBeVisible()
    await tabTo(/Hạn chế/)
    await page.keyboard.press('Enter')
    await expect(editor(page)).toBeFocused()
    await page.keyboard.type('Còn chậm.')
    await page.keyboard.press('Control+s')
    await waitUntilSaved(page)
    await expect(editor(page)).toContainText('Còn chậm.')
  })
})

test('a file that cannot be opened says why, and nothing else changes', async () => {
  await withApp({}, async ({ page }) => {
    await skipSetUp(page)
    for (const { file, sentence } of [
      { file: { name: 'trống.txt', bytes: bytes('') }, sentence: 'không có chữ nào' },
      {
        file: { name: 'ảnh.txt', bytes: Uint8Array.from({ length: 4096 }, (_, at) => (at * 37) % 256) },
        sentence: 'không phải văn bản',
      },
      { file: { name: 'bảng.xlsx', bytes: bytes('PK') }, sentence: 'Chưa đọc được loại tệp' },
      { file: { name: 'hỏng.tongket', bytes: bytes('không phải tệp nén') }, sentence: 'bị hỏng' },
    ]) {
      await dropFiles(page, [file])
      const message = page.getByRole('region', { name: 'Thông báo' }).getByText(sentence)
      await expect(message).toBeVisible()
      await expect(message).toContainText(file.name)
      await page.getByRole('region', { name: 'Thông báo' }).getByRole('button', { name: 'Đóng' }).click()
    }
    await expect(page.getByRole('heading', { name: 'Chưa có báo cáo nào' })).toBeVisible()
  })
})

test('among samples, a bad one says why and the others are learned', async () => {
  await withApp({}, async ({ page }) => {
    await skipSetUp(page)
    await page.getByRole('button', { name: 'Học mẫu từ tài liệu' }).first().click()
    await dropFiles(page, [{ name: 'trống.txt', bytes: bytes('') }, ...(await readFiles(OWN_SAMPLES.slice(0, 2)))])
    const files = page.getByRole('complementary', { name: 'Tài liệu mẫu' })
    await expect(files.getByText('không có chữ nào')).toBeVisible()
    await expect(page.getByRole('complementary', { name: 'Mẫu học được' }).getByText('2/2').first()).toBeVisible()
    await expectSound(page, 'learning with a bad file')
  })
})

test('a corrected label is learned from at once', async () => {
  await withApp({}, async ({ page }) => {
    await skipSetUp(page)
    await page.getByRole('button', { name: 'Học mẫu từ tài liệu' }).first().click()
    await dropFiles(page, await readFiles(OWN_SAMPLES.slice(0, 1)))
    const learned = page.getByRole('complementary', { name: 'Mẫu học được' })
    await expect(learned.getByText('1/1').first()).toBeVisible()
    await expect(learned.getByText('Khen thưởng')).toBeHidden()
    const label = page.getByRole('button', { name: /^Nhãn: Kết quả/ }).last()
    await label.focus()
    await expect(page.getByRole('tooltip')).toContainText('Vì sao')
    await page.keyboard.press('Enter')
    await page.getByRole('option', { name: /Khen thưởng/ }).click()
    await expect(learned.getByText('Khen thưởng')).toBeVisible()
  })
})

test('a template that is corrected and saved again stays one template', async () => {
  await withApp({}, async ({ page }) => {
    await skipSetUp(page)
    await page.getByRole('button', { name: 'Học mẫu từ tài liệu' }).first().click()
    await dropFiles(page, await readFiles(OWN_SAMPLES.slice(0, 1)))
    const save = page.getByRole('button', { name: 'Lưu thành mẫu' })
    const saveAs = page.getByRole('dialog').getByRole('button', { name: 'Lưu', exact: true })
    await save.click()
    await page.getByLabel('Tên mẫu').fill('Mẫu của phòng')
    await saveAs.click()
    await page
      .getByRole('button', { name: /^Nhãn: Kết quả/ })
      .last()
      .click()
    await page.getByRole('option', { name: /Khen thưởng/ }).click()
    await expect(page.getByRole('complementary', { name: 'Mẫu học được' }).getByText('Khen thưởng')).toBeVisible()
    await save.click()
    await expect(page.getByLabel('Tên mẫu')).toHaveValue('Mẫu của phòng')
    await saveAs.click()
    await expect(page.getByRole('button', { name: 'Tạo báo cáo từ mẫu này' })).toBeVisible()
    await page.getByRole('button', { name: 'Trang chính' }).click()
    await page.getByRole('button', { name: /^Mẫu/ }).click()
    await expect(page.getByRole('list', { name: 'Danh sách mẫu' }).getByText('Mẫu của phòng')).toHaveCount(1)
  })
})

test('settings that were typed are not left behind without a question', async () => {
  await withApp({}, async ({ page }) => {
    await skipSetUp(page)
    await page.getByRole('button', { name: 'Thiết lập' }).click()
    const place = page.getByLabel('Địa danh')
    await place.fill('Huế')
    await page.getByRole('button', { name: 'Trang chính' }).click()
    await page.getByRole('button', { name: 'Ở lại' }).click()
    await expect(place).toHaveValue('Huế')
    await page.getByRole('button', { name: 'Lưu', exact: true }).click()
    await expect(page.getByText('Có thay đổi chưa ghi')).toBeHidden()
    await page.getByRole('button', { name: 'Trang chính' }).click()
    await expect(page.getByRole('heading', { name: 'Chưa có báo cáo nào' })).toBeVisible()
  })
})

test('one key opens one dialog on the learning screen', async () => {
  test.skip(testHost() === 'electron', 'the dialogs of the Electron host are native')
  const app = await launchApp()
  const { page } = app
  await skipSetUp(page)
  await page.getByRole('button', { name: 'Học mẫu từ tài liệu' }).first().click()
  await expect(page.getByRole('heading', { name: 'Học mẫu từ tài liệu' })).toBeVisible()
  const choosers: boolean[] = []
  page.on('filechooser', (chooser) => choosers.push(chooser.isMultiple()))
  await page.keyboard.press('Control+o')
  await expect(() => expect(choosers).toEqual([true])).toPass()
  await app.close()
})

test('a slot is filled beside its mention and changes everywhere, and the caret comes back', async () => {
  await withApp({}, async ({ page }) => {
    await skipSetUp(page)
    await createReport(page, 'Báo cáo công tác tháng')
    const open = editor(page).getByText('[cần bổ sung: tên cơ quan báo cáo]')
    const count = await open.count()
    expect(count).toBeGreaterThan(1)
    await open.first().click()
    await expect(page.getByRole('dialog').getByLabel('tên cơ quan báo cáo')).toBeFocused()
    await page.keyboard.type('Ban Tuyên giáo')
    await page.keyboard.press('Enter')
    await expect(open).toHaveCount(0)
    await expect(editor(page).getByText('Ban Tuyên giáo', { exact: true })).toHaveCount(count)
    await expect(editor(page)).toBeFocused()
    await waitUntilSaved(page)
  })
})

test('another reporting period changes every mention, in the text and in the title', async () => {
  await withApp({}, async ({ page }) => {
    await skipSetUp(page)
    await createReport(page, 'Báo cáo tổng kết năm')
    await page.getByRole('button', { name: /^Kỳ: năm \d{4}$/ }).click()
    const dialog = page.getByRole('dialog', { name: 'Đổi kỳ báo cáo' })
    await dialog.getByLabel('Năm').fill('2031')
    await dialog.getByRole('button', { name: 'Đổi kỳ', exact: true }).click()
    await expect(page.getByRole('button', { name: 'Kỳ: năm 2031' })).toBeVisible()
    await expect(editor(page)).toContainText('năm 2031')
    await expect(editor(page)).toContainText('năm 2032')
    await expect(page.getByRole('heading', { level: 1 })).toContainText('năm 2031')
    await waitUntilSaved(page)
    await page.reload()
    await expect(page.getByRole('button', { name: 'Kỳ: năm 2031' })).toBeVisible()
    await expect(editor(page)).toContainText('năm 2031')
  })
})

test('while the host is gone the window says so in red, keeps the text and does not say saved', async () => {
  test.skip(testHost() === 'electron', 'in Electron the window ends with its host')
  const app = await launchApp()
  const { page } = app
  await skipSetUp(page)
  await createReport(page, 'Báo cáo công tác tháng')
  await enterSection(page, /Hạn chế/)
  await page.context().setOffline(true)
  await page.keyboard.type('Chữ gõ khi mất kết nối.')
  await expect(page.getByRole('alert')).toContainText('chưa lưu được')
  await expect(saveState(page)).not.toHaveText(/^Đã lưu/)
  await expect(editor(page)).toContainText('Chữ gõ khi mất kết nối.')
  await page.context().setOffline(false)
  await waitUntilSaved(page)
  await expect(page.getByRole('alert')).toBeHidden()
  await app.close()
})

test('two windows on one report: the second is asked whose text stays, and nothing is written over', async () => {
  test.skip(testHost() === 'electron', 'the Electron host has one window')
  const app = await launchApp()
  await skipSetUp(app.page)
  await createReport(app.page, 'Báo cáo công tác tháng')
  await enterSection(app.page, /Hạn chế/)
  await app.page.keyboard.type('Từ cửa sổ thứ nhất.')
  await waitUntilSaved(app.page)
  const other = await app.newWindow()
  await other.getByRole('list', { name: 'Danh sách báo cáo' }).getByRole('button').first().click()
  await expect(editor(other)).toContainText('Từ cửa sổ thứ nhất.')
  await app.page.keyboard.type(' Thêm.')
  await expect(saveState(app.page)).not.toHaveText(/^Đã lưu/)
  await waitUntilSaved(app.page)

  await enterSection(other, /Hạn chế/)
  await other.keyboard.type(' Từ cửa sổ thứ hai.')
  await expect(other.getByRole('alert')).toContainText('cửa sổ khác')
  await expect(saveState(other)).toHaveText('Có bản khác')
  await other.getByRole('button', { name: 'Trang chính' }).click()
  await expect(
    other.getByRole('region', { name: 'Thông báo' }).getByText('Chưa lưu được nên chưa rời báo cáo'),
  ).toBeVisible()
  await other.getByRole('button', { name: 'Mở bản trên đĩa' }).click()
  await expect(editor(other)).toContainText('Từ cửa sổ thứ nhất. Thêm.')
  await expect(editor(other)).not.toContainText('thứ hai')
  await other.getByRole('button', { name: 'Mở báo cáo đó' }).click()
  await expect(editor(other)).toContainText('Từ cửa sổ thứ hai.')
  await other.getByRole('button', { name: 'Trang chính' }).click()
  await expect(other.getByRole('list', { name: 'Danh sách báo cáo' }).getByRole('button')).toHaveCount(2)
  await app.close()
})

/** What the window answers to its host before it is closed. */
function closingAnswers(page: Page): readonly unknown[] {
  const answers: unknown[] = []
  page.on('request', (request) => {
    if (request.method() !== 'POST' || !request.url().endsWith('/call')) return
    const { channel, input } = request.postDataJSON() as { readonly channel: string; readonly input: unknown }
    if (channel === 'host.readyToClose') answers.push(input)
  })
  return answers
}

test('a window that is about to be closed saves, and says whether everything is on disk', async () => {
  test.skip(testHost() === 'electron', 'the calls of the Electron window pass no network')
  const app = await launchApp()
  const { page } = app
  await skipSetUp(page)
  await createReport(page, 'Báo cáo công tác tháng')
  await enterSection(page, /Hạn chế/)
  const answers = closingAnswers(page)
  await page.keyboard.type('Chữ cuối cùng trước khi đóng.')
  await app.close()
  expect(answers).toEqual([{ isSaved: true }])

  const again = await launchApp({ dataFolder: app.dataFolder })
  await again.page.getByRole('list', { name: 'Danh sách báo cáo' }).getByRole('button').first().click()
  await expect(editor(again.page)).toContainText('Chữ cuối cùng trước khi đóng.')
  await again.page.getByRole('button', { name: 'Trang chính' }).click()
  await again.page.getByRole('button', { name: 'Thiết lập' }).click()
  await again.page.getByLabel('Địa danh').fill('Huế')
  const later = closingAnswers(again.page)
  await again.close()
  expect(later).toEqual([{ isSaved: false }])
})

test('what an import noticed is one line with a list behind it, and is told once', async () => {
  await withApp({}, async ({ page }) => {
    await skipSetUp(page)
    const headings = Array.from(
      { length: 30 },
      (_, at) => `${at + 1}. Việc lạ lùng số ${at + 1}\nĐã làm xong việc này.`,
    )
    await dropFiles(page, [{ name: 'lạ.txt', bytes: bytes(`BÁO CÁO\nKết quả công tác\n${headings.join('\n')}\n`) }])
    const line = page.getByRole('status').filter({ hasText: 'điều cần biết' })
    await expect(line).toContainText(/^\d+ điều cần biết\. /)
    expect((await line.boundingBox())?.height).toBeLessThan(80)
    await line.getByRole('button', { name: 'Xem' }).click()
    const list = page.getByRole('dialog').getByRole('list')
    expect(await list.getByRole('listitem').count()).toBeGreaterThan(1)
    await expectSound(page, 'notices of an import')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Trang chính' }).click()
    await page.getByRole('list', { name: 'Danh sách báo cáo' }).getByRole('button').first().click()
    await expect(outline(page)).toBeVisible()
    await expect(line).toBeHidden()
  })
})

test('an address that was used, or none, opens a page that says what to do', async () => {
  test.skip(testHost() === 'electron', 'the Electron window needs no address')
  const app = await launchApp()
  const stranger = await app.page.context().newPage()
  await stranger.goto(new URL('/', app.page.url()).href)
  await expect(stranger.getByText('Hãy mở lại từ biểu tượng Tổng Kết')).toBeVisible()
  await expectSound(stranger, 'not authorised')
  await app.close()
})
