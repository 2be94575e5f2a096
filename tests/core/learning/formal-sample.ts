/** A formal report of some office with these lines as its body, labelled by the segmenter. */
import type { SegmentedSample } from '../../../src/core/learning/sample-document'
import { segmentLines } from './sample-of'

export function formalSample(year: number, body: readonly string[], name = `bao-cao-${year}.txt`): SegmentedSample {
  return segmentLines(
    [
      'ĐẢNG CỘNG SẢN VIỆT NAM',
      'BÁO CÁO',
      `tổng kết công tác tuyên giáo năm ${year}, phương hướng năm ${year + 1}`,
      ...body,
      'Nơi nhận:',
      '- Lưu.',
    ],
    { name, sha256: hashOf(name) },
  )
}

/** Some digest of 64 hex digits, another for another name. */
export const hashOf = (name: string): string =>
  Array.from({ length: 64 }, (_, at) => ((name.charCodeAt(at % name.length) * (at + 7)) % 16).toString(16)).join('')
