/** Reports whose exports `npm run check:docx` measures on rendered pages: short and long, plain and awkward. */
import { paragraph, section, text } from '../../src/core/report/make-report'
import type { LayoutId, Report } from '../../src/core/report/report'
import { newsAccount, partyReport, stateReport } from './sample-reports'

export interface LayoutCase {
  readonly name: string
  readonly report: Report
  readonly layout: LayoutId
  readonly isDraft: boolean
}

const short = [
  section('only', 'Kết quả', {
    blocks: [
      paragraph('p', [
        text(
          'Trong tháng, đơn vị đã hoàn thành các nhiệm vụ theo kế hoạch, trong đó có 03 hội nghị báo cáo viên và 02 đợt tuyên truyền lưu động tại các thôn, khu phố.',
        ),
      ]),
    ],
  }),
]

const finished = (name: string, report: Report): LayoutCase => ({ name, report, layout: report.layout, isDraft: false })

export const layoutCases: readonly LayoutCase[] = [
  finished('party-long', partyReport),
  finished('party-short', { ...partyReport, hasParts: false, sections: short }),
  finished('party-long-names', {
    ...partyReport,
    hasParts: false,
    letterhead: {
      ...partyReport.letterhead,
      parentOrganization: 'Đảng uỷ Uỷ ban nhân dân thành phố Hồ Chí Minh',
      issuingOrganization: 'Ban Tuyên giáo và Dân vận\nĐảng uỷ các cơ quan Đảng tỉnh Quảng Ninh',
      issuePlace: 'Thành phố Hồ Chí Minh',
    },
    signatureBlock: { authority: 'direct', authorityOf: '', signerPosition: 'Trưởng ban', signerName: 'Lê Văn Cường' },
  }),
  finished('party-no-parent', {
    ...partyReport,
    letterhead: { ...partyReport.letterhead, parentOrganization: '', issuingOrganization: 'Tỉnh uỷ Quảng Ninh' },
    signatureBlock: {
      authority: 'onBehalfOf',
      authorityOf: 'Ban Thường vụ',
      signerPosition: 'Phó Bí thư',
      signerName: 'Lê Văn Cường',
    },
  }),
  finished('state-long', stateReport),
  finished('state-short', { ...stateReport, addressees: [], recipients: ['Đảng uỷ xã'], sections: short }),
  finished('state-long-names', {
    ...stateReport,
    letterhead: {
      ...stateReport.letterhead,
      parentOrganization: 'Uỷ ban nhân dân\nthành phố Hồ Chí Minh',
      issuingOrganization: 'Trung tâm Văn hoá, Thông tin và Truyền thông khu vực Sài Gòn - Chợ Lớn',
      issuePlace: 'Thành phố Hồ Chí Minh',
    },
    addressees: ['Ban Tuyên giáo và Dân vận Thành uỷ', 'Uỷ ban nhân dân Thành phố'],
    legalBases: ['Căn cứ Kế hoạch số 12/KH-UBND ngày 10 tháng 01 năm 2026 của Uỷ ban nhân dân Thành phố'],
    signatureBlock: {
      authority: 'onBehalfOf',
      authorityOf: 'Uỷ ban nhân dân',
      signerPosition: 'Phó Chủ tịch Thường trực phụ trách văn hoá - xã hội',
      signerName: 'Lê Văn Cường',
    },
  }),
  finished('news', newsAccount),
  { name: 'party-draft', report: partyReport, layout: 'party', isDraft: true },
]
