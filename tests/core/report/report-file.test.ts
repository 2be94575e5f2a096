import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { parseReport, REPORT_MIGRATIONS, serializeReport } from '../../../src/core/report/report-file'
import { LIST_STYLES, REPORT_SCHEMA_VERSION, type Report } from '../../../src/core/report/report'
import { section } from '../../../src/core/report/make-report'
import { blockContents, walkSections } from '../../../src/core/report/walk-report'
import { arbitraryReport } from '../../support/arbitrary-report'
import { formalReport } from '../../support/formal-report'

const frozen = (name: string): string =>
  readFileSync(new URL(`../../fixtures/report-files/${name}`, import.meta.url), 'utf8')

const changed = (change: (json: Record<string, unknown>) => void): string => {
  const json = z.record(z.string(), z.unknown()).parse(JSON.parse(serializeReport(formalReport({}))))
  change(json)
  return JSON.stringify(json)
}

const withBlocks = (blocks: readonly unknown[]): string =>
  changed((json) => (json['sections'] = [{ ...section('s1', 'Mục', {}), blocks }]))

describe('parseReport and serializeReport', () => {
  it('give back any report as it was', () => {
    fc.assert(
      fc.property(arbitraryReport, (report) => {
        expect(parseReport(serializeReport(report), 'a')).toEqual({ ok: true, value: report })
      }),
      { numRuns: 200 },
    )
  })

  it('write the same bytes for the same report, whatever the order of its keys', () => {
    fc.assert(
      fc.property(arbitraryReport, (report) => {
        expect(serializeReport(turned(report))).toBe(serializeReport(report))
      }),
      { numRuns: 50 },
    )
  })

  it('read a text with a byte order mark', () => {
    expect(parseReport(`\uFEFF${serializeReport(formalReport({}))}`, 'a').ok).toBe(true)
  })
})

describe('damaged and foreign files', () => {
  const damaged = (json: string): string => {
    const parsed = parseReport(json, 'kỳ trước.json')
    if (parsed.ok || parsed.error.code !== 'report.damaged') throw new Error('was read')
    expect(parsed.error.name).toBe('kỳ trước.json')
    return parsed.error.detail
  }

  it.each([
    ['nothing', ''],
    ['half a file', serializeReport(formalReport({})).slice(0, 200)],
    ['a list', '[]'],
    ['a number', '7'],
    ['no version', changed((json) => delete json['schemaVersion'])],
    ['a version that is no whole number', changed((json) => (json['schemaVersion'] = 1.5))],
    ['version zero', changed((json) => (json['schemaVersion'] = 0))],
    ['two hundred thousand unknown blocks', withBlocks(Array.from({ length: 200_000 }, () => ({ type: 'lạ' })))],
    ['an unknown kind', changed((json) => (json['kind'] = 'letter'))],
    ['a portal layout on a formal report', changed((json) => (json['layout'] = 'portal'))],
    ['a missing field', changed((json) => delete json['recipients'])],
  ])('are refused with a reason: %s', (_what, json) => {
    expect(damaged(json)).not.toBe('')
  })

  it('name the field this version does not know, rather than drop it', () => {
    expect(damaged(changed((json) => (json['remarks'] = [])))).toContain('remarks')
  })

  it('cannot reach a prototype', () => {
    expect(damaged(`{"schemaVersion":1,"__proto__":{"isAdmin":true}}`)).toContain('__proto__')
    expect(damaged(`{"schemaVersion":1,"slots":[{"constructor":{}}]}`)).toContain('constructor')
    expect('isAdmin' in {}).toBe(false)
  })

  it('end at a depth no report has, without exhausting the stack', () => {
    expect(damaged(`{"schemaVersion":1,"sections":${'['.repeat(100_000)}${']'.repeat(100_000)}}`)).not.toBe('')
    expect(damaged(`{"schemaVersion":1,"sections":${'['.repeat(100)}${']'.repeat(100)}}`)).toContain('deep')
  })
})

describe('versions', () => {
  it('of a newer program are refused by number, not as damage', () => {
    const newer = changed((json) => (json['schemaVersion'] = REPORT_SCHEMA_VERSION + 1))
    expect(parseReport(newer, 'a')).toEqual({
      ok: false,
      error: { code: 'report.tooNew', name: 'a', fileVersion: REPORT_SCHEMA_VERSION + 1 },
    })
  })

  it('rise by one from 2 to the present', () => {
    expect(REPORT_MIGRATIONS.map((step) => step.to)).toEqual(
      Array.from({ length: REPORT_SCHEMA_VERSION - 1 }, (_, index) => index + 2),
    )
  })

  it.each(Array.from({ length: REPORT_SCHEMA_VERSION }, (_, index) => `v${index + 1}`))(
    'each have a frozen file that is read for ever: %s',
    (version) => {
      const formal = parseReport(frozen(`${version}.json`), version)
      const news = parseReport(frozen(`${version}-news.json`), version)
      if (!formal.ok || !news.ok) throw new Error(JSON.stringify([formal, news]))
      expect(formal.value.kind).toBe('formalReport')
      expect(news.value.kind).toBe('newsAccount')
    },
  )

  it('keep a frozen file of today that uses everything a report can hold', () => {
    const read = parseReport(frozen('v1.json'), 'v1')
    if (!read.ok) throw new Error(JSON.stringify(read.error))
    const sections = [...walkSections(read.value.sections)].map((visit) => visit.section)
    const blocks = sections.flatMap((one) => one.blocks)
    const inlines = blocks.flatMap((block) => [...blockContents(block)].flat())
    expect(new Set(blocks.map((block) => block.type))).toEqual(new Set(['paragraph', 'list', 'table', 'pageBreak']))
    expect(new Set(inlines.map((inline) => inline.type))).toEqual(new Set(['text', 'slot', 'lineBreak']))
    for (const style of LIST_STYLES) expect(frozen('v1.json')).toContain(`"style": "${style}"`)
    expect(new Set(sections.map((one) => one.mark?.kind))).toEqual(
      new Set([undefined, 'needsFigures', 'reviewed', 'notApplicable']),
    )
    expect(read.value.slots.some((slot) => slot.value === undefined)).toBe(true)
    expect(frozen('v1.json').trimEnd()).toBe(serializeReport(read.value))
  })
})

/** The same value with the keys of every object the other way round. */
function turned(report: Report): Report {
  const turn = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(turn)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value)
        .reverse()
        .map(([key, inner]) => [key, turn(inner)]),
    )
  }
  return turn(report) as Report
}
