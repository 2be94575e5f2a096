import type { AppError } from '../core/app-error'
import type { CorrectionModel } from '../core/learning/corrections/correction-model'
import type { Result } from '../core/result'
import type { LegacyChoice } from '../core/vietnamese/legacy-choice'
import { toHex, type Codec } from './codec'
import type { SampleWork, SegmentedFile } from './sample-work'

export interface SegmentingPorts {
  readonly codec: Codec
  readonly sampleWork: SampleWork
}

interface SegmentFileOptions {
  readonly corrections: CorrectionModel
  readonly stop?: AbortSignal | undefined
  readonly legacy?: LegacyChoice | undefined
}

/** The bytes of a document → its paragraphs, bare and labelled. `name` goes into the sample and into errors. */
export function segmentFile(
  bytes: Uint8Array,
  name: string,
  { codec, sampleWork }: SegmentingPorts,
  { corrections, stop, legacy }: SegmentFileOptions,
): Promise<Result<SegmentedFile, AppError>> {
  const sha256 = toHex(codec.sha256(bytes))
  return sampleWork.run({ kind: 'read', name, bytes, sha256, corrections, ...(legacy ? { legacy } : {}) }, stop)
}
