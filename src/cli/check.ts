import { checkReport } from '../core/checking/check-report'
import { LAYOUT_IDS } from '../core/report/report'
import { err, ok } from '../core/result'
import { layoutFits } from '../services/export-report'
import type { Command } from './command'
import { readReport } from './files'
import { choice, onlyOne, parseCommand } from './parse-command'
import { findingLine, TEXT } from './text'

/** Findings in a report; exit 1 when one of them is an error. */
export const check: Command = {
  usage: 'check REPORT [--layout party|state|portal] [--json]',
  run: async (args, { fs }) => {
    const { values, positionals } = parseCommand(args, { layout: { type: 'string' } })
    const path = onlyOne(positionals)
    const asked = choice(values.layout, '--layout', LAYOUT_IDS)
    const report = await readReport(fs, path)
    if (!report.ok) return report
    const layout = asked ?? report.value.layout
    if (!layoutFits(report.value, layout))
      return err({ code: 'report.layoutNotForKind', layout, kind: report.value.kind })
    const findings = checkReport(report.value, layout)
    return ok({
      json: { layout, findings },
      text: findings.length === 0 ? TEXT.noFindings : findings.map(findingLine).join('\n'),
      hasFindings: findings.some(({ severity }) => severity === 'error'),
    })
  },
}
