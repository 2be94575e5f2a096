/**
 * A report while it is open for writing. A save is one journal record brought to the disk; a snapshot makes the head
 * new and starts a journal. The head before and its journals stay until the next snapshot, so either head rebuilds
 * everything acknowledged.
 *
 * The newest journal belongs to whoever made it: a writer that finds a newer one than its own has been overtaken by
 * another process and acknowledges nothing more.
 */
import { sealEnvelope } from './envelope'
import { systemCode, type FsPort, type OpenFile } from './fs-port'
import { journalRecord } from './journal'
import { readPatiently } from './patience'
import { removeQuietly, renamePatiently, writeVerified } from './replace-file'
import { HEAD, journalGenerations, journalName, PREVIOUS_HEAD, readReportFolder, type Disk } from './report-folder'

/** The whole report as text, with the number and time of its save. */
interface Version {
  readonly seq: number
  /** ISO 8601. */
  readonly savedAt: string
  readonly schemaVersion: number
  readonly payload: string
  /** The name its window gave to the save. */
  readonly saveId?: string | undefined
}

/** What the disk holds when a report is opened. */
interface Found {
  readonly version: Version
  /** The highest number on the disk, also where its version could not be read. */
  readonly newestSeq: number
  /** Of head.json when it is whole: its number and the first journal after it. */
  readonly head: { readonly seq: number; readonly generation: number } | undefined
  readonly names: readonly string[]
}

interface Home {
  readonly folder: string
  readonly id: string
  readonly appVersion: string
}

type Outcome = 'done' | 'overtaken'

interface Journal {
  readonly generation: number
  readonly file: OpenFile
  records: number
  bytes: number
}

const SNAPSHOT_AFTER_RECORDS = 200
const SNAPSHOT_AFTER_BYTES = 2 * 1024 * 1024

export class OpenReport {
  /** The last acknowledged version. */
  current: Version
  /** The highest number ever given: a failed save's record may lie on the disk, so its number is spent. */
  private lastSeq: number
  private readonly newestFound: number
  private journal: Journal | undefined
  private head: Found['head']
  /** Journals found at opening or made here; any other is another writer's. */
  private readonly known: Set<number>
  private hasClaimed = false

  constructor(
    private readonly disk: Disk,
    private readonly home: Home,
    found: Found,
  ) {
    this.current = found.version
    this.lastSeq = found.newestSeq
    this.newestFound = found.newestSeq
    this.head = found.head
    this.known = new Set(journalGenerations(found.names))
  }

  get needsSnapshot(): boolean {
    if (!this.journal) return false
    return this.journal.records >= SNAPSHOT_AFTER_RECORDS || this.journal.bytes >= SNAPSHOT_AFTER_BYTES
  }

  get isHeadCurrent(): boolean {
    return this.head?.seq === this.current.seq
  }

  /** Acknowledged when it resolves to `done`. A rejected save may be tried again: it goes into a new journal. */
  async save(version: Omit<Version, 'seq'>): Promise<Outcome> {
    this.lastSeq += 1
    const numbered = { ...version, seq: this.lastSeq }
    try {
      this.journal ??= await this.startJournal()
      if (!this.journal) return 'overtaken'
      await this.append(this.journal, numbered)
      if (await this.isOvertaken()) return 'overtaken'
      this.current = numbered
      return 'done'
    } catch (cause) {
      // What the failed write left is unknown: neither this handle nor this file is trusted again.
      await this.release()
      throw cause
    }
  }

  private async append(journal: Journal, version: Version): Promise<void> {
    const body = await this.disk.codec.deflate(this.seal(version, journal.generation))
    const record = journalRecord(version.seq, body, this.disk.codec)
    await journal.file.write(record)
    await journal.file.syncData()
    journal.records += 1
    journal.bytes += record.length
  }

  /** New journal, new head, head before kept; only then the journals that neither of them needs go. */
  async snapshot(): Promise<Outcome> {
    const journal = await this.startJournal()
    if (!journal) return 'overtaken'
    await this.release()
    this.journal = journal
    const before = this.head
    await this.writeHead(journal.generation)
    this.head = { seq: this.current.seq, generation: journal.generation }
    if (before) await this.tidy(before.generation)
    return 'done'
  }

  /** Lets go of the journal's handle. */
  async release(): Promise<void> {
    const { journal } = this
    this.journal = undefined
    if (journal) await closeQuietly(journal.file)
  }

  /** Makes the next journal and with it the claim to write; `undefined` when another writer came before. */
  private async startJournal(): Promise<Journal | undefined> {
    const { fs } = this.disk
    const { folder } = this.home
    const generation = Math.max(0, this.head?.generation ?? 0, ...this.known) + 1
    const file = await createOrUndefined(fs.create(`${folder}/${journalName(generation)}`))
    if (!file) return undefined
    this.known.add(generation)
    try {
      await fs.syncFolder(folder)
      if (await this.isMine()) return { generation, file, records: 0, bytes: 0 }
    } catch (cause) {
      await closeQuietly(file)
      throw cause
    }
    await closeQuietly(file)
    await removeQuietly(fs, `${folder}/${journalName(generation)}`)
    return undefined
  }

  /** The first claim also looks whether the writer before saved anything since this report was read. */
  private async isMine(): Promise<boolean> {
    if (await this.isOvertaken()) return false
    if (this.hasClaimed) return true
    const { versions } = await readReportFolder(this.disk, this.home.folder, this.home.id)
    this.hasClaimed = versions.every((version) => version.seq <= this.newestFound)
    return this.hasClaimed
  }

  private async isOvertaken(): Promise<boolean> {
    const names = await this.disk.fs.list(this.home.folder)
    return journalGenerations(names).some((generation) => !this.known.has(generation))
  }

  private async writeHead(generation: number): Promise<void> {
    const { fs } = this.disk
    const { folder } = this.home
    const fresh = `${folder}/${freshName(HEAD, generation)}`
    try {
      await writeVerified(fs, fresh, this.seal(this.current, generation))
      if (this.head) await this.keepHead(generation)
      await renamePatiently(fs, fresh, `${folder}/${HEAD}`)
    } catch (cause) {
      await removeQuietly(fs, fresh)
      throw cause
    }
    await fs.syncFolder(folder)
  }

  /** Gives the head a second name, then puts that in the place of the head before: at no moment is there none. */
  private async keepHead(generation: number): Promise<void> {
    const { fs } = this.disk
    const { folder } = this.home
    const head = `${folder}/${HEAD}`
    const fresh = `${folder}/${freshName(PREVIOUS_HEAD, generation)}`
    try {
      await linkOrCopy(fs, head, fresh)
      await renamePatiently(fs, fresh, `${folder}/${PREVIOUS_HEAD}`)
    } finally {
      // Also after success: renaming between two names of one file does nothing.
      await removeQuietly(fs, fresh)
    }
  }

  /** Journals older than both heads, and what a killed writer left half made. */
  private async tidy(oldestNeeded: number): Promise<void> {
    const { fs } = this.disk
    const { folder } = this.home
    const names = await fs.list(folder)
    const spent = journalGenerations(names).filter((generation) => generation < oldestNeeded)
    for (const name of [...spent.map(journalName), ...names.filter(isFreshName)])
      await removeQuietly(fs, `${folder}/${name}`)
  }

  private seal(version: Version, generation: number): Uint8Array {
    const { id, appVersion } = this.home
    return sealVersion(version, { id, appVersion, generation }, this.disk)
  }
}

/** The first head of a new report. Nothing of the report is acknowledged before it resolves. */
export async function createReportFolder(disk: Disk, home: Home, version: Version): Promise<void> {
  const { fs } = disk
  const { folder, id, appVersion } = home
  const fresh = `${folder}/${freshName(HEAD, 0)}`
  await fs.makeFolder(folder)
  try {
    await writeVerified(fs, fresh, sealVersion(version, { id, appVersion, generation: 0 }, disk))
    await renamePatiently(fs, fresh, `${folder}/${HEAD}`)
  } catch (cause) {
    await removeQuietly(fs, fresh)
    throw cause
  }
  await fs.syncFolder(folder)
}

function sealVersion(
  { seq, savedAt, schemaVersion, payload, saveId }: Version,
  whose: { readonly id: string; readonly appVersion: string; readonly generation: number },
  { codec }: Disk,
): Uint8Array {
  return sealEnvelope({ kind: 'report', ...whose, schemaVersion, seq, savedAt, saveId }, payload, codec)
}

const freshName = (name: string, generation: number): string => `${name}.new-${generation}`

/** A head that a killed writer left half made. */
export const isFreshName = (name: string): boolean => /^head(?:\.prev)?\.json\.new-\d+$/.test(name)

/** Some file systems know no second names. */
async function linkOrCopy(fs: FsPort, existing: string, added: string): Promise<void> {
  try {
    await fs.link(existing, added)
  } catch (cause) {
    if (systemCode(cause) === undefined) throw cause
    await removeQuietly(fs, added)
    await writeVerified(fs, added, await readPatiently(fs, existing))
  }
}

async function createOrUndefined(creating: Promise<OpenFile>): Promise<OpenFile | undefined> {
  try {
    return await creating
  } catch (cause) {
    if (systemCode(cause) === 'EEXIST') return undefined
    throw cause
  }
}

async function closeQuietly(file: OpenFile): Promise<void> {
  try {
    await file.close()
  } catch (cause) {
    if (systemCode(cause) === undefined) throw cause
  }
}
