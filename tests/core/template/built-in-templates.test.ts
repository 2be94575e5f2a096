import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { normalizeReport } from '../../../src/core/report/normalize-report'
import { MAX_SECTION_DEPTH, ReportSchema } from '../../../src/core/report/report'
import { hasText, inlineText, reportContents, reportTitle, walkSections } from '../../../src/core/report/walk-report'
import type { ReportingPeriod } from '../../../src/core/reporting-period'
import { WORK_FIELD_KEYS, type SectionRole } from '../../../src/core/section-labels'
import { DEFAULT_SETTINGS } from '../../../src/core/settings/settings'
import { applyTemplate } from '../../../src/core/template/apply-template'
import { patternSlots } from '../../../src/core/template/pattern'
import { parseTemplate } from '../../../src/core/template/template-file'
import type { Template, TemplateSection } from '../../../src/core/template/template'
import { builtInTemplates } from '../../../src/services/built-in-templates'
import { countingIds } from '../../support/identities'

const folder = new URL('../../../templates/', import.meta.url)

const templates: readonly Template[] = readdirSync(folder)
  .filter((name) => readdirSync(new URL(`${name}/`, folder)).includes('template.json'))
  .map((name) => {
    const parsed = parseTemplate(readFileSync(new URL(`${name}/template.json`, folder), 'utf8'), name)
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.error))
    expect(parsed.value.id).toBe(name)
    return parsed.value
  })

const formal = templates.filter((template) => template.kind === 'formalReport')

const sectionsOf = (sections: readonly TemplateSection[]): readonly TemplateSection[] =>
  sections.flatMap((section) => [section, ...sectionsOf(section.sections)])

const patternsOf = (section: TemplateSection): readonly string[] => [
  section.heading,
  ...section.openers.map((opener) => opener.text),
  ...section.phrases,
  ...section.starter,
]

const depthOf = (sections: readonly TemplateSection[]): number =>
  Math.max(0, ...sections.map((section) => 1 + depthOf(section.sections)))

const EXAMPLE_PERIODS: Record<Template['periodKinds'][number], ReportingPeriod> = {
  month: { kind: 'month', month: 12, year: 2026 },
  quarter: { kind: 'quarter', quarter: 3, year: 2026 },
  halfYear: { kind: 'halfYear', half: 1, year: 2026 },
  nineMonths: { kind: 'nineMonths', year: 2026 },
  year: { kind: 'year', year: 2026 },
  term: { kind: 'term', from: 2020, to: 2025 },
  thematic: { kind: 'thematic', years: 5, to: 2026 },
}

describe.each(templates.map((template) => [template.id, template] as const))(
  'built-in template %s',
  (_id, template) => {
    const sections = sectionsOf(template.sections)

    it('gives every section and every slot an id of its own', () => {
      for (const ids of [sections.map((section) => section.id), template.slots.map((slot) => slot.id)])
        expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
    })

    it('declares every slot it mentions and mentions every slot it declares', () => {
      const mentioned = [template.title, ...sections.flatMap(patternsOf)].flatMap(patternSlots)
      expect([...new Set(mentioned)].sort()).toEqual(template.slots.map((slot) => slot.id).sort())
    })

    it('leaves no brace that is no mention', () => {
      for (const pattern of [template.title, ...sections.flatMap(patternsOf)])
        expect(pattern.replace(/\{[\p{L}\p{N}][\p{L}\p{N}_-]*\}/gu, '')).not.toMatch(/[{}]/)
    })

    it('advises on every section that is written in', () => {
      expect(sections.filter((one) => one.sections.length === 0 && one.guidance === '').map((one) => one.id)).toEqual(
        [],
      )
    })

    it('writes the tone mark in one way throughout', () => {
      const all = JSON.stringify(template)
      expect(all).toBe(all.normalize('NFC'))
      expect(all).not.toMatch(/[òóỏõọ][ae](?![a-zà-ỹ])|ủy|[uU][ỳ](?=[a-z])/u)
    })

    it('becomes a report of one spelling in each of its layouts and periods, with the periods filled', () => {
      const layouts = template.kind === 'newsAccount' ? (['party'] as const) : template.layouts
      expect(template.periodKinds.length).toBeGreaterThan(0)
      for (const layout of layouts) {
        for (const kind of template.periodKinds) {
          const answers = {
            layout,
            period: EXAMPLE_PERIODS[kind],
            organization: DEFAULT_SETTINGS.organization,
            slotValues: new Map<string, string>(),
            now: '2026-12-20T08:00:00+07:00',
          }
          const report = applyTemplate(template, answers, countingIds())
          expect(ReportSchema.safeParse(report).success).toBe(true)
          expect(normalizeReport(report, countingIds('again'))).toEqual(report)
          const periods = report.slots.filter((slot) => slot.type === 'period' || slot.type === 'nextPeriod')
          expect(periods.length).toBeGreaterThan(0)
          expect(periods.every((slot) => slot.value !== undefined)).toBe(true)
          const everything = [...reportContents(report)].map((content) => inlineText(content, report.slots)).join('\n')
          expect(everything).not.toMatch(/[{}]/)
          expect([...walkSections(report.sections)]).toHaveLength(sections.length)
        }
      }
    })
  },
)

describe('built-in templates', () => {
  it('are offered by the program, every one that stands in the folder', () => {
    expect(
      builtInTemplates()
        .map(({ id }) => id)
        .sort(),
    ).toEqual(templates.map(({ id }) => id).sort())
  })
})

describe('built-in formal templates', () => {
  it('cover every period a department reports on, and no period twice', () => {
    const kinds = formal.flatMap((template) => template.periodKinds)
    expect([...kinds].sort()).toEqual(['halfYear', 'month', 'nineMonths', 'quarter', 'thematic', 'year'])
  })

  it.each(formal.map((template) => [template.id, template] as const))(
    '%s is made for both layouts and has the parts no report goes without',
    (_id, template) => {
      expect(template.layouts).toEqual(['party', 'state'])
      const sections = sectionsOf(template.sections)
      expect(sections.length).toBeGreaterThanOrEqual(10)
      const required = new Set(sections.filter((one) => one.isRequired).map((one) => one.role))
      const expected: readonly SectionRole[] = ['lead', 'results', 'shortcomings', 'upcomingTasks']
      for (const role of expected) expect(required).toContain(role)
      for (const one of sections.filter((section) => section.sections.length === 0)) {
        expect(one.phrases.length, one.id).toBeGreaterThanOrEqual(3)
        expect(one.phrases.length, one.id).toBeLessThanOrEqual(6)
        for (const cue of one.cues) expect(cue.text.split(/\s+/).length, cue.text).toBeLessThanOrEqual(8)
      }
      const levels = depthOf(template.sections)
      expect(levels).toBeLessThanOrEqual(MAX_SECTION_DEPTH)
    },
  )

  it('ask for each missing thing once: nothing required stands inside something required', () => {
    const twice = (sections: readonly TemplateSection[], isInside: boolean): readonly string[] =>
      sections.flatMap((section) => [
        ...(isInside && section.isRequired ? [section.id] : []),
        ...twice(section.sections, isInside || section.isRequired),
      ])
    for (const template of formal) expect(twice(template.sections, false), template.id).toEqual([])
  })

  it('keep the order situation, results, shortcomings, causes, lessons, tasks, proposals, conclusion', () => {
    const order: readonly SectionRole[] = ['lead', 'situation', 'results', 'shortcomings', 'causes', 'lessonsLearned', 'upcomingTasks', 'proposals', 'conclusion'] // prettier-ignore
    for (const template of formal) {
      const firsts = order
        .map((role) => sectionsOf(template.sections).findIndex((section) => section.role === role))
        // The first part of a yearly report bears the name of its results but opens with the situation.
        .filter((index, at) => index >= 0 && !(template.hasParts && order[at] === 'situation'))
      expect(firsts, template.id).toEqual([...firsts].sort((a, b) => a - b))
    }
  })

  it('offer all fields of work in the half-yearly and the yearly report', () => {
    for (const id of ['report-half-year', 'report-year']) {
      const template = formal.find((one) => one.id === id)
      const fields = sectionsOf(template?.sections ?? []).flatMap((section) => section.field ?? [])
      expect([...fields].sort()).toEqual([...WORK_FIELD_KEYS].sort())
    }
  })

  it('state no figure: whatever is counted is a slot', () => {
    for (const template of formal)
      for (const section of sectionsOf(template.sections))
        for (const pattern of [...section.phrases, ...section.starter])
          expect(pattern.replace(/\{[^}]+\}/g, ''), section.id).not.toMatch(/\d/)
  })

  it('open a half-yearly report with a title, an opening and a closing sentence, and nothing else', () => {
    const template = formal.find((one) => one.id === 'report-half-year')
    if (!template) throw new Error('absent')
    const report = applyTemplate(
      template,
      {
        layout: 'party',
        period: EXAMPLE_PERIODS.halfYear,
        organization: DEFAULT_SETTINGS.organization,
        slotValues: new Map([['co-quan', 'Ban Tuyên giáo và Dân vận Tỉnh uỷ Lâm Hà']]),
        now: '2026-06-20T08:00:00+07:00',
      },
      countingIds(),
    )
    expect(reportTitle(report)).toBe(
      'BÁO CÁO sơ kết công tác tuyên giáo và dân vận 6 tháng đầu năm 2026; phương hướng, nhiệm vụ trọng tâm 6 tháng cuối năm 2026',
    )
    const written = [...walkSections(report.sections)].filter(({ section }) => hasText(section))
    expect(written.map(({ section }) => section.templateSectionId)).toEqual(['mo-dau', 'ket-luan'])
  })
})
