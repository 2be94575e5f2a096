import type { AppError } from '../core/app-error'
import { NO_CORRECTIONS, type CorrectionModel } from '../core/learning/corrections/correction-model'
import { parseCorrections } from '../core/learning/corrections/corrections-file'
import { replayCorrections } from '../core/learning/corrections/replay-corrections'
import { ok, type Result } from '../core/result'
import type { Context } from './command'
import { readInput } from './files'

/** What the file after `--corrections` teaches; without the option nothing, so that a command gives the same everywhere. */
export async function readCorrections(
  path: string | undefined,
  { fs }: Context,
): Promise<Result<CorrectionModel, AppError>> {
  if (path === undefined) return ok(NO_CORRECTIONS)
  const file = await readInput(fs, path)
  if (!file.ok) return file
  const read = parseCorrections(new TextDecoder().decode(file.value.bytes), file.value.name)
  return read.ok ? ok(replayCorrections(read.value)) : read
}
