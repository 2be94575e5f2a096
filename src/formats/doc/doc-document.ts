/**
 * A .doc → the same model as a .docx: what stands in it is read once and judged by the same code. Deleted and hidden
 * text is told and left out, notes hang on their paragraph, text boxes come last because only drawings say where they are.
 */
import type { LegacyEncoding } from '../../core/vietnamese/legacy-tables'
import { countLists, type ListCounter } from '../docx/read/count-lists'
import {
  noteKey,
  type DocxBlock,
  type DocxDocument,
  type DocxInline,
  type DocxParagraph,
  type NoteKind,
} from '../docx/read/docx-document'
import { FieldStack } from '../docx/read/fields'
import { InlineCollector } from '../docx/read/inline-collector'
import { LossLog } from '../docx/read/losses'
import { plainText } from '../docx/read/plain-text'
import { symbolText, UNKNOWN_SYMBOL } from '../docx/read/symbols'
import { viewOf } from './compound-file'
import { paragraphState, runFormat, runState, type ParagraphState, type RunState } from './formats'
import { readLists } from './lists'
import { readRanges, type FormattedRange } from './properties'
import { stretchAt } from './stretch-at'
import { readStyleSheet, type StyleSheet } from './style-sheet'
import { gatherTables, type PlacedParagraph } from './tables'
import { TABLES, type Piece, type Story, type WordFile } from './word-file'

export interface ReadDoc {
  readonly document: DocxDocument
  readonly losses: LossLog
  readonly encodings: ReadonlySet<LegacyEncoding>
}

export const readDocDocument = (file: WordFile): ReadDoc => new DocReader(file).read()

/** Characters that mean something else in a .doc ([MS-DOC] 2.4.1). */
const CELL_END = '\x07'
const PARAGRAPH_END = '\r'
const PAGE_OR_SECTION_END = '\f'
const NOTE = '\x02'
const PICTURE = '\x01'
const DRAWING = '\b'
const FIELD_BEGIN = '\x13'
const FIELD_RESULT = '\x14'
const FIELD_END = '\x15'
const SYMBOL = '('

class DocReader {
  readonly #losses = new LossLog()
  readonly #encodings = new Set<LegacyEncoding>()
  readonly #styles: StyleSheet
  readonly #characters: readonly FormattedRange[]
  readonly #paragraphs: readonly FormattedRange[]
  readonly #lists: ListCounter
  readonly #notes = new Map<string, readonly DocxBlock[]>()
  /** Place of its mark in the body → the note. */
  readonly #noteAt = new Map<number, { readonly kind: NoteKind; readonly id: string }>()
  #drawings = 0

  constructor(readonly file: WordFile) {
    this.#styles = readStyleSheet(file.table(TABLES.styles), file.table(TABLES.fonts))
    this.#characters = readRanges(file.table(TABLES.characterPages), file.main, 'character')
    this.#paragraphs = readRanges(file.table(TABLES.paragraphPages), file.main, 'paragraph')
    const definitions = file.tableAndBeyond(TABLES.lists)
    this.#lists = countLists(readLists(definitions, file.tableAndBeyond(TABLES.listUses), this.#styles.fonts))
  }

  read(): ReadDoc {
    const { stories } = this.file
    this.#readNotes('footnote', TABLES.footnoteReferences, TABLES.footnoteTexts, stories.footnotes)
    this.#readNotes('endnote', TABLES.endnoteReferences, TABLES.endnoteTexts, stories.endnotes)
    const body = this.#readStory(stories.body)
    const boxes = this.#readTextBoxes()
    this.#tellHeaders()
    this.#tellComments()
    const pictures = Math.max(0, this.#drawings - boxes.count)
    if (pictures > 0) this.#losses.add('read.picturesLeftOut', '', pictures)
    const blocks = [...body, ...boxes.blocks]
    return {
      document: {
        blocks,
        sections: [{ firstBlock: 0, isLandscape: false, hasTitlePage: false, margins: [] }],
        notes: this.#notes,
      },
      losses: this.#losses,
      encodings: this.#encodings,
    }
  }

  #readNotes(kind: NoteKind, references: number, texts: number, story: Story): void {
    const places = positions(this.file.table(references), 2)
    const starts = positions(this.file.table(texts), 0)
    let end = 0
    for (const [index, place] of places.slice(0, -1).entries()) {
      const [from, to] = [starts[index], starts[index + 1]]
      if (from === undefined || to === undefined || from < end) continue
      end = to
      const id = String(index + 1)
      const blocks = this.#readStory({ from: story.from + from, to: Math.min(story.to, story.from + to) })
      this.#notes.set(noteKey(kind, id), blocks)
      this.#noteAt.set(place, { kind, id })
    }
  }

  #readTextBoxes(): { readonly blocks: readonly DocxBlock[]; readonly count: number } {
    const { textBoxes } = this.file.stories
    const blocks = this.#readStory(textBoxes).filter((block) => plainText([block]).trim() !== '')
    const count = Math.max(0, positions(this.file.table(TABLES.textBoxes), 22).length - 2)
    if (blocks.length > 0) this.#losses.add('read.textBoxesAtEnd', '', Math.max(1, count))
    return { blocks, count }
  }

  #tellHeaders(): void {
    for (const block of this.#readStory(this.file.stories.headers)) {
      const words = plainText([block])
      if (/\p{L}/u.test(words)) this.#losses.add('read.headersLeftOut', words)
    }
  }

  #tellComments(): void {
    for (const block of this.#readStory(this.file.stories.comments)) {
      const words = plainText([block]).trim()
      if (words !== '') this.#losses.add('read.commentsLeftOut', words)
    }
  }

  #readStory({ from, to }: Story): readonly DocxBlock[] {
    const fields = new FieldStack(this.#losses)
    const paragraphs: PlacedParagraph[] = []
    let start = from
    for (let at = from; at < to; at += 1) {
      const isEnd = ENDS.has(this.file.text.charAt(at))
      if (!isEnd && at + 1 < to) continue
      paragraphs.push(this.#readParagraph({ from: start, to: at + 1 }, fields))
      start = at + 1
    }
    return gatherTables(paragraphs, this.#losses)
  }

  #readParagraph(story: Story, fields: FieldStack): PlacedParagraph {
    const mark = this.#offsetOf(story.to - 1)
    const bytes = mark === undefined ? new Uint8Array() : (stretchAt(this.#paragraphs, mark)?.bytes ?? new Uint8Array())
    const style = bytes.length < 2 ? 0 : viewOf(bytes).getUint16(0, true)
    const state = paragraphState(this.#styles.paragraph(style), bytes.subarray(2))
    const inlines = this.#readInlines(story, this.#styles.run(style), fields)
    return {
      paragraph: this.#placeParagraph(inlines, state, this.#styles.nameOf(style)),
      state,
      endsCell: this.file.text.charAt(story.to - 1) === CELL_END,
    }
  }

  #placeParagraph(inlines: readonly DocxInline[], state: ParagraphState, styleName: string | undefined): DocxParagraph {
    const counted = state.list > 0 ? this.#lists.next(String(state.list), state.level) : undefined
    return {
      type: 'paragraph',
      ...(styleName === undefined ? {} : { styleName }),
      format: state.format,
      ...(counted ? { numbering: { label: counted.label, level: counted.level, isBullet: counted.isBullet } } : {}),
      inlines,
      isTableOfContents: /^toc \d/i.test(styleName ?? ''),
    }
  }

  #readInlines({ from, to }: Story, style: RunState, fields: FieldStack): readonly DocxInline[] {
    const collector = new InlineCollector({ losses: this.#losses, fields, encodings: this.#encodings })
    for (let at = from; at < to;) {
      const { end, state } = this.#runAt(at, to, style)
      this.#readRun({ from: at, to: end }, state, collector, fields)
      at = end
    }
    return collector.finish()
  }

  /** The run at a position: as far as one piece and one set of properties go. */
  #runAt(at: number, to: number, style: RunState): { readonly end: number; readonly state: RunState } {
    const piece = stretchAt(this.file.pieces, at)
    const offset = piece && offsetIn(piece, at)
    const range = offset === undefined ? undefined : stretchAt(this.#characters, offset)
    if (!piece || offset === undefined || !range) return { end: Math.min(to, piece?.to ?? to), state: style }
    const characters = Math.max(1, Math.floor((range.to - offset) / piece.bytesPerCharacter))
    const own = runState(style, range.bytes)
    const state =
      own.characterStyle === undefined ? own : runState(this.#styles.over(style, own.characterStyle), range.bytes)
    return { end: Math.min(to, piece.to, at + characters), state }
  }

  #readRun({ from, to }: Story, state: RunState, collector: InlineCollector, fields: FieldStack): void {
    const format = runFormat(state, this.#styles.fonts)
    const change = state.isDeleted === true ? 'deleted' : state.isInserted === true ? 'inserted' : 'plain'
    let text = ''
    const endText = (): void => {
      collector.addText(text, format, change)
      text = ''
    }
    for (let at = from; at < to; at += 1) {
      const character = this.file.text.charAt(at)
      if (character === FIELD_BEGIN || character === FIELD_RESULT || character === FIELD_END) {
        endText()
        turnField(character, fields)
      } else if (fields.isInstruction()) fields.instruct(character)
      else if (state.isSpecial === true && SPECIALS.has(character)) {
        endText()
        this.#readSpecial(character, at, state, (sign) => collector.addText(sign, format, change), collector)
      } else text += plainCharacter(character, format.font)
    }
    endText()
  }

  #readSpecial(
    character: string,
    at: number,
    { symbol }: RunState,
    addText: (sign: string) => void,
    collector: InlineCollector,
  ): void {
    const note = this.#noteAt.get(at)
    if (character === NOTE && note) collector.add({ type: 'note', ...note, mark: note.id })
    else if (character === PICTURE) this.#losses.add('read.picturesLeftOut')
    else if (character === DRAWING) this.#drawings += 1
    else if (character === SYMBOL && symbol) {
      const sign = symbolText(symbol.code, this.#styles.fonts[symbol.font] ?? '')
      if (sign === undefined) this.#losses.add('read.symbolsUnknown')
      addText(sign ?? UNKNOWN_SYMBOL)
    }
  }

  #offsetOf(position: number): number | undefined {
    const piece = stretchAt(this.file.pieces, position)
    return piece && offsetIn(piece, position)
  }
}

const ENDS: ReadonlySet<string> = new Set([PARAGRAPH_END, CELL_END, PAGE_OR_SECTION_END])
const SPECIALS: ReadonlySet<string> = new Set([NOTE, PICTURE, DRAWING, SYMBOL])

const offsetIn = ({ from, offset, bytesPerCharacter }: Piece, position: number): number =>
  offset + (position - from) * bytesPerCharacter

/** Positions of a table of places, each but the last with data of so many bytes behind them all. */
function positions(bytes: Uint8Array, dataLength: number): readonly number[] {
  const view = viewOf(bytes)
  const count = Math.max(0, Math.floor((bytes.length - 4) / (4 + dataLength)) + 1)
  if (bytes.length < 4) return []
  return Array.from({ length: count }, (_, index) => view.getUint32(index * 4, true))
}

function turnField(character: string, fields: FieldStack): void {
  if (character === FIELD_BEGIN) fields.begin()
  else if (character === FIELD_RESULT) fields.separate()
  else fields.end()
}

/** An optional hyphen is the letter ư in fonts of TCVN3; whoever knows the font decides. */
const PLAIN: ReadonlyMap<string, string> = new Map([
  ['\v', '\n'],
  ['\x1E', '\u2011'],
  ['\x1F', '\u00AD'],
])

function plainCharacter(character: string, font: string | undefined): string {
  const code = character.charCodeAt(0)
  if (code >= 0xf000 && code <= 0xf0ff) return symbolText(code, font ?? '') ?? character
  if (code >= 0x20 || character === '\t') return character
  return PLAIN.get(character) ?? ''
}
