import { basename } from 'node:path'
import { learnTemplate } from '../core/learning/learn-template'
import type { SegmentedSample } from '../core/learning/sample-document'
import { MAX_NAME_LENGTH } from '../core/template/template'
import { serializeTemplate } from '../core/template/template-file'
import { ok } from '../core/result'
import { toNfc, trimWide } from '../core/vietnamese/nfc'
import { readCorrections } from './corrections'
import { writeOutput } from './files'
import { templateSummary } from '../services/template-services'
import { UsageError, type Command } from './command'
import { choice, parseCommand, required } from './parse-command'
import { lossesOf, segmentPath } from './segment'
import { TEXT } from './text'

/** As the template's file holds it: what is longer would be written and never read again. */
function templateName(given: string | undefined): string {
  const name = required(given && trimWide(toNfc(given)), '--name')
  if (name.length > MAX_NAME_LENGTH) throw new UsageError(TEXT.badOption(TEXT.tooLong('--name')))
  return name
}

const KINDS = { formal: 'formalReport', news: 'newsAccount' } as const

/** Samples → a template file. One sample that cannot be read stops it: half a template would be taken for a whole. */
export const learn: Command = {
  usage: 'learn FILE… --name NAME --out TEMPLATE.json [--genre formal|news] [--corrections FILE] [--json]',
  run: async (args, context) => {
    const { values, positionals } = parseCommand(args, {
      name: { type: 'string' },
      out: { type: 'string' },
      genre: { type: 'string' },
      corrections: { type: 'string' },
    })
    required(positionals[0], 'FILE')
    const name = templateName(values.name)
    const out = required(values.out, '--out')
    const genre = choice(values.genre, '--genre', ['formal', 'news'])

    const corrections = await readCorrections(values.corrections, context)
    if (!corrections.ok) return corrections
    const samples: SegmentedSample[] = []
    for (const path of positionals) {
      const sample = await segmentPath(path, corrections.value, context)
      if (!sample.ok) return sample
      samples.push(sample.value)
    }
    const learned = learnTemplate(samples, { id: context.ids.next(), name, ...(genre ? { kind: KINDS[genre] } : {}) })
    if (!learned.ok) return learned
    const { value: template, notices } = learned.value
    const written = await writeOutput(
      context.fs,
      out,
      new TextEncoder().encode(serializeTemplate(template)),
      positionals,
    )
    if (!written.ok) return written
    const summary = templateSummary(template)
    return ok({
      json: { ok: true, file: basename(out), template: summary, notices, losses: lossesOf(samples) },
      text: TEXT.learned(template.name, summary.sectionCount, samples.length),
      notices: [...lossesOf(samples), ...notices],
    })
  },
}
