import { basename } from 'node:path'
import { NO_CORRECTIONS } from '../core/learning/corrections/correction-model'
import { ok } from '../core/result'
import { viewReport, writeExchangeFile } from '../services/export-report'
import { importDocument } from '../services/import-document'
import type { Command } from './command'
import { readInput, writeOutput } from './files'
import { onlyOne, parseCommand, required } from './parse-command'
import { noticeSentence, TEXT } from './text'

/** A document → a report file, with everything that could not be carried over. */
export const importFile: Command = {
  usage: 'import FILE --out REPORT.tongket [--json]   (--json: --out may be left out)',
  run: async (args, context) => {
    const { values, positionals } = parseCommand(args, { out: { type: 'string' } })
    const path = onlyOne(positionals)
    const out = values.json === true ? values.out : required(values.out, '--out')

    const file = await readInput(context.fs, path)
    if (!file.ok) return file
    const { layout } = await context.readSettings()
    const imported = await importDocument(file.value.bytes, file.value.name, {
      ...context,
      corrections: NO_CORRECTIONS,
      layout,
    })
    if (!imported.ok) return imported
    const { value: report, notices } = imported.value
    if (out !== undefined) {
      const written = await writeOutput(context.fs, out, writeExchangeFile(report), [path])
      if (!written.ok) return written
    }
    const warnings = notices.map((notice) => ({ ...notice, message: noticeSentence(notice) }))
    return ok({
      json: { ok: true, html: viewReport(report, context.clock.now()), warnings },
      text: out === undefined ? '' : TEXT.written(basename(out)),
      notices,
    })
  },
}
