/**
 * Reads the folder of one report, whatever state a crash or a failing disk left it in, and changes nothing.
 * A file that cannot be read now but may be later fails the whole reading: an older version must not stand in for it.
 * Heads and journal records all hold whole reports; the newest one that proves itself is the report.
 */
import type { Codec } from './codec'
import { openEnvelope, type Envelope, type EnvelopeHeader, type EnvelopeProblem } from './envelope'
import { orWhenAbsent, systemCode, type FsPort } from './fs-port'
import { readJournal } from './journal'
import { BACKGROUND_PATIENCE_MS, patiently, readPatiently } from './patience'
import { err, type Result } from '../core/result'

export const HEAD = 'head.json'
export const PREVIOUS_HEAD = 'head.prev.json'
export const journalName = (generation: number): string => `journal-${generation}.log`

export interface Disk {
  readonly fs: FsPort
  readonly codec: Codec
}

/** One version of the report as it lies on the disk. */
interface StoredVersion {
  readonly source: string
  readonly seq: number
  /** Of two versions with one number the one in the later journal counts: the other was never acknowledged. */
  readonly generation: number
  readonly load: () => Promise<Result<Envelope, EnvelopeProblem>>
}

export interface Damage {
  readonly name: string
  readonly reason: EnvelopeProblem | 'absent' | 'unfinished' | 'damaged'
  /** Where the bad bytes of a journal begin; a head is bad as a whole. */
  readonly from?: number
}

export interface ReportFolder {
  /** Newest first. */
  readonly versions: readonly StoredVersion[]
  readonly damage: readonly Damage[]
  /** What head.json says, when it is whole. */
  readonly head: EnvelopeHeader | undefined
  readonly names: readonly string[]
}

/** A missing folder reads as an empty one. */
export async function readReportFolder(disk: Disk, folder: string, id: string): Promise<ReportFolder> {
  const listing = patiently(disk.fs, BACKGROUND_PATIENCE_MS, () => disk.fs.list(folder))
  const names = await orWhenAbsent<readonly string[]>(listing, [])
  const head = await readHead(disk, folder, HEAD, id)
  // A whole head says where later records may be; without one the head before and every journal count.
  const previous = head.header ? ABSENT : await readHead(disk, folder, PREVIOUS_HEAD, id)
  const first = head.header?.generation ?? 0
  const journals: Reading[] = []
  for (const generation of journalGenerations(names))
    if (generation >= first) journals.push(await readOneJournal(disk, folder, id, generation))

  const readings = [head, previous, ...journals]
  const isHeadLost = !names.includes(HEAD) && readings.some((reading) => reading.versions.length > 0)
  return {
    versions: readings.flatMap(({ versions }) => versions).sort(newestFirst),
    damage: [
      ...(isHeadLost ? [{ name: HEAD, reason: 'absent' } as const] : []),
      ...readings.flatMap(({ damage }) => damage),
    ],
    head: head.header,
    names,
  }
}

const JOURNAL_NAME = /^journal-(\d{1,9})\.log$/

/** The generations of the journals among these names, oldest first. */
export function journalGenerations(names: readonly string[]): readonly number[] {
  return names
    .map((name) => JOURNAL_NAME.exec(name)?.[1])
    .filter((digits) => digits !== undefined)
    .map(Number)
    .sort((a, b) => a - b)
}

const newestFirst = (a: StoredVersion, b: StoredVersion): number => b.seq - a.seq || b.generation - a.generation

interface Reading {
  readonly versions: readonly StoredVersion[]
  readonly damage: readonly Damage[]
  readonly header?: EnvelopeHeader
}

const ABSENT: Reading = { versions: [], damage: [] }

async function readHead({ fs, codec }: Disk, folder: string, name: string, id: string): Promise<Reading> {
  const bytes = await readIfThere(fs, `${folder}/${name}`)
  if (bytes === undefined) return ABSENT
  const opened = bytes === 'unreadable' ? err(bytes) : openEnvelope(bytes, { kind: 'report', id }, codec)
  if (!opened.ok) return { versions: [], damage: [{ name, reason: opened.error }] }
  const { header } = opened.value
  const version = { source: name, seq: header.seq, generation: header.generation, load: () => Promise.resolve(opened) }
  return { versions: [version], damage: [], header }
}

async function readOneJournal({ fs, codec }: Disk, folder: string, id: string, generation: number): Promise<Reading> {
  const name = journalName(generation)
  const bytes = await readIfThere(fs, `${folder}/${name}`)
  if (bytes === undefined) return ABSENT
  if (bytes === 'unreadable') return { versions: [], damage: [{ name, reason: bytes }] }
  const { records, damage } = readJournal(bytes, codec)
  return {
    versions: records.map(({ seq, body }) => ({
      source: name,
      seq,
      generation,
      load: () => openRecord(body, id, codec),
    })),
    damage: damage ? [{ name, reason: damage.isTail ? 'unfinished' : 'damaged', from: damage.from }] : [],
  }
}

async function openRecord(body: Uint8Array, id: string, codec: Codec): Promise<Result<Envelope, EnvelopeProblem>> {
  let bytes: Uint8Array
  try {
    bytes = await codec.inflate(body)
  } catch {
    return err('truncated')
  }
  return openEnvelope(bytes, { kind: 'report', id }, codec)
}

/** A disk that fails for good, or something else under the file's name. What may pass is no damage. */
const BAD_FILE = new Set(['EIO', 'EISDIR'])

async function readIfThere(fs: FsPort, path: string): Promise<Uint8Array | 'unreadable' | undefined> {
  try {
    return await orWhenAbsent(readPatiently(fs, path), undefined)
  } catch (cause) {
    if (!BAD_FILE.has(systemCode(cause) ?? '')) throw cause
    return 'unreadable'
  }
}
