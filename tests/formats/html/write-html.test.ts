import { HtmlValidate } from 'html-validate/node'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { section } from '../../../src/core/report/make-report'
import { writeHtml } from '../../../src/formats/html/write-html'
import type { LayoutId, Report } from '../../../src/core/report/report'
import { arbitraryNormalReport } from '../../support/arbitrary-report'
import { findLost } from '../../support/printed-texts'
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

const plainText = (html: string): string =>
  html
    .slice(html.indexOf('<body>'))
    .replace(/<(br|\/p|\/li|\/h\d|\/span|\/td|\/th|\/div)>/g, ' ')
    .replace(/<li[^>]*>/g, ' ')
    .replace(/<[^>]+>/g, '')
    .replace(/&(lt|gt|quot|amp);/g, (_all, name: string) => ENTITIES[name] ?? '')

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&' }

describe('the content of the page', () => {
  it('is all the text of any report, in its order', () => {
    fc.assert(
      fc.property(arbitraryNormalReport, (report) => {
        expect(findLost(report, plainText(htmlOf(report, report.layout)))).toBeUndefined()
      }),
    )
  })

  it('is the same for the same report, needs nothing from elsewhere and runs nothing', () => {
    fc.assert(
      fc.property(arbitraryNormalReport, (report) => {
        const html = htmlOf(report, report.layout)
        expect(html).toBe(htmlOf(report, report.layout))
        expect(html).not.toMatch(/<(script|link|img|iframe|object|base|form)[\s>]/i)
        expect(html.slice(0, html.indexOf('</style>'))).not.toMatch(/url\(|@import|\/\//)
        expect(html).not.toMatch(/<[^>]+ (style|on\w+|href|src)=/i)
      }),
    )
  })

  it('has its headings one below the other, whatever sections are silent', () => {
    fc.assert(
      fc.property(arbitraryNormalReport, (report) => {
        const levels = [...htmlOf(report, report.layout).matchAll(/<h([1-6])/g)].map(([, level]) => Number(level))
        expect(levels.filter((level) => level === 1)).toHaveLength(1)
        for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('marks the columns of a table for those who hear it', () => {
    expect(htmlOf(partyReport, 'party')).toMatch(/<thead><tr><th scope="col">.*?TT.*?<\/thead>/)
  })

  it('says that it is a draft, and never shows guidance', () => {
    const report: Report = {
      ...partyReport,
      sections: [section('a', 'Kết quả', { guidance: 'Nêu số liệu.' })],
    }
    expect(htmlOf(report, 'party', true)).toContain('DỰ THẢO')
    expect(htmlOf(report, 'party')).not.toContain('DỰ THẢO')
    expect(htmlOf(report, 'party')).not.toContain('Nêu số liệu')
  })
})
