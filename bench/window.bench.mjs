/**
 * Does reading a long document hold the window up? The longest gap between two turns of the window's own loop while a
 * Word file of fifty pages is read, labelled and shown, beside that of a keystroke into an empty field. Reading runs in
 * a thread of the host, so what is left is drawing.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBuilt } from '../scripts/bootstrap.mjs'
import { launchApp } from '../tests/support/launch-app.ts'
import { dropFiles, skipSetUp } from '../tests/support/window-steps.ts'
import { openReport } from './report.mjs'
import { median } from './interleaved.mjs'
import { wordFile } from './word-file.mjs'

const PAGES = 50
const ROUNDS = 5

await ensureBuilt()
const bytes = await wordFile(PAGES)
const folder = mkdtempSync(join(tmpdir(), 'tong-ket-bench-'))
const app = await launchApp({ dataFolder: folder })
const measured = { keystroke: [], reading: [] }
try {
  await skipSetUp(app.page)
  for (let round = 0; round < ROUNDS; round += 1) {
    const page = await app.newWindow()
    const search = page.getByRole('searchbox').first()
    await search.focus()
    measured.keystroke.push(await longestTask(page, () => page.keyboard.press('a')))
    await search.fill('')
    await page.getByRole('button', { name: 'Học mẫu từ tài liệu' }).first().click()
    const learn = async () => {
      await dropFiles(page, [{ name: `dai-${round}.docx`, bytes }])
      await page.locator('[data-row]').first().waitFor()
      await page.getByRole('complementary', { name: 'Mẫu học được' }).getByRole('button').first().waitFor()
    }
    measured.reading.push(await longestTask(page, learn))
    await page.close({ runBeforeUnload: false })
  }
} finally {
  await app.kill()
  rmSync(folder, { recursive: true, force: true })
}

const report = openReport(`window: learning from a .docx of about ${PAGES} pages`)
for (const [name, gaps] of Object.entries(measured))
  report.figure(
    `longest task, ${name}, ms (median, all)`,
    `${median(gaps).toFixed(0)} (${gaps.map((gap) => gap.toFixed(0)).join(', ')})`,
  )

/** Milliseconds of the longest task while `act` runs and a little after: its turns hold up a message to oneself. */
async function longestTask(page, act) {
  await page.evaluate(() => {
    window.benchGap = 0
    let last = performance.now()
    const channel = new MessageChannel()
    window.benchChannel = channel
    channel.port1.onmessage = () => {
      const now = performance.now()
      window.benchGap = Math.max(window.benchGap, now - last)
      last = now
      channel.port2.postMessage(0)
    }
    channel.port2.postMessage(0)
  })
  await act()
  await page.waitForTimeout(300)
  return page.evaluate(() => {
    window.benchChannel.port1.close()
    return window.benchGap
  })
}
