import { describe, expect, it } from 'vitest'
import { text, slotMention } from '../../../src/core/report/make-report'
import type { ReportingPeriod } from '../../../src/core/reporting-period'
import { DEFAULT_SETTINGS, type OrganizationProfile } from '../../../src/core/settings/settings'
import { applyTemplate, type TemplateAnswers } from '../../../src/core/template/apply-template'
import { patternSlots, patternToInlines } from '../../../src/core/template/pattern'
import type { Template, TemplateSection } from '../../../src/core/template/template'
import { countingIds } from '../../support/identities'

const part = (id: string, parts: Partial<TemplateSection> = {}): TemplateSection => ({
  id,
  heading: id,
  isHeadingPrinted: true,
  isRequired: false,
  otherPositions: [],
  cues: [],
  openers: [],
  boilerplate: [],
  mentions: [],
  usualFigures: [],
  guidance: '',
  phrases: [],
  starter: [],
  sections: [],
  ...parts,
})

const template: Template = {
  schemaVersion: 2,
  id: 'mau',
  name: 'Mẫu',
  description: '',
  kind: 'formalReport',
  layouts: ['party', 'state'],
  periodKinds: ['halfYear'],
  hasParts: true,
  documentType: 'BÁO CÁO',
  title: 'sơ kết {ky}; nhiệm vụ {ky-tiep-theo} tại {noi}',
  slots: [
    { id: 'ky', type: 'period', label: 'kỳ' },
    { id: 'ky-tiep-theo', type: 'nextPeriod', label: 'kỳ sau' },
    { id: 'noi', type: 'place', label: 'nơi' },
    { id: 'linh-vuc', type: 'text', label: 'lĩnh vực', value: 'tuyên giáo' },
  ],
  sections: [
    part('mo-dau', { starter: ['Trong {ky}, {khong-co} như sau:'], guidance: 'Một câu.', role: 'lead' }),
    part('ket-qua', { sections: [part('tham-muu', { field: 'advising', isRequired: true })] }),
  ],
  origin: { kind: 'builtIn' },
}

const period: ReportingPeriod = { kind: 'halfYear', half: 1, year: 2026 }
const organization: OrganizationProfile = {
  ...DEFAULT_SETTINGS.organization,
  issuingOrganization: 'BAN TUYÊN GIÁO VÀ DÂN VẬN',
  documentSymbol: 'BTGDVTU',
  signatureBlock: {
    authority: 'forSuperior',
    authorityOf: 'TRƯỞNG BAN',
    signerPosition: 'PHÓ TRƯỞNG BAN',
    signerName: '',
  },
}

const apply = (answers: Partial<TemplateAnswers> = {}, from: Template = template) =>
  applyTemplate(
    from,
    { layout: 'state', period, organization, slotValues: new Map(), now: '2026-06-20T08:00:00+07:00', ...answers },
    countingIds(),
  )

describe('applyTemplate', () => {
  it('fills what the period and the settings know and leaves the rest open', () => {
    const report = apply()
    if (report.kind !== 'formalReport') throw new Error('wrong kind')
    expect(report.slots.map((slot) => slot.value)).toEqual([
      '6 tháng đầu năm 2026',
      '6 tháng cuối năm 2026',
      undefined,
      'tuyên giáo',
    ])
    expect(report.letterhead).toEqual({
      parentOrganization: '',
      issuingOrganization: 'BAN TUYÊN GIÁO VÀ DÂN VẬN',
      documentNumber: '',
      documentSymbol: { type: 'BC', organization: 'BTGDVTU' },
      issuePlace: '',
      issueDate: { year: 2026 },
    })
    expect(report.signatureBlock.signerName).toBe('')
    expect(report.hasParts).toBe(true)
    expect(report.layout).toBe('state')
  })

  it("lets the officer's answer win over the period and the template", () => {
    const slotValues = new Map([
      ['ky', '5 tháng đầu năm 2026'],
      ['linh-vuc', 'hoà giải'.normalize('NFD')],
    ])
    const values = apply({ slotValues }).slots.map((slot) => slot.value)
    expect(values[0]).toBe('5 tháng đầu năm 2026')
    expect(values[3]).toBe('hoà giải')
  })

  it('remembers for each section where it came from and what is advised', () => {
    const [lead, results] = apply().sections
    expect(lead).toMatchObject({ templateSectionId: 'mo-dau', role: 'lead', guidance: 'Một câu.' })
    expect(lead?.blocks).toMatchObject([
      { type: 'paragraph', content: [text('Trong '), slotMention('ky'), text(', {khong-co} như sau:')] },
    ])
    expect(results?.guidance).toBeUndefined()
    expect(results?.sections).toMatchObject([{ templateSectionId: 'tham-muu', field: 'advising', isRequired: true }])
  })

  it('makes a news account without letterhead from a news template', () => {
    const report = apply({}, { ...template, kind: 'newsAccount', layouts: [] })
    expect(report).toMatchObject({ kind: 'newsAccount', layout: 'portal', publishedAt: '', byline: '' })
    expect(report).not.toHaveProperty('letterhead')
  })
})

describe('patterns', () => {
  const ids = new Set(['ky', 'tỷ-lệ'])

  it('mention slots by their id, also side by side and with Vietnamese letters', () => {
    expect(patternToInlines('{ky}{tỷ-lệ}!', ids)).toEqual([slotMention('ky'), slotMention('tỷ-lệ'), text('!')])
    expect(patternSlots('{ky} và {tỷ-lệ}')).toEqual(['ky', 'tỷ-lệ'])
  })

  it('keep braces that mention nothing', () => {
    for (const pattern of ['{}', '{ ky }', '{la}', '{ky', 'ky}', '{{ky']) {
      expect(patternToInlines(pattern, ids)).toEqual([text(pattern)])
    }
  })
})
