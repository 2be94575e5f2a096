import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serializeReport } from '../../src/core/report/report-file'
import { readReportFile } from '../../src/services/import-document'
import { cli } from '../support/cli'
import { anyList, listWithOneLike, textWith } from '../support/matchers'

const NEWS = `Sơ kết công tác tuyên giáo quý III/2026
05/10/2026
Sáng ngày 05/10, Ban Tuyên giáo và Dân vận Tỉnh ủy tổ chức Hội nghị sơ kết công tác quý III/2026, triển khai nhiệm vụ quý IV/2026.
Trong quý III, toàn ngành đã tổ chức 12 hội nghị báo cáo viên với 1.250 lượt người dự; công tác tuyên truyền được đẩy mạnh.
Bên cạnh những kết quả đạt được, vẫn còn một số hạn chế: việc nắm dư luận xã hội ở cơ sở có lúc chưa kịp thời.
Trong quý IV/2026, ngành tập trung thực hiện các nhiệm vụ trọng tâm sau: tuyên truyền kết quả đại hội; bồi dưỡng lý luận chính trị.
`

describe('the command line', () => {
  let folder = ''
  const at = (name: string) => join(folder, name)
  const json = async (argv: readonly string[]) => {
    const ran = await cli([...argv, '--json'])
    return { ...ran, said: JSON.parse(ran.out) as unknown }
  }
  const reportIn = async (name: string) => {
    const report = readReportFile(await readFile(at(name)), name)
    if (!report.ok) throw new Error(report.error.code)
    return report.value
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tong-ket-cli-'))
    await writeFile(at('bài 1.txt'), NEWS)
    await writeFile(at('bài 2.txt'), NEWS.replaceAll('III', 'I').replaceAll('IV', 'II').replace('12 hội', '9 hội'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  it('segments documents into a list, one file of labels each', async () => {
    const { exit, said, err } = await json(['segment', at('bài 1.txt'), at('bài 2.txt'), '--out', at('nhãn')])
    expect({ exit, err }).toEqual({ exit: 0, err: '' })
    expect(said).toMatchObject([{ file: 'bài 1.txt', genre: 'news' }, { file: 'bài 2.txt' }])
    expect((await readdir(at('nhãn'))).sort()).toEqual(['bài 1.pred.json', 'bài 2.pred.json'])
    const written: unknown = JSON.parse(await readFile(at('nhãn/bài 1.pred.json'), 'utf8'))
    expect([written]).toEqual((said as readonly unknown[]).slice(0, 1))
  })

  it('segments the files it can read and names the one it cannot', async () => {
    const { exit, said, err } = await json(['segment', at('không có.txt'), at('bài 1.txt')])
    expect(exit).toBe(1)
    expect(said).toMatchObject([{ file: 'bài 1.txt' }])
    expect(err).toMatch(/^file\.notFound: .*không có\.txt/)
  })

  it('learns a template, makes a report from it and exports that as Word and HTML', async () => {
    const learned = await json([
      'learn',
      at('bài 1.txt'),
      at('bài 2.txt'),
      '--name',
      'Mẫu hội nghị',
      '--out',
      at('mẫu.json'),
    ])
    expect(learned).toMatchObject({
      exit: 0,
      said: { ok: true, template: { name: 'Mẫu hội nghị', kind: 'newsAccount' } },
    })

    const made = await json([
      'new',
      '--template',
      at('mẫu.json'),
      '--out',
      at('bài.tongket'),
      '--period',
      'quý II/2026',
    ])
    expect(made).toMatchObject({
      exit: 0,
      said: { ok: true, layout: 'portal', period: { kind: 'quarter', quarter: 2 } },
    })

    expect(await cli(['export', at('bài.tongket'), '--to', 'docx', '--draft', '--out', at('bài.docx')])).toMatchObject({
      exit: 0,
      err: '',
    })
    expect(await cli(['export', at('bài.tongket'), '--to', 'html', '--draft', '--out', at('bài.html')])).toMatchObject({
      exit: 0,
      err: '',
    })
    expect((await readFile(at('bài.docx'))).subarray(0, 2).toString()).toBe('PK')
    expect(await readFile(at('bài.html'), 'utf8')).toContain('lang="vi')
  })

  it('lists the templates it brings', async () => {
    const { exit, said } = await json(['templates'])
    expect(exit).toBe(0)
    expect(said).toMatchObject({
      templates: listWithOneLike({ id: 'report-year', origin: 'builtIn' }),
    })
  })

  it('fills slots, takes the period and the layout, and leaves the rest open', async () => {
    const made = await json([
      'new',
      '--template',
      'report-half-year',
      '--out',
      at('nửa năm.tongket'),
      '--layout',
      'state',
      '--period',
      '6 tháng đầu năm 2026',
      '--set',
      'linh-vuc-cong-tac=khoa giáo',
    ])
    expect(made).toMatchObject({
      exit: 0,
      said: { layout: 'state', period: { kind: 'halfYear', half: 1, year: 2026 } },
    })
    const report = await reportIn('nửa năm.tongket')
    expect(report.slots.find(({ id }) => id === 'linh-vuc-cong-tac')?.value).toBe('khoa giáo')
    expect(report.slots.find(({ type }) => type === 'nextPeriod')?.value).toBe('6 tháng cuối năm 2026')
    expect(report.slots.some(({ value }) => value === undefined)).toBe(true)
  })

  it('sets the letterhead, the signature and the recipients, and refuses a date that is none', async () => {
    const set = (...fields: readonly string[]) => fields.flatMap((field) => ['--set', `the-thuc.${field}`])
    const made = await cli([
      'new',
      '--template',
      'report-half-year',
      '--out',
      at('đủ.tongket'),
      ...set('co-quan-ban-hanh=BAN TUYÊN GIÁO / VÀ DÂN VẬN', 'so=7', 'ngay=05/7/2026', 'tham-quyen=K/T TRƯỞNG BAN'),
      ...set('noi-nhan=Thường trực Tỉnh uỷ; Các ban đảng', 'nguoi-ky=Lê Văn An'),
    ])
    expect(made.err).toBe('')
    expect(await reportIn('đủ.tongket')).toMatchObject({
      letterhead: {
        issuingOrganization: 'BAN TUYÊN GIÁO\nVÀ DÂN VẬN',
        documentNumber: '7',
        issueDate: { day: 5, month: 7, year: 2026 },
      },
      signatureBlock: { authority: 'forSuperior', authorityOf: 'TRƯỞNG BAN', signerName: 'Lê Văn An' },
      recipients: ['Thường trực Tỉnh uỷ', 'Các ban đảng'],
    })
    const refused = await cli([
      'new',
      '--template',
      'report-half-year',
      '--out',
      at('sai.tongket'),
      ...set('ngay=31/2/2026'),
    ])
    expect(refused).toMatchObject({ exit: 1, out: '' })
    expect(refused.err).toMatch(/^slot\.unknown: .*31\/2\/2026/)
  })

  it('takes the period under way where none is given', async () => {
    expect((await json(['new', '--template', 'report-quarter', '--out', at('quý.tongket')])).said).toMatchObject({
      period: { kind: 'quarter', quarter: 4, year: 2026 },
    })
  })

  it('exports a formal report in both layouts, as a draft while findings are open', async () => {
    await cli(['new', '--template', 'report-year', '--out', at('năm.tongket')])
    for (const layout of ['party', 'state']) {
      const out = at(`năm-${layout}.docx`)
      expect(
        await json(['export', at('năm.tongket'), '--to', 'docx', '--layout', layout, '--draft', '--out', out]),
      ).toMatchObject({
        exit: 0,
        said: { ok: true, to: 'docx', layout },
      })
    }
  })

  it('checks a report: findings, the layout, exit 1 while one is an error', async () => {
    await cli(['new', '--template', 'report-year', '--out', at('soát.tongket')])
    const { exit, said } = await json(['check', at('soát.tongket')])
    expect(said).toMatchObject({
      layout: 'party',
      findings: listWithOneLike({ severity: 'error' }),
    })
    expect(exit).toBe(1)
    expect((await cli(['check', at('soát.tongket')])).out).toMatch(/^(LỖI|CẢNH BÁO|GỢI Ý) /)
  })

  it('imports a document as a report and shows what came over', async () => {
    const { exit, said } = await json(['import', at('bài 1.txt'), '--out', at('nhập.tongket')])
    expect(exit).toBe(0)
    expect(said).toMatchObject({
      ok: true,
      html: textWith('12 hội nghị báo cáo viên'),
      warnings: anyList(),
    })
    expect((await reportIn('nhập.tongket')).kind).toBe('newsAccount')
  })

  it('says once, and in full, which lines of a page an import leaves out', async () => {
    await writeFile(at('trang.txt'), `Trang chủ\n${NEWS}Số lượt xem: 125\n`)
    const { said } = await json(['import', at('trang.txt'), '--out', at('trang.tongket')])
    const { warnings } = said as { readonly warnings: readonly { readonly code: string; readonly data?: object }[] }
    const told = warnings.filter(({ code }) => /clutter/i.test(code))
    expect(told).toMatchObject([{ code: 'import.clutterLeftOut', data: { text: textWith('Số lượt xem: 125') } }])
  })

  it('imports an exchange file as a copy with an id of its own', async () => {
    await cli(['new', '--template', 'report-year', '--out', at('gốc.tongket')])
    await cli(['import', at('gốc.tongket'), '--out', at('bản sao.tongket')], { ids: { next: () => 'COPY1' } })
    const [original, copy] = [await reportIn('gốc.tongket'), await reportIn('bản sao.tongket')]
    expect({ ...copy, id: original.id }).toEqual(original)
    expect(copy.id).toBe('COPY1')
  })

  it('reads the JSON of a report as editors save it: byte order mark, blank lines before it', async () => {
    await cli(['new', '--template', 'report-year', '--out', at('gốc.tongket')])
    const json = serializeReport(await reportIn('gốc.tongket'))
    for (const before of ['', '\uFEFF', '\n  ', '\uFEFF\r\n']) {
      await writeFile(at('sửa tay.json'), before + json)
      expect(await cli(['import', at('sửa tay.json'), '--out', at('lại.tongket')])).toMatchObject({ exit: 0, err: '' })
    }
  })

  it('replaces an output that is there already', async () => {
    await writeFile(at('cũ.tongket'), 'bản cũ')
    expect(await cli(['new', '--template', 'report-month', '--out', at('cũ.tongket')])).toMatchObject({ exit: 0 })
    expect((await reportIn('cũ.tongket')).reportingPeriod.kind).toBe('month')
  })
})
