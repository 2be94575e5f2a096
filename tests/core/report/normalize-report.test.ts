import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalizeReport } from '../../../src/core/report/normalize-report'
import { normalizeInlines } from '../../../src/core/report/normalize-inlines'
import { normalizeTable } from '../../../src/core/report/normalize-table'
import { paragraph, section, table, tableCell, text } from '../../../src/core/report/make-report'
import {
  MAX_COLUMNS,
  MAX_LIST_DEPTH,
  MAX_SECTION_DEPTH,
  ReportSchema,
  type Inline,
  type List,
  type Report,
  type Section,
  type Table,
} from '../../../src/core/report/report'
import { blockContents, reportContents, walkSections } from '../../../src/core/report/walk-report'
import { parseReport, serializeReport } from '../../../src/core/report/report-file'
import { toNfc } from '../../../src/core/vietnamese/nfc'
import { arbitraryReport, arbitraryText } from '../../support/arbitrary-report'
import { countingIds } from '../../support/identities'
import { formalReport } from '../../support/formal-report'

const normal = (report: Report): Report => normalizeReport(report, countingIds('fresh'))

const wordsOf = (contents: Iterable<readonly Inline[]>): string =>
  [...contents]
    .map((content) => content.map((inline) => (inline.type === 'text' ? inline.text : ' ')).join(''))
    .join(' ')

/** Letters in reading order. Seams, spaces and illegal characters aside, they must survive. */
const letters = (value: string): string => toNfc(toNfc(value).normalize('NFD')).replace(/\s/g, '').normalize('NFD')

describe('normalizeReport', () => {
  it('is idempotent and gives a report that fits the schema', () => {
    fc.assert(
      fc.property(arbitraryReport, (report) => {
        const once = normal(report)
        expect(ReportSchema.safeParse(once).success).toBe(true)
        expect(normal(once)).toEqual(once)
      }),
      { numRuns: 300 },
    )
  })

  it('loses no letter and no mention of a slot', () => {
    fc.assert(
      fc.property(arbitraryReport, (report) => {
        const after = normal(report)
        expect(letters(wordsOf(reportContents(after)))).toBe(letters(wordsOf(reportContents(report))))
        const mentions = (one: Report): string[] =>
          [...reportContents(one)].flat().flatMap((inline) => (inline.type === 'slot' ? [inline.slotId] : []))
        expect(mentions(after)).toEqual(mentions(report))
      }),
      { numRuns: 300 },
    )
  })

  it('gives every section and block an id of its own and lets the first keep its id', () => {
    fc.assert(
      fc.property(arbitraryReport, (report) => {
        const ids = idsOf(normal(report).sections)
        expect(new Set(ids).size).toBe(ids.length)
        const first = report.sections[0]
        if (first) expect(ids[0]).toBe(first.id)
      }),
    )
  })

  it('turns sections below the deepest level into paragraphs of it', () => {
    const deep = [1, 2, 3, 4, 5, 6].reduceRight<readonly Section[]>(
      (sections, level) => [
        section(`s${level}`, `Đề mục ${level}`, {
          sections,
          blocks: [paragraph(`p${level}`, [text(`Đoạn ${level}`)])],
        }),
      ],
      [],
    )
    const visits = [...walkSections(normal(formalReport({ sections: deep })).sections)]
    expect(visits).toHaveLength(MAX_SECTION_DEPTH)
    expect(wordsOf(visits.at(-1)?.section.blocks.flatMap((block) => [...blockContents(block)]) ?? [])).toBe(
      'Đoạn 4 Đề mục 5 Đoạn 5 Đề mục 6 Đoạn 6',
    )
  })

  it('keeps lists shallow enough for the file to be read again', () => {
    const nested = (depth: number): List => ({
      type: 'list',
      id: `l${depth}`,
      style: 'dash',
      items: [{ content: [text(`mức ${depth}`)], lists: depth < 30 ? [nested(depth + 1)] : [] }],
    })
    const inner = [1, 2, 3, 4].reduceRight<readonly Section[]>(
      (sections, level) => [section(`s${level}`, 'Mục', { sections, blocks: level === 4 ? [nested(1)] : [] })],
      [],
    )
    const report = normal(formalReport({ sections: inner }))
    expect(parseReport(serializeReport(report), 'a')).toEqual({ ok: true, value: report })
    expect(wordsOf(reportContents(report)).match(/mức \d+/g)).toHaveLength(30)
    let depth = 0
    let level = [...walkSections(report.sections)].at(-1)?.section.blocks.filter((block) => block.type === 'list') ?? []
    for (; level.length > 0; depth += 1) level = level.flatMap((one) => one.items.flatMap((item) => item.lists))
    expect(depth).toBe(MAX_LIST_DEPTH)
  })

  it('drops empty paragraphs at the end of a section only', () => {
    const blocks = ['', 'giữa', '', 'cuối', '', ''].map((value, index) => paragraph(`p${index}`, [text(value)]))
    const [one] = normal(formalReport({ sections: [section('s', 'Mục', { blocks })] })).sections
    expect(one?.blocks.map((block) => block.id)).toEqual(['p0', 'p1', 'p2', 'p3'])
  })

  it('composes the text of every field, not of the body alone', () => {
    const decomposed = 'Tỉnh uỷ'.normalize('NFD')
    const base = formalReport({})
    const report = normal(
      formalReport({
        letterhead: { ...base.letterhead, issuingOrganization: decomposed },
        recipients: [decomposed],
        slots: [{ id: 'a', type: 'text', label: decomposed, value: decomposed }],
        sections: [section('s', '', { guidance: decomposed, mark: { kind: 'notApplicable', reason: decomposed } })],
      }),
    )
    const json = serializeReport(report)
    expect(json).toBe(json.normalize('NFC'))
    expect(json.match(/Tỉnh uỷ/g)).toHaveLength(6)
  })

  it('keeps both values where two slots share an id', () => {
    const slots = normal(
      formalReport({
        slots: [
          { id: 'a', type: 'text', label: 'mở' },
          { id: 'a', type: 'text', label: 'mở', value: '5' },
          { id: 'a', type: 'text', label: 'mở', value: '7' },
          { id: 'a', type: 'text', label: 'mở', value: '5' },
          { id: 'b', type: 'text', label: 'b', value: '\u0000' },
        ],
      }),
    ).slots
    expect(slots).toEqual([
      { id: 'a', type: 'text', label: 'mở', value: '5' },
      { id: 'a-2', type: 'text', label: 'mở', value: '7' },
      { id: 'b', type: 'text', label: 'b' },
    ])
  })

  it('keeps every value where ten thousand slots share an id', () => {
    const values = Array.from({ length: 10_000 }, (_, index) => `${index}`)
    const slots = values.map((value) => ({ id: 'a', type: 'text', label: 'a', value }) as const)
    const kept = normal(formalReport({ slots })).slots
    expect(kept.map(({ value }) => value)).toEqual(values)
    expect(new Set(kept.map(({ id }) => id)).size).toBe(values.length)
  })
})

describe('normalizeInlines', () => {
  it('joins neighbours of equal marks and composes over the seam', () => {
    expect(normalizeInlines([text('ho'), text('a'), text('\u0300'), text('', ['bold'])])).toEqual([text('hoà')])
  })

  it('keeps runs of different marks apart and names each mark once, in one order', () => {
    expect(normalizeInlines([text('a', ['italic', 'bold', 'bold']), text('b')])).toEqual([
      text('a', ['bold', 'italic']),
      text('b'),
    ])
  })

  it('makes every kind of line end a line break', () => {
    const brokenAt = normalizeInlines([text('một\r\nhai\nba\u2028bốn')])
    expect(brokenAt.map((inline) => (inline.type === 'text' ? inline.text : '|')).join('')).toBe('một|hai|ba|bốn')
  })

  it('gives the same text however it was cut into runs', () => {
    fc.assert(
      fc.property(fc.array(arbitraryText, { maxLength: 5 }), (parts) => {
        const whole = normalizeInlines([text(parts.map((part) => part.toWellFormed()).join(''))])
        expect(normalizeInlines(parts.map((part) => text(part.toWellFormed())))).toEqual(whole)
      }),
    )
  })
})

describe('normalizeTable', () => {
  it('makes any table rectangular within 63 columns and loses no cell', () => {
    const cell = fc.record({
      columnSpan: fc.integer({ min: 1, max: 70 }),
      rowSpan: fc.integer({ min: 1, max: 6 }),
      paragraphs: fc.array(fc.constant([text('x')]), { maxLength: 2 }),
    })
    const anyTable: fc.Arbitrary<Table> = fc.record({
      type: fc.constant('table' as const),
      id: fc.constant('t'),
      columns: fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 63 }),
      headerRows: fc.integer({ min: 0, max: 9 }),
      rows: fc.array(fc.array(cell, { maxLength: 80 }), { maxLength: 5 }),
    })
    fc.assert(
      fc.property(anyTable, (before) => {
        const after = normalizeTable(before)
        const width = after.columns.length
        expect(width).toBeLessThanOrEqual(MAX_COLUMNS)
        expect(after.columns.reduce((sum, share) => sum + share, 0)).toBe(1000)
        expect(after.columns.every((share) => Number.isInteger(share) && share >= 1)).toBe(true)
        expect(after.headerRows).toBeLessThanOrEqual(after.rows.length)
        const area = after.rows.flat().reduce((sum, one) => sum + one.columnSpan * one.rowSpan, 0)
        expect(area).toBe(width * after.rows.length)
        const marksOf = (one: Table): number => wordsOf(blockContents(one)).match(/x/g)?.length ?? 0
        expect(marksOf(after)).toBe(marksOf(before))
        expect(normalizeTable(after)).toEqual(after)
      }),
      { numRuns: 300 },
    )
  })

  it('gives surplus cells of a full row to the cell that stands in the last column', () => {
    const above = Array.from({ length: MAX_COLUMNS }, (_, index) => ({
      columnSpan: 1,
      rowSpan: 2,
      paragraphs: [[text(`c${index}`)]],
    }))
    const [first, second] = normalizeTable(table('t', 1, [above, [tableCell([text('thừa')])]])).rows
    expect(second).toEqual([])
    expect(first?.at(-1)?.paragraphs).toEqual([[text('c62')], [text('thừa')]])
  })

  it('takes what thin columns need from the widest', () => {
    const thin = { ...table('t', 0, []), columns: [1000, ...Array.from({ length: 62 }, () => 1)] }
    const { columns } = normalizeTable(thin)
    expect(columns).toEqual([938, ...Array.from({ length: 62 }, () => 1)])
  })
})

function idsOf(sections: readonly Section[]): string[] {
  const idsOfList = (one: List): string[] => [one.id, ...one.items.flatMap((item) => item.lists.flatMap(idsOfList))]
  return [...walkSections(sections)].flatMap(({ section: own }) => [
    own.id,
    ...own.blocks.flatMap((block) => (block.type === 'list' ? idsOfList(block) : [block.id])),
  ])
}
