import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** No violation of WCAG 2 A and AA, and nothing that runs out of the window sideways. */
export async function expectSound(page: Page, screen: string): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready
    await Promise.all(document.getAnimations().map((animation) => animation.finished))
  })
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'])
    .analyze()
  const told = violations.map(
    ({ id, nodes }) => `${screen}: ${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`,
  )
  expect(told).toEqual([])
  const wide = await page.evaluate(() => ({
    window: document.documentElement.clientWidth,
    content: Math.max(document.documentElement.scrollWidth, document.body.scrollWidth),
    panes: [...document.querySelectorAll('.side, .middle, .tabs__panel')]
      .filter((pane) => pane.scrollWidth > pane.clientWidth)
      .map((pane) => pane.className),
  }))
  expect(wide.content, screen).toBeLessThanOrEqual(wide.window)
  expect(wide.panes, screen).toEqual([])
}
