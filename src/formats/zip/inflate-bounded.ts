import { Inflate } from 'fflate'
import { err, ok, type Result } from '../../core/result'
import type { ZipLimits, ZipProblem } from './zip-limits'

const STEP = 16 * 1024

/** Inflates in steps, so that a bomb is noticed after its first step and not after its last. */
export function inflateBounded(packed: Uint8Array, limits: ZipLimits): Result<Uint8Array, ZipProblem> {
  const chunks: Uint8Array[] = []
  const seen = { size: 0, isFinished: false }
  const inflater = new Inflate((chunk, isFinal) => {
    chunks.push(chunk)
    seen.size += chunk.length
    seen.isFinished = isFinal
  })
  try {
    for (let at = 0; at < packed.length; at += STEP) {
      inflater.push(packed.subarray(at, at + STEP), at + STEP >= packed.length)
      if (seen.size > limits.entryBytes) return err('too large')
      if (seen.size > limits.ratioFrom && seen.size > packed.length * limits.ratio) return err('too dense')
    }
  } catch {
    return err('damaged entry')
  }
  return seen.isFinished ? ok(joined(chunks, seen.size)) : err('damaged entry')
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}
