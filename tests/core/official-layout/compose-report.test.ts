import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { composeReport } from '../../../src/core/official-layout/compose-report'
import { composeAuthority, composeRecipients } from '../../../src/core/official-layout/compose-signature'
import {
  composeDocumentCode,
  composeHeader,
  composePlaceAndDate,
} from '../../../src/core/official-layout/compose-header'
import { missingEnd } from '../../../src/core/official-layout/compose-body'
import { runsText } from '../../../src/core/official-layout/compose-line'
import type { ComposedColumns } from '../../../src/core/official-layout/composed-report'
import { makeLayout, textAreaWidth } from '../../../src/core/official-layout/layout'
import { layoutFor } from '../../../src/core/official-layout/layouts'
import { EMPTY_LETTERHEAD, EMPTY_SIGNATURE } from '../../../src/core/report/make-report'
import type { FormalReport, Letterhead, SignatureBlock } from '../../../src/core/report/report'
import { layoutCss } from '../../../src/formats/html/write-css'
import { writeHtml } from '../../../src/formats/html/write-html'
import { stylesXml } from '../../../src/formats/docx/write-styles'
import state2020 from '../../../resources/layouts/state-2020.json'
import { arbitraryReport } from '../../support/arbitrary-report'
import { partyReport, stateReport } from '../../support/sample-reports'

const party = layoutFor('party')
const state = layoutFor('state')

const letterhead = (changes: Partial<Letterhead>): Letterhead => ({ ...partyReport.letterhead, ...changes })

describe('number and symbol, place and date', () => {
  it('follow the pattern of each side, with a zero before small figures', () => {
    const five = letterhead({ documentNumber: '5', issueDate: { day: 5, month: 2, year: 2026 } })
    expect(composeDocumentCode(five, party)).toBe('Số 05-BC/BTGDVTU')
    expect(composeDocumentCode(five, state)).toBe('Số: 05/BC-BTGDVTU')
    expect(composePlaceAndDate(five, party)).toBe('Quảng Ninh, ngày 05 tháng 02 năm 2026')
    expect(composePlaceAndDate(letterhead({ issueDate: { day: 27, month: 3, year: 2026 } }), state)).toBe(
      'Quảng Ninh, ngày 27 tháng 3 năm 2026',
    )
  })

  it('show dots for what is open, and never invent it', () => {
    const open = { ...EMPTY_LETTERHEAD, issueDate: { year: 2026 } }
    expect(composeDocumentCode(open, party)).toBe('Số ……-BC/……')
    expect(composePlaceAndDate(open, party)).toBe('……, ngày …… tháng …… năm 2026')
  })
})

describe('what nobody has filled yet', () => {
  it('stays visibly open: who issues, who signs, who receives', () => {
    const empty = {
      ...partyReport,
      letterhead: EMPTY_LETTERHEAD,
      signatureBlock: EMPTY_SIGNATURE,
      recipients: [],
      filingNote: '',
    }
    const written = writeHtml(empty, { layout: 'party', isDraft: true, now: '2026-07-05T08:00:00+07:00' })
    const page = new TextDecoder()
      .decode(written)
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
    expect(page).toContain('[CẦN BỔ SUNG: TÊN CƠ QUAN BAN HÀNH]')
    expect(page).toContain('[CẦN BỔ SUNG: CHỨC VỤ NGƯỜI KÝ]')
    expect(page).toContain('[cần bổ sung: họ tên người ký]')
    expect(page).toContain('[cần bổ sung: nơi nhận]')
  })
})

describe('who signs', () => {
  const block = (changes: Partial<SignatureBlock>): SignatureBlock => ({ ...partyReport.signatureBlock, ...changes })

  it.each([
    ['onBehalfOf', 'T/M', 'TM.'],
    ['forSuperior', 'K/T', 'KT.'],
    ['byOrderOf', 'T/L', 'TL.'],
    ['byDelegation', 'T/L', 'TUQ.'],
    ['acting', 'Q.', 'Q.'],
  ] as const)('%s is %s for the Party and %s for the State', (authority, ofParty, ofState) => {
    const signed = block({ authority, authorityOf: 'Trưởng ban' })
    expect(composeAuthority(signed, party).line).toBe(`${ofParty} Trưởng ban`)
    expect(composeAuthority(signed, state).line).toBe(`${ofState} Trưởng ban`)
  })

  it('has no prefix when the head signs, and stands before the post of whoever acts in it', () => {
    expect(composeAuthority(block({ authority: 'direct' }), party).line).toBe('')
    expect(
      composeAuthority(block({ authority: 'acting', authorityOf: '', signerPosition: 'Giám đốc' }), state),
    ).toEqual({
      line: 'Q. Giám đốc',
      includesPosition: true,
    })
  })
})

describe('recipients', () => {
  const given: FormalReport = {
    ...stateReport,
    recipients: ['- Đảng uỷ xã.', ' ', 'Lưu trữ lịch sử'],
    filingNote: 'Lưu: VT.',
  }

  it('get one dash and one ending each, whatever was typed along', () => {
    expect(composeRecipients(given, state)).toEqual([
      '- Như trên;',
      '- Đảng uỷ xã;',
      '- Lưu trữ lịch sử;',
      '- Lưu: VT.',
    ])
    expect(composeRecipients({ ...given, filingNote: 'Văn phòng Ban' }, party)).toEqual([
      '- Đảng uỷ xã;',
      '- Lưu trữ lịch sử;',
      '- Lưu Văn phòng Ban.',
    ])
  })

  it('end with a stop also without a filing note', () => {
    expect(composeRecipients({ ...given, addressees: [], filingNote: '' }, state).at(-1)).toBe('- Lưu trữ lịch sử.')
  })
})

describe('the end of the text', () => {
  it.each([
    ['hết', './.', './.'],
    ['hết.', './.', '/.'],
    ['hết./.', './.', ''],
    ['hết', '.', '.'],
    ['hết.', '.', ''],
    ['gồm:', './.', ''],
    ['đang chờ...', './.', ''],
    ['', './.', ''],
  ])('%j with the mark %j wants %j more', (text, mark, missing) => {
    expect(missingEnd(text, mark)).toBe(missing)
  })
})

describe('the header block', () => {
  const headerOf = (changes: Partial<Letterhead>, layout = state): ComposedColumns => {
    const header = composeHeader({ ...stateReport, letterhead: letterhead(changes) }, layout, false)
    if (!header) throw new Error('no header')
    return header
  }
  const left = (header: ComposedColumns): readonly string[] =>
    header.rows[0]?.[0].map((line) => runsText(line.runs)) ?? []

  it('fills the text area exactly and leaves the national name on one line', () => {
    const header = headerOf({ issuingOrganization: 'Trung tâm Văn hoá, Thông tin và Truyền thông khu vực Sài Gòn' })
    expect(header.widths[0] + header.widths[1]).toBeCloseTo(textAreaWidth(state), 6)
    expect(header.widths[1]).toBeGreaterThan(95.7)
  })

  it('breaks a long name before the name of the place', () => {
    expect(
      left(headerOf({ parentOrganization: 'Uỷ ban nhân dân phường Hạ Long', issuingOrganization: 'Văn phòng' })),
    ).toEqual(['UỶ BAN NHÂN DÂN', 'PHƯỜNG HẠ LONG', 'VĂN PHÒNG'])
  })

  it('keeps the lines an officer typed', () => {
    expect(left(headerOf({ parentOrganization: 'Đảng uỷ\nxã Tân An', issuingOrganization: 'Văn phòng' }))).toEqual([
      'ĐẢNG UỶ',
      'XÃ TÂN AN',
      'VĂN PHÒNG',
    ])
  })

  it('breaks a long place and date before the date', () => {
    const header = headerOf({ issuePlace: 'Thành phố Hồ Chí Minh' })
    expect(runsText(header.rows[1]?.[1][0]?.runs ?? [])).toBe('Thành phố Hồ Chí Minh,\nngày 05 tháng 7 năm 2026')
  })
})

describe('a changed row', () => {
  const changed = (row: string, value: unknown) =>
    makeLayout({ ...state2020, rows: state2020.rows.map((one) => (one.row === row ? { ...one, value } : one)) })

  it('changes the Word document and the page alike, without any code', () => {
    const layout = changed('caption.fontSize', 17)
    expect(stylesXml(layout)).toMatch(/w:styleId="Caption".*?<w:sz w:val="34"\/>/)
    expect(layoutCss(layout)).toContain('.caption{font-size:17pt')
    expect(stylesXml(state)).not.toContain('w:val="34"')
  })

  it('changes words, patterns and prefixes', () => {
    expect(composeDocumentCode(stateReport.letterhead, changed('documentCode.pattern', 'N° {number}'))).toBe('N° 05')
    const layout = changed('nationalMotto.text', 'Ba từ')
    const header = composeHeader(stateReport, layout, false)
    expect(header?.rows[0]?.[1].map((line) => runsText(line.runs))).toContain('Ba từ')
  })
})

describe('any report', () => {
  it('is composed in any layout, with measures that fit the page', () => {
    fc.assert(
      fc.property(
        arbitraryReport,
        fc.constantFrom('party', 'state', 'portal'),
        fc.boolean(),
        (report, layout, isDraft) => {
          const composed = composeReport(report, { layout, isDraft })
          const width = textAreaWidth(composed.layout)
          const columns = composed.header?.widths ?? [width, 0]
          expect(columns[0] + columns[1]).toBeCloseTo(width, 6)
          for (const line of composed.titleLines) expect(line.ruleLength ?? 0).toBeLessThanOrEqual(width)
        },
      ),
    )
  })
})
