import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checkReport } from '../../../src/core/checking/check-report'
import { normalizeReport } from '../../../src/core/report/normalize-report'
import { parseReport, serializeReport } from '../../../src/core/report/report-file'
import { FORMAL_LAYOUTS, type Report, type Table } from '../../../src/core/report/report'
import { inlineText, reportContents, sectionStatus, walkSections } from '../../../src/core/report/walk-report'
import { parseTemplate } from '../../../src/core/template/template-file'
import type { TemplateSection } from '../../../src/core/template/template'
import { countingIds } from '../../support/identities'

const file = (path: string): string => readFileSync(new URL(`../../../templates/${path}`, import.meta.url), 'utf8')

const sample = (folder: string): Report => {
  const parsed = parseReport(file(`${folder}/sample-report.json`), folder)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error))
  return parsed.value
}

const wholeText = (report: Report): string =>
  [...reportContents(report)].map((content) => inlineText(content, report.slots)).join('\n')

const tablesOf = (report: Report): readonly Table[] =>
  [...walkSections(report.sections)].flatMap(({ section }) =>
    section.blocks.flatMap((block) => (block.type === 'table' ? [block] : [])),
  )

describe.each(['report-half-year', 'news-review-conference'])('the complete example of %s', (folder) => {
  const report = sample(folder)

  it('is of one spelling, as the program itself would write it', () => {
    expect(normalizeReport(report, countingIds('fresh'))).toEqual(report)
    expect(file(`${folder}/sample-report.json`).trimEnd()).toBe(serializeReport(report))
    expect(report.templateId).toBe(folder)
  })

  it('leaves nothing open: every slot is filled and mentioned, every section written', () => {
    const mentioned = new Set(
      [...reportContents(report)].flat().flatMap((inline) => (inline.type === 'slot' ? [inline.slotId] : [])),
    )
    expect([...mentioned].sort()).toEqual(report.slots.map((slot) => slot.id).sort())
    expect(report.slots.filter((slot) => slot.value === undefined)).toEqual([])
    const unwritten = [...walkSections(report.sections)].filter((one) => sectionStatus(one.section) === 'notWritten')
    expect(unwritten.map(({ section }) => section.id)).toEqual([])
    expect(wholeText(report)).not.toContain('[')
  })

  it('passes the check before submission: without a remark in its own layout, without an error in the other', () => {
    expect(checkReport(report, report.layout)).toEqual([])
    const others = report.kind === 'formalReport' ? FORMAL_LAYOUTS : []
    for (const layout of others)
      expect(checkReport(report, layout).filter((finding) => finding.severity === 'error')).toEqual([])
  })

  it('names no organisation that was dissolved in 2025', () => {
    expect(wholeText(report)).not.toMatch(/(?<!\p{L})[Hh]uyện|Ban Dân vận|Tuyên giáo Trung ương/u)
  })
})

describe('the example of a half-yearly report', () => {
  const report = sample('report-half-year')

  it('has the sections of its template, in its order', () => {
    const template = parseTemplate(file('report-half-year/template.json'), 'report-half-year')
    if (!template.ok) throw new Error(JSON.stringify(template.error))
    const idsOf = (sections: readonly TemplateSection[]): readonly string[] =>
      sections.flatMap((section) => [section.id, ...idsOf(section.sections)])
    expect([...walkSections(report.sections)].map(({ section }) => section.templateSectionId)).toEqual(
      idsOf(template.value.sections),
    )
  })

  it('adds up its tables', () => {
    const tables = tablesOf(report)
    expect(tables).toHaveLength(2)
    for (const table of tables) {
      const figures = table.rows
        .slice(table.headerRows)
        .map((row) => row.map((cell) => inlineText(cell.paragraphs.flat(), report.slots).replace(/\./g, '')))
      const total = figures.at(-1) ?? []
      for (const [column, sum] of total.entries()) {
        if (!/^\d+$/.test(sum)) continue
        const parts = figures.slice(0, -1).map((row) => Number(row[column]))
        expect(parts.reduce((all, part) => all + part, 0)).toBe(Number(sum))
      }
    }
  })

  it('repeats in its sentences the totals of its tables', () => {
    const value = (id: string): string | undefined => report.slots.find((slot) => slot.id === id)?.value
    const totals = tablesOf(report).map((table) =>
      (table.rows.at(-1) ?? []).map((cell) => inlineText(cell.paragraphs.flat(), report.slots)),
    )
    expect(totals[0]).toContain(value('so-buoi-tuyen-truyen'))
    expect(totals[1]).toContain(value('so-mo-hinh-dan-van'))
    expect(totals[1]).toContain(value('so-mo-hinh-dan-van-moi'))
  })
})
