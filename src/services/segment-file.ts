import type { AppError } from '../core/app-error'
import type { CorrectionModel } from '../core/learning/correction-model'
import type { SampleDocument, SegmentedSample } from '../core/learning/sample-document'
import { ok, type Result } from '../core/result'
import type { LegacyChoice } from '../core/vietnamese/legacy-choice'
import { toHex, type Codec } from './codec'
import type { SampleWork } from './sample-work'

export interface SegmentingPorts {
  readonly codec: Codec
  readonly sampleWork: SampleWork
}

export interface SegmentedFile {
  readonly document: SampleDocument
  readonly sample: SegmentedSample
}

interface SegmentFileOptions {
  readonly corrections: CorrectionModel
  readonly stop?: AbortSignal | undefined
  readonly legacy?: LegacyChoice | undefined
}

/** The bytes of a document → its paragraphs, bare and labelled. `name` goes into the sample and into errors. */
export async function segmentFile(
  bytes: Uint8Array,
  name: string,
  { codec, sampleWork }: SegmentingPorts,
  { corrections, stop, legacy }: SegmentFileOptions,
): Promise<Result<SegmentedFile, AppError>> {
  const read = await sampleWork.run({ kind: 'read', name, bytes, ...(legacy ? { legacy } : {}) }, stop)
  if (!read.ok) return read
  const document = read.value
  const sha256 = toHex(codec.sha256(bytes))
  const sample = await sampleWork.run({ kind: 'segment', name, document, sha256, corrections }, stop)
  return sample.ok ? ok({ document, sample: sample.value }) : sample
}
