/**
 * Reading and labelling a document from outside: the heavy and dangerous part of learning and of importing. Behind a
 * port, so that a host does it apart from its window, with limits of time and memory, and can break it off.
 */
import type { AppError } from '../core/app-error'
import type { SampleDocument, SegmentedSample } from '../core/learning/sample-document'
import type { CorrectionModel, ParagraphFeatures } from '../core/learning/corrections/correction-model'
import { featuresOfSample, segmentSample } from '../core/learning/segment-sample'
import { ok, type Result } from '../core/result'
import type { LegacyChoice } from '../core/vietnamese/legacy-choice'
import { readSample } from '../formats/readers'

/** One piece of work; plain data, so that it can cross to another thread. */
export type SampleTask =
  | ReadTask
  | ({ readonly kind: 'segment'; readonly sha256: string } & OfDocument)
  | ({ readonly kind: 'features' } & OfDocument)

/** Reads and labels in one, so that the limits hold for the document and not for each half of its way. */
interface ReadTask {
  readonly kind: 'read'
  readonly name: string
  readonly bytes: Uint8Array
  readonly sha256: string
  readonly corrections: CorrectionModel
  readonly legacy?: LegacyChoice
}

interface OfDocument {
  readonly name: string
  readonly document: SampleDocument
  readonly corrections: CorrectionModel
}

export interface SegmentedFile {
  readonly document: SampleDocument
  readonly sample: SegmentedSample
}

export interface SampleTaskResults {
  readonly read: Result<SegmentedFile, AppError>
  readonly segment: Result<SegmentedSample, AppError>
  /** Of every paragraph, for learning from a correction. */
  readonly features: Result<readonly ParagraphFeatures[], AppError>
}

export type SampleTaskOf<K extends SampleTask['kind']> = Extract<SampleTask, { kind: K }>

export interface SampleWork {
  /** `file.tooHeavy` when it takes more time or memory than any report needs; `cancelled` once `stop` is aborted. */
  readonly run: <K extends SampleTask['kind']>(
    task: SampleTaskOf<K>,
    stop?: AbortSignal,
  ) => Promise<SampleTaskResults[K]>
  readonly close: () => Promise<void>
}

/** Does a task where it is called. */
export async function runSampleTask(task: SampleTask): Promise<SampleTaskResults[SampleTask['kind']]> {
  switch (task.kind) {
    case 'read':
      return readAndSegment(task)
    case 'segment':
      return ok(segmentSample(task.document, task.sha256, { corrections: task.corrections }))
    case 'features':
      return ok(featuresOfSample(task.document, { corrections: task.corrections }))
  }
}

async function readAndSegment({ bytes, name, sha256, corrections, legacy = 'auto' }: ReadTask) {
  const read = await readSample(bytes, name, { legacy })
  if (!read.ok) return read
  return ok({ document: read.value, sample: segmentSample(read.value, sha256, { corrections }) })
}

/** For tests and for whoever is apart already: no limits, and nothing to break off. */
export const sampleWorkHere: SampleWork = {
  run: <K extends SampleTask['kind']>(task: SampleTaskOf<K>) => runSampleTask(task) as Promise<SampleTaskResults[K]>,
  close: () => Promise.resolve(),
}
