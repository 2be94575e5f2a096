import { expect, test, type Locator, type Page } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import { expectSound } from '../support/expect-sound'
import { launchApp, testHost } from '../support/launch-app'
import { oldWordReview, pageReview, textReview } from '../support/learning-files'
import {
  dropFiles,
  editor,
  enterSection,
  exportBy,
  outline,
  setUpOrganization,
  skipSetUp,
  waitUntilSaved,
} from '../support/window-steps'

const MIXED = [oldWordReview(2022), pageReview(2023), textReview(2024)]

const files = (page: Page): Locator => page.getByRole('complementary', { name: 'Tài liệu mẫu' })
const learned = (page: Page): Locator => page.getByRole('complementary', { name: 'Mẫu học được' })
const section = (page: Page, name: string): Locator => learned(page).getByRole('button', { name, exact: true })
const paragraphRow = (page: Page, words: string): Locator =>
  page.getByRole('listitem').filter({ hasText: words }).and(page.locator('[data-row]'))
/** The label of the paragraph with these words. */
const label = (page: Page, words: string): Locator => paragraphRow(page, words).getByRole('button', { name: /^Nhãn: / })
const answerBar = (page: Page): Locator => page.getByRole('status').filter({ hasText: 'Đã gán' })
const save = (page: Page): Locator => page.getByRole('button', { name: 'Lưu thành mẫu…' })

async function learnFrom(page: Page, dropped: Parameters<typeof dropFiles>[1], read: number): Promise<void> {
  await page.getByRole('button', { name: 'Học mẫu từ tài liệu' }).first().click()
  await dropFiles(page, dropped)
  await expect(files(page).getByText(/^\d+ mục/)).toHaveCount(read)
  await expect(learned(page).getByText(`${read}/${read}`).first()).toBeVisible()
}

test('an officer learns from Word with old fonts, a page and a text, corrects what is wrong, saves, drafts and exports', async () => {
  const { page, close } = await launchApp()
  await setUpOrganization(page)

  await test.step('drop files of every kind', async () => {
    const empty = { name: 'trống.txt', bytes: new Uint8Array() }
    await learnFrom(page, [...MIXED, textReview(2024, 'chép lại.txt'), empty], 3)
    await expect(files(page).getByText(/phông cũ TCVN3/)).toBeVisible()
    await expect(files(page).getByText('giống hệt “bao-cao-2024.txt”, chỉ tính một lần')).toBeVisible()
    await expect(files(page).getByText(/“trống.txt” không có chữ nào/)).toBeVisible()
    await files(page).getByRole('button', { name: 'Bỏ tài liệu trống.txt' }).click()
    await expect(section(page, 'Giữ gìn nghề đan lưới')).toBeVisible()
    await expect(paragraphRow(page, 'Mở 14 hội nghị báo cáo viên ở các xã ven sông')).toBeVisible()
  })

  await test.step('correct two labels, one by the menu and one by its letter', async () => {
    await label(page, 'Lập hai tổ dạy nghề').click()
    await page.getByRole('combobox', { name: 'Đổi nhãn của đoạn' }).fill('bai hoc')
    await page.keyboard.press('Enter')
    await expect(label(page, 'Lập hai tổ dạy nghề')).toHaveAccessibleName(/Bài học kinh nghiệm, độ tin cậy 100%/)
    await expect(answerBar(page)).toContainText('Đã gán 1 đoạn là Bài học kinh nghiệm')

    await label(page, 'Một số chi bộ gửi báo cáo trễ hạn').focus()
    await page.keyboard.press('q')
    await expect(label(page, 'Một số chi bộ gửi báo cáo trễ hạn')).toHaveAccessibleName(/Nguyên nhân/)
  })

  await test.step('take one back and do it again', async () => {
    await answerBar(page).getByRole('button', { name: 'Hoàn tác' }).click()
    await expect(label(page, 'Một số chi bộ gửi báo cáo trễ hạn')).toHaveAccessibleName(/Hạn chế/)
    await page.keyboard.press('Control+Shift+z')
    await expect(label(page, 'Một số chi bộ gửi báo cáo trễ hạn')).toHaveAccessibleName(/Nguyên nhân/)
  })

  await test.step('move a boundary by the pointer', async () => {
    const handle = paragraphRow(page, 'Một số chi bộ gửi báo cáo trễ hạn').getByRole('button', { name: /^Ranh giới/ })
    await handle.scrollIntoViewIfNeeded()
    const from = await handle.boundingBox()
    const to = await paragraphRow(page, 'loa ở ba thôn xa').boundingBox()
    if (!from || !to) throw new Error('the boundary is not drawn')
    await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2)
    await page.mouse.down()
    await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 4 })
    await page.mouse.move(to.x + to.width / 2, to.y + 3, { steps: 4 })
    await page.mouse.up()
    await expect(label(page, 'loa ở ba thôn xa')).toHaveAccessibleName(/Nguyên nhân/)
  })

  await test.step('shape the template', async () => {
    await learned(page).getByRole('button', { name: 'Thao tác với mục Giữ gìn nghề đan lưới' }).click()
    await page.getByRole('menuitem', { name: 'Đổi tên' }).click()
    await expect(page.getByLabel('Tên mới của mục Giữ gìn nghề đan lưới')).toBeFocused()
    await page.keyboard.type('Gìn giữ nghề biển')
    await page.keyboard.press('Enter')
    await expect(section(page, 'Gìn giữ nghề biển')).toBeFocused()
    await learned(page).getByRole('button', { name: 'Thao tác với mục Gìn giữ nghề biển' }).click()
    await page.getByRole('menuitem', { name: 'Tách thành mục riêng' }).click()
    const state = learned(page).getByRole('button', { name: /^(?:Bắt buộc|Tuỳ chọn): Gìn giữ nghề biển/ })
    if (!(await state.isVisible())) await section(page, 'Gìn giữ nghề biển').click()
    const before = (await state.textContent()) ?? ''
    await state.click()
    await expect(state).not.toHaveText(before)

    await learned(page).getByRole('button', { name: 'Thêm mục…' }).click()
    await page.getByRole('combobox', { name: 'Thêm mục…' }).fill('Sáng kiến của chi bộ')
    await page.getByRole('option', { name: 'Mục riêng “Sáng kiến của chi bộ”' }).click()
    await expect(section(page, 'Sáng kiến của chi bộ')).toBeFocused()
  })

  await test.step('save and draft', async () => {
    await save(page).click()
    await page.getByLabel('Tên mẫu').fill('Báo cáo năm của Bến Lở')
    await page.getByRole('dialog').getByRole('button', { name: 'Lưu', exact: true }).click()
    await page.getByRole('button', { name: 'Tạo báo cáo từ mẫu này' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Tạo báo cáo', exact: true }).click()
    await expect(outline(page).getByText('Gìn giữ nghề biển')).toBeVisible()
    await expect(outline(page).getByText('Sáng kiến của chi bộ')).toBeVisible()
    await enterSection(page, /Gìn giữ nghề biển/)
    await page.keyboard.type('Mở thêm một lớp đan lưới ở cảng cá.')
    await expect(editor(page)).toContainText('Mở thêm một lớp đan lưới')
    await waitUntilSaved(page)
  })

  await test.step('export', async () => {
    if (testHost() === 'electron') return
    const { bytes } = await exportBy(page, 'Bản nháp Word')
    const part = unzipSync(bytes)['word/document.xml']
    const text = part ? strFromU8(part) : ''
    expect(text).toContain('Mở thêm một lớp đan lưới ở cảng cá.')
    expect(text.toLocaleLowerCase('vi')).toContain('gìn giữ nghề biển')
  })

  await test.step('add a sample later: what changes is told before it is saved', async () => {
    await page.getByRole('button', { name: 'Trang chính' }).click()
    await page.getByRole('button', { name: /^Mẫu/ }).click()
    await page.getByRole('button', { name: 'Thêm tài liệu mẫu vào Báo cáo năm của Bến Lở' }).click()
    await expect(page.getByText(/đã học từ 3 tài liệu/)).toBeVisible()
    await dropFiles(page, [textReview(2025), textReview(2024, 'đã có.txt')])
    await expect(files(page).getByText(/“đã có.txt” trùng với một tài liệu khác/)).toBeVisible()
    await expect(section(page, 'Gìn giữ nghề biển')).toBeVisible()
    await expect(section(page, 'Sáng kiến của chi bộ')).toBeVisible()
    await expect(learned(page).getByText('4/4').first()).toBeVisible()
    await save(page).click()
    const changes = page.getByRole('region', { name: 'Khác với bản đã lưu' })
    await expect(changes).toContainText('Gìn giữ nghề biển 4/4')
    await page.getByRole('dialog').getByRole('button', { name: 'Lưu', exact: true }).click()
    await expect(page.getByRole('button', { name: 'Tạo báo cáo từ mẫu này' })).toBeVisible()
  })
  await close()
})

/** Presses Tab until the focus is there. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not lead to ${target.toString()}`)
}

async function walkUpTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('ArrowUp')
  }
  throw new Error(`the arrow does not lead to ${target.toString()}`)
}

test('everything on the learning screen can be done by keyboard', async () => {
  const { page, host, close } = await launchApp()
  await skipSetUp(page)
  await page.keyboard.press('Alt+l')
  const choose = page.getByRole('button', { name: 'Chọn tài liệu…' })
  await tabTo(page, choose)
  if (host === 'electron') await dropFiles(page, MIXED)
  else {
    const chooser = page.waitForEvent('filechooser')
    await page.keyboard.press('Enter')
    const given = MIXED.map(({ name, bytes }) => ({ name, mimeType: '', buffer: Buffer.from(bytes) }))
    await (await chooser).setFiles(given)
  }
  await expect(learned(page).getByText('3/3').first()).toBeVisible()

  await test.step('walk, choose several, label them at once', async () => {
    await tabTo(page, page.locator('[data-label="0"]'))
    await page.keyboard.press('End')
    await walkUpTo(page, label(page, 'Biên soạn tập sách mỏng'))
    await page.keyboard.press('Shift+ArrowUp')
    await expect(page.getByText('Đang chọn 2 đoạn')).toBeAttached()
    await page.keyboard.press('x')
    await expect(label(page, 'Biên soạn tập sách mỏng')).toHaveAccessibleName(/Kiến nghị, đề xuất/)
    await expect(label(page, 'Tiếp tục thay loa')).toHaveAccessibleName(/Kiến nghị, đề xuất/)
    await page.keyboard.press('Control+z')
    await expect(label(page, 'Tiếp tục thay loa')).toHaveAccessibleName(/Phương hướng, nhiệm vụ/)
  })

  await test.step('move a boundary', async () => {
    await walkUpTo(page, label(page, 'II. Hạn chế'))
    await page.keyboard.press('Alt+ArrowUp')
    await expect(label(page, 'Lập hai tổ dạy nghề')).toHaveAccessibleName(/Hạn chế/)
    await expect(label(page, 'Lập hai tổ dạy nghề')).toBeFocused()
    await page.keyboard.press('Control+z')
    await expect(label(page, 'Lập hai tổ dạy nghề')).toHaveAccessibleName(/Kết quả|nghề đan lưới/)
  })

  await test.step('open the labels, name a section of one’s own, and think better of it', async () => {
    await walkUpTo(page, label(page, 'Phát 320 tờ tin'))
    await page.keyboard.press('Enter')
    await page.keyboard.type('Chuyện trên tàu')
    await page.keyboard.press('Enter')
    await expect(label(page, 'Phát 320 tờ tin')).toHaveAccessibleName(/Chuyện trên tàu/)
    await expect(label(page, 'Phát 320 tờ tin')).toBeFocused()
    await page.keyboard.press('Control+z')
    await expect(label(page, 'Phát 320 tờ tin')).not.toHaveAccessibleName(/Chuyện trên tàu/)
  })

  await test.step('the template: order, removal, and back', async () => {
    await tabTo(page, section(page, 'Hạn chế'))
    const names = () => learned(page).locator('[data-section]').allTextContents()
    const before = await names()
    await page.keyboard.press('Alt+ArrowDown')
    await expect.poll(names).not.toEqual(before)
    await expect(section(page, 'Hạn chế')).toBeFocused()
    await page.keyboard.press('Delete')
    await expect(section(page, 'Hạn chế')).toHaveCount(0)
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+z')
    await expect.poll(names).toEqual(before)
  })

  await test.step('save', async () => {
    await page.keyboard.press('Control+s')
    await expect(page.getByLabel('Tên mẫu')).toBeFocused()
    await page.keyboard.press('Control+a')
    await page.keyboard.type('Mẫu gõ phím')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('button', { name: 'Tạo báo cáo từ mẫu này' })).toBeVisible()
  })
  await close()
})

const WINDOWS = [
  { colorScheme: 'light', viewport: { width: 1280, height: 720 } },
  { colorScheme: 'dark', viewport: { width: 1920, height: 1080 } },
] as const

for (const context of WINDOWS) {
  test(`the learning screen is accessible in all it opens, ${context.colorScheme}, ${context.viewport.width} pixels wide`, async () => {
    const { page, close } = await launchApp({ context })
    await skipSetUp(page)
    await learnFrom(page, MIXED, 3)
    await label(page, 'Tuy nhiên, loa ở ba thôn xa').focus()
    await expect(page.getByRole('tooltip')).toBeVisible()
    await expectSound(page, 'reason')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('listbox')).toBeVisible()
    await expectSound(page, 'labels')
    await page.getByRole('option', { name: /Nguyên nhân/ }).click()
    await expect(answerBar(page)).toBeVisible()
    await expectSound(page, 'after an answer')
    await page.getByRole('button', { name: 'Cạnh nhau' }).click()
    await expect(page.getByRole('list', { name: 'Các đoạn của bao-cao-2023.html' })).toBeVisible()
    await section(page, 'Công tác tuyên truyền').click()
    await expectSound(page, 'side by side')
    await learned(page)
      .getByRole('button', { name: /Thao tác với mục Công tác tuyên truyền/ })
      .click()
    await page.getByRole('menuitem', { name: 'Gộp vào mục khác…' }).click()
    await expect(page.getByRole('combobox', { name: 'Gộp vào mục nào?' })).toBeFocused()
    await expectSound(page, 'merge')
    await page.keyboard.press('Escape')
    await save(page).click()
    await expectSound(page, 'save')
    await close()
  })
}

test('what an officer taught on one machine is taken over on another', async () => {
  test.skip(testHost() === 'electron', 'its dialogs are native; tests/main answers them')
  const first = await launchApp()
  await skipSetUp(first.page)
  await learnFrom(first.page, [textReview(2022)], 1)
  await label(first.page, 'Lập hai tổ dạy nghề').focus()
  await first.page.keyboard.press('b')
  await expect(answerBar(first.page)).toBeVisible()
  await first.page.getByRole('button', { name: 'Việc khác' }).click()
  await expect(first.page.getByText('Chỉnh sửa đã học: 1')).toBeVisible()
  const waiting = first.page.waitForEvent('download')
  await first.page.getByRole('menuitem', { name: 'Xuất chỉnh sửa…' }).click()
  const shared = await (await waiting).path()
  await first.close()

  const { page, close } = await launchApp()
  await skipSetUp(page)
  await page.getByRole('button', { name: 'Thiết lập' }).click()
  const taught = page.getByRole('region', { name: 'Chỉnh sửa đã học' })
  await expect(taught.getByText('Chưa có chỉnh sửa nào.')).toBeVisible()
  await page.getByRole('button', { name: 'Trang chính' }).click()
  await learnFrom(page, [textReview(2022)], 1)
  await expect(label(page, 'Lập hai tổ dạy nghề')).not.toHaveAccessibleName(/Bài học kinh nghiệm/)
  await page.getByRole('button', { name: 'Việc khác' }).click()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('menuitem', { name: 'Nhập chỉnh sửa…' }).click()
  await (await chooser).setFiles(shared)
  await expect(page.getByText('Đã nhập 1 chỉnh sửa.', { exact: true })).toBeVisible()
  await expect(label(page, 'Lập hai tổ dạy nghề')).toHaveAccessibleName(/Bài học kinh nghiệm, độ tin cậy 100%/)
  await close()
})

/** A page of a news site, with lines of the site after the article; two of them may tell of one conference. */
const account = (name: string, lines: readonly string[]) => ({
  name,
  bytes: new TextEncoder().encode(
    [
      'Sơ kết công tác tuyên giáo 6 tháng đầu năm 2024',
      ...lines,
      'Tin liên quan',
      'Ra mắt câu lạc bộ đan lưới ở xã đảo',
      'Lịch cắt nước tuần này',
      'Đăng ký nhận bản tin',
      'Bản quyền thuộc trang tin Bến Lở',
    ].join('\n'),
  ),
})

test('clutter is folded, opened and restored, and two accounts of one conference are told', async () => {
  const { page, close } = await launchApp()
  await skipSetUp(page)
  const opening = 'Ngày 12/7/2024, Ban Tuyên giáo Huyện ủy Bến Lở tổ chức Hội nghị sơ kết công tác 6 tháng đầu năm 2024'
  await page.getByRole('button', { name: 'Học mẫu từ tài liệu' }).first().click()
  await dropFiles(page, [
    account('tin-huyen.txt', [
      `${opening}, có đại diện các xã ven sông cùng dự.`,
      'Trong 6 tháng, toàn huyện mở 21 hội nghị báo cáo viên, phát 300 tờ tin tới các tàu cá.',
      'Tuy nhiên, loa ở ba thôn xa còn hay hỏng, việc ghi chép chưa đều.',
    ]),
    account('tin-tinh.txt', [
      `${opening}. Bà con làng chài theo dõi qua loa phát thanh.`,
      'Báo cáo tại hội nghị cho biết số buổi nói chuyện tăng, đội ngũ cộng tác viên lên 40 người.',
      'Thời gian tới, ngành tập trung tuyên truyền mùa cá nam và phòng chống bão.',
    ]),
  ])
  await expect(files(page).getByText(/cùng một hội nghị với “tin-/)).toBeVisible()

  const fold = page.getByRole('listitem').filter({ hasText: /^–?Tin liên quan \(\d dòng\)/ })
  await expect(fold).toBeVisible()
  await expect(paragraphRow(page, 'Lịch cắt nước tuần này')).toHaveCount(0)
  await fold.getByRole('button', { name: 'mở' }).click()
  const row = paragraphRow(page, 'Lịch cắt nước tuần này')
  await row.getByRole('button', { name: 'khôi phục' }).click()
  await expect(label(page, 'Lịch cắt nước tuần này')).not.toHaveAccessibleName(/Rác/)

  await label(page, 'Lịch cắt nước tuần này').click()
  await page.getByRole('option', { name: 'Dòng này luôn là rác của trang' }).click()
  await expect(label(page, 'Lịch cắt nước tuần này')).toHaveAccessibleName(/Rác, độ tin cậy 100%/)
  await files(page)
    .getByRole('button', { name: /^tin-tinh\.txt/ })
    .click()
  await expect(page.getByRole('list', { name: 'Các đoạn của tin-tinh.txt' })).toBeVisible()
  await close()
})

test('an edit whose section is gone is told, and holds again when the section comes back', async () => {
  const { page, close } = await launchApp()
  await skipSetUp(page)
  await learnFrom(page, [textReview(2022), textReview(2023)], 2)
  await label(page, 'Lập hai tổ dạy nghề').focus()
  await page.keyboard.press('e')
  await section(page, 'Khen thưởng').focus()
  await page.keyboard.press('F2')
  await page.keyboard.type('Biểu dương')
  await page.keyboard.press('Enter')
  await expect(section(page, 'Biểu dương')).toBeVisible()
  await files(page).getByRole('button', { name: 'Bỏ tài liệu bao-cao-2022.txt' }).click()
  await expect(learned(page).getByText(/Mục “Khen thưởng” không còn như trước/)).toBeVisible()
  await page.getByRole('status').getByRole('button', { name: 'Hoàn tác' }).click()
  await expect(section(page, 'Biểu dương')).toBeVisible()
  await expect(learned(page).getByText(/không còn như trước/)).toHaveCount(0)
  await close()
})

test('letters of an old encoding that no font names are changed, and left alone when the officer says so', async () => {
  const { page, close } = await launchApp()
  await skipSetUp(page)
  await page.getByRole('button', { name: 'Học mẫu từ tài liệu' }).first().click()
  const old = 'Ban Tuyeân giaùo toå chöùc hoäi nghò sô keát coâng taùc quyù ba, trieån khai nhieäm vuï troïng taâm.'
  await dropFiles(page, [{ name: 'cu.txt', bytes: new TextEncoder().encode(old) }])
  await expect(paragraphRow(page, 'Ban Tuyên giáo tổ chức hội nghị')).toBeVisible()
  await files(page).getByRole('button', { name: 'Giữ nguyên chữ gốc' }).click()
  await expect(paragraphRow(page, 'Ban Tuyeân giaùo')).toBeVisible()
  await files(page).getByRole('button', { name: 'Để chương trình tự đổi chữ' }).click()
  await expect(paragraphRow(page, 'Ban Tuyên giáo tổ chức hội nghị')).toBeVisible()
  await close()
})

test('two hundred files are read one after another, may be stopped in the middle, and stay at hand', async () => {
  const { page, close } = await launchApp()
  await skipSetUp(page)
  await page.getByRole('button', { name: 'Học mẫu từ tài liệu' }).first().click()
  const many = Array.from({ length: 200 }, (_, number) => {
    const { bytes } = textReview(2022 + (number % 4))
    const own = new TextEncoder().encode(`\nViệc riêng của xã số ${number}: trồng ${number + 3} hàng phi lao.`)
    return { name: `xa-${number}.txt`, bytes: Buffer.concat([bytes, own]) }
  })
  await dropFiles(page, many)
  await expect(
    files(page)
      .getByText(/^\d+ mục/)
      .first(),
  ).toBeVisible()
  await files(page).getByRole('button', { name: 'Dừng đọc' }).click()
  await expect(files(page).getByText(/Đã dừng. Còn \d+ tài liệu chưa đọc/)).toBeVisible()
  await files(page).getByRole('button', { name: 'Đọc tiếp' }).click()
  await expect(files(page).getByText(/^\d+ mục/)).toHaveCount(200, { timeout: 60_000 })
  await expect(section(page, 'Hạn chế')).toBeVisible()
  await page.getByRole('button', { name: 'xa-199.txt' }).first().click()
  await expect(paragraphRow(page, 'Việc riêng của xã số 199')).toBeAttached()
  await close()
})
