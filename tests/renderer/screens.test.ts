import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ReportingPeriod } from '../../src/core/reporting-period'
import type { ReportSummary } from '../../src/contract/channels'
import { paragraph, section, slotMention, text } from '../../src/core/report/make-report'
import { normalizeInlines } from '../../src/core/report/normalize-inlines'
import type { Inline, NewsAccount } from '../../src/core/report/report'
import type { Slot } from '../../src/core/slot'
import { findReports } from '../../src/renderer/screens/home/find-reports'
import { draftToPeriod, periodToDraft, suggestedDraft, withPart } from '../../src/renderer/screens/period-draft'
import { hashToRoute, routeToHash } from '../../src/renderer/screens/route'
import { commandOf } from '../../src/renderer/screens/shortcuts'
import { sectionAt } from '../../src/renderer/screens/writing/go-to-place'
import { fieldTextToInlines, inlinesToFieldText } from '../../src/renderer/screens/writing/inline-field-text'
import { noticeLine } from '../../src/renderer/screens/writing/notice-line'
import { countWords, newSectionPlace, outlineRows, reportWords } from '../../src/renderer/screens/writing/outline-rows'
import { parseWhole } from '../../src/renderer/screens/writing/page-field'
import { saveLabel } from '../../src/renderer/screens/writing/save-label'
import { openSlotCount, slotRows } from '../../src/renderer/screens/writing/slot-rows'
import { splitPattern } from '../../src/renderer/screens/writing/split-pattern'

describe('the address of a screen', () => {
  it('leads back to the screen it came from', () => {
    for (const route of [
      { screen: 'home' },
      { screen: 'templates' },
      { screen: 'learning' },
      { screen: 'learning', templateId: '01JD-x_9' },
      { screen: 'settings' },
      { screen: 'writing', id: '01JD-x_9' },
    ] as const)
      expect(hashToRoute(routeToHash(route))).toEqual(route)
  })

  it.each(['', '#', '#abc', '#/bao-cao/', '#/bao-cao/../x', '#/bao-cao/a%00'])(
    'takes “%s” for the home screen',
    (hash) => {
      expect(hashToRoute(hash)).toEqual({ screen: 'home' })
    },
  )
})

describe('keys in a browser window', () => {
  const press = (key: string, held: Partial<KeyboardEvent> = {}) =>
    commandOf({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, isComposing: false, ...held })

  it('saves at Ctrl+S, in capitals too', () => {
    expect(press('s', { ctrlKey: true })).toBe('saveNow')
    expect(press('S', { ctrlKey: true })).toBe('saveNow')
  })

  it('is silent for letters, AltGr and keys of an input method', () => {
    expect(press('s')).toBeUndefined()
    expect(press('n', { ctrlKey: true, altKey: true })).toBeUndefined()
    expect(press('s', { ctrlKey: true, isComposing: true })).toBeUndefined()
    expect(press('Process', { ctrlKey: true })).toBeUndefined()
  })
})

const SOME_PERIODS: readonly ReportingPeriod[] = [
  { kind: 'month', month: 3, year: 2025 },
  { kind: 'quarter', quarter: 2, year: 2026 },
  { kind: 'halfYear', half: 2, year: 2026 },
  { kind: 'nineMonths', year: 2024 },
  { kind: 'year', year: 2026 },
  { kind: 'term', from: 2020, to: 2025 },
  { kind: 'thematic', years: 10, to: 2026 },
]

describe('a period while it is typed', () => {
  const november = new Date(2026, 10, 22)

  it('suggests the period around today', () => {
    expect(draftToPeriod(suggestedDraft('quarter', november))).toEqual({
      ok: true,
      value: { kind: 'quarter', quarter: 4, year: 2026 },
    })
    expect(draftToPeriod(suggestedDraft('halfYear', new Date(2026, 5, 30)))).toMatchObject({ value: { half: 1 } })
  })

  it('suggests the period that has just ended, and keeps to it when another kind is chosen', () => {
    const january = suggestedDraft('year', new Date(2027, 0, 4))
    expect(draftToPeriod(january)).toMatchObject({ value: { year: 2026 } })
    expect(draftToPeriod(withPart(january, { kind: 'quarter' }))).toMatchObject({ value: { quarter: 4, year: 2026 } })
    expect(draftToPeriod(suggestedDraft('halfYear', new Date(2026, 6, 3)))).toMatchObject({ value: { half: 1 } })
  })

  it('comes back from the form as the period it was opened with', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SOME_PERIODS), (period) => {
        expect(draftToPeriod(periodToDraft(period, november))).toEqual({ ok: true, value: period })
      }),
    )
  })

  it('names the part that does not fit', () => {
    const draft = suggestedDraft('term', november)
    expect(draftToPeriod(withPart(draft, { year: '26' }))).toEqual({ ok: false, error: 'year' })
    expect(draftToPeriod(withPart(draft, { from: '2026' }))).toEqual({ ok: false, error: 'term' })
    expect(draftToPeriod(withPart(draft, { kind: 'thematic', years: '0' }))).toEqual({ ok: false, error: 'years' })
  })
})

describe('the search on the home screen', () => {
  const summary = (id: string, title: string, savedAt: string): ReportSummary => ({
    id,
    title,
    kind: 'formalReport',
    layout: 'party',
    organization: 'Ban Tuyên giáo và Dân vận',
    templateName: '',
    periodText: '',
    sectionsWritten: 0,
    sectionsTotal: 1,
    savedAt,
  })
  const reports = [
    summary('a', 'Sơ kết quý III', '2026-01-01T00:00:00Z'),
    summary('b', 'Tổng kết năm 2025', '2026-02-01T00:00:00Z'),
  ]

  it('finds with and without marks, in any order of words', () => {
    expect(findReports(reports, 'tong ket').map(({ id }) => id)).toEqual(['b'])
    expect(findReports(reports, 'KẾT sơ').map(({ id }) => id)).toEqual(['a'])
    expect(findReports(reports, 'dan van').map(({ id }) => id)).toEqual(['b', 'a'])
    expect(findReports(reports, 'không có')).toEqual([])
  })

  it('lists the newest first', () => {
    expect(findReports(reports, ' ').map(({ id }) => id)).toEqual(['b', 'a'])
  })
})

describe('a title as it is edited', () => {
  const slots: readonly Slot[] = [
    { id: 'ky', type: 'period', label: 'kỳ báo cáo' },
    { id: 'so-1', type: 'quantity', label: 'số' },
    { id: 'so-2', type: 'quantity', label: 'số' },
  ]
  const titles = fc
    .array(
      fc.oneof(
        fc.string().map((words): Inline => text(words.replace(/[«»\n]/g, ''))),
        fc.constantFrom('ky', 'so-1', 'so-2').map((id): Inline => slotMention(id)),
        fc.constant<Inline>({ type: 'lineBreak' }),
      ),
    )
    .map(normalizeInlines)

  it('comes back as it was', () => {
    fc.assert(
      fc.property(titles, (title) => {
        expect(fieldTextToInlines(inlinesToFieldText(title, slots), slots)).toEqual(title)
      }),
    )
  })

  it('names a slot by its label, by its id where two share the label', () => {
    expect(inlinesToFieldText([text('sơ kết '), slotMention('ky')], slots)).toBe('sơ kết «kỳ báo cáo»')
    expect(inlinesToFieldText([slotMention('so-2')], slots)).toBe('«so-2»')
  })

  it('keeps what only looks like a slot', () => {
    expect(fieldTextToInlines('«khác» và «', slots)).toEqual([text('«khác» và «')])
  })
})

describe('the outline', () => {
  const report: NewsAccount = {
    schemaVersion: 1,
    kind: 'newsAccount',
    layout: 'portal',
    id: 'r1',
    reportingPeriod: { kind: 'year', year: 2026 },
    slots: [
      { id: 'ky', type: 'period', label: 'kỳ', value: 'năm 2026' },
      { id: 'so', type: 'quantity', label: 'số' },
      { id: 'khac', type: 'text', label: 'khác' },
    ],
    sections: [
      section('s1', 'Mở đầu', {
        blocks: [paragraph('p1', [text('Trong '), slotMention('ky'), text(', có '), slotMention('so')])],
      }),
      section('s2', 'Kết quả', { sections: [section('s3', 'Tuyên truyền')] }),
    ],
    createdAt: '2026-01-01T00:00:00Z',
    headline: [slotMention('ky')],
    publishedAt: '',
    byline: '',
  }

  it('shows sections in order with status, length and place', () => {
    const rows = outlineRows(report)
    expect(rows.map(({ id, depth, status, isFirst, isLast }) => [id, depth, status, isFirst, isLast])).toEqual([
      ['s1', 0, 'drafting', true, false],
      ['s2', 0, 'notWritten', false, true],
      ['s3', 1, 'notWritten', true, true],
    ])
    expect(reportWords(rows)).toBe(rows[0]?.words)
  })

  it('puts a new section before the closing words, and at the end where nothing is printed', () => {
    const closing = section('s9', 'Kết luận', { isHeadingPrinted: false })
    const rows = outlineRows({ ...report, sections: [...report.sections, closing] })
    expect(newSectionPlace(rows)).toEqual({ after: 's2' })
    expect(newSectionPlace(outlineRows({ ...report, sections: [closing] }))).toBe('atEnd')
  })

  it('counts words, not dashes', () => {
    expect(countWords(' Ban  Tuyên giáo – 12 cuộc ')).toBe(5)
  })

  it('counts mentions of slots and those that stand open in the text', () => {
    const rows = slotRows(report)
    expect(rows.map(({ slot, mentions }) => [slot.id, mentions])).toEqual([
      ['ky', 2],
      ['so', 1],
      ['khac', 0],
    ])
    expect(openSlotCount(rows)).toBe(1)
  })

  it('finds the innermost section of a finding’s place', () => {
    expect(sectionAt('sections/1/sections/0/blocks/4', report)).toBe('s3')
    expect(sectionAt('sections/0/heading', report)).toBe('s1')
    expect(sectionAt('sections/9', report)).toBeUndefined()
    expect(sectionAt('letterhead/issuePlace', report)).toBeUndefined()
  })
})

describe('what was noticed at opening', () => {
  it('is one line, however much it is', () => {
    expect(noticeLine([])).toBeUndefined()
    expect(noticeLine(['Không thấy tên bài.'])).toEqual({ text: 'Không thấy tên bài.', isWhole: true })
    expect(noticeLine(['Không thấy tên bài.', ...Array.from({ length: 40 }, () => 'Đề mục lạ.')])).toEqual({
      text: '41 điều cần biết. Không thấy tên bài.',
      isWhole: false,
    })
  })

  it('cuts a long sentence between words and leads to the whole', () => {
    const line = noticeLine(['dài '.repeat(100)])
    expect(line?.isWhole).toBe(false)
    expect(line?.text).toMatch(/^(dài )+dài…$/)
    expect(line?.text.length).toBeLessThan(170)
  })
})

describe('small parts of the page', () => {
  it('splits a pattern of the layout into words and fields', () => {
    expect(splitPattern('Số {number}-{type}')).toEqual([
      { kind: 'words', words: 'Số ' },
      { kind: 'field', name: 'number' },
      { kind: 'words', words: '-' },
      { kind: 'field', name: 'type' },
    ])
  })

  it('takes only whole numbers within their limits for a date', () => {
    expect(parseWhole('05', 1, 31)).toBe(5)
    for (const wrong of ['0', '32', '1.5', '-1', 'x', '']) expect(parseWhole(wrong, 1, 31)).toBeUndefined()
  })

  it('says saved with the time of the write, and never more than is known', () => {
    const at = new Date(2026, 6, 5, 10, 42, 7).toISOString()
    expect(saveLabel({ kind: 'saved', at }).text).toBe('Đã lưu 10:42:07')
    for (const state of [
      { kind: 'dirty', since: 0 },
      { kind: 'saving', since: 0 },
      { kind: 'failed', error: { code: 'host.unreachable' }, since: 0 },
      { kind: 'conflict', seq: 1, since: 0 },
    ] as const)
      expect(saveLabel(state).text).not.toMatch(/^Đã lưu/)
  })
})
