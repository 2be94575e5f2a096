/** Typing Vietnamese in the real window: composition (Windows Telex, IBus) and retyping (UniKey), wherever text stands. */
import { expect, test, type CDPSession, type Locator, type Page } from '@playwright/test'
import { launchApp, type LaunchedApp } from '../support/launch-app'

const TIENG = ['t', 'ti', 'tiê', 'tiên', 'tiêng', 'tiếng']

test.describe('Vietnamese typed in the report', () => {
  let app: LaunchedApp
  let page: Page
  let body: Locator
  let keys: CDPSession

  test.beforeEach(async () => {
    app = await launchApp()
    page = app.page
    await openNewReport(page)
    body = page.getByRole('textbox', { name: 'Nội dung báo cáo' })
    keys = await page.context().newCDPSession(page)
    await paste(
      page,
      '<p>Trong năm <b>mạnh mẽ</b> hơn.</p><ul><li>gạch</li></ul><table><tr><td>ô một</td><td>ô hai</td></tr></table>',
    )
    await expect(body).toContainText('ô hai')
  })

  test.afterEach(() => app.close())

  const places: ReadonlyArray<readonly [place: string, piece: string, offset: number, result: string]> = [
    ['at the end of a word', 'Trong năm ', 9, 'Trong nămtiếng '],
    ['inside a word', 'Trong năm ', 2, 'Trtiếngong năm '],
    ['at the edge of bold', 'mạnh mẽ', 7, 'mạnh mẽtiếng'],
    ['in a list line', 'gạch', 4, 'gạchtiếng'],
    ['in a table cell', 'ô một', 5, 'ô mộttiếng'],
  ]
  for (const [place, piece, offset, result] of places) {
    test(`is composed ${place} and undone in one step`, async () => {
      const before = await body.textContent()
      await putCaret(body, piece, offset)
      await compose(keys, TIENG)
      await expect(body).toContainText(result)
      await page.keyboard.press('Control+z')
      await expect.poll(() => body.textContent()).toBe(before)
    })
  }

  test('is composed beside a slot without touching it', async () => {
    const before = await body.textContent()
    const slot = body.locator('[data-slot]').first()
    const shown = (await slot.textContent()) ?? ''
    await putCaretBeside(slot)
    await compose(keys, TIENG)
    await expect(body).toContainText(`${shown}tiếng`)
    await expect(slot).toHaveText(shown)
    await page.keyboard.press('Control+z')
    await expect.poll(() => body.textContent()).toBe(before)
  })

  test('may be retyped by the input method and is undone by words', async () => {
    await putCaret(body, 'gạch', 4)
    for (let word = 0; word < 2; word += 1) {
      await page.keyboard.type(' d')
      await retype(page, keys, 1, 'đ')
      await page.keyboard.type('uo')
      await retype(page, keys, 2, 'ươ')
      await page.keyboard.type('ng')
      await retype(page, keys, 4, 'ường')
    }
    await expect(body).toContainText('gạch đường đường')
    await page.keyboard.press('Control+z')
    await expect(body.getByText('gạch')).toHaveText('gạch đường')
    await page.keyboard.press('Control+y')
    await expect(body.getByText('gạch')).toHaveText('gạch đường đường')
  })
})

test('A hostile paste leaves its words and nothing else', async () => {
  const app = await launchApp()
  const { page } = app
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await openNewReport(page)
  await paste(
    page,
    '<style>@import url(//evil.example/a.css)</style><form><input value=x></form><p style="position:fixed;background:url(//evil.example/b)">chữ còn lại<img src="https://evil.example/p.png" onerror="window.hacked=1"><a href="javascript:alert(1)">liên kết</a></p>',
  )
  const body = page.getByRole('textbox', { name: 'Nội dung báo cáo' })
  await expect(body).toContainText('chữ còn lạiliên kết')
  await expect(body.locator('img, a, form, input, style, [style*=position]')).toHaveCount(0)
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false)
  expect(asked.filter((address) => address.includes('evil'))).toEqual([])
  await app.close()
})

/** Through the first start to the writing screen of a report of the first template. */
async function openNewReport(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Để sau' }).click()
  await page.getByRole('button', { name: 'Báo cáo mới' }).first().click()
  await page.getByRole('button', { name: 'Tạo báo cáo' }).click()
  await expect(page.getByRole('textbox', { name: 'Nội dung báo cáo' })).toBeVisible()
}

/** Pastes HTML at the end of the body, as the clipboard brings it. */
async function paste(page: Page, html: string): Promise<void> {
  const body = page.getByRole('textbox', { name: 'Nội dung báo cáo' })
  await body.focus()
  await page.keyboard.press('Control+End')
  await body.evaluate((element, content) => {
    const data = new DataTransfer()
    data.setData('text/html', content)
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, html)
}

async function putCaret(body: Locator, piece: string, offset: number): Promise<void> {
  await body.focus()
  await body.evaluate(
    (element, [wanted, at]) => {
      const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
      while (texts.nextNode()) {
        const node = texts.currentNode
        const start = node.textContent?.indexOf(wanted) ?? -1
        if (start >= 0) {
          getSelection()?.collapse(node, start + at)
          return
        }
      }
      throw new Error(`No text "${wanted}" on the page`)
    },
    [piece, offset] as const,
  )
  await nextFrame(body)
}

async function putCaretBeside(slot: Locator): Promise<void> {
  await slot.evaluate((element) => {
    element.closest<HTMLElement>('[contenteditable=true]')?.focus()
    getSelection()?.collapse(element.parentNode, [...(element.parentNode?.childNodes ?? [])].indexOf(element) + 1)
  })
  await nextFrame(slot)
}

/** The editor reads the caret from an event that comes after the frame. */
const nextFrame = (locator: Locator): Promise<void> =>
  locator.evaluate(
    () => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
  )

async function compose(keys: CDPSession, forms: readonly string[]): Promise<void> {
  for (const text of forms) {
    await keys.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  }
  await keys.send('Input.insertText', { text: forms.at(-1) ?? '' })
}

/** What UniKey sends: Backspaces, then letters as packet keys. */
async function retype(page: Page, keys: CDPSession, backspaces: number, letters: string): Promise<void> {
  for (let count = 0; count < backspaces; count += 1) await page.keyboard.press('Backspace')
  for (const text of letters) {
    const key = { windowsVirtualKeyCode: 231, key: 'Process' }
    await keys.send('Input.dispatchKeyEvent', { type: 'keyDown', text, unmodifiedText: text, ...key })
    await keys.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key })
  }
}
