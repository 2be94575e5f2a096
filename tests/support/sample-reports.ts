/** Reports of our own invention for the writers' tests: a long Party report and a State report to a superior. */
import {
  EMPTY_LETTERHEAD,
  list,
  paragraph,
  section,
  slotMention,
  table,
  tableCell,
  text,
} from '../../src/core/report/make-report'
import type { FormalReport, NewsAccount, Section } from '../../src/core/report/report'

const filler = (subject: string, sentences: number): string =>
  Array.from(
    { length: sentences },
    (_, index) =>
      `Công tác ${subject} trong kỳ được triển khai theo đúng kế hoạch đã ban hành, bám sát cơ sở và gắn với nhiệm vụ chính trị của địa phương; lần kiểm tra thứ ${index + 1} ghi nhận tiến độ bảo đảm, chất lượng các buổi sinh hoạt được nâng lên và ý kiến của Nhân dân được tiếp thu kịp thời.`,
  ).join(' ')

const fields = ['tuyên truyền', 'lý luận chính trị', 'khoa giáo', 'văn hoá, văn nghệ', 'dân vận', 'dư luận xã hội']

function resultSections(prefix: string, sentences: number): readonly Section[] {
  return fields.map((name, index) =>
    section(`${prefix}${index}`, `Công tác ${name}`, {
      blocks: [
        paragraph(`${prefix}${index}p`, [text(filler(name, sentences))]),
        paragraph(`${prefix}${index}q`, [text(filler(`${name} ở cơ sở`, 2))]),
      ],
    }),
  )
}

const figures = table('figures', 1, [
  ['TT', 'Nội dung', 'Kế hoạch', 'Kết quả'].map((cell) => tableCell([text(cell)])),
  ['1', 'Hội nghị báo cáo viên', '12', '13'].map((cell) => tableCell([text(cell)])),
  ['2', 'Lớp bồi dưỡng lý luận chính trị', '40', '42'].map((cell) => tableCell([text(cell)])),
  ['3', 'Mô hình dân vận khéo', '250', '268'].map((cell) => tableCell([text(cell)])),
])

export const partyReport: FormalReport = {
  schemaVersion: 1,
  kind: 'formalReport',
  layout: 'party',
  id: 'party-sample',
  reportingPeriod: { kind: 'halfYear', half: 1, year: 2026 },
  createdAt: '2026-07-05T08:00:00+07:00',
  slots: [
    { id: 'so-hoi-nghi', type: 'quantity', label: 'số hội nghị', value: '13' },
    { id: 'ty-le', type: 'ratio', label: 'tỷ lệ đảng viên học tập' },
  ],
  letterhead: {
    ...EMPTY_LETTERHEAD,
    parentOrganization: 'Tỉnh uỷ Quảng Ninh',
    issuingOrganization: 'Ban Tuyên giáo và Dân vận',
    documentNumber: '45',
    documentSymbol: { type: 'BC', organization: 'BTGDVTU' },
    issuePlace: 'Quảng Ninh',
    issueDate: { day: 5, month: 7, year: 2026 },
  },
  documentType: 'Báo cáo',
  subject: [
    text(
      'sơ kết công tác tuyên giáo và dân vận 6 tháng đầu năm 2026; phương hướng, nhiệm vụ trọng tâm 6 tháng cuối năm 2026',
    ),
  ],
  addressees: [],
  legalBases: [],
  hasParts: true,
  sections: [
    section('opening', 'Mở đầu', {
      isHeadingPrinted: false,
      blocks: [
        paragraph('o1', [
          text(
            'Thực hiện chương trình công tác năm 2026, Ban Tuyên giáo và Dân vận Tỉnh uỷ báo cáo kết quả công tác 6 tháng đầu năm và nhiệm vụ trọng tâm 6 tháng cuối năm như sau:',
          ),
        ]),
      ],
    }),
    section('results', 'Kết quả công tác 6 tháng đầu năm 2026', {
      sections: [
        section('situation', 'Đặc điểm tình hình', {
          blocks: [paragraph('s1', [text(filler('nắm tình hình', 3))])],
        }),
        section('achieved', 'Kết quả đạt được', {
          sections: [
            ...resultSections('r', 3),
            section('numbers', 'Một số chỉ tiêu', {
              blocks: [
                paragraph('n1', [
                  text('Trong kỳ đã tổ chức '),
                  slotMention('so-hoi-nghi'),
                  text(
                    ' hội nghị báo cáo viên; các chỉ tiêu chính thể hiện trong bảng dưới đây, so với kế hoạch giao đầu năm đều đạt và vượt.',
                  ),
                ]),
                figures,
                list('l1', 'dash', [
                  [text('Có 13 hội nghị báo cáo viên, đạt 108,3% kế hoạch;')],
                  [text('Có 42 lớp bồi dưỡng với '), text('6.120 lượt', ['bold']), text(' học viên;')],
                ]),
              ],
            }),
          ],
        }),
        section('shortcomings', 'Hạn chế, nguyên nhân', {
          sections: [
            section('limits', 'Hạn chế', { blocks: [paragraph('h1', [text(filler('tham mưu', 3))])] }),
            section('causes', 'Nguyên nhân', {
              sections: [
                section('objective', 'Nguyên nhân khách quan', {
                  blocks: [paragraph('c1', [text(filler('cơ sở', 2))])],
                }),
                section('subjective', 'Nguyên nhân chủ quan', {
                  blocks: [paragraph('c2', [text(filler('phối hợp', 2))])],
                }),
              ],
            }),
          ],
        }),
      ],
    }),
    section('tasks', 'Phương hướng, nhiệm vụ 6 tháng cuối năm 2026', {
      sections: [
        section('t1', 'Nhiệm vụ trọng tâm', {
          blocks: [
            list('l2', 'number', [
              [text(`Tiếp tục tham mưu. ${filler('tham mưu', 1)}`)],
              [text(`Đổi mới tuyên truyền. ${filler('tuyên truyền', 1)}`)],
            ]),
          ],
        }),
        section('t2', 'Kiến nghị, đề xuất', {
          blocks: [paragraph('k1', [text(filler('kiến nghị, đề xuất', 2))])],
        }),
      ],
    }),
  ],
  signatureBlock: {
    authority: 'forSuperior',
    authorityOf: 'Trưởng ban',
    signerPosition: 'Phó Trưởng ban',
    signerName: 'Nguyễn Thị Hường',
  },
  recipients: ['Ban Tuyên giáo và Dân vận Trung ương', 'Thường trực Tỉnh uỷ (để báo cáo)'],
  filingNote: 'Văn phòng Ban',
}

export const stateReport: FormalReport = {
  ...partyReport,
  layout: 'state',
  id: 'state-sample',
  letterhead: {
    parentOrganization: 'Uỷ ban nhân dân xã Tân An',
    issuingOrganization: 'Phòng Văn hoá - Xã hội',
    documentNumber: '5',
    documentSymbol: { type: 'BC', organization: 'VHXH' },
    issuePlace: 'Tân An',
    issueDate: { day: 5, month: 2, year: 2026 },
  },
  subject: [text('Kết quả công tác văn hoá, xã hội 6 tháng đầu năm và nhiệm vụ 6 tháng cuối năm 2026')],
  addressees: ['Uỷ ban nhân dân xã Tân An'],
  legalBases: [],
  hasParts: false,
  sections: [
    section('opening', 'Mở đầu', {
      isHeadingPrinted: false,
      blocks: [paragraph('o1', [text(filler('văn hoá, xã hội', 1))])],
    }),
    section('results', 'Kết quả đạt được', { sections: resultSections('r', 2) }),
    section('tasks', 'Phương hướng, nhiệm vụ', {
      blocks: [
        list('l3', 'point', [[text('Tổ chức Ngày hội Đại đoàn kết;')], [text('Rà soát hộ nghèo, hộ cận nghèo.')]]),
        figures,
        paragraph('end', [
          text('Trên đây là báo cáo của Phòng Văn hoá - Xã hội, kính trình Uỷ ban nhân dân xã xem xét, chỉ đạo.'),
        ]),
      ],
    }),
  ],
  signatureBlock: {
    authority: 'direct',
    authorityOf: '',
    signerPosition: 'Trưởng phòng',
    signerName: 'Trần Văn Bình',
  },
  recipients: ['Như trên', 'Đảng uỷ xã (để báo cáo)'],
  filingNote: 'VT, VHXH (05)',
}

export const newsAccount: NewsAccount = {
  schemaVersion: 1,
  kind: 'newsAccount',
  layout: 'portal',
  id: 'news-sample',
  reportingPeriod: { kind: 'halfYear', half: 1, year: 2026 },
  createdAt: '2026-07-22T15:30:00+07:00',
  slots: [],
  headline: [text('Hội nghị sơ kết công tác tuyên giáo và dân vận 6 tháng đầu năm 2026')],
  publishedAt: '22/7/2026 15:30',
  byline: 'Lan Anh',
  sections: [
    section('lead', 'Mở đầu', {
      isHeadingPrinted: false,
      blocks: [paragraph('n1', [text('Sáng 22/7, xã Tân An sơ kết công tác tuyên giáo và dân vận 6 tháng đầu năm.')])],
    }),
    section('results', 'Kết quả', {
      isHeadingPrinted: false,
      blocks: [
        paragraph('n2', [text(filler('tuyên giáo', 2))]),
        { ...paragraph('n3', [text('Quang cảnh hội nghị.')]), style: 'caption' },
      ],
    }),
  ],
}
