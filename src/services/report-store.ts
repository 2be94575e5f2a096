/**
 * The reports of the program, each in a folder of its own under its id. Names never come from titles.
 *
 * Promises: a save is acknowledged only when its bytes are on the disk; whatever a crash leaves, the newest
 * acknowledged text opens; a file that cannot be read is put aside with a notice and never deleted; a report of a
 * newer version is shown and never rewritten. It keeps no history yet.
 */
import type { ReportSummary } from '../contract/channels'
import type { AppError } from '../core/app-error'
import type { Notice } from '../core/notice'
import { serializeReport } from '../core/report/report-file'
import type { Report } from '../core/report/report'
import { reportTitle } from '../core/report/walk-report'
import { err, ok, type Result } from '../core/result'
import { readError, writeError } from './file-errors'
import { damageText, findReport, type FoundReport } from './find-report'
import { systemCode } from './fs-port'
import { listReports } from './list-reports'
import { createReportFolder, OpenReport } from './open-report'
import type { Clock, IncidentLog } from './ports'
import { putAside } from './quarantine'
import type { Damage, Disk } from './report-folder'
import { reportSummary } from './report-summary'
import { isStoreName } from './store-name'
import { WriterQueue } from './writer-queue'

interface OpenedReport {
  readonly report: Report
  /** Number of the last acknowledged save. */
  readonly seq: number
  readonly access: 'write' | 'readOnly'
  readonly notices: readonly Notice[]
  /** Set where the file is of a newer version and only part of it can be shown. */
  readonly fileVersion: number | undefined
}

export interface Saved {
  readonly seq: number
  readonly savedAt: string
}

export interface ReportStore {
  readonly list: () => Promise<Result<readonly ReportSummary[], AppError>>
  readonly create: (report: Report) => Promise<Result<{ readonly id: string }, AppError>>
  readonly open: (id: string) => Promise<Result<OpenedReport, AppError>>
  /**
   * `baseSeq` is the save the text was made from; another since then is never overwritten. The same text under the
   * same `saveId` as the last save is that save asked for again: it is answered as it was.
   */
  readonly save: (report: Report, baseSeq: number, saveId?: string) => Promise<Result<Saved, AppError>>
  /** Makes the head current, after everything asked before. */
  readonly close: (id: string) => Promise<void>
  readonly closeAll: () => Promise<void>
}

interface ReportStoreOptions extends Disk {
  readonly dataFolder: string
  readonly appVersion: string
  readonly clock: Clock
  readonly incidents: Pick<IncidentLog, 'report'>
}

/** A report in memory. Without a writer it is only looked at. */
interface Loaded extends OpenedReport {
  readonly savedAt: string
  readonly writer: OpenReport | undefined
  /** Still in the way of a new head; each goes once it is put aside. */
  readonly badFiles: Set<Damage>
}

interface Entry {
  readonly queue: WriterQueue
  loaded: Loaded | undefined
}

export function createReportStore(options: ReportStoreOptions): ReportStore {
  const { fs, clock, dataFolder, appVersion, incidents } = options
  const reportsFolder = `${dataFolder}/reports`
  const homeOf = (id: string) => ({ folder: `${reportsFolder}/${id}`, id, appVersion })
  const entries = new Map<string, Entry>()

  const entryOf = (id: string): Entry => {
    const entry = entries.get(id) ?? { queue: new WriterQueue(), loaded: undefined }
    entries.set(id, entry)
    return entry
  }

  const create = async (report: Report): Promise<Result<{ readonly id: string }, AppError>> => {
    const { id } = report
    if (!isStoreName(id)) return err({ code: 'report.notFound', id })
    const version = { ...versionOf(report, clock.now()), seq: 1 }
    return entryOf(id).queue.run(async () => {
      try {
        await createReportFolder(options, homeOf(id), version)
        await fs.syncFolder(reportsFolder)
        await fs.syncFolder(dataFolder)
        return ok({ id })
      } catch (cause) {
        return err(writeError(cause, nameOf(report)))
      }
    })
  }

  const load = async (id: string): Promise<Result<Loaded, AppError>> => {
    const entry = entryOf(id)
    if (entry.loaded) return ok(entry.loaded)
    const found = await findQuietly(id)
    if (!found.ok) {
      // An id of nothing is not remembered; one that is only held keeps its place in the queue.
      if (found.error.code === 'report.notFound') entries.delete(id)
      return found
    }
    entry.loaded = await takeUp(id, found.value)
    return ok(entry.loaded)
  }

  const findQuietly = async (id: string): Promise<Result<FoundReport, AppError>> => {
    if (!isStoreName(id)) return err({ code: 'report.notFound', id })
    try {
      return await findReport(options, homeOf(id).folder, id)
    } catch (cause) {
      return err(readError(cause, id))
    }
  }

  /** Mends what can be mended, and decides whether the report may be written. */
  const takeUp = async (id: string, found: FoundReport): Promise<Loaded> => {
    const { report, envelope, newer } = found
    const { seq, savedAt, schemaVersion, saveId } = envelope.header
    const badFiles = new Set(found.damage.filter(({ reason }) => reason !== 'absent'))
    const base = { report, seq, savedAt, badFiles }
    if (newer) {
      return { ...base, access: 'readOnly', notices: newer.notices, writer: undefined, fileVersion: newer.fileVersion }
    }
    const notices = damageNotices(found, savedAt)
    if (!(await isWritable(homeOf(id).folder))) {
      const readOnly: Notice = { code: 'store.readOnly', severity: 'warning' }
      return { ...base, access: 'readOnly', notices: [...notices, readOnly], writer: undefined, fileVersion: undefined }
    }
    const writer = new OpenReport(options, homeOf(id), {
      version: { seq, savedAt, schemaVersion, saveId, payload: envelope.payload },
      newestSeq: Math.max(...found.folder.versions.map((version) => version.seq)),
      head: found.folder.head,
      names: found.folder.names,
    })
    if (found.damage.length > 0) await snapshot(id, writer, badFiles)
    return { ...base, access: 'write', notices, writer, fileVersion: undefined }
  }

  /**
   * Bad files aside, then a new head, so that the next opening reads none of them. Where one cannot be put aside there
   * is no new head: it would go over what somebody may still rescue. Never fails a save, whatever goes wrong: what is
   * acknowledged stands in the journal already.
   */
  const snapshot = async (id: string, writer: OpenReport, badFiles: Set<Damage>): Promise<void> => {
    const { folder } = homeOf(id)
    try {
      for (const bad of badFiles) {
        if (!(await putAside(options, id, { folder, ...bad }))) throw new BadFileStaysError()
        badFiles.delete(bad)
      }
      await writer.snapshot()
    } catch (cause) {
      incidents.report(`snapshot of ${id}`, cause)
    }
  }

  const isWritable = async (folder: string): Promise<boolean> => {
    try {
      await fs.checkWritable(folder)
      return true
    } catch (cause) {
      if (systemCode(cause) === undefined) throw cause
      return false
    }
  }

  const save = async (report: Report, baseSeq: number, saveId?: string): Promise<Result<Saved, AppError>> => {
    const { id } = report
    // Taken now: what is typed while the save waits belongs to the next one.
    const version = { ...versionOf(report, clock.now()), saveId }
    return entryOf(id).queue.run(async () => {
      const loaded = await load(id)
      if (!loaded.ok) return loaded
      const { writer, badFiles, fileVersion, seq } = loaded.value
      if (fileVersion !== undefined) return err({ code: 'report.tooNew', name: nameOf(report), fileVersion })
      if (!writer) return err({ code: 'report.readOnly', id })
      if (baseSeq !== seq) {
        const { current } = writer
        const isAskedAgain = saveId !== undefined && saveId === current.saveId && version.payload === current.payload
        return isAskedAgain ? ok({ seq, savedAt: current.savedAt }) : err({ code: 'report.changedElsewhere', id, seq })
      }
      try {
        if ((await writer.save(version)) === 'overtaken') return await changedElsewhere(id, writer)
      } catch (cause) {
        return err(writeError(cause, nameOf(report)))
      }
      const saved = { seq: writer.current.seq, savedAt: version.savedAt }
      entryOf(id).loaded = { ...loaded.value, report, ...saved, notices: [] }
      if (writer.needsSnapshot) void entryOf(id).queue.run(() => snapshot(id, writer, badFiles))
      return ok(saved)
    })
  }

  /** Another process writes this report now: what it saved is read anew, and nothing of it is overwritten. */
  const changedElsewhere = async (id: string, writer: OpenReport): Promise<Result<never, AppError>> => {
    await writer.release()
    entryOf(id).loaded = undefined
    const now = await load(id)
    return now.ok ? err({ code: 'report.changedElsewhere', id, seq: now.value.seq }) : now
  }

  const open = (id: string): Promise<Result<OpenedReport, AppError>> =>
    entryOf(id).queue.run(async () => {
      const loaded = await load(id)
      if (!loaded.ok) return loaded
      const { report, seq, access, notices, fileVersion } = loaded.value
      return ok({ report, seq, access, notices, fileVersion })
    })

  const close = (id: string): Promise<void> =>
    entryOf(id).queue.run(async () => {
      const entry = entries.get(id)
      if (!entry?.loaded) return
      const { writer, badFiles } = entry.loaded
      if (writer && !writer.isHeadCurrent) await snapshot(id, writer, badFiles)
      await writer?.release()
      entry.loaded = undefined
    })

  const summaryInMemory = (id: string): ReportSummary | undefined => {
    const loaded = entries.get(id)?.loaded
    return loaded?.writer && reportSummary(loaded.report, loaded.savedAt)
  }

  const list = async (): Promise<Result<readonly ReportSummary[], AppError>> => {
    try {
      return ok(await listReports(options, reportsFolder, summaryInMemory))
    } catch (cause) {
      // A folder that cannot be read is not an empty one.
      return err(readError(cause, 'reports'))
    }
  }

  return {
    list,
    create,
    open,
    save,
    close,
    closeAll: async () => {
      await Promise.all([...entries.keys()].map(close))
    },
  }
}

class BadFileStaysError extends Error {
  constructor() {
    super('a bad file could not be put aside')
    this.name = 'BadFileStaysError'
  }
}

const versionOf = (report: Report, savedAt: string) => ({
  savedAt,
  schemaVersion: report.schemaVersion,
  payload: serializeReport(report),
})

/** What an officer would call the report in a message. */
const nameOf = (report: Report): string => reportTitle(report) || report.id

function damageNotices(found: FoundReport, savedAt: string): readonly Notice[] {
  if (found.damage.length === 0) return []
  const isOnlyTail = found.damage.every(({ reason }) => reason === 'unfinished')
  if (isOnlyTail) return [{ code: 'recovery.unfinishedSave', severity: 'hint', data: { savedAt } }]
  // The window says how many; the names are for whoever looks into the folder.
  const data = { savedAt, count: found.damage.length, files: damageText(found.damage) }
  return [{ code: 'recovery.damaged', severity: 'warning', data }]
}
