import { basename } from 'node:path'
import type { AppError } from '../core/app-error'
import { parsePeriod, type ReportingPeriod } from '../core/reporting-period'
import { usualPeriod } from '../core/usual-period'
import { applyTemplate } from '../core/template/apply-template'
import { parseTemplate } from '../core/template/template-file'
import type { Template } from '../core/template/template'
import { DOCUMENT_FIELD_PREFIX, setDocumentField } from '../core/report/document-fields'
import { FORMAL_LAYOUTS, type Report } from '../core/report/report'
import { err, ok, type Result } from '../core/result'
import { toNfc, trimWide } from '../core/vietnamese/nfc'
import { findTemplate } from '../services/find-template'
import { writeExchangeFile } from '../services/export-report'
import { UsageError, type Command, type Context } from './command'
import { readInput, writeOutput } from './files'
import { choice, parseCommand, required } from './parse-command'
import { TEXT } from './text'

/** A template → a new report, with the organisation from the settings and nothing invented. */
export const newReport: Command = {
  usage:
    'new --template ID|FILE --out REPORT.tongket [--period TEXT] [--layout party|state] [--set SLOT=VALUE]… [--json]',
  run: async (args, context) => {
    const { values, positionals } = parseCommand(args, {
      template: { type: 'string' },
      out: { type: 'string' },
      period: { type: 'string' },
      layout: { type: 'string' },
      set: { type: 'string', multiple: true },
    })
    if (positionals[0] !== undefined) throw new UsageError(TEXT.badOption(positionals[0]))
    const wanted = required(values.template, '--template')
    const out = required(values.out, '--out')
    const layout = choice(values.layout, '--layout', FORMAL_LAYOUTS)
    const settings = (values.set ?? []).map(parseSetting)
    const slotValues = new Map(settings.filter(([name]) => !name.startsWith(DOCUMENT_FIELD_PREFIX)))
    const fields = settings.filter(([name]) => name.startsWith(DOCUMENT_FIELD_PREFIX))

    const template = await readTemplate(wanted, context)
    if (!template.ok) return template
    const unknown = [...slotValues.keys()].find((id) => !template.value.slots.some((slot) => slot.id === id))
    if (unknown !== undefined) return err({ code: 'slot.unknown', name: unknown })
    const now = context.clock.now()
    const period = choosePeriod(template.value, slotValues, values.period, now)
    if (!period.ok) return period

    const { organization, layout: preferredLayout } = await context.readSettings()
    const answers = {
      layout: layout ?? usualLayout(template.value, preferredLayout),
      period: period.value,
      organization,
      slotValues,
      now,
    }
    const made = setFields(applyTemplate(template.value, answers, context.ids), fields)
    if (!made.ok) return made
    const report = made.value
    const written = await writeOutput(context.fs, out, writeExchangeFile(report), [wanted])
    if (!written.ok) return written
    const open = report.slots.filter((slot) => slot.value === undefined).map(({ id, label }) => ({ id, label }))
    return ok({
      json: { ok: true, file: basename(out), layout: report.layout, period: report.reportingPeriod, openSlots: open },
      text: `${TEXT.written(out)} (${TEXT.slots(open.length)})`,
    })
  },
}

/** Letterhead, signature and recipients, where the command names them. */
function setFields(report: Report, fields: readonly (readonly [string, string])[]): Result<Report, AppError> {
  let changed = report
  for (const [name, value] of fields) {
    const next = setDocumentField(changed, name, value)
    if (!next) return err({ code: 'slot.unknown', name: `${name}=${value}` })
    changed = next
  }
  return ok(changed)
}

const MAX_VALUE = 2000

function parseSetting(text: string): readonly [string, string] {
  const [, id, value] = /^([^=]+)=(.*)$/su.exec(toNfc(text)) ?? []
  if (id === undefined || value === undefined) throw new UsageError(TEXT.badOption(TEXT.badSet(text)))
  if (value.length > MAX_VALUE) throw new UsageError(TEXT.badOption(TEXT.tooLong(id)))
  return [id.trim(), trimWide(value)]
}

/** A file where the name looks like one, else an id. */
async function readTemplate(wanted: string, context: Context): Promise<Result<Template, AppError>> {
  if (!/[./\\]/.test(wanted)) return findTemplate(wanted, context.savedTemplates)
  const file = await readInput(context.fs, wanted)
  if (!file.ok) return file
  const { bytes, name } = file.value
  if (bytes.length === 0) return err({ code: 'file.empty', name })
  try {
    return parseTemplate(new TextDecoder('utf-8', { fatal: true }).decode(bytes), name)
  } catch {
    return err({ code: 'file.notText', name })
  }
}

/** The period asked for; else the one a period slot was given; else the usual one of the template's kinds. */
function choosePeriod(
  template: Template,
  slotValues: ReadonlyMap<string, string>,
  asked: string | undefined,
  now: string,
): Result<ReportingPeriod, AppError> {
  const slot = template.slots.find(({ type, id }) => type === 'period' && slotValues.has(id))
  const text = asked ?? (slot && slotValues.get(slot.id))
  const period = text === undefined ? guessPeriod(template, now) : parsePeriod(text)
  // A slot may say the period in the officer's own words; only --period must be understood.
  const fallback = asked === undefined && text !== undefined ? guessPeriod(template, now) : undefined
  const chosen = period ?? fallback
  return chosen ? ok(chosen) : err({ code: 'period.unknown', text: text ?? '' })
}

function guessPeriod({ periodKinds }: Template, now: string): ReportingPeriod | undefined {
  if (periodKinds.length === 0) return usualPeriod('year', now)
  return periodKinds.map((kind) => usualPeriod(kind, now)).find((period) => period !== undefined)
}

function usualLayout({ layouts }: Template, preferred: (typeof FORMAL_LAYOUTS)[number]) {
  return layouts.length === 0 || layouts.includes(preferred) ? preferred : (layouts[0] ?? preferred)
}
