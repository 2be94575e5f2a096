/** What an officer corrects on the learning screen, and what follows for the samples she looks at. */
import type { Input } from '../contract/channels'
import type { Services } from '../contract/services'
import type { AppError } from '../core/app-error'
import type { CorrectionModel } from '../core/learning/corrections/correction-model'
import { correctParagraphs } from '../core/learning/corrections/correct-paragraphs'
import type { Correction } from '../core/learning/corrections/correction'
import { newCorrections, parseCorrections, serializeCorrections } from '../core/learning/corrections/corrections-file'
import { replayCorrections, standingCorrections } from '../core/learning/corrections/replay-corrections'
import { siteLineKey } from '../core/learning/corrections/correction-model'
import type { SampleDocument, SegmentedSample } from '../core/learning/sample-document'
import { err, ok, type Result } from '../core/result'
import type { CorrectionStore } from './correction-store'
import type { Ports } from './service-ports'
import type { ShownSamples } from './shown-samples'

/** The model of the log as it is now; a log that cannot be read says so. */
export async function correctionModel(corrections: CorrectionStore): Promise<Result<CorrectionModel, AppError>> {
  const log = await corrections.read()
  return log.ok ? ok(replayCorrections(log.value)) : log
}

export function createCorrectionServices(
  { files, clock, ids, corrections, sampleWork }: Ports,
  shownSamples: ShownSamples,
) {
  const relabel = async (shown: readonly string[]): Promise<Result<SegmentedSample[], AppError>> => {
    const model = await correctionModel(corrections)
    if (!model.ok) return model
    const samples: SegmentedSample[] = []
    for (const sha256 of shown) {
      const sample = await segment(sha256, model.value)
      if (!sample.ok) return sample
      samples.push(sample.value)
    }
    return ok(samples)
  }

  const segment = async (sha256: string, model: CorrectionModel): Promise<Result<SegmentedSample, AppError>> => {
    const document = shownSamples.find(sha256)
    if (!document) return err({ code: 'sample.notHeld', name: sha256 })
    return sampleWork.run({ kind: 'segment', name: document.name, document, sha256, corrections: model })
  }

  const appendAndRelabel = async (added: readonly Correction[], shown: readonly string[]) => {
    const appended = await corrections.append(added)
    if (!appended.ok) return appended
    const samples = await relabel(shown)
    return samples.ok ? ok({ corrections: added.map(({ id }) => id), samples: samples.value }) : samples
  }

  const entriesOf = async (
    document: SampleDocument,
    { sample: sha256, paragraphs, to, cue, isSiteLine }: Input<'sample.correct'>,
  ): Promise<Result<readonly Correction[], AppError>> => {
    const model = await correctionModel(corrections)
    if (!model.ok) return model
    const sample = await segment(sha256, model.value)
    if (!sample.ok) return sample
    const task = { kind: 'features', name: document.name, document, corrections: model.value } as const
    const features = await sampleWork.run(task)
    if (!features.ok) return features
    const at = clock.now()
    const stamp = { nextId: ids.next, now: at }
    const labels = correctParagraphs(sample.value, features.value, { paragraphs, to }, stamp)
    const { section } = to
    const cues: Correction[] = cue !== undefined ? [{ kind: 'cue', id: ids.next(), at, phrase: cue, section }] : []
    const lines: Correction[] = isSiteLine
      ? paragraphs.flatMap((index) => {
          const text = document.paragraphs[index]?.text
          return text === undefined ? [] : [{ kind: 'siteLine', id: ids.next(), at, line: siteLineKey(text), section }]
        })
      : []
    return ok([...labels, ...cues, ...lines])
  }

  return {
    'sample.correct': async (input) => {
      const document = shownSamples.find(input.sample)
      if (!document) return err({ code: 'sample.notHeld', name: input.sample })
      const entries = await entriesOf(document, input)
      return entries.ok ? appendAndRelabel(entries.value, input.shown) : entries
    },
    'sample.undoCorrections': ({ corrections: revoked, shown }) => {
      const at = clock.now()
      return appendAndRelabel(
        revoked.map((revokes) => ({ kind: 'revoke', id: ids.next(), at, revokes })),
        shown,
      )
    },
    'sample.relabel': async ({ shown }) => {
      const samples = await relabel(shown)
      return samples.ok ? ok({ samples: samples.value }) : samples
    },
    'corrections.count': async () => {
      const log = await corrections.read()
      return log.ok ? ok({ count: standingCorrections(log.value).length }) : log
    },
    'corrections.export': async () => {
      const log = await corrections.read()
      if (!log.ok) return log
      const text = serializeCorrections(standingCorrections(log.value))
      return files.deliver('chinh-sua-nhan.json', new TextEncoder().encode(text))
    },
    'corrections.import': async ({ file }) => {
      const bytes = await files.read(file)
      if (!bytes.ok) return bytes
      const read = parseCorrections(new TextDecoder().decode(bytes.value), file.name)
      if (!read.ok) return read
      const log = await corrections.read()
      if (!log.ok) return log
      const added = newCorrections(log.value, read.value)
      const appended = await corrections.append(added)
      return appended.ok ? ok({ added: added.length }) : appended
    },
  } satisfies Partial<Services>
}
