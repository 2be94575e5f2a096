import { HtmlValidate } from 'html-validate/node'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writeHtml } from '../../../src/formats/html/write-html'
import type { LayoutId, Report } from '../../../src/core/report/report'
import { arbitraryNormalReport } from '../../support/arbitrary-report'
import { newsAccount, partyReport, stateReport } from '../../support/sample-reports'

const NOW = '2026-07-05T08:00:00+07:00'
const htmlOf = (report: Report, layout: LayoutId, isDraft = false): string =>
  new TextDecoder().decode(writeHtml(report, { layout, isDraft, now: NOW }))

const validator = new HtmlValidate({ extends: ['html-validate:recommended', 'html-validate:a11y'] })

async function complaints(html: string): Promise<readonly string[]> {
  const report = await validator.validateString(html)
  return (
    report.results
      .flatMap((result) => result.messages.map((message) => `${message.ruleId}: ${message.message}`))
      // html-validate counts "&amp;" as five letters.
      .filter((message) => !(message.startsWith('long-title') && /<title>[^\n]*&/.test(html)))
  )
}

describe('the HTML page', () => {
  it.each([
    ['party', partyReport],
    ['state', stateReport],
    ['portal', newsAccount],
    ['portal', partyReport],
  ] as const)('is clean for html-validate in layout %s', async (layout, report) => {
    expect(await complaints(htmlOf(report, layout))).toEqual([])
  })

  it('is clean for any report', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryNormalReport, async (report) => {
        expect(await complaints(htmlOf(report, report.layout))).toEqual([])
      }),
      { numRuns: 60 },
    )
  })
})
