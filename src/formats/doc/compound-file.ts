/**
 * The container of the old Office formats: sectors, tables of sectors, a directory ([MS-CFB]). Read as it stands in
 * memory; every chain is at most as long as the file has sectors, so a loop ends in a fault and never in a hang.
 */
import { joinBytes } from '../../core/join-bytes'
import { DocFault } from './doc-fault'

/** The streams beside the root, by name in lower case; those inside storages (embedded files) are not among them. */
export function readCompoundFile(bytes: Uint8Array): ReadonlyMap<string, () => Uint8Array> {
  return new CompoundFile(bytes).streams()
}

const HEADER_LENGTH = 512
const ENTRY_LENGTH = 128
const MINI_SECTOR = 64
const END_OF_CHAIN = 0xfffffffe
const FREE = 0xffffffff
const STREAM = 2

class CompoundFile {
  readonly #view: DataView
  readonly #sectorLength: number
  readonly #sectorCount: number
  readonly #table: Uint32Array
  readonly #miniCutoff: number

  constructor(readonly bytes: Uint8Array) {
    if (bytes.length < HEADER_LENGTH) throw new DocFault('no compound file')
    this.#view = viewOf(bytes)
    const shift = this.#view.getUint16(0x1e, true)
    if (shift !== 9 && shift !== 12) throw new DocFault('no compound file')
    this.#sectorLength = 1 << shift
    this.#sectorCount = Math.ceil((bytes.length - HEADER_LENGTH) / this.#sectorLength)
    this.#miniCutoff = this.#view.getUint32(0x38, true)
    this.#table = this.#readTable()
  }

  streams(): ReadonlyMap<string, () => Uint8Array> {
    const entries = this.#readEntries()
    const root = entries[0]
    if (!root) throw new DocFault('no compound file')
    const miniStream = this.#readChain(root.start)
    const miniTable = this.#numbers(this.#chain(this.#view.getUint32(0x3c, true)))
    const found = new Map<string, () => Uint8Array>()
    for (const entry of this.#besides(entries, root.child)) {
      if (entry.type !== STREAM) continue
      const isMini = entry.size < this.#miniCutoff
      found.set(entry.name.toLowerCase(), () =>
        (isMini ? readMini(entry.start, miniStream, miniTable) : this.#readChain(entry.start)).subarray(0, entry.size),
      )
    }
    return found
  }

  /** The table of all chains, itself spread over sectors that the header and further sectors list. */
  #readTable(): Uint32Array {
    const listed = Array.from({ length: 109 }, (_, index) => this.#view.getUint32(0x4c + index * 4, true))
    const perSector = this.#sectorLength / 4
    let next = this.#view.getUint32(0x44, true)
    for (let count = 0; next < this.#sectorCount; count += 1) {
      if (count > this.#sectorCount) throw new DocFault('broken chain of sectors')
      const numbers = this.#numbers([next])
      listed.push(...numbers.subarray(0, perSector - 1))
      next = numbers[perSector - 1] ?? FREE
    }
    return this.#numbers(listed.filter((sector) => sector < this.#sectorCount).slice(0, this.#sectorCount))
  }

  #chain(start: number): readonly number[] {
    const sectors: number[] = []
    for (let sector = start; sector !== END_OF_CHAIN && sector !== FREE; sector = this.#table[sector] ?? FREE) {
      if (sector >= this.#sectorCount || sectors.length > this.#sectorCount)
        throw new DocFault('broken chain of sectors')
      sectors.push(sector)
    }
    return sectors
  }

  #readChain(start: number): Uint8Array {
    return joinBytes(this.#chain(start).map((sector) => this.#sector(sector)))
  }

  /** The last sector of a file may be cut short. */
  #sector(sector: number): Uint8Array {
    const at = HEADER_LENGTH * (this.#sectorLength / HEADER_LENGTH) + sector * this.#sectorLength
    const part = this.bytes.subarray(at, at + this.#sectorLength)
    if (part.length === this.#sectorLength) return part
    const whole = new Uint8Array(this.#sectorLength)
    whole.set(part)
    return whole
  }

  #numbers(sectors: readonly number[]): Uint32Array {
    const all = joinBytes(sectors.map((sector) => this.#sector(sector)))
    const view = viewOf(all)
    return Uint32Array.from({ length: all.length / 4 }, (_, index) => view.getUint32(index * 4, true))
  }

  #readEntries(): readonly Entry[] {
    const directory = this.#readChain(this.#view.getUint32(0x30, true))
    const view = viewOf(directory)
    return Array.from({ length: Math.floor(directory.length / ENTRY_LENGTH) }, (_, index) =>
      readEntry(view, index * ENTRY_LENGTH),
    )
  }

  /** The entries of one storage hang together as a tree of left and right neighbours. */
  #besides(entries: readonly Entry[], first: number): readonly Entry[] {
    const found = new Map<number, Entry>()
    const open = [first]
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      const entry = entries[at]
      if (!entry || found.has(at)) continue
      found.set(at, entry)
      open.push(entry.left, entry.right)
    }
    return [...found.values()]
  }
}

interface Entry {
  readonly name: string
  readonly type: number
  readonly left: number
  readonly right: number
  readonly child: number
  readonly start: number
  readonly size: number
}

function readEntry(view: DataView, at: number): Entry {
  const length = Math.max(0, Math.min(64, view.getUint16(at + 0x40, true)) / 2 - 1)
  const letters = Array.from({ length }, (_, index) => view.getUint16(at + index * 2, true))
  return {
    name: String.fromCharCode(...letters),
    type: view.getUint8(at + 0x42),
    left: view.getUint32(at + 0x44, true),
    right: view.getUint32(at + 0x48, true),
    child: view.getUint32(at + 0x4c, true),
    start: view.getUint32(at + 0x74, true),
    size: view.getUint32(at + 0x78, true),
  }
}

function readMini(start: number, stream: Uint8Array, table: Uint32Array): Uint8Array {
  const parts: Uint8Array[] = []
  for (let sector = start; sector !== END_OF_CHAIN && sector !== FREE; sector = table[sector] ?? FREE) {
    if (parts.length > table.length) throw new DocFault('broken chain of sectors')
    parts.push(stream.subarray(sector * MINI_SECTOR, (sector + 1) * MINI_SECTOR))
  }
  return joinBytes(parts)
}

export const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
