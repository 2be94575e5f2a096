import { describe, expect, it } from 'vitest'
import { channels, type Channel } from '../../src/contract/channels'
import { createDispatcher } from '../../src/contract/dispatch'
import type { Services } from '../../src/contract/services'
import { DEFAULT_SETTINGS } from '../../src/core/settings/settings'
import { sealEnvelope } from '../../src/services/envelope'
import { writeExchangeFile } from '../../src/services/export-report'
import { nodeCodec } from '../../src/services/node/node-codec'
import { createMemoryFs } from '../support/memory-fs'
import { listWithOneLike } from '../support/matchers'
import { serviceWorld } from '../support/service-ports'
import { bodyOf, storedReport } from '../support/stored-report'

const NEWS = `Sơ kết công tác tuyên giáo quý III/2026
05/10/2026
Sáng ngày 05/10, Ban Tuyên giáo và Dân vận Tỉnh ủy tổ chức Hội nghị sơ kết công tác quý III/2026.
Trong quý III, toàn ngành đã tổ chức 12 hội nghị báo cáo viên với 1.250 lượt người dự.
Bên cạnh những kết quả đạt được, vẫn còn một số hạn chế trong nắm dư luận xã hội.
`

/** The value of an answer that must be good, checked against the table of calls. */
async function good<C extends Channel>(services: Services, channel: C, input: Parameters<Services[C]>[0]) {
  const dispatch = createDispatcher(services, (_where, cause) => {
    throw cause
  })
  const answer = await dispatch(channel, input)
  if (!answer.ok) throw new Error(JSON.stringify(answer.error))
  return channels[channel].output.parse(JSON.parse(JSON.stringify(answer.value))) as Extract<
    Awaited<ReturnType<Services[C]>>,
    { ok: true }
  >['value']
}

const period = { kind: 'halfYear', half: 1, year: 2026 } as const

describe('the services', () => {
  it('carry a report from template to file', async () => {
    const { services, delivered } = serviceWorld()
    const { templates } = await good(services, 'template.list', {})
    expect(templates.map(({ id }) => id)).toContain('report-half-year')

    const { id } = await good(services, 'report.create', { templateId: 'report-half-year', layout: 'party', period })
    const opened = await good(services, 'report.open', { id })
    expect(opened).toMatchObject({ seq: 1, access: 'write', notices: [] })
    const saved = await good(services, 'report.save', { report: opened.report, baseSeq: 1 })
    expect(saved.seq).toBe(2)
    expect((await good(services, 'report.list', {})).reports).toMatchObject([
      { id, layout: 'party', savedAt: saved.savedAt },
    ])

    const { findings, layout } = await good(services, 'report.check', { id })
    expect(layout).toBe('party')
    expect(findings.some(({ severity }) => severity === 'error')).toBe(true)
    expect(await services['report.export']({ id, to: 'docx', isDraft: false })).toMatchObject({
      error: { code: 'report.hasErrors' },
    })
    for (const to of ['docx', 'html', 'tongket'] as const)
      expect(await good(services, 'report.export', { id, to, isDraft: to !== 'tongket' })).toMatchObject({
        kind: 'download',
      })
    expect(delivered.map(({ name }) => name.split('.').at(-1))).toEqual(['docx', 'html', 'tongket'])
    expect(await good(services, 'report.close', { id })).toEqual({})
  })

  it('carry samples to a template, and the template to a report', async () => {
    const { services, upload } = serviceWorld()
    const sample = await good(services, 'sample.segment', { file: upload('bài.txt', NEWS) })
    expect(sample.sha256).toMatch(/^[0-9a-f]{64}$/)
    const { template } = await good(services, 'template.learn', { samples: [sample], name: 'Mẫu mới' })
    const summary = await good(services, 'template.save', { template })
    expect(summary).toMatchObject({ name: 'Mẫu mới', origin: 'learned', sampleCount: 1, canExtend: true })
    expect((await good(services, 'template.list', {})).templates).toEqual(listWithOneLike({ id: summary.id }))
    expect(await good(services, 'template.read', { id: summary.id })).toEqual(template)
    const { id } = await good(services, 'report.create', { templateId: summary.id, layout: 'party', period })
    expect((await good(services, 'report.open', { id })).report).toMatchObject({
      kind: 'newsAccount',
      layout: 'portal',
    })
  })

  it('learn a saved template again with another sample, and save nothing by that', async () => {
    const { services, upload } = serviceWorld()
    const first = await good(services, 'sample.segment', { file: upload('bài.txt', NEWS) })
    const other = NEWS.replaceAll('quý III', 'quý I').replace('12 hội nghị', '7 lớp tập huấn, 3 buổi nói chuyện')
    const second = await good(services, 'sample.segment', {
      file: upload('bài khác.txt', other.replaceAll('05', '08')),
    })
    const { template } = await good(services, 'template.learn', { samples: [first], name: 'Mẫu' })
    const { id } = await good(services, 'template.save', { template })
    const extended = await good(services, 'template.extend', { template: { ...template, id }, samples: [second] })
    expect(extended.template).toMatchObject({
      id,
      origin: { samples: [{ name: 'bài.txt' }, { name: 'bài khác.txt' }] },
    })
    expect(extended.template.sections[0]?.seenIn).toMatchObject({ count: 2, of: 2 })
    expect(await good(services, 'template.read', { id })).toEqual(template)
    const builtIn = await good(services, 'template.read', { id: 'report-year' })
    const { templates } = await good(services, 'template.list', {})
    expect(templates.filter(({ canExtend }) => canExtend).map((summary) => summary.id)).toEqual([id])
    expect(await services['template.extend']({ template: builtIn, samples: [second] })).toMatchObject({
      error: { code: 'learn.cannotExtend' },
    })
  })

  it('read a sample again with the letters of its old encoding left alone', async () => {
    const { services, upload } = serviceWorld()
    const file = upload('cu.txt', 'coâng taùc')
    const textsOf = async (legacyText?: 'keep' | 'vni') =>
      (await good(services, 'sample.segment', { file, ...(legacyText ? { legacyText } : {}) })).paragraphs.map(
        ({ text }) => text,
      )
    expect(await textsOf('vni')).toEqual(['công tác'])
    expect(await textsOf('keep')).toEqual(['coâng taùc'])
  })

  it('save a changed built-in template as one of the officer’s own', async () => {
    const { services } = serviceWorld()
    const builtIn = await good(services, 'template.read', { id: 'report-year' })
    const saved = await good(services, 'template.save', { template: { ...builtIn, name: 'Của tôi' } })
    expect(saved).toMatchObject({ name: 'Của tôi', origin: 'officer' })
    expect(saved.id).not.toBe('report-year')
    expect((await good(services, 'template.read', { id: 'report-year' })).name).toBe(builtIn.name)
  })

  it('import an exchange file as a copy and a document as a new report', async () => {
    const { services, upload } = serviceWorld()
    const file = upload('báo cáo.tongket', writeExchangeFile(storedReport('GOC', 'nguyên văn')))
    const first = await good(services, 'report.import', { file })
    const second = await good(services, 'report.import', { file })
    expect(first.id).not.toBe(second.id)
    expect(bodyOf((await good(services, 'report.open', { id: first.id })).report)).toBe('nguyên văn')
    const { id } = await good(services, 'report.import', { file: upload('bài.txt', NEWS) })
    expect((await good(services, 'report.open', { id })).report.kind).toBe('newsAccount')
  })

  it('hand out no report of a newer version', async () => {
    const fs = createMemoryFs()
    const { services } = serviceWorld({}, fs)
    const { id } = await good(services, 'report.create', { templateId: 'report-year', layout: 'party', period })
    const newer = JSON.stringify({ ...storedReport(id, 'mới'), schemaVersion: 3, extra: 1 })
    const header = {
      kind: 'report',
      id,
      schemaVersion: 3,
      appVersion: '9',
      seq: 2,
      savedAt: '',
      generation: 0,
    } as const
    fs.overwrite(`/data/reports/${id}/head.json`, () => sealEnvelope(header, newer, nodeCodec))
    expect(await services['report.export']({ id, to: 'tongket', isDraft: true })).toMatchObject({
      error: { code: 'report.tooNew', fileVersion: 3 },
    })
  })

  it('answer what cannot be done with its code', async () => {
    const { services, upload } = serviceWorld()
    const gone = { id: 'nobody', name: 'bài.txt', size: 1 }
    const { id } = await good(services, 'report.create', { templateId: 'report-year', layout: 'party', period })
    const answers = [
      [services['sample.segment']({ file: gone }), 'file.gone'],
      [services['report.import']({ file: gone }), 'file.gone'],
      [services['report.import']({ file: upload('x.tongket', 'không phải') }), 'report.damaged'],
      [services['template.read']({ id: '../settings' }), 'template.notFound'],
      [services['template.learn']({ samples: [], name: 'M' }), 'learn.noSamples'],
      [services['report.create']({ templateId: 'không có', layout: 'party', period }), 'template.notFound'],
      [services['report.open']({ id: 'NONE' }), 'report.notFound'],
      [services['report.check']({ id: 'NONE' }), 'report.notFound'],
      [services['report.export']({ id, to: 'docx', layout: 'portal', isDraft: true }), 'report.layoutNotForKind'],
      [services['file.choose']({ purpose: 'report' }), 'capability.absent'],
    ] as const
    for (const [answer, code] of answers) expect(await answer).toMatchObject({ ok: false, error: { code } })
  })

  it('pass on that the officer thought better of it', async () => {
    const host = { kind: 'electron', appVersion: '1', hasFileDialogs: true, hasNativeMenu: true } as const
    const { services } = serviceWorld({ host })
    expect(await services['file.choose']({ purpose: 'samples' })).toEqual({ ok: false, error: { code: 'cancelled' } })
  })

  it('describe the host with what was found at its start', async () => {
    const startNotices = [{ code: 'settings.previousCopy', severity: 'warning' }] as const
    const { services } = serviceWorld({ startNotices })
    expect(await good(services, 'host.describe', {})).toMatchObject({ kind: 'browser', startNotices })
  })

  it('keep a window’s text beside the report on the disk, which stays as it is', async () => {
    const { services } = serviceWorld()
    const { id } = await good(services, 'report.create', { templateId: 'report-half-year', layout: 'party', period })
    const { report } = await good(services, 'report.open', { id })
    const mine = { ...report, slots: [] }
    const copy = await good(services, 'report.keepCopy', { report: mine })
    expect(copy.id).not.toBe(id)
    expect((await good(services, 'report.open', { id: copy.id })).report).toEqual({ ...mine, id: copy.id })
    expect((await good(services, 'report.open', { id })).report).toEqual(report)
  })

  it('pass on what a window answers before it is closed', async () => {
    const answers: boolean[] = []
    const { services } = serviceWorld({ closing: { answer: (isSaved) => answers.push(isSaved) } })
    await good(services, 'host.readyToClose', { isSaved: false })
    await good(services, 'host.readyToClose', { isSaved: true })
    expect(answers).toEqual([false, true])
  })

  it('take incidents of the window into the log', async () => {
    const { services } = serviceWorld()
    expect(await good(services, 'host.reportIncident', { where: 'editor', message: 'x' })).toEqual({ incident: 'i1' })
    expect((await good(services, 'host.readIncidents', {})).text).toContain('window: editor')
  })

  it('use the organisation of the settings in a new report', async () => {
    const { services } = serviceWorld()
    const organization = {
      ...DEFAULT_SETTINGS.organization,
      issuingOrganization: 'Đảng ủy phường A',
      issuePlace: 'Huế',
    }
    await good(services, 'settings.write', { settings: { ...DEFAULT_SETTINGS, organization } })
    expect((await good(services, 'settings.read', {})).organization).toEqual(organization)
    const { id } = await good(services, 'report.create', { templateId: 'report-year', layout: 'state', period })
    expect((await good(services, 'report.open', { id })).report).toMatchObject({
      layout: 'state',
      letterhead: { issuingOrganization: 'Đảng ủy phường A', issuePlace: 'Huế', documentNumber: '' },
    })
  })
})
