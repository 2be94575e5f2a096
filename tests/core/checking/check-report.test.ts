import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkReport } from '../../../src/core/checking/check-report'
import { FINDING_RULES } from '../../../src/core/checking/finding-rules'
import { FindingSchema } from '../../../src/core/finding'
import { layoutFile } from '../../../src/core/official-layout/layouts'
import { list, paragraph, section, slotMention, table, tableCell, text } from '../../../src/core/report/make-report'
import type { FormalReport, Report, Section } from '../../../src/core/report/report'
import { arbitraryReport } from '../../support/arbitrary-report'
import { newsAccount, partyReport, stateReport } from '../../support/sample-reports'

const party = (changes: Partial<FormalReport>): FormalReport => ({ ...partyReport, ...changes })
const withSections = (sections: readonly Section[]): FormalReport => party({ sections })
/** A section with something below its heading. */
const written = (id: string, heading: string): Section =>
  section(id, heading, { blocks: [paragraph(`${id}p`, [text('Có.')])] })
const body = (...blocks: Section['blocks']): FormalReport => withSections([section('s', 'Kết quả', { blocks })])
const codes = (report: Report): readonly string[] => checkReport(report, report.layout).map((finding) => finding.code)
const found = (report: Report, code: string) =>
  checkReport(report, report.layout).filter((finding) => finding.code === code)

describe('a whole report', () => {
  it.each([
    ['party', partyReport],
    ['state', stateReport],
    ['news', newsAccount],
  ])('has nothing to mend (%s)', (_name, report) => {
    expect(codes(report)).toEqual([])
  })
})

describe('required sections', () => {
  const required = (parts: Partial<Section>): Report =>
    withSections([section('s', 'Hạn chế', { isRequired: true, ...parts })])

  it('are errors while empty, also with empty subsections', () => {
    expect(found(required({ sections: [section('t', 'Khách quan')] }), 'section.missing')).toMatchObject([
      { severity: 'error', at: 'sections/0', text: 'Hạn chế', paragraph: 0, paragraphStart: 'Hạn chế' },
    ])
  })

  it('are there as soon as anything is written below them, or marked as not applicable', () => {
    const sections = [section('t', 'Khách quan', { blocks: [paragraph('p', [text('Có.')])] })]
    expect(codes(required({ sections }))).not.toContain('section.missing')
    expect(codes(required({ mark: { kind: 'notApplicable', reason: 'không có' } }))).not.toContain('section.missing')
  })
})

describe('sections that would be printed unfinished', () => {
  it('are told where a heading stands over nothing, once for each and never below a missing one', () => {
    const parts = [section('a', 'Khoa giáo'), section('b', 'Dân vận', { blocks: [paragraph('p', [text('Có.')])] })]
    const report = withSections([
      section('s', 'Kết quả', { isRequired: true, sections: parts }),
      section('t', 'Kiến nghị'),
    ])
    expect(found(report, 'section.empty')).toMatchObject([
      { severity: 'warning', at: 'sections/0/sections/0', text: 'Khoa giáo' },
      { severity: 'warning', at: 'sections/1', text: 'Kiến nghị' },
    ])
    const missing = withSections([section('s', 'Kết quả', { isRequired: true, sections: [section('a', 'Khoa giáo')] })])
    expect(codes(missing)).not.toContain('section.empty')
  })

  it('keep a report from being final while one waits for figures', () => {
    const waiting = section('s', 'Kết quả', {
      mark: { kind: 'needsFigures' },
      blocks: [paragraph('p', [text('Đã tổ chức nhiều hội nghị.')])],
    })
    expect(found(withSections([waiting]), 'section.needsFigures')).toMatchObject([
      { severity: 'error', at: 'sections/0' },
    ])
  })
})

describe('open slots', () => {
  it('are errors at every place they are mentioned: subject, heading, paragraph, list and table', () => {
    const mention = slotMention('ty-le')
    const report = {
      ...withSections([
        {
          ...section('s', 'Kết quả'),
          heading: [text('Kết quả '), mention],
          blocks: [
            paragraph('p', [mention, text(' đạt.')]),
            list('l', 'dash', [[text('một')], [mention]]),
            table('t', 0, [[tableCell([text('a')]), tableCell([mention])]]),
            paragraph('q', [text('Hết.')]),
          ],
        },
      ]),
      subject: [text('kết quả '), mention],
    }
    expect(found(report, 'slot.open').map(({ at, paragraph }) => [at, paragraph])).toEqual([
      ['subject', -1],
      ['sections/0/heading', 0],
      ['sections/0/blocks/0', 1],
      ['sections/0/blocks/1/items/1', 3],
      ['sections/0/blocks/2/rows/0/1/paragraphs/0', 5],
    ])
    expect(found(report, 'slot.open')[0]).toMatchObject({ severity: 'error', expected: 'tỷ lệ đảng viên học tập' })
  })

  it('that the report does not know are errors too', () => {
    expect(found(body(paragraph('p', [slotMention('la'), text('.')])), 'slot.unknown')).toMatchObject([{ text: 'la' }])
  })
})

describe('fields of the page', () => {
  const empty = party({
    letterhead: {
      parentOrganization: '',
      issuingOrganization: ' ',
      documentNumber: '',
      documentSymbol: { type: 'BC', organization: '' },
      issuePlace: '',
      issueDate: { year: 2026 },
    },
    documentType: '',
    subject: [],
    signatureBlock: { authority: 'forSuperior', authorityOf: '', signerPosition: '', signerName: '' },
    recipients: [],
    filingNote: '',
  })

  it('are named one by one while they are empty, and never as errors', () => {
    expect(checkReport(empty, 'party').map(({ severity, at }) => [severity, at])).toEqual([
      ['warning', 'letterhead/issuingOrganization'],
      ['hint', 'letterhead/documentNumber'],
      ['warning', 'letterhead/documentSymbol/organization'],
      ['warning', 'letterhead/issuePlace'],
      ['warning', 'documentType'],
      ['warning', 'subject'],
      ['warning', 'signatureBlock/authorityOf'],
      ['warning', 'signatureBlock/signerPosition'],
      ['warning', 'signatureBlock/signerName'],
      ['warning', 'filingNote'],
      ['hint', 'letterhead/issueDate/day'],
      ['warning', 'recipients'],
    ])
  })

  it('of a news account are only its headline', () => {
    expect(checkReport({ ...newsAccount, headline: [] }, 'portal').map(({ code }) => code)).toEqual([
      'title.headlineEmpty',
    ])
  })

  it('bear the clause of the layout they are checked against', () => {
    const [first] = checkReport(empty, 'state')
    expect(first?.clause).toBe(layoutFile('state-2020').rows.get('issuingOrganization.fontSize')?.clause)
    expect(first?.certainty).toBe('verified')
    expect(checkReport(empty, 'party')[0]).toMatchObject({ clause: 'HD 05-HD/VPTW', certainty: 'secondHand' })
  })

  const signed = (changes: Partial<FormalReport['signatureBlock']>): Report =>
    party({ signatureBlock: { ...partyReport.signatureBlock, ...changes } })
  const headed = (changes: Partial<FormalReport['letterhead']>): Report =>
    party({ letterhead: { ...partyReport.letterhead, ...changes } })

  it.each<readonly [string, Report, string]>([
    ['a number with letters', headed({ documentNumber: '12a' }), 'letterhead.documentNumberNotDigits'],
    [
      'a symbol with spaces',
      headed({ documentSymbol: { type: 'BC', organization: 'BTG – TU' } }),
      'letterhead.documentSymbolSpelling',
    ],
    ['the 31st of June', headed({ issueDate: { day: 31, month: 6, year: 2026 } }), 'letterhead.issueDateImpossible'],
    ['"Về việc"', party({ subject: [text('Về việc sơ kết')] }), 'title.subjectOpensWithRegarding'],
    ['a stop after the subject', party({ subject: [text('sơ kết công tác.')] }), 'title.subjectEndsWithStop'],
    ['a capital in a Party subject', party({ subject: [text('Sơ kết công tác')] }), 'title.subjectStartsUpper'],
    ['a degree', signed({ signerName: 'TS. Nguyễn Văn A' }), 'signature.degreeBeforeName'],
    ['a name in capitals', signed({ signerName: 'NGUYỄN VĂN A' }), 'signature.nameInCapitals'],
    [
      'T/M an advisory body',
      signed({ authority: 'onBehalfOf', authorityOf: 'Ban Tuyên giáo và Dân vận' }),
      'signature.advisoryBody',
    ],
    ['K/T a secretary', signed({ authorityOf: 'BÍ THƯ' }), 'signature.deputyOfCommittee'],
    ['"Như trên" with nobody above', party({ recipients: ['- Như trên;'] }), 'recipients.sameAsNobody'],
    ['VT in a Party report', party({ filingNote: 'VT, TH' }), 'recipients.filingNoteOfOtherLayout'],
    [
      'a State report not filed with VT',
      { ...stateReport, filingNote: 'Văn phòng Ban' },
      'recipients.filingNoteOfOtherLayout',
    ],
    ['Kính gửi in a Party report', party({ addressees: ['Tỉnh uỷ'] }), 'addressees.notInLayout'],
    ['a typed number', withSections([written('s', 'I. KẾT QUẢ')]), 'heading.numberTyped'],
    ['a heading without words', withSections([written('s', '')]), 'heading.empty'],
  ])('%s is found, and alone', (_case, report, code) => {
    expect(codes(report)).toEqual([code])
  })

  it('leaves alone what is right', () => {
    const right: readonly Report[] = [
      signed({ authority: 'onBehalfOf', authorityOf: 'BAN THƯỜNG VỤ' }),
      signed({ signerName: 'Tôn Thất Bách' }),
      party({ subject: [text('sơ kết Nghị quyết số 12-NQ/TW')] }),
      party({ subject: [text('UBND tỉnh phối hợp công tác')] }),
      signed({ authority: 'acting', authorityOf: '', signerPosition: 'Trưởng ban' }),
      withSections([
        written('s', 'Công tác cán bộ'),
        written('t', 'Vì mục tiêu chung'),
        written('u', '13 hội nghị lớn'),
      ]),
    ]
    expect(right.flatMap(codes)).toEqual([])
  })
})

describe('the end of the text', () => {
  const ending = (words: string): Report => body(paragraph('p', [text(words)]))

  it('is completed where nothing or a stop is there, and found where something else is', () => {
    expect(codes(ending('Trên đây là báo cáo'))).toEqual([])
    expect(codes(ending('Trên đây là báo cáo.'))).toEqual([])
    expect(found(ending('Gồm các nội dung;'), 'body.end')).toMatchObject([{ expected: '.', at: 'sections/0/blocks/0' }])
    expect(codes(ending('Trên đây là báo cáo./.'))).toEqual(['body.end'])
    expect(checkReport({ ...stateReport, sections: ending('Hết./.').sections }, 'state')).toEqual([])
  })
})

describe('findings', () => {
  it('fit the schema for any report and layout, and are the same each time', () => {
    fc.assert(
      fc.property(arbitraryReport, fc.constantFrom('party', 'state', 'portal'), (report, layout) => {
        const findings = checkReport(report, layout)
        for (const finding of findings) expect(FindingSchema.safeParse(finding).error).toBeUndefined()
        expect(checkReport(report, layout)).toEqual(findings)
      }),
    )
  })

  it('are all explained in docs/findings.md, with their severity', () => {
    const page = readFileSync(new URL('../../../docs/findings.md', import.meta.url), 'utf8')
    const listed = [...page.matchAll(/^\| `([^`]+)`\s+\| (\w+)\s+\|/gm)].map(([, code, severity]) => [code, severity])
    expect(listed).toEqual(Object.entries(FINDING_RULES).map(([code, rule]) => [code, rule.severity]))
  })

  it('rest on rows that exist in a layout', () => {
    const files = ['party-2026', 'state-2020', 'portal'] as const
    for (const [code, rule] of Object.entries(FINDING_RULES)) {
      if ('row' in rule)
        expect(
          files.some((id) => layoutFile(id).rows.has(rule.row)),
          code,
        ).toBe(true)
    }
  })
})
