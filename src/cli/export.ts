import { basename } from 'node:path'
import { LAYOUT_IDS } from '../core/report/report'
import { err, ok } from '../core/result'
import { exportReport } from '../services/export-report'
import type { Command } from './command'
import { readReport, writeOutput } from './files'
import { choice, onlyOne, parseCommand, required } from './parse-command'
import { TEXT } from './text'

/** A report → a file for others. With findings of severity error only as a draft. */
export const exportFile: Command = {
  usage: 'export REPORT --to docx|html --out FILE [--layout party|state|portal] [--draft] [--json]',
  run: async (args, { fs, clock }) => {
    const { values, positionals } = parseCommand(args, {
      to: { type: 'string' },
      out: { type: 'string' },
      layout: { type: 'string' },
      draft: { type: 'boolean' },
    })
    const path = onlyOne(positionals)
    const to = choice(required(values.to, '--to'), '--to', ['docx', 'html', 'pdf'])
    const out = required(values.out, '--out')
    const layout = choice(values.layout, '--layout', LAYOUT_IDS)

    const report = await readReport(fs, path)
    if (!report.ok) return report
    if (to === undefined || to === 'pdf') return err({ code: 'pdf.noEngine' })
    const wish = { to, layout, isDraft: values.draft === true, now: clock.now() }
    const exported = await exportReport(report.value, wish)
    if (!exported.ok) return exported
    const { bytes } = exported.value
    const written = await writeOutput(fs, out, bytes, [path])
    if (!written.ok) return written
    const json = { ok: true, file: basename(out), to, layout: layout ?? report.value.layout, size: bytes.length }
    return ok({ json, text: TEXT.written(out) })
  },
}
