import { parse } from 'node:path'
import type { AppError } from '../core/app-error'
import type { CorrectionModel } from '../core/learning/corrections/correction-model'
import { toPrediction } from '../core/learning/prediction'
import type { SegmentedSample } from '../core/learning/sample-document'
import { err, ok, type Result } from '../core/result'
import { writeError } from '../services/file-errors'
import type { FsPort } from '../services/fs-port'
import { writeFileAtomically } from '../services/node/atomic-write'
import { segmentFile } from '../services/segment-file'
import type { Command, Context, SaidNotice } from './command'
import { readCorrections } from './corrections'
import { readInput } from './files'
import { parseCommand, required } from './parse-command'
import { TEXT } from './text'

/** Documents → their paragraphs, labelled. A file that cannot be read does not stop the others. */
export const segment: Command = {
  usage: 'segment FILE… [--out DIR] [--corrections FILE] [--json]',
  run: async (args, context) => {
    const { values, positionals } = parseCommand(args, {
      out: { type: 'string' },
      corrections: { type: 'string' },
    })
    required(positionals[0], 'FILE')
    const corrections = await readCorrections(values.corrections, context)
    if (!corrections.ok) return corrections
    const errors: AppError[] = []
    const samples: SegmentedSample[] = []
    const written = new Set<string>()
    for (const path of positionals) {
      const sample = await segmentPath(path, corrections.value, context)
      const done =
        sample.ok && values.out !== undefined
          ? await writePrediction(sample.value, { folder: values.out, written, fs: context.fs })
          : sample
      if (!done.ok) errors.push(done.error)
      else if (sample.ok) samples.push(sample.value)
    }
    return ok({
      json: samples.map(toPrediction),
      text: samples.map(sampleLine).join('\n'),
      // The JSON tells them with each document.
      notices: values.json === true ? [] : lossesOf(samples),
      errors,
    })
  },
}

/** What could not be carried over from the documents; what is only worth knowing stands in the JSON. */
export const lossesOf = (samples: readonly SegmentedSample[]): readonly SaidNotice[] =>
  samples.flatMap(({ name, notices }) =>
    notices.filter(({ severity }) => severity !== 'hint').map((notice) => ({ ...notice, file: name })),
  )

/** One document of the command line, labelled. */
export async function segmentPath(
  path: string,
  corrections: CorrectionModel,
  { fs, codec, sampleWork }: Context,
): Promise<Result<SegmentedSample, AppError>> {
  const file = await readInput(fs, path)
  if (!file.ok) return file
  const { bytes, name } = file.value
  const segmented = await segmentFile(bytes, name, { codec, sampleWork }, { corrections })
  return segmented.ok ? ok(segmented.value.sample) : segmented
}

interface PredictionPlace {
  readonly folder: string
  /** Names this command has written: of two samples with one name the second must not take the first one's place. */
  readonly written: Set<string>
  readonly fs: FsPort
}

async function writePrediction(
  sample: SegmentedSample,
  { folder, written, fs }: PredictionPlace,
): Promise<Result<undefined, AppError>> {
  const name = `${parse(sample.name).name}.pred.json`
  if (written.has(name)) return err({ code: 'file.exists', name })
  written.add(name)
  const text = `${JSON.stringify(toPrediction(sample), undefined, 1)}\n`
  try {
    await fs.makeFolder(folder)
  } catch (cause) {
    return { ok: false, error: writeError(cause, name) }
  }
  return writeFileAtomically(`${folder}/${name}`, new TextEncoder().encode(text), fs)
}

const sampleLine = ({ name, kind, periodText, paragraphs, slots }: SegmentedSample): string =>
  [name, kind, periodText ?? '', TEXT.paragraphs(paragraphs.length), TEXT.slots(slots.length)]
    .filter((part) => part !== '')
    .join(' · ')
