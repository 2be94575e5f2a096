import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { runsText } from '../../src/core/official-layout/compose-line'
import { composeSignatureColumns } from '../../src/core/official-layout/compose-signature'
import { layoutFor } from '../../src/core/official-layout/layouts'
import { FORMAL_LAYOUTS, type FormalReport } from '../../src/core/report/report'
import { FormalFoot } from '../../src/renderer/screens/writing/formal-foot'
import { PageAccess } from '../../src/renderer/screens/writing/page-field'
import { formalReport } from '../support/formal-report'

/** The lines of the foot as they stand on the page, without the name: that is typed where it stands. */
function shownLines(report: FormalReport): string {
  const foot = createElement(FormalFoot, { report, layout: layoutFor(report.layout), onChange: () => undefined })
  const html = renderToStaticMarkup(createElement(PageAccess, { value: { isReadOnly: true } }, foot))
  return html
    .replace(/<input[^>]*>/g, '')
    .replace(/<[^>]+>/g, '\n')
    .replace(/\n+/g, '\n')
    .trim()
    .toUpperCase()
}

function printedLines(report: FormalReport): string {
  const lines = composeSignatureColumns(report, layoutFor(report.layout))?.rows.flat(2) ?? []
  return lines
    .filter(({ element }) => element !== 'signerName')
    .map(({ runs }) => runsText(runs))
    .join('\n')
    .toUpperCase()
}

const given = formalReport({
  addressees: ['Ban Thường vụ'],
  recipients: ['Đảng uỷ xã', '- Các ban;'],
  filingNote: 'Lưu: VT',
  signatureBlock: { authority: 'forSuperior', authorityOf: 'Trưởng ban', signerPosition: 'Phó', signerName: 'A' },
})

describe.each(FORMAL_LAYOUTS)('the foot of the page in the %s layout', (layout) => {
  const cases: readonly (readonly [name: string, parts: Partial<FormalReport>])[] = [
    ['with everything filled', {}],
    ['without a filing note', { filingNote: '' }],
    ['with nobody addressed', { addressees: [] }],
    ['for who signs directly', { signatureBlock: { ...given.signatureBlock, authority: 'direct' } }],
    ['for an acting head', { signatureBlock: { ...given.signatureBlock, authority: 'acting', authorityOf: '' } }],
    ['with the superior open', { signatureBlock: { ...given.signatureBlock, authorityOf: '' } }],
  ]
  it.each(cases)('reads as it is printed %s', (_name, parts) => {
    const report = { ...given, layout, ...parts }
    const shown = shownLines(report)
    expect(parts.filingNote === '' ? shown.replace(/\n- LƯU:? \[CẦN BỔ SUNG\]/, '') : shown).toBe(printedLines(report))
  })

  it('says who is addressed before anybody is named', () => {
    const report = { ...given, layout, recipients: [] }
    expect(shownLines(report).includes('- NHƯ TRÊN;')).toBe(printedLines(report).includes('NHƯ TRÊN'))
  })
})
