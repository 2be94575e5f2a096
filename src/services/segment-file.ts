import type { AppError } from '../core/app-error'
import type { SegmentedSample } from '../core/learning/sample-document'
import { segmentSample } from '../core/learning/segment-sample'
import { ok, type Result } from '../core/result'
import { readSample } from '../formats/readers'
import { toHex, type Codec } from './codec'

/** The bytes of a document → its paragraphs, labelled. */
export async function segmentFile(
  bytes: Uint8Array,
  name: string,
  codec: Codec,
): Promise<Result<SegmentedSample, AppError>> {
  const sample = await readSample(bytes, name)
  return sample.ok ? ok(segmentSample(sample.value, toHex(codec.sha256(bytes)))) : sample
}
