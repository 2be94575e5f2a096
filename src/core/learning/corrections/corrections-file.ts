/** The log of corrections as one file, so that an office shares what one of it has taught the program. */
import { z } from 'zod'
import type { AppError } from '../../app-error'
import { parseJsonObject } from '../../json-text'
import { parseShape } from '../../parse-shape'
import { err, ok, type Result } from '../../result'
import { CorrectionSchema, MOST_CORRECTIONS, type Correction } from './correction'

const FORMAT = 'tong-ket-corrections'
const VERSION = 1

const FileSchema = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  corrections: z.array(CorrectionSchema).max(MOST_CORRECTIONS),
})

export const serializeCorrections = (corrections: readonly Correction[]): string =>
  `${JSON.stringify({ format: FORMAT, version: VERSION, corrections }, undefined, 1)}\n`

/** `corrections.damaged` for anything else than such a file; `name` goes into the error. */
export function parseCorrections(text: string, name: string): Result<readonly Correction[], AppError> {
  const json = parseJsonObject(text)
  const parsed = json.ok ? parseShape(FileSchema, json.value) : json
  return parsed.ok ? ok(parsed.value.corrections) : err({ code: 'corrections.damaged', name, detail: parsed.error })
}

/** The entries of `added` that `log` does not hold yet. */
export function newCorrections(log: readonly Correction[], added: readonly Correction[]): readonly Correction[] {
  const known = new Set(log.map(({ id }) => id))
  return added.filter(({ id }) => !known.has(id))
}
