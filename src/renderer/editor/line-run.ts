import type { ListLineFacts } from './nodes/block-state'

/** Where a line of the flat row stands once the lists are folded. */
export interface PlacedLine {
  readonly facts: ListLineFacts
  /** As it is shown and printed: gaps in the depths closed. */
  readonly depth: number
  /** From 0 within its list. */
  readonly index: number
  /** The line opens its list. */
  readonly isFirst: boolean
}

/** Places the lines of one unbroken run, in order: a deeper line opens a list inside the line before it. */
export class LineRun {
  private readonly open: { readonly facts: ListLineFacts; count: number }[] = []

  place(facts: ListLineFacts): PlacedLine {
    while (this.open.length > 0 && (this.open.at(-1)?.facts.depth ?? 0) > facts.depth) this.open.pop()
    const top = this.open.at(-1)
    if (top?.facts.depth === facts.depth && top.facts.listId === facts.listId && top.facts.style === facts.style) {
      top.count += 1
      return { facts, depth: this.open.length - 1, index: top.count - 1, isFirst: false }
    }
    if (top?.facts.depth === facts.depth) this.open.pop()
    this.open.push({ facts, count: 1 })
    return { facts, depth: this.open.length - 1, index: 0, isFirst: true }
  }
}
