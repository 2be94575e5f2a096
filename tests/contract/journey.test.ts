import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Conf from 'conf'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { channels, type Channel, type Input, type Output } from '../../src/contract/channels'
import { DEFAULT_SETTINGS } from '../../src/core/settings/settings'
import { createNodeServices, type NodeServices } from '../../src/services/node/create-node-services'
import { SETTINGS_BACKEND_OPTIONS } from '../../src/services/node/settings-store'
import { allChannels } from '../support/stub-services'
import { transports, type Transport } from '../support/transports'

const SAMPLE = `HỘI NGHỊ TỔNG KẾT CÔNG TÁC NĂM 2025

Sáng ngày 05/01/2026, Ban Tuyên giáo và Dân vận tổ chức hội nghị tổng kết công tác năm 2025, triển khai nhiệm vụ năm 2026.

Trong năm 2025, toàn ngành đã đạt được nhiều kết quả quan trọng, tổ chức 120 hội nghị báo cáo viên.

Bên cạnh đó, công tác nắm tình hình dư luận có lúc chưa kịp thời.

Năm 2026, ngành tập trung thực hiện 5 nhiệm vụ trọng tâm.
`

describe.each(transports)('every call, with the real services, over $name', ({ open }) => {
  let transport: Transport
  let node: NodeServices
  const answered = new Set<Channel>()

  beforeEach(async () => {
    const dataFolder = await mkdtemp(join(tmpdir(), 'journey-'))
    transport = await open(async (files) => {
      const host = { kind: 'browser', appVersion: '0.1.0', hasFileDialogs: false, hasNativeMenu: false } as const
      const settingsBackend = new Conf({ cwd: dataFolder, configName: 'settings', ...SETTINGS_BACKEND_OPTIONS })
      node = await createNodeServices({ dataFolder, host, files, settingsBackend })
      return node.services
    })
  })
  afterEach(async () => {
    await transport.close()
    await node.close()
  })

  /** Calls, and holds the answer against the table. */
  async function call<C extends Channel>(channel: C, input: Input<C>): Promise<Output<C>> {
    const answer = (await transport.call(channel, input)) as { ok: boolean; value: unknown }
    expect(answer, channel).toMatchObject({ ok: true })
    const parsed = channels[channel].output.safeParse(answer.value)
    expect(parsed.error?.issues ?? [], channel).toEqual([])
    answered.add(channel)
    return answer.value as Output<C>
  }

  it('answers in the shape the table names', async () => {
    await call('host.describe', {})
    await call('settings.read', {})
    await call('settings.write', { settings: { ...DEFAULT_SETTINGS, isSetUp: true } })

    const file = await transport.upload('tin hội nghị.txt', SAMPLE)
    const sample = await call('sample.segment', { file })
    const { corrections } = await call('sample.correct', {
      sample: sample.sha256,
      paragraphs: [1],
      to: { section: 'results' },
      shown: [sample.sha256],
    })
    await call('sample.undoCorrections', { corrections, shown: [sample.sha256] })
    expect((await call('sample.relabel', { shown: [sample.sha256] })).samples).toEqual([sample])
    await call('sample.stop', { job: 'none' })
    expect(await call('corrections.count', {})).toEqual({ count: 0 })
    const shared = await transport.receive(await call('corrections.export', {}))
    await call('corrections.import', { file: await transport.upload('chinh-sua-nhan.json', new TextDecoder().decode(shared)) })

    const learned = await call('template.learn', { samples: [sample], name: 'Mẫu học thử' })
    const saved = await call('template.save', { template: learned.template })
    await call('template.read', { id: saved.id })
    await call('template.extend', { template: learned.template, samples: [sample] })
    const { templates } = await call('template.list', {})
    const formal = templates.find(({ kind, periodKinds }) => kind === 'formalReport' && periodKinds.includes('year'))!

    const { id } = await call('report.create', {
      templateId: formal.id,
      layout: 'party',
      period: { kind: 'year', year: 2026 },
    })
    const opened = await call('report.open', { id })
    const after = await call('report.save', { report: opened.report, baseSeq: opened.seq })
    expect(after.seq).toBeGreaterThan(opened.seq)
    await call('report.check', { id })
    const kinds = ['docx', 'html', 'tongket'] as const
    for (const to of kinds) {
      const bytes = await transport.receive(await call('report.export', { id, to, isDraft: true }))
      expect(bytes.length, to).toBeGreaterThan(500)
    }
    await call('report.keepCopy', { report: opened.report })
    await call('report.close', { id })
    expect((await call('report.list', {})).reports.map((report) => report.id)).toContain(id)
    await call('report.import', { file: await transport.upload('tin.txt', SAMPLE) })

    const { incident } = await call('host.reportIncident', { where: 'writing', message: 'test' })
    expect((await call('host.readIncidents', {})).text).toContain(incident)
    await call('host.readyToClose', { isSaved: true })
    expect(transport.incidents).toEqual([])
    // The one that asks the officer: tests/main answers its dialog, a browser has none.
    expect(allChannels.filter((channel) => !answered.has(channel))).toEqual(['file.choose'])
  })

  it('refuses a save that is based on an older one, over either road', async () => {
    const { templates } = await call('template.list', {})
    const formal = templates.find(({ kind, periodKinds }) => kind === 'formalReport' && periodKinds.includes('year'))!
    const { id } = await call('report.create', {
      templateId: formal.id,
      layout: 'state',
      period: { kind: 'year', year: 2026 },
    })
    const { report, seq } = await call('report.open', { id })
    await call('report.save', { report, baseSeq: seq })
    expect(await transport.call('report.save', { report, baseSeq: seq })).toMatchObject({
      ok: false,
      error: { code: 'report.changedElsewhere' },
    })
  })

  it('answers a save asked for again, as its reply may have got lost on the way', async () => {
    const { templates } = await call('template.list', {})
    const period = { kind: 'year', year: 2026 } as const
    const { id } = await call('report.create', { templateId: templates[0]!.id, layout: 'state', period })
    const { report, seq } = await call('report.open', { id })
    const saved = await call('report.save', { report, baseSeq: seq, saveId: 'lần một' })
    expect(await call('report.save', { report, baseSeq: seq, saveId: 'lần một' })).toEqual(saved)
    expect(await transport.call('report.save', { report, baseSeq: seq, saveId: '' })).toMatchObject({
      error: { code: 'call.badInput' },
    })
  })
})
