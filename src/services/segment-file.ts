import type { AppError } from '../core/app-error'
import type { SegmentedSample } from '../core/learning/sample-document'
import type { Result } from '../core/result'
import { toHex, type Codec } from './codec'
import type { SampleWork } from './sample-work'

export interface SegmentingPorts {
  readonly codec: Codec
  readonly sampleWork: SampleWork
}

/** The bytes of a document → its paragraphs, labelled. `name` goes into the sample and into errors. */
export async function segmentFile(
  bytes: Uint8Array,
  name: string,
  { codec, sampleWork }: SegmentingPorts,
): Promise<Result<SegmentedSample, AppError>> {
  const read = await sampleWork.run({ kind: 'read', name, bytes })
  if (!read.ok) return read
  return sampleWork.run({ kind: 'segment', name, document: read.value, sha256: toHex(codec.sha256(bytes)) })
}
