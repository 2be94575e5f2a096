import type { Services } from '../contract/services'
import { applyTemplate } from '../core/template/apply-template'
import { checkReport } from '../core/checking/check-report'
import { ok } from '../core/result'
import { correctionModel } from './correction-services'
import { findTemplate } from './find-template'
import { importDocument } from './import-document'
import type { Ports } from './service-ports'

/** Reports of the store: made, opened, saved, checked. */
export function createReportServices({
  reports,
  templates,
  settings,
  files,
  clock,
  ids,
  codec,
  sampleWork,
  corrections,
}: Ports) {
  return {
    'report.list': async () => {
      const listed = await reports.list()
      return listed.ok ? ok({ reports: [...listed.value] }) : listed
    },
    'report.create': async ({ templateId, layout, period }) => {
      const template = await findTemplate(templateId, templates)
      if (!template.ok) return template
      const { organization } = settings.read()
      const answers = { layout, period, organization, slotValues: new Map<string, string>(), now: clock.now() }
      return reports.create(applyTemplate(template.value, answers, ids))
    },
    'report.open': async ({ id }) => {
      const opened = await reports.open(id)
      if (!opened.ok) return opened
      const { report, seq, access, notices } = opened.value
      return ok({ report, seq, access, notices: [...notices] })
    },
    'report.save': ({ report, baseSeq, saveId }) => reports.save(report, baseSeq, saveId),
    'report.close': async ({ id }) => {
      await reports.close(id)
      return ok({})
    },
    'report.keepCopy': ({ report }) => reports.create({ ...report, id: ids.next() }),
    'report.import': async ({ file }) => {
      const bytes = await files.read(file)
      if (!bytes.ok) return bytes
      const { layout } = settings.read()
      const model = await correctionModel(corrections)
      if (!model.ok) return model
      const options = { layout, clock, ids, codec, sampleWork, corrections: model.value }
      const imported = await importDocument(bytes.value, file.name, options)
      if (!imported.ok) return imported
      const created = await reports.create(imported.value.value)
      return created.ok ? ok({ id: created.value.id, notices: [...imported.value.notices] }) : created
    },
    'report.check': async ({ id }) => {
      const opened = await reports.open(id)
      if (!opened.ok) return opened
      const { report } = opened.value
      return ok({ layout: report.layout, findings: [...checkReport(report, report.layout)] })
    },
  } satisfies Partial<Services>
}
