/**
 * A .doc opened: its text by character position, and where each of its tables lies ([MS-DOC], 2.4 and 2.5). Characters
 * of all stories – body, notes, headers, remarks, text boxes – stand one after the other.
 */
import { fromWindows1252 } from '../../core/vietnamese/windows-1252'
import { readCompoundFile, viewOf } from './compound-file'
import { DocFault } from './doc-fault'

/** Places of tables in the list of the header (FibRgFcLcb97). */
export const TABLES = {
  styles: 1,
  footnoteReferences: 2,
  footnoteTexts: 3,
  comments: 4,
  characterPages: 12,
  paragraphPages: 13,
  fonts: 15,
  pieces: 33,
  endnoteReferences: 46,
  endnoteTexts: 47,
  textBoxes: 56,
  lists: 73,
  listUses: 74,
} as const

/** First and last position (after it) of a story. */
export interface Story {
  readonly from: number
  readonly to: number
}

export interface WordFile {
  /** Index = character position. */
  readonly text: string
  readonly stories: Readonly<Record<'body' | 'footnotes' | 'headers' | 'comments' | 'endnotes' | 'textBoxes', Story>>
  readonly pieces: readonly Piece[]
  /** The stream with the text and its properties. */
  readonly main: Uint8Array
  /** The bytes of a table; empty where the file has none. */
  readonly table: (place: number) => Uint8Array
  /** From the beginning of a table to the end of the stream: some tables go on behind their length. */
  readonly tableAndBeyond: (place: number) => Uint8Array
}

export interface Piece {
  readonly from: number
  readonly to: number
  /** Place of its first byte in the stream. */
  readonly offset: number
  readonly bytesPerCharacter: 1 | 2
}

const MAGIC = 0xa5ec
/** Word 97; what is older has another text and another table. */
const OLDEST = 0x00c1
const ENCRYPTED = 0x0100
const SECOND_TABLE = 0x0200
const COUNTS_AT = 0x4c
const TABLE_LIST_AT = 0x9a

export function openWordFile(bytes: Uint8Array): WordFile {
  const streams = readCompoundFile(bytes)
  const main = streams.get('worddocument')?.()
  if (!main) throw new DocFault(streams.has('encryptedpackage') ? 'encrypted' : 'no document')
  const view = viewOf(main)
  if (view.getUint16(0, true) !== MAGIC) throw new DocFault('older than Word 97')
  const flags = view.getUint16(0x0a, true)
  if (flags & ENCRYPTED) throw new DocFault('encrypted')
  if (view.getUint16(2, true) < OLDEST) throw new DocFault('older than Word 97')
  const tables = streams.get(flags & SECOND_TABLE ? '1table' : '0table')?.()
  if (!tables) throw new DocFault('no document')
  const placeOf = (place: number): { from: number; length: number } => {
    const at = TABLE_LIST_AT + place * 8
    if (at + 8 > main.length) return { from: 0, length: 0 }
    return { from: view.getUint32(at, true), length: view.getUint32(at + 4, true) }
  }
  const table = (place: number): Uint8Array => {
    const { from, length } = placeOf(place)
    return tables.subarray(from, from + length)
  }
  const pieces = readPieces(table(TABLES.pieces))
  // Pieces may name the same bytes many times over; a real file has each once.
  if ((pieces.at(-1)?.to ?? 0) > main.length) throw new DocFault('no text')
  const text = pieces.map((piece) => textOf(piece, main)).join('')
  if (text.length === 0) throw new DocFault('no text')
  return {
    text,
    stories: readStories(view, text.length),
    pieces,
    main,
    table,
    tableAndBeyond: (place) => (placeOf(place).length === 0 ? new Uint8Array() : tables.subarray(placeOf(place).from)),
  }
}

function readStories(view: DataView, length: number): WordFile['stories'] {
  let at = 0
  const next = (index: number): Story => {
    const from = at
    at = Math.min(length, at + Math.max(0, view.getInt32(COUNTS_AT + index * 4, true)))
    return { from, to: at }
  }
  // The fourth count belongs to no story any more.
  const [body, footnotes, headers] = [next(0), next(1), next(2)]
  const [comments, endnotes, textBoxes] = [next(4), next(5), next(6)]
  return { body, footnotes, headers, comments, endnotes, textBoxes }
}

const FORMATS = 1
const PIECES = 2

/** Formats that hold for whole pieces stand before the table of pieces; only quick saves of old programs used them. */
function readPieces(bytes: Uint8Array): readonly Piece[] {
  const view = viewOf(bytes)
  let at = 0
  while (at + 3 <= bytes.length && bytes[at] === FORMATS) at += 3 + view.getUint16(at + 1, true)
  if (bytes[at] !== PIECES) throw new DocFault('no text')
  const count = Math.floor((view.getUint32(at + 1, true) - 4) / 12)
  const positions = at + 5
  const descriptors = positions + (count + 1) * 4
  if (count < 1 || descriptors + count * 8 > bytes.length) throw new DocFault('no text')
  let end = 0
  return Array.from({ length: count }, (_, index): Piece => {
    const from = view.getUint32(positions + index * 4, true)
    const to = view.getUint32(positions + (index + 1) * 4, true)
    const place = view.getUint32(descriptors + index * 8 + 2, true)
    const isOneByte = (place & 0x40000000) !== 0
    // Pieces follow each other without gaps: anything else would give one character many places.
    if (from !== end || to < from) throw new DocFault('no text')
    end = to
    return isOneByte
      ? { from, to, offset: (place & 0x3fffffff) >>> 1, bytesPerCharacter: 1 }
      : { from, to, offset: place & 0x3fffffff, bytesPerCharacter: 2 }
  })
}

function textOf({ from, to, offset, bytesPerCharacter }: Piece, main: Uint8Array): string {
  const length = to - from
  const bytes = main.subarray(offset, offset + length * bytesPerCharacter)
  if (bytes.length < length * bytesPerCharacter) throw new DocFault('no text')
  if (bytesPerCharacter === 2) return new TextDecoder('utf-16le', { ignoreBOM: true }).decode(bytes)
  return Array.from(bytes, (byte) => fromWindows1252(String.fromCharCode(byte))).join('')
}
