/**
 * A parser that keeps at most so many elements open. The library pays for each tag with the depth it stands at, so a
 * page of nothing but start tags would cost the square of its length. Tags beyond the depth are counted, not opened.
 */
import { Parser, type Handler } from 'htmlparser2'

export interface DepthWatch {
  /** Whether an element of this name may be opened now. */
  readonly mayOpen: (name: string) => boolean
  /** A start or end tag beyond the depth. */
  readonly onPassedOver: (name: string, kind: 'start' | 'end') => void
}

export class BoundedParser extends Parser {
  readonly #html: string
  readonly #watch: DepthWatch
  /** Start tags passed over whose end tag has not come yet, by name. */
  readonly #passedOver = new Map<string, number>()

  constructor(html: string, handler: Partial<Handler>, watch: DepthWatch) {
    super(handler, { decodeEntities: true, lowerCaseTags: true, recognizeSelfClosing: true })
    this.#html = html
    this.#watch = watch
  }

  /** Reads the whole page. */
  read(): void {
    this.end(this.#html)
  }

  override onopentagname(start: number, endIndex: number): void {
    const name = this.#nameAt(start, endIndex)
    if (this.#watch.mayOpen(name)) {
      super.onopentagname(start, endIndex)
      return
    }
    this.#passedOver.set(name, (this.#passedOver.get(name) ?? 0) + 1)
    this.#watch.onPassedOver(name, 'start')
  }

  override onclosetag(start: number, endIndex: number): void {
    const name = this.#nameAt(start, endIndex)
    const open = this.#passedOver.get(name) ?? 0
    if (open === 0) {
      super.onclosetag(start, endIndex)
      return
    }
    this.#passedOver.set(name, open - 1)
    this.#watch.onPassedOver(name, 'end')
  }

  #nameAt(start: number, endIndex: number): string {
    return this.#html.slice(start, endIndex).toLowerCase()
  }
}
