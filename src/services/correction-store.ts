/**
 * The officer's corrections on disk: `corrections.log` in the data folder, a journal that is only added to. Each record
 * carries its own checksum; what is damaged between two records costs no other one.
 */
import type { AppError } from '../core/app-error'
import { joinBytes } from '../core/join-bytes'
import type { Correction } from '../core/learning/corrections/correction'
import { parseCorrections, serializeCorrections } from '../core/learning/corrections/corrections-file'
import { ok, err, type Result } from '../core/result'
import { readError, writeError } from './file-errors'
import { orWhenAbsent } from './fs-port'
import { journalRecord, readJournal } from './journal'
import { BACKGROUND_PATIENCE_MS, patiently } from './patience'
import type { Clock } from './ports'
import { putAside } from './quarantine'
import { replaceFile } from './replace-file'
import type { Disk } from './report-folder'
import { WriterQueue } from './writer-queue'

export interface CorrectionStore {
  /** The whole log, oldest first. */
  readonly read: () => Promise<Result<readonly Correction[], AppError>>
  /** Acknowledged when it is on the disk. */
  readonly append: (added: readonly Correction[]) => Promise<Result<undefined, AppError>>
}

interface CorrectionStoreOptions extends Disk {
  readonly dataFolder: string
  readonly clock: Clock
}

const NAME = 'corrections.log'
const decoder = new TextDecoder()

export function createCorrectionStore(options: CorrectionStoreOptions): CorrectionStore {
  const { fs, codec, dataFolder } = options
  const path = `${dataFolder}/${NAME}`
  const queue = new WriterQueue()
  let log: readonly Correction[] | undefined
  let records = 0

  /** Reads the file once; afterwards this process alone adds to it. */
  const load = async (): Promise<readonly Correction[]> => {
    if (log) return log
    const bytes = await orWhenAbsent<Uint8Array | undefined>(
      patiently(fs, BACKGROUND_PATIENCE_MS, () => fs.read(path)),
      undefined,
    )
    const journal = readJournal(bytes ?? new Uint8Array(), codec)
    if (journal.damage) await mend(journal.records, journal.damage.from)
    records = journal.records.length
    log = journal.records.flatMap(({ body }) => readRecord(body))
    return log
  }

  /** The bad bytes go aside as a copy; the file is written anew with every record that proves itself. */
  const mend = async (good: readonly { readonly seq: number; readonly body: Uint8Array }[], from: number) => {
    if (!(await putAside(options, 'corrections', { folder: dataFolder, name: NAME, reason: 'damaged', from }))) return
    const parts = good.map(({ seq, body }) => journalRecord(seq, body, codec))
    await replaceFile(fs, { folder: dataFolder, name: NAME }, joinBytes(parts))
  }

  const append = async (added: readonly Correction[]): Promise<Result<undefined, AppError>> => {
    if (added.length === 0) return ok(undefined)
    try {
      await fs.makeFolder(dataFolder)
      const before = await load()
      const body = new TextEncoder().encode(serializeCorrections(added))
      const file = await fs.append(path)
      try {
        await file.write(journalRecord(records + 1, body, codec))
        await file.syncData()
      } finally {
        await file.close()
      }
      // Without its name a file is not there after a power cut.
      if (records === 0) await fs.syncFolder(dataFolder)
      records += 1
      log = [...before, ...added]
      return ok(undefined)
    } catch (cause) {
      // What the failed write left is unknown: the next one looks first.
      log = undefined
      return err(writeError(cause, NAME))
    }
  }

  return {
    read: () =>
      queue.run(async () => {
        try {
          return ok(await load())
        } catch (cause) {
          return err(readError(cause, NAME))
        }
      }),
    append: (added) => queue.run(() => append(added)),
  }
}

/** A record of a version that knew other corrections is left where it is, and unheard. */
function readRecord(body: Uint8Array): readonly Correction[] {
  const record = parseCorrections(decoder.decode(body), NAME)
  return record.ok ? record.value : []
}
