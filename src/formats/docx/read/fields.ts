/**
 * Fields of a document: an instruction that nobody sees and a result that everybody sees, between marks that may stand
 * paragraphs apart. Nothing is computed or fetched: the result stays as the words it shows.
 */
import { isSafeLink } from './links'
import type { LossSink } from './losses'

/** Fields whose result is plain text of the document, or which the program prints by itself. */
const KNOWN: ReadonlySet<string> = new Set([
  ...[
    'PAGE',
    'NUMPAGES',
    'SECTIONPAGES',
    'DATE',
    'TIME',
    'TOC',
    'REF',
    'PAGEREF',
    'NOTEREF',
    'SEQ',
    'HYPERLINK',
    'SYMBOL',
    'FORMCHECKBOX',
  ],
])

/** Fields that run a program or take in what lies outside the file. */
const REACHING_OUT: ReadonlySet<string> = new Set([
  ...['DDE', 'DDEAUTO', 'INCLUDETEXT', 'INCLUDEPICTURE', 'INCLUDE', 'IMPORT', 'LINK', 'EMBED', 'DATABASE', 'RD'],
  ...['MACROBUTTON', 'GOTOBUTTON', 'PRINT', 'AUTOTEXT'],
])

interface Field {
  instruction: string
  name: string | undefined
  /** Takes back what was held when the field proves to be whole. */
  readonly held: (() => void)[]
}

/** More fields inside one another than any document has. */
const DEEPEST = 64

export class FieldStack {
  readonly #open: Field[] = []
  #skipped = 0

  constructor(readonly losses: LossSink) {}

  begin(): void {
    if (this.#open.length >= DEEPEST) this.#skipped += 1
    else this.#open.push({ instruction: '', name: undefined, held: [] })
  }

  instruct(text: string): void {
    const field = this.#open.at(-1)
    if (field && field.name === undefined) field.instruction += text
  }

  separate(): void {
    if (this.#skipped === 0) this.#settle(this.#open.at(-1))
  }

  end(): void {
    if (this.#skipped > 0) {
      this.#skipped -= 1
      return
    }
    this.#settle(this.#open.pop())
  }

  /** Text among the instructions is no result; but where the field never ends, it was text after all. */
  isInstruction(): boolean {
    // Beyond the deepest nobody knows whose result a text is: better shown than lost.
    return this.#skipped === 0 && this.#open.some((field) => field.name === undefined)
  }

  hold(dropText: () => void): void {
    this.#open.find((field) => field.name === undefined)?.held.push(dropText)
  }

  isInside(name: string): boolean {
    return this.#open.some((field) => field.name === name)
  }

  /** Name of the innermost field whose result is being read. */
  get current(): string | undefined {
    return this.#open.findLast((field) => field.name !== undefined)?.name
  }

  /** A field that is stated in one piece. */
  tell(instruction: string): string {
    const name = /^\s*\\?([A-Za-z]+|=)/.exec(instruction)?.[1]?.toUpperCase() ?? ''
    if (REACHING_OUT.has(name)) this.losses.add('read.unsafeFields', name)
    else if (name === 'HYPERLINK') this.#tellLink(instruction)
    else if (name !== '' && !KNOWN.has(name)) this.losses.add('read.fieldsAsText', name)
    return name
  }

  #tellLink(instruction: string): void {
    const target = /HYPERLINK\s+(?:"([^"]*)"|([^\s\\]\S*))/i.exec(instruction)
    const address = target?.[1] ?? target?.[2]
    if (address !== undefined && !isSafeLink(address)) this.losses.add('read.outsideLinksDropped', address)
  }

  #settle(field: Field | undefined): void {
    if (!field || field.name !== undefined) return
    field.name = this.tell(field.instruction)
    for (const drop of field.held) drop()
  }
}
