/** Gathers the pieces of one paragraph: text of one format joined, what is deleted or hidden told and left out. */
import { decodeLegacyRuns, type FontRun } from '../../../core/vietnamese/legacy-encodings'
import type { DocxInline, DocxText, RunFormat } from './docx-document'
import type { Loss } from './losses'
import type { StoryContext } from './story-context'

type OpenText = { -readonly [K in keyof DocxText]: DocxText[K] }

export type TextState = 'plain' | 'inserted' | 'deleted'

/** Neighbouring runs that were changed alike are one change to an officer. */
interface Change {
  readonly loss: Loss
  text: string
}

export class InlineCollector {
  readonly inlines: DocxInline[] = []
  readonly #texts: OpenText[] = []
  #last: OpenText | undefined
  #change: Change | undefined

  constructor(readonly context: Pick<StoryContext, 'losses' | 'fields' | 'encodings'>) {}

  addText(text: string, format: RunFormat, state: TextState): void {
    if (text === '') return
    if (state === 'deleted') return this.#tell('read.deletionsLeftOut', text, format)
    if (format.isHidden === true) return this.#tell('read.hiddenLeftOut', text, format)
    if (state === 'inserted') this.#tell('read.insertionsTaken', text, format)
    else this.#endChange()
    this.#append(text, format)
  }

  #append(text: string, format: RunFormat): void {
    const { fields } = this.context
    const field = fields.current
    const isHeld = fields.isInstruction()
    const last = this.#last
    if (last && !isHeld && last.format === format && last.field === field) {
      last.text += text
      return
    }
    const added: OpenText = { type: 'text', text, format, ...(field === undefined ? {} : { field }) }
    this.inlines.push(added)
    this.#texts.push(added)
    this.#last = isHeld ? undefined : added
    if (isHeld) fields.hold(() => (added.text = ''))
  }

  add(inline: DocxInline): void {
    this.#last = undefined
    this.inlines.push(inline)
  }

  finish(): DocxInline[] {
    this.#endChange()
    this.#decodeOldFonts()
    return this.inlines
  }

  /** Only now, since the two halves of a letter may stand in two runs. */
  #decodeOldFonts(): void {
    const texts = this.#texts
    const decoded = decodeLegacyRuns(texts.map(({ text, format }) => fontRun(text, format)))
    for (const encoding of decoded.encodings) this.context.encodings.add(encoding)
    if (decoded.encodings.size > 0) for (const [at, text] of texts.entries()) text.text = decoded.texts[at] ?? text.text
  }

  #tell(loss: Loss, text: string, format: RunFormat): void {
    if (this.#change?.loss !== loss) this.#endChange()
    this.#change ??= { loss, text: '' }
    this.#change.text += decodeLegacyRuns([fontRun(text, format)]).texts[0] ?? text
  }

  #endChange(): void {
    if (this.#change && this.#change.text.trim() !== '') this.context.losses.add(this.#change.loss, this.#change.text)
    this.#change = undefined
  }
}

const fontRun = (text: string, format: RunFormat): FontRun => ({ text, font: format.markedLetterFont ?? format.font })
